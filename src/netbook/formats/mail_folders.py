"""The folders of mail programs that hold no correspondence: trash, junk, drafts and what was never sent.

Servers name them in English (RFC 6154 and the habits before it), Gmail and Outlook in the language of their owner;
IMAP, and Maildir with it, writes what is beyond ASCII in a UTF-7 of its own (RFC 3501, section 5.1.3).
"""

import re

from netbook.core.names import fold

_NAMES = frozenset(
    fold(name)
    for name in (
        "trash", "bin", "deleted", "deleted items", "deleted messages", "junk", "junk e-mail", "junk email",
        "junk mail", "spam", "bulk mail", "drafts", "draft", "templates", "outbox", "unsent messages",
        "papierkorb", "gelöscht", "gelöschte elemente", "gelöschte objekte", "werbung", "entwürfe", "vorlagen",
        "postausgang",
        "corbeille", "éléments supprimés", "messages supprimés", "courrier indésirable", "indésirables", "brouillons",
        "modèles",
        "papelera", "elementos eliminados", "correo no deseado", "no deseado", "borradores",
        "cestino", "posta eliminata", "posta indesiderata", "indesiderata", "bozze",
        "lixeira", "lixo", "itens excluídos", "lixo eletrônico", "rascunhos",
        "prullenbak", "prullenmand", "verwijderde items", "ongewenste e-mail", "ongewenst", "concepten",
        "kosz", "elementy usunięte", "wiadomości-śmieci", "wersje robocze", "kopie robocze", "szkice",
        "papperskorgen", "borttagna objekt", "skräppost", "utkast", "slettet post", "papirkurv", "uønsket post",
        "kladder",
        "roskakori", "roskaposti", "luonnokset",
        "корзина", "удаленные", "спам", "черновики",
        "ごみ箱", "迷惑メール", "下書き", "已删除邮件", "垃圾邮件", "草稿",
    )
)  # fmt: skip
_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")


def is_no_correspondence(name: str) -> bool:
    """Whether a folder or mailbox of that name holds what was thrown away, or not sent."""
    last = _decoded(name.removesuffix(".sbd").removesuffix(".mbox")).rpartition(".")[2]
    return fold(last) in _NAMES


def _decoded(name: str) -> str:
    """A name out of the UTF-7 of IMAP."""
    return _ENCODED.sub(_of_utf_7, name)


def _of_utf_7(match: re.Match[str]) -> str:
    if not match[1]:
        return "&"
    return f"+{match[1].replace(',', '/')}-".encode("ascii").decode("utf-7", "replace")
