"""Journals encrypted at rest with SQLCipher, which comes with the extra `netbook[encrypted]`.

An encrypted file begins with a mark of our own and goes on with chance: both together are the salt from which,
with the passphrase, the key is made, as SQLCipher 4 itself makes it, so that its other tools read the file too.
A journal's backups have its salt: the key, slow to make on purpose, is made once a command. Nothing here is
loaded for a journal that is not encrypted.
"""

from __future__ import annotations

import hmac
import os
import shlex
import sqlite3
import subprocess
import sys
from contextlib import suppress
from functools import cache
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Any, cast

from netbook.core.text import visible
from netbook.errors.journal_files import CipherMissing, NoPassphrase, PassphraseFailed, WrongPassphrase
from netbook.store.detect_encryption import MARK, SALT, error_name, salt_of

COMMAND = "NETBOOK_PASSPHRASE_COMMAND"
NEW_COMMAND = "NETBOOK_NEW_PASSPHRASE_COMMAND"
SERVICE = "netbook"  # under which a keyring has the passphrase, by the journal's path

ROUNDS, KEY = 256_000, 32  # SQLCipher 4's own: PBKDF2 with HMAC-SHA512
PAGE, SEAL = 4096, 64  # bytes of a page, and of the HMAC at its end
MOST_PAGES = 50  # that are looked at

# The passphrases of this process, the one that fitted last first: a backup has its journal's.
_fitted: list[str] = []
_salts: dict[str, bytes] = {}  # of each the salt that it was used with last


def unlock(name: str, path: Path, patience: float) -> sqlite3.Connection:
    """A connection to an encrypted file; raises CipherMissing, WrongPassphrase, or as `passphrase` does."""
    salt = salt_of(path) or b""
    for words in [*_fitted]:
        if db := _try(name, path, patience, words, salt):
            _use(words, salt)
            return db
    if _fitted and not _somebody_there() and not os.environ.get(COMMAND):
        raise _does_not_open(path, _fitted, salt)
    words = passphrase(path)
    db = _try(name, path, patience, words, salt)
    if db is None:
        raise _does_not_open(path, [words], salt)
    _use(words, salt)
    return db


def _does_not_open(path: Path, passphrases: list[str], salt: bytes) -> WrongPassphrase:
    """A passphrase that is wrong; where it fits another page it is right, and the first page damaged."""
    return WrongPassphrase(path, fits=any(_fits_a_page(path, words, salt) for words in passphrases))


def _fits_a_page(path: Path, words: str, salt: bytes) -> bool:
    """Whether a page after the first one has the seal that this passphrase gives it."""
    # https://www.zetetic.net/sqlcipher/design/: a page, its vector, and an HMAC of both and of its number.
    seal_key = pbkdf2_hmac("sha512", _key(words, salt), bytes(byte ^ 0x3A for byte in salt), 2, KEY)
    with path.open("rb") as file:
        file.seek(PAGE)
        for number in range(2, 2 + MOST_PAGES):
            page = file.read(PAGE)
            if len(page) < PAGE:
                return False
            sealed = page[:-SEAL] + number.to_bytes(4, "little")
            if hmac.digest(seal_key, sealed, "sha512") == page[-SEAL:]:
                return True
    return False


def with_known_passphrase(name: str, path: Path) -> sqlite3.Connection | None:
    """A connection to an encrypted file by a passphrase that fitted another one before; None without one."""
    salt = salt_of(path) or b""
    for words in [*_fitted]:
        if db := _try(name, path, 0, words, salt):
            return db
    return None


def begin(draft: Path, words: str | None = None) -> sqlite3.Connection:
    """A connection to an empty file that becomes an encrypted journal, with the passphrase that fitted last."""
    words = _fitted[0] if words is None else words
    _use(words, _salts.get(words) or MARK + os.urandom(SALT - len(MARK)))
    return _keyed(str(draft), draft, 0, words, _salts[words])


def expect(words: str) -> None:
    """Try a passphrase too, after those that fitted: an earlier command may have used it and been cut off."""
    if words not in _fitted:
        _fitted.append(words)


