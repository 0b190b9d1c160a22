"""What a reviewer takes into a meeting, put into words for formats that lay out a page."""
