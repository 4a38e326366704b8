"""Bringing two journals together: rows as machines share them, and the merge of three states of them."""
