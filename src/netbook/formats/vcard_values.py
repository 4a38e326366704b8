"""The values and parameters of vCards: escapes, encodings, and one form for what versions write differently.

The form is that of 4.0 (RFC 6350): preferred is PREF=1, types are in small letters, a picture is a data: URI,
a telephone number is text. `for_version` turns it into what 3.0 (RFC 2426) has for it, and reading that gives
the same form again.
"""

from __future__ import annotations

import re

Read = list[tuple[str, list[str]]]
Params = tuple[tuple[str, tuple[str, ...]], ...]

STRUCTURED = frozenset(("N", "ADR", "ORG"))
INTERESTS = ("INTEREST", "HOBBY", "EXPERTISE")  # RFC 6715, sections 2.1 to 2.3
LINKS = ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE")
LISTS = frozenset(("CATEGORIES", "NICKNAME"))
TEXTS = STRUCTURED | LISTS | {"FN", "NOTE", "TITLE", "ROLE", "LABEL", "EMAIL", "TEL", "URL"}
_FREE_TEXTS = frozenset(("FN", "NOTE", "TITLE", "ROLE", "LABEL", "AGENT", "MAILER", "SORT-STRING"))
_BINARY = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio", "KEY": "application"}
_OWN_FORM = frozenset((*_BINARY, *LINKS, "TEL"))
# What a file's first bytes look like in base64, where nothing says what it is.
_MAGIC = (("/9j/", "image/jpeg"), ("iVBORw0", "image/png"), ("R0lGOD", "image/gif"), ("Qk0", "image/bmp"))
_UNKNOWN = "application/octet-stream"
_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]+(?:/[a-z0-9.+-]+)?")
_DATA_URI = re.compile(r"data:([^;,]*)((?:;[^;,]*)*?);base64,", re.IGNORECASE)
_ESCAPED_URI = re.compile(r"\\([,;:])")
_WEB = re.compile(r"(?:https?|ftp|cid|urn):", re.IGNORECASE)
_GEO_URI = re.compile(r"geo:(-?[\d.]+),(-?[\d.]+).*", re.IGNORECASE)
_UTC_OFFSET = re.compile(r"[+-]\d\d:?\d\d")
# What 4.0 has and 3.0 has not: these go out, and are read, with X- in front (RFC 6350, sections 6.1.4 to 6.10; RFC
# 6474; RFC 6715; RFC 8605; RFC 9554), and so do parameters and kinds of values.
_NEW_IN_4 = frozenset(
    ("ANNIVERSARY", "GENDER", "RELATED", "MEMBER", "LANG", "BIRTHPLACE", "DEATHPLACE", "DEATHDATE", "EXPERTISE",
     "HOBBY", "INTEREST", "ORG-DIRECTORY", "CONTACT-URI", "SOCIALPROFILE", "GRAMGENDER", "PRONOUNS", "LANGUAGE",
     "CREATED", "KIND", "XML", "CLIENTPIDMAP", "JSPROP")
)  # fmt: skip
_PARAMS_OF_4 = frozenset(
    ("PREF", "ALTID", "PID", "MEDIATYPE", "CALSCALE", "SORT-AS", "GEO", "TZ", "LABEL", "INDEX", "LEVEL", "CC", "AUTHOR",
     "AUTHOR-NAME", "CREATED", "DERIVED", "PHONETIC", "PROP-ID", "SCRIPT", "SERVICE-TYPE", "USERNAME")
)  # fmt: skip
_VALUES_OF_3 = frozenset(
    ("binary", "uri", "text", "date", "date-time", "time", "vcard", "phone-number", "utc-offset", "integer", "float",
     "boolean")
)  # fmt: skip
# How KDE names messengers: "X-messaging/xmpp-All".
_MESSENGER = re.compile(r"X-messaging[/-](\w+)-(?:All|Pref)", re.IGNORECASE)

_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TOKEN = re.compile(r"\\.|\\$|[,;]|[^\\,;]+", re.DOTALL)
_NEWLINE = re.compile(r"\r\n?|\n")
# What no text may have (RFC 6350, section 3.3): control characters but tab and line end.
_CONTROLS = dict.fromkeys((*range(9), *range(0x0B, 0x20), 0x7F))


