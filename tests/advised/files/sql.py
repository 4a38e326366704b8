"""Change the journal from outside netbook: `python sql.py STATEMENT`."""

import sqlite3
import sys

db = sqlite3.connect("a/netbook.db")
db.execute(sys.argv[1])
db.commit()
db.close()
