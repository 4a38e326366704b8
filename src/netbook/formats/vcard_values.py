"""The values and parameters of vCards: escapes, encodings, and one form for what versions write differently.

The form is that of 4.0 (RFC 6350): preferred is PREF=1, types are in small letters, a picture is a data: URI,
a telephone number is text. `for_version` turns it into what 3.0 (RFC 2426) has for it, and reading that gives
the same form again.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

Read = list[tuple[str, list[str]]]
Params = tuple[tuple[str, tuple[str, ...]], ...]

STRUCTURED = frozenset(("N", "ADR", "ORG"))
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

_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TOKEN = re.compile(r"\\.|\\$|[,;]|[^\\,;]+", re.DOTALL)
_NEWLINE = re.compile(r"\r\n?|\n")
# What no text may have (RFC 6350, section 3.3): control characters but tab and line end.
_CONTROLS = dict.fromkeys((*range(9), *range(0x0B, 0x20), 0x7F))
_NO_ENCODINGS = ("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape")
# What is written under these names is often the wider encoding.
_WIDER = {
    "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "iso8859-1": "cp1252",
}  # fmt: skip


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
    if name in _BINARY and (match := _DATA_URI.match(value)):
        data, kind = whole_base64(value[match.end() :]), match[1].lower()
        value = f"data:{_magic(data) if kind in ('', _UNKNOWN) else kind};base64,{data}"
        for key in ("TYPE", "VALUE", "MEDIATYPE"):  # what the URI says itself
            params.pop(key, None)
    if name in LINKS:  # a URI has no escapes (RFC 6350, section 6.7.8), but Apple writes "http\\://"
        value = re.sub(r"\\+([:,;])", r"\1", value)
    if name == "TEL" and (value[:4].lower() == "tel:" or params.get("VALUE") == ["text"]):
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


def for_version(name: str, params: Params, value: str, *, v3: bool) -> tuple[Params, str]:
    """Parameters and value as the version writes them: 3.0 has TYPE=pref and base64 (RFC 2426, section 4)."""
    if not v3:
        return params, value
    groups = dict(params)
    if groups.get("PREF") == ("1",):
        groups = {"TYPE": (*groups.get("TYPE", ()), "pref")} | {
            key: values for key, values in groups.items() if key not in ("TYPE", "PREF")
        }
    if name in _BINARY and (match := _DATA_URI.match(value)):
        kind, _, rest = match[1].partition("/")
        word = rest.upper() if kind == _BINARY[name] else match[1]
        groups["ENCODING"] = ("b",)
        if match[1] != _UNKNOWN:
            groups["TYPE"] = (word, *groups.get("TYPE", ()))
        value = value[match.end() :]
    return tuple(groups.items()), value


@cache
def _codec(name: str) -> str | None:
    """The name by which Python knows an encoding of text; None for any other."""
    bare = name.strip().strip('"').lower()
    for known in (bare, bare.removeprefix("x-")):
        try:
            result = codecs.lookup(known).name
            if result not in _NO_ENCODINGS and b"a".decode(result) == "a":
                return result
        except (LookupError, ValueError):
            continue
    return None


def decoded(data: bytes, encoding: str, errors: str = "strict") -> str | None:
    """The bytes as text, or None where they are none in that encoding, or nobody knows it."""
    codec = _codec(encoding)
    if codec is None:
        return None
    if codec == "iso8859-1" and any(0x80 <= byte < 0xA0 for byte in data):
        codec = _WIDER[codec]
    for each in filter(None, (codec, _WIDER.get(codec))):
        try:
            return data.decode(each, errors)
        except UnicodeError:
            continue
    return None


def is_ascii_wide(encoding: str) -> bool:
    """Whether the letters and marks of ASCII are in this encoding the bytes that they are in ASCII."""
    codec = codecs.lookup(encoding).name
    if codec.startswith(("iso2022", "hz", "utf-7")):
        return False
    ascii_text = "".join(map(chr, range(0x20, 0x7F)))
    try:
        return ascii_text.encode("ascii").decode(codec) == ascii_text
    except UnicodeError:
        return False