def unescaped(value: str) -> str:
    r"""The text that a value stands for: `\n` is a line end, `\,` `\;` `\\` and others the character itself.

    RFC 6350, section 3.4; RFC 2426, section 5. A backslash before another letter or digit stays: no version
    escapes those, and paths have them.
    """
    return _ESCAPED.sub(_plain, value) if "\\" in value else value


def _plain(match: re.Match[str]) -> str:
    if match[1] in "nN":
        return "\n"
    return match[0] if match[1].isalnum() else match[1]


def escaped(text: str) -> str:
    """A text as a value (RFC 6350, section 3.4; RFC 2426, section 5)."""
    return without_line_ends(text.replace("\\", "\\\\")).replace(",", "\\,").replace(";", "\\;")


def without_line_ends(text: str) -> str:
    r"""The text on one line: `\n` for each line end, and no control characters."""
    if text.isprintable():
        return text
    return _NEWLINE.sub("\n", text).translate(_CONTROLS).replace("\n", "\\n")


def split(value: str, separators: str) -> list[str]:
    """The parts of a value between separators that are not escaped; the parts themselves still are.

    Components are separated by ";" (RFC 6350, section 6.2.2), lists by "," (section 3.3).
    """
    if "\\" not in value:
        return re.split(f"[{separators}]", value)
    parts: list[list[str]] = [[]]
    for token in _TOKEN.findall(value):
        if token in separators:
            parts.append([])
        else:
            parts[-1].append(token)
    return ["".join(part) for part in parts]


def modern(name: str, text: str, *, old: bool) -> str:
    r"""A decoded value as 3.0 and 4.0 escape it.

    In 2.1 only `\;` is an escape, within components (section 2.3); `\,` and `\:` are written by mistake, other
    backslashes are text, and a comma separates nothing but keywords.
    """
    if not old:
        return without_line_ends(text)
    if name in _FREE_TEXTS:
        return escaped(_ESCAPED.sub(_of_21, text))
    cleaned = re.sub(r"\\(?![;,])", r"\\\\", text.replace("\\:", ":"))
    if name in STRUCTURED:
        cleaned = re.sub(r"(?<!\\),", r"\\,", cleaned)
    return without_line_ends(cleaned)


def _of_21(match: re.Match[str]) -> str:
    return match[1] if match[1] in ";,:" else match[0]


def known_name(spelled: str) -> tuple[str, str]:
    """The name by which a property is known, and what its value begins with besides.

    A messenger of KDE's is an IMPP (RFC 4770), and what 3.0 had to be written with X- is what 4.0 has without.
    """
    if match := _MESSENGER.fullmatch(spelled):
        scheme = match[1].lower()
        return "IMPP", f"{'xmpp' if scheme == 'jabber' else scheme}:"
    upper = spelled.upper()
    if upper.startswith("X-") and upper[2:] in (_NEW_IN_4 | {"BDAY"}) - {"SOCIALPROFILE"}:
        return upper[2:], ""
    return spelled, ""


def normal(name: str, read: Read, value: str) -> tuple[Params, str]:
    """Parameters and value in one form.

    TYPE and PREF stand first, then the others as they came, without what says an encoding. "pref" among the
    types is PREF=1 (RFC 6350, section 5.3); "internet" is what every address was.
    """
    value = value.strip(" \t")
    if not read and name not in _OWN_FORM:
        return (), value
    params: dict[str, list[str]] = {"TYPE": [], "PREF": []}
    for key, values in read:
        key = key[2:] if key[:2] == "X-" and key[2:] in _PARAMS_OF_4 | {"VALUE"} else key
        params.setdefault(key, []).extend(value.translate(_CONTROLS).strip(" \t") for value in values)
    every = ",".join(params["TYPE"]).lower().split(",")  # RFC 6350's own example has a list in quotes
    types = dict.fromkeys(word for each in every if (word := each.strip()))
    if "pref" in types and not params["PREF"]:
        params["PREF"] = ["1"]
    params["TYPE"] = [word for word in types if word not in ("pref", "internet")]
    params.pop("CHARSET", None)
    if params.pop("ENCODING", [""])[0].upper() in ("B", "BASE64"):
        value = whole_base64(value)
        if name in _BINARY:
            value = f"data:{_media_type(name, params['TYPE'], value)};base64,{value}"
        else:
            params["ENCODING"] = ["b"]
    if name in _BINARY:
        value = _ESCAPED_URI.sub(r"\1", value)  # as some programs write a URI, like a text
        if _WEB.match(value):
            params["VALUE"] = ["uri"]  # what 4.0 takes for granted, 3.0 has to say
    if name in _BINARY and (match := _DATA_URI.match(value)):
        data, kind = whole_base64(value[match.end() :]), match[1].lower()
        value = f"data:{_magic(data) if kind in ('', _UNKNOWN) else kind};base64,{data}"
        for key in ("TYPE", "VALUE", "MEDIATYPE"):  # what the URI says itself
            params.pop(key, None)
    if name in LINKS:  # a URI has no escapes (RFC 6350, section 6.7.8), but Apple writes "http\\://"
        value = re.sub(r"\\+([:,;])", r"\1", value)
    if name == "TEL" and value[:4].lower() == "tel:" and ";" in value:
        params["VALUE"] = ["uri"]
    elif name == "TEL" and (value[:4].lower() == "tel:" or params.get("VALUE") == ["text"]):
        params.pop("VALUE", None)
        value = value[4:] if value[:4].lower() == "tel:" else value
    return tuple((key, tuple(values)) for key, values in params.items() if values), value