def passphrase(path: Path, *, new: bool = False, again: bool = False) -> str:
    """A passphrase: of the command that the environment names, else of the keyring, else typed (a new one twice).

    One that is to take another's place (`again`) has a command of its own. Raises PassphraseFailed where a
    command fails, and NoPassphrase where there is nobody to ask.
    """
    command = NEW_COMMAND if again else COMMAND
    result = _of_command(command) or (None if new else _of_keyring(path))
    if result is not None:
        return result
    if not _somebody_there():
        raise NoPassphrase(path, command)
    from getpass import getpass

    typed = getpass(f"{'New passphrase' if new else 'Passphrase'} of {visible(str(path))}: ")
    if new and (not typed or getpass("Again: ") != typed):
        raise NoPassphrase(
            path, command, "the passphrases do not match" if typed else "the passphrase is empty"
        )
    return typed


def keep_in_keyring(path: Path, words: str) -> None:
    """Have the desktop's keyring keep the passphrase; raises CipherMissing if there is none."""
    try:
        import keyring

        keyring.set_password(SERVICE, os.path.realpath(path), words)
    except Exception as error:  # whatever a desktop's keyring answers
        raise CipherMissing(path, "the keyring") from error


def is_in_keyring(path: Path) -> bool:
    """Whether the desktop's keyring keeps the passphrase."""
    return _of_keyring(path) is not None


def forget_in_keyring(path: Path) -> None:
    """Have the desktop's keyring forget the passphrase, if it has it."""
    for name in {os.path.realpath(path), str(path)}:
        with suppress(Exception):  # no keyring, or it has none
            import keyring

            keyring.delete_password(SERVICE, name)


def forget() -> None:
    """Forget the passphrases of this process, so that the next use asks again."""
    _fitted.clear()
    _salts.clear()


def _somebody_there() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _use(words: str, salt: bytes) -> None:
    if words in _fitted:
        _fitted.remove(words)
    _fitted.insert(0, words)
    _salts[words] = salt


def _of_command(variable: str = COMMAND) -> str | None:
    line = os.environ.get(variable, "").strip()
    if not line:
        return None
    try:
        done = subprocess.run(shlex.split(line), check=True, stdout=subprocess.PIPE)  # noqa: S603 - the user's own
        words = done.stdout.decode().split("\n")[0].rstrip("\r")
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise PassphraseFailed(variable) from error
    if not words:
        raise PassphraseFailed(variable)
    return words


def _of_keyring(path: Path) -> str | None:
    try:
        import keyring

        # By the name that every way to the file leads to; before, it was kept by the name that was typed.
        names = dict.fromkeys((os.path.realpath(path), str(path)))
        passphrases: list[str | None] = [keyring.get_password(SERVICE, name) for name in names]
        return next(filter(None, passphrases), None)
    except Exception:  # no keyring, or whatever a desktop's answers: the passphrase can still be typed
        return None


def _try(name: str, path: Path, patience: float, words: str, salt: bytes) -> sqlite3.Connection | None:
    """A connection that can read; None where the passphrase does not fit."""
    db = _keyed(name, path, patience, words, salt)
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException as error:
        db.close()
        if error_name(error) == "SQLITE_NOTADB":
            return None
        raise
    return db


def _keyed(name: str, path: Path, patience: float, words: str, salt: bytes) -> sqlite3.Connection:
    db = _driver(path).connect(name, uri=name.startswith("file:"), timeout=patience, isolation_level=None)
    # Its complaints go to stderr otherwise.
    db.execute("PRAGMA cipher_log_level = NONE")
    db.execute(f"PRAGMA key = \"x'{_key(words, salt).hex()}{salt.hex()}'\"")
    return cast(sqlite3.Connection, db)


@cache
def _key(words: str, salt: bytes) -> bytes:
    _dump_no_core()
    return pbkdf2_hmac("sha512", words.encode(), salt, ROUNDS, KEY)


def _driver(path: Path) -> Any:
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise CipherMissing(path) from error
    return dbapi2


@cache
def _dump_no_core() -> None:
    """Leave nothing of a key, or of what is decrypted, in a core file."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        # A program that receives core files is not held by the limit: PR_SET_DUMPABLE, of Linux.
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
