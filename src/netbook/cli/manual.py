"""The manual pages, made when the wheel is built: netbook.1 and one for each command.

Only the tables are used, so that a build needs nothing that netbook needs to run.
"""

from __future__ import annotations

from collections.abc import Iterable

from netbook.cli.about import HEAD, OPTIONS
from netbook.cli.commands import GROUPS
from netbook.cli.help_table import DESCRIPTIONS, EXAMPLES, METAVARS, PARAMETERS, SUMMARIES
from netbook.cli.parser import Parameter, parameters
from netbook.cli.parser_table import PARSERS

STATUS = (
    ("0", "Success, also for an empty list."),
    ("1", "Refused: no such person, several people, a file that cannot be imported."),
    ("2", "Usage: an unknown option, a date that cannot be read."),
    ("3", "The journal itself: locked too long, damaged, not a journal, no permission, disk full."),
    ("70", "A bug in netbook; the message names a report, which contains nothing from your journal."),
    ("130", "Interrupted."),
)
ENVIRONMENT = (
    ("NETBOOK_DB", "The journal's file, unless --db names one."),
    ("NETBOOK_TODAY", "The date to use as today, unless --today gives one."),
    ("NETBOOK_PASSPHRASE_COMMAND", "A command that prints the passphrase of an encrypted journal."),
    ("NO_COLOR", "If it is set, no colour is used."),
    ("VISUAL, EDITOR", "The editor for forms."),
)


def pages(version: str) -> dict[str, str]:
    """The pages by their file names."""
    return {"netbook.1": _main(version)} | {
        f"netbook-{name}.1": _command(name, version) for name in SUMMARIES
    }


def _main(version: str) -> str:
    _, _, about = HEAD.partition("\n\n")
    parts = [
        _head("netbook", version, "a networking journal"),
        ".SH SYNOPSIS\n.B netbook\n[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]",
        f".SH DESCRIPTION\n{_text(' '.join(about.split()))}",
        ".SH COMMANDS",
        *(
            f".SS {group}\n"
            + "\n".join(
                f".TP\n.BR netbook\\-{_escaped(name)} (1)\n{_text(SUMMARIES[name])}" for name in names
            )
            for group, names in GROUPS.items()
        ),
        f".SH OPTIONS\n.nf\n{_text(OPTIONS.strip())}\n.fi",
        _listed("EXIT STATUS", STATUS),
        _listed("ENVIRONMENT", ENVIRONMENT),
    ]
    return "\n".join(parts) + "\n"


def _command(name: str, version: str) -> str:
    known = parameters(PARSERS[name])
    options = list(dict.fromkeys(known.options.values()))
    arguments = "".join(
        f" \\fI{_escaped(METAVARS[name][parameter.name])}\\fR" for parameter in known.arguments
    )
    about = [
        (METAVARS[name][parameter.name], PARAMETERS[name][parameter.name]) for parameter in known.arguments
    ]
    parts = [
        _head(f"netbook-{name}", version, SUMMARIES[name]),
        f".SH SYNOPSIS\n.B netbook {_escaped(name)}\n[\\fIoptions\\fR]{arguments}",
        ".SH DESCRIPTION\n" + _paragraphs(f"{SUMMARIES[name]}\n\n{DESCRIPTIONS[name]}"),
    ]
    if about:
        parts.append(_listed("ARGUMENTS", about))
    if options:
        parts.append(
            _listed(
                "OPTIONS",
                [(_spelling(name, parameter), PARAMETERS[name][parameter.name]) for parameter in options],
            )
        )
    parts += [f".SH EXAMPLE\n.nf\n{_text(EXAMPLES[name])}\n.fi", ".SH SEE ALSO\n.BR netbook (1)"]
    return "\n".join(parts) + "\n"


def _spelling(name: str, parameter: Parameter) -> str:
    value = "" if parameter.kind == "!" else f" {METAVARS[name][parameter.name]}"
    return ", ".join(parameter.options) + value


def _head(name: str, version: str, summary: str) -> str:
    summary = summary.rstrip(".")
    return (
        f'.TH {_escaped(name.upper())} 1 "" "netbook {version}" "netbook"\n'
        f".SH NAME\n{_escaped(name)} \\- {_escaped(summary[:1].lower() + summary[1:])}"
    )


def _listed(title: str, items: Iterable[tuple[str, str]]) -> str:
    rows = [f".TP\n\\fB{_escaped(what)}\\fR\n{_text(about)}" for what, about in items]
    return "\n".join([f".SH {title}", *rows])


def _paragraphs(text: str) -> str:
    return "\n.PP\n".join(_text(" ".join(part.split())) for part in text.strip().split("\n\n"))


def _text(text: str) -> str:
    """Text in which no line can be taken for a request of the formatter."""
    lines = _escaped(text).splitlines()
    return "\n".join(f"\\&{line}" if line[:1] in (".", "'") else line for line in lines)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
