"""A check as a workbook: the plan's own tables with living sums, and its findings."""
