"""Reports: each module builds one frozen answer from the journal and a day."""
