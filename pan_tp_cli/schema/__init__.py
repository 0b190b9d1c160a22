"""JSON Schemas of the files of a project: which there are, and those that the models make."""
