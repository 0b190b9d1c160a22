"""Documents of Word by python-docx, which takes its time to load: only where one is asked for."""
