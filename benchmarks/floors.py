"""What a command's time is compared with: the least that would do the same, as a script of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.processes import Case

PYTHON = sys.executable
START_PLAIN = Case([PYTHON, "-c", "import typer, sqlite3"])
START_TABLE = Case([PYTHON, "-c", "import typer, sqlite3, rich.console, rich.table"])

_EXPORT = """
import csv, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
rows = db.execute('''
  SELECT m.uid, m.date, m.kind, iif(m.human, 'true', 'false'), m.minutes, m.place, e.name,
    group_concat(p.name, '; '), group_concat(p.handle, '; '), m.summary, m.fleeting
  FROM meeting m LEFT JOIN event e ON e.id = m.event_id
  LEFT JOIN attendance a ON a.meeting_id = m.id LEFT JOIN person p ON p.id = a.person_id
  GROUP BY m.date, m.id ORDER BY m.date, m.id''')
out = csv.writer(sys.stdout, lineterminator='\\n')
out.writerow([column[0] for column in rows.description])
out.writerows(rows)
"""

# It reads first, and tells how long it took to write.
_IMPORT = """
import os, sqlite3, sys, time
kept = sqlite3.connect(sys.argv[1])
tables = {}
for table in ('person', 'alias', 'tag', 'meeting', 'attendance', 'note'):
    columns = [row[1] for row in kept.execute(f'PRAGMA table_info({table})')]
    tables[table] = columns, kept.execute(f'SELECT {", ".join(columns)} FROM {table}').fetchall()
wall, cpu = time.perf_counter(), time.process_time()
db = sqlite3.connect(sys.argv[2], isolation_level=None)
db.execute('PRAGMA synchronous = FULL')
db.execute('PRAGMA foreign_keys = ON')
db.execute('PRAGMA cache_size = -65536')
db.execute('BEGIN IMMEDIATE')
for table, (columns, rows) in tables.items():
    marks = ', '.join('?' * len(columns))
    db.executemany(f'INSERT INTO {table} ({", ".join(columns)}) VALUES ({marks})', rows)
db.execute('COMMIT')
print(time.perf_counter() - wall, time.process_time() - cpu)
"""


def export(path: Path) -> Case:
    """The meetings through sqlite3 and csv alone."""
    return Case([PYTHON, "-c", _EXPORT, str(path)])


def many(imported: Path, empty: Path, copy: Path) -> Case:
    """The rows of one journal into an empty one by `executemany`, its triggers at work."""
    return Case([PYTHON, "-c", _IMPORT, str(imported), str(copy)], fresh=((empty, copy),), said=True)
