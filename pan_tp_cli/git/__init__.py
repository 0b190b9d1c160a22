"""Files of other revisions, read by the git command."""