def whole_base64(data: str) -> str:
    """Base64 that others can decode, also where it was cut off (RFC 4648, section 4)."""
    cleaned = _NOT_BASE64.sub("", data)
    cleaned = cleaned[:-1] if len(cleaned) % 4 == 1 else cleaned
    return cleaned + "=" * (-len(cleaned) % 4)


def _media_type(name: str, types: list[str], data: str) -> str:
    kind = next((word for word in types if _MEDIA_TYPE.fullmatch(word)), "")
    if not kind:
        return _magic(data)
    return kind if "/" in kind else f"{_BINARY[name]}/{'jpeg' if kind == 'jpg' else kind}"


def _magic(data: str) -> str:
    return next((kind for start, kind in _MAGIC if data.startswith(start)), _UNKNOWN)


def telephone(value: str) -> str:
    """A tel: URI as a number that people dial: with its extension, in its country (RFC 3966, section 5.1)."""
    if value[:4].lower() != "tel:":
        return value
    number, *more = value[4:].split(";")
    groups = {key.lower(): text for key, _, text in (each.partition("=") for each in more)}
    context = groups.get("phone-context", "")
    number = context + number if context.startswith("+") and not number.startswith("+") else number
    return f"{number} ext. {groups['ext']}" if groups.get("ext") else number


def in_version_3(spelled: str, params: Params, value: str) -> tuple[str, Params, str]:
    """Name, parameters and value as 3.0 writes them (RFC 2426), with nothing of 4.0.

    It has TYPE=pref, base64, VALUE=uri for a picture elsewhere, and coordinates with a semicolon.
    """
    name = spelled.upper()
    result = {f"X-{key}" if key in _PARAMS_OF_4 else key: values for key, values in params}
    if result.get("X-PREF") == ("1",):
        del result["X-PREF"]
        result = {"TYPE": (*result.pop("TYPE", ()), "pref")} | result
    if result.get("VALUE", ("text",))[0].lower() not in _VALUES_OF_3:
        result["X-VALUE"] = result.pop("VALUE")
    if name in _BINARY and (match := _DATA_URI.match(value)):
        kind, _, rest = match[1].partition("/")
        word = rest.upper() if kind == _BINARY[name] else match[1]
        result["ENCODING"] = ("b",)
        if match[1] != _UNKNOWN:
            result["TYPE"] = (word, *result.get("TYPE", ()))
        value = value[match.end() :]
    elif name == "TEL" and value[:4].lower() == "tel:":
        result.pop("VALUE", None)
        value = escaped(telephone(value))
    elif name == "GEO" and (match := _GEO_URI.fullmatch(value)):
        value = f"{match[1]};{match[2]}"
    elif name == "TZ" and not _UTC_OFFSET.fullmatch(value):
        result["VALUE"] = ("text",)
    elif name == "BDAY" and result.get("VALUE") == ("text",):
        spelled = "X-BDAY"
    return f"X-{spelled}" if name in _NEW_IN_4 else spelled, tuple(result.items()), value
