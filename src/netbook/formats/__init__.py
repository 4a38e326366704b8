"""Text from other programs ↔ records: one module per format, no database.

Every importer has a NAME, `detect(head)`, which says whether the beginning of a text looks like its format,
and `parse(source)`, which yields the text's records one by one, people before the meetings that name them.
"""
