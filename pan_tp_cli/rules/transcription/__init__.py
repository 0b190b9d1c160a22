"""Rules on how the printed tables were taken over into the files."""
