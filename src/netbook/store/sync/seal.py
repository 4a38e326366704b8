"""Sealing: what goes to a remote is compressed and encrypted with a key made from a passphrase.

The files are age's (https://age-encryption.org/v1: X25519, ChaCha20-Poly1305), written by pyrage, which comes with the
extra `netbook[encrypted]`. The key is made by scrypt, deliberately slow, once a machine; age's own passphrases would
be slow once a file. Whoever has the key can open the files with age, too.
"""

import zlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, NamedTuple

from netbook.errors.sync import SealMissing

if TYPE_CHECKING:
    from pyrage import x25519

SALT = 16  # bytes
# Of scrypt (RFC 7914): 128 MB and most of a second.
COST, BLOCK, LANES = 2**17, 8, 1
LARGEST = 2**28  # bytes that a sealed file may have when it is opened
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class BrokenSeal(Exception):
    """What is not sealed with this key, or not whole; the message says which."""


class Seal(NamedTuple):
    """A key, and the salt with which it was made."""

    identity: str
    salt: bytes

    @property
    def recipient(self) -> str:
        """The public half of the key."""
        return str(_identity(self.identity).to_public())

    def lock(self, data: bytes) -> bytes:
        """Compress and encrypt."""
        import pyrage

        return bytes(pyrage.encrypt(zlib.compress(data, 6), [_identity(self.identity).to_public()]))

    def open(self, data: bytes) -> bytes:
        """Decrypt and decompress. Raises BrokenSeal."""
        import pyrage

        try:
            packed = pyrage.decrypt(data, [_identity(self.identity)])
            unpacking = zlib.decompressobj()
            plain = unpacking.decompress(packed, LARGEST)
        except (pyrage.DecryptError, zlib.error) as error:
            raise BrokenSeal("it is not sealed with this key") from error
        if unpacking.unconsumed_tail or not unpacking.eof:
            raise BrokenSeal("it is too large, or cut off")
        return plain

    def text(self) -> str:
        """The key and its salt, as the journal keeps them."""
        return f"{b64encode(self.salt).decode()} {self.identity}"


def from_text(text: str) -> Seal:
    """The key that a journal keeps."""
    salt, _, identity = text.partition(" ")
    return Seal(identity, b64decode(salt))


def make(passphrase: str, salt: bytes) -> Seal:
    """The key that a passphrase and a salt give. Raises SealMissing where it cannot be used."""
    from hashlib import scrypt

    key = scrypt(
        passphrase.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=2**28, dklen=32,
    )  # fmt: skip
    seal = Seal(_bech32("age-secret-key-", key).upper(), salt)
    _identity(seal.identity)
    return seal


def _identity(text: str) -> "x25519.Identity":
    try:
        from pyrage import x25519
    except ImportError as error:
        raise SealMissing from error
    return x25519.Identity.from_str(text)


def _bech32(prefix: str, data: bytes) -> str:
    """Bytes as Bech32 (BIP 173), the form of age's keys."""
    bits, number = len(data) * 8, int.from_bytes(data, "big")
    padding = -bits % 5
    number <<= padding
    values = [number >> shift & 31 for shift in range(bits + padding - 5, -1, -5)]
    spread = [*(ord(sign) >> 5 for sign in prefix), 0, *(ord(sign) & 31 for sign in prefix)]
    check = _checksum([*spread, *values, *[0] * 6]) ^ 1
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{prefix}1{''.join(_LETTERS[value] for value in values)}"


def _checksum(values: list[int]) -> int:
    result = 1
    for value in values:
        top = result >> 25
        result = (result & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            result ^= generator if top >> place & 1 else 0
    return result
