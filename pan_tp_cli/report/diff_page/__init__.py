"""What a page on a comparison shows, in the language of its reader; formats only lay it out."""
