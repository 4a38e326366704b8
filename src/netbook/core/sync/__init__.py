"""Merge two journals: rows as machines share them, and the merge of three states of them."""
