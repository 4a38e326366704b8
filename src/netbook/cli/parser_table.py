"""What each command takes: made from the commands by `python -m netbook.cli.make_parser_table`."""

from __future__ import annotations

from typing import Literal

# The least and the most that a number may be.
Range = tuple[int | None, int | None]
Kind = Literal["flag", "text", "texts"] | Range
# The parameter that an option is for, and what it takes.
Taken = tuple[str, Kind]
# The parameter of an argument, what it takes, and whether it has to be there.
Argument = tuple[str, Literal["text", "texts", "numbers"], bool]

# fmt: off
PARSERS: dict[str, tuple[dict[str, Taken], tuple[Argument, ...]]] = {
    "log": (
        {
            "--new": ("new", "texts"),
            "-n": ("new", "texts"),
            "--kind": ("kind", "text"),
            "-k": ("kind", "text"),
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--minutes": ("minutes", (1, 44640)),
            "--place": ("place", "text"),
            "--summary": ("summary", "text"),
            "-m": ("summary", "text"),
            "--event": ("event", "text"),
            "-e": ("event", "text"),
            "--common": ("common", "texts"),
            "-c": ("common", "texts"),
            "--learned": ("learned", "texts"),
            "-l": ("learned", "texts"),
            "--gave": ("gave", "texts"),
            "--got": ("got", "texts"),
            "--promise": ("promise", "texts"),
            "-p": ("promise", "texts"),
            "--they-promise": ("they_promise", "texts"),
            "--fleeting": ("fleeting", "text"),
            "--namesake": ("namesake", "flag"),
            "--edit": ("edit", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "texts", False),
        ),
    ),
    "jot": (
        {
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("text", "texts", True),
        ),
    ),
    "due": (
        {
            "--within": ("within", (0, 36500)),
            "--only": ("only", "texts"),
            "--circle": ("circle", "text"),
            "--place": ("place", "text"),
            "--minutes": ("minutes", (1, None)),
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--count": ("count", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "prep": (
        {
            "--json": ("json", "flag"),
        },
        (
            ("who", "texts", True),
        ),
    ),
    "goal": (
        {
            "--since": ("since", "text"),
            "--until": ("until", "text"),
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("event", "text", False),
        ),
    ),
    "find": (
        {
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--count": ("count", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("text", "texts", True),
        ),
    ),
    "add": (
        {
            "--circle": ("circle", "text"),
            "--every": ("every", "text"),
            "--org": ("org", "text"),
            "--department": ("department", "text"),
            "--title": ("title", "text"),
            "--place": ("place", "text"),
            "--email": ("email", "texts"),
            "--phone": ("phone", "texts"),
            "--url": ("url", "texts"),
            "--birthday": ("birthday", "text"),
            "--alias": ("alias", "texts"),
            "--tag": ("tag", "texts"),
            "--how": ("how", "text"),
            "--introduced-by": ("introduced_by", "text"),
            "--known-since": ("known_since", "text"),
            "--fleeting": ("fleeting", "text"),
            "--namesake": ("namesake", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("name", "text", True),
        ),
    ),
    "edit": (
        {
            "--name": ("name", "text"),
            "--handle": ("handle", "text"),
            "--circle": ("circle", "text"),
            "--every": ("every", "text"),
            "--org": ("org", "text"),
            "--department": ("department", "text"),
            "--title": ("title", "text"),
            "--place": ("place", "text"),
            "--birthday": ("birthday", "text"),
            "--how": ("how", "text"),
            "--introduced-by": ("introduced_by", "text"),
            "--known-since": ("known_since", "text"),
            "--email": ("email", "texts"),
            "--phone": ("phone", "texts"),
            "--url": ("url", "texts"),
            "--alias": ("alias", "texts"),
            "--tag": ("tag", "texts"),
            "--fleeting": ("fleeting", "text"),
            "--correct": ("correct", "flag"),
            "--remove-email": ("remove_email", "texts"),
            "--remove-phone": ("remove_phone", "texts"),
            "--remove-url": ("remove_url", "texts"),
            "--remove-alias": ("remove_alias", "texts"),
            "--remove-tag": ("remove_tag", "texts"),
            "--no-circle": ("no_circle", "flag"),
            "--no-every": ("no_every", "flag"),
            "--no-org": ("no_org", "flag"),
            "--no-department": ("no_department", "flag"),
            "--no-title": ("no_title", "flag"),
            "--no-place": ("no_place", "flag"),
            "--no-email": ("no_email", "flag"),
            "--no-phone": ("no_phone", "flag"),
            "--no-url": ("no_url", "flag"),
            "--no-birthday": ("no_birthday", "flag"),
            "--no-alias": ("no_alias", "flag"),
            "--no-tag": ("no_tag", "flag"),
            "--no-how": ("no_how", "flag"),
            "--no-introduced-by": ("no_introduced_by", "flag"),
            "--no-known-since": ("no_known_since", "flag"),
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--until": ("until", "text"),
            "--by": ("by", "text"),
            "--at": ("at", "text"),
            "--kind": ("kind", "text"),
            "-k": ("kind", "text"),
            "--minutes": ("minutes", "text"),
            "--summary": ("summary", "text"),
            "-m": ("summary", "text"),
            "--text": ("text", "text"),
            "--event": ("event", "text"),
            "-e": ("event", "text"),
            "--about": ("about", "text"),
            "--topic": ("topic", "text"),
            "--detail": ("detail", "text"),
            "--who": ("whom", "text"),
            "--with": ("with_", "texts"),
            "--without": ("without", "texts"),
            "--whose": ("whose", "text"),
            "--goal": ("goal", "text"),
            "--host": ("host", "text"),
            "--outcome": ("outcome", "text"),
            "--because": ("because", "text"),
            "--reply": ("reply", "text"),
            "--repair": ("repair", "text"),
            "--thanked-on": ("thanked_on", "text"),
            "--thanks": ("thanks", "text"),
            "--word": ("word", "text"),
            "--back": ("back", "text"),
            "--reopen": ("reopen", "flag"),
            "--keep-meetings": ("keep_meetings", "flag"),
            "--yes": ("yes", "flag"),
            "-y": ("yes", "flag"),
            "--no-minutes": ("no_minutes", "flag"),
            "--no-summary": ("no_summary", "flag"),
            "--no-text": ("no_text", "flag"),
            "--no-event": ("no_event", "flag"),
            "--no-detail": ("no_detail", "flag"),
            "--no-by": ("no_by", "flag"),
            "--no-at": ("no_at", "flag"),
            "--no-host": ("no_host", "flag"),
            "--no-because": ("no_because", "flag"),
            "--no-reply": ("no_reply", "flag"),
            "--no-repair": ("no_repair", "flag"),
            "--no-thanked-on": ("no_thanked_on", "flag"),
            "--no-thanks": ("no_thanks", "flag"),
            "--no-fleeting": ("no_fleeting", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "texts", True),
        ),
    ),
    "show": (
        {
            "--json": ("json", "flag"),
        },
        (
            ("who", "text", True),
        ),
    ),
    "meetings": (
        {
            "--since": ("since", "text"),
            "--until": ("until", "text"),
            "--kind": ("kind", "texts"),
            "-k": ("kind", "texts"),
            "--event": ("event", "text"),
            "-e": ("event", "text"),
            "--place": ("place", "text"),
            "--topic": ("topic", "text"),
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("who", "texts", False),
        ),
    ),
    "people": (
        {
            "--circle": ("circle", "text"),
            "--tag": ("tag", "text"),
            "--org": ("org", "text"),
            "--place": ("place", "text"),
            "--topic": ("topic", "text"),
            "--drifting": ("drifting", "flag"),
            "--never-met": ("never_met", "flag"),
            "--parted": ("parted", "flag"),
            "--sort": ("sort", "text"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "merge": (
        {
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("keep", "text", True),
            ("other", "text", True),
        ),
    ),
    "duplicates": (
        {
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--count": ("count", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", False),
        ),
    ),
    "remove": (
        {
            "--yes": ("yes", "flag"),
            "-y": ("yes", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "texts", True),
        ),
    ),
    "pause": (
        {
            "--until": ("until", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
        ),
    ),
    "resume": (
        {
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
        ),
    ),
    "goodbye": (
        {
            "--org": ("org", "text"),
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--why": ("why", "text"),
            "--done": ("done", "texts"),
            "--keep": ("keep", "texts"),
            "--undone": ("undone", "texts"),
            "--close": ("close", "flag"),
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", False),
        ),
    ),
    "circles": (
        {
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "circle": (
        {
            "--every": ("every", "text"),
            "--describe": ("describe", "text"),
            "--rename": ("rename", "text"),
            "--remove": ("remove", "flag"),
            "--yes": ("yes", "flag"),
            "-y": ("yes", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("name", "text", True),
        ),
    ),
    "common": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--detail": ("detail", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("topic", "texts", True),
        ),
    ),
    "topics": (
        {
            "--rename": ("rename", "text"),
            "--merge": ("merge", "text"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("topic", "text", False),
        ),
    ),
    "shared": (
        {
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("who", "text", True),
            ("other", "text", True),
        ),
    ),
    "intros": (
        {
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("who", "text", False),
        ),
    ),
    "intro": (
        {
            "--because": ("because", "text"),
            "--outcome": ("outcome", "text"),
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("other", "text", True),
        ),
    ),
    "learn": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", True),
        ),
    ),
    "promise": (
        {
            "--by": ("by", "text"),
            "--theirs": ("theirs", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", True),
        ),
    ),
    "todo": (
        {
            "--mine": ("mine", "flag"),
            "--theirs": ("theirs", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "done": (
        {
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("number", "numbers", True),
        ),
    ),
    "drop": (
        {
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("number", "numbers", True),
        ),
    ),
    "gave": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", True),
        ),
    ),
    "got": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", True),
        ),
    ),
    "thank": (
        {
            "--how": ("how", "text"),
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", False),
        ),
    ),
    "ask": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", True),
        ),
    ),
    "answer": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--to": ("to", "text"),
            "--promise": ("promise", "texts"),
            "-p": ("promise", "texts"),
            "--they-promise": ("they_promise", "texts"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("verdict", "text", True),
            ("text", "texts", False),
        ),
    ),
    "strain": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", True),
        ),
    ),
    "repair": (
        {
            "--on": ("on", "text"),
            "-d": ("on", "text"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("who", "text", True),
            ("text", "texts", False),
        ),
    ),
    "event": (
        {
            "--on": ("on", "text"),
            "--until": ("until", "text"),
            "--goal": ("goal", (0, 1000)),
            "--place": ("place", "text"),
            "--host": ("host", "text"),
            "--no-place": ("no_place", "flag"),
            "--no-host": ("no_host", "flag"),
            "--rename": ("rename", "text"),
            "--merge": ("merge", "flag"),
            "--remove": ("remove", "flag"),
            "--yes": ("yes", "flag"),
            "-y": ("yes", "flag"),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
            ("name", "text", True),
        ),
    ),
    "events": (
        {
            "--since": ("since", "text"),
            "--until": ("until", "text"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "review": (
        {
            "--month": ("month", "flag"),
            "--quarter": ("quarter", "flag"),
            "--year": ("year", "flag"),
            "--since": ("since", "text"),
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "trend": (
        {
            "--with": ("who", "text"),
            "--circle": ("circle", "text"),
            "--topic": ("topic", "text"),
            "--days": ("days", "flag"),
            "--since": ("since", "text"),
            "--until": ("until", "text"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "roots": (
        {
            "--output": ("output", "text"),
            "-o": ("output", "text"),
            "--circle": ("circle", "text"),
            "--org": ("org", "text"),
            "--topic": ("topic", "text"),
            "--limit": ("limit", (1, None)),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "reach": (
        {
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("org", "text", False),
        ),
    ),
    "export": (
        {
            "--output": ("output", "text"),
            "-o": ("output", "text"),
            "--since": ("since", "text"),
            "--until": ("until", "text"),
            "--spreadsheet": ("spreadsheet", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
            "--v3": ("v3", "flag"),
        },
        (
            ("what", "text", True),
        ),
    ),
    "import": (
        {
            "--from": ("from_", "text"),
            "--dry-run": ("dry_run", "flag"),
            "--circle": ("circle", "text"),
            "--encoding": ("encoding", "text"),
            "--confirmed": ("confirmed", "flag"),
            "--add-people": ("add_people", "flag"),
            "--me": ("me", "texts"),
            "--json": ("json", "flag"),
        },
        (
            ("file", "text", True),
        ),
    ),
    "undo": (
        {
            "--steps": ("steps", (1, None)),
            "-n": ("steps", (1, None)),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
        ),
    ),
    "redo": (
        {
            "--steps": ("steps", (1, None)),
            "-n": ("steps", (1, None)),
            "--json": ("json", "flag"),
            "--dry-run": ("dry_run", "flag"),
        },
        (
        ),
    ),
    "history": (
        {
            "--all": ("all_rows", "flag"),
            "-a": ("all_rows", "flag"),
            "--limit": ("limit", (1, None)),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "backup": (
        {
            "--force": ("force", "flag"),
            "--list": ("list_", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("file", "text", False),
        ),
    ),
    "restore": (
        {
            "--yes": ("yes", "flag"),
            "-y": ("yes", "flag"),
            "--json": ("json", "flag"),
        },
        (
            ("file", "text", False),
        ),
    ),
    "doctor": (
        {
            "--mend": ("mend", "flag"),
            "--quick": ("quick", "flag"),
            "--csv": ("csv", "flag"),
            "--json": ("json", "flag"),
        },
        (
        ),
    ),
    "encrypt": (
        {
            "--keyring": ("keyring", "flag"),
        },
        (
        ),
    ),
    "decrypt": (
        {
        },
        (
        ),
    ),
    "demo": (
        {
        },
        (
        ),
    ),
}
