"""Persons among suppliers, and the pseudonyms they get before anything leaves the reader.

Domain rule: a sole trader's organisation number is a personal number (third digit 0 or 1; the day plus 60 in a
coordination number). Publishers mask persons with words or stars; those all become one and the same pseudonym,
because nothing tells them apart.
"""

import hashlib
import os
import secrets

import polars as pl

from data_access.home import home

SHARED_NAME = "Maskerad leverantör"
SOLE_TRADER = "Enskild näringsidkare"
# "Redactive Events Ltd" is a company: the words stand whole.
MASK_WORDS = (
    r"(?i)\bredacted\b|personuppgift|^\W*(personal|private) (data|information|individual)\W*$|\bname withheld\b"
    r"|^\W*(maskerad|maskerat|anonymiserad|sekretess|skyddad identitet|privatperson(er)?|gdpr)\W*$|^\*+$|\*{2,}"
)


def secret() -> bytes:
    """The key pseudonyms are made with: LULEAWAY_SECRET, or a random file in the data folder, made once."""
    given = os.environ.get("LULEAWAY_SECRET")
    if given:
        return hashlib.blake2b(given.encode(), digest_size=32).digest()
    path = home() / "secret"
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:  # noqa: PTH123
            file.write(secrets.token_bytes(32))
    except FileExistsError:
        pass
    return path.read_bytes()


def mask_key(identity: str, key: bytes) -> str:
    """The pseudonym of one identity: the same with the same key, and no way back without it."""
    return f"mask:{hashlib.blake2b(identity.encode(), key=key, digest_size=8).hexdigest()}"


def is_masked(name: pl.Expr, number: pl.Expr) -> pl.Expr:
    """Whether the publisher has masked this supplier: by its name, or by stars in both name and number."""
    worded = name.str.contains(MASK_WORDS).fill_null(False)
    starred = (name.str.contains("*", literal=True) & number.str.contains("*", literal=True)).fill_null(False)
    no_name = name.is_null() & number.str.contains(MASK_WORDS).fill_null(False)
    return worded | starred | no_name


def shared_key() -> str:
    """The one pseudonym of everyone the publisher has masked."""
    return mask_key("masked", secret())


def pseudonyms(identities: pl.Series) -> pl.DataFrame:
    """`identity`, `mask_key`, `mask_name` of each different identity of a sole trader."""
    key = secret()
    different = identities.drop_nulls().unique(maintain_order=True)
    keys = [mask_key(identity, key) for identity in different]
    names = [f"{SOLE_TRADER} {made[5:9]}" for made in keys]
    return pl.DataFrame(
        {"identity": different, "mask_key": keys, "mask_name": names},
        schema={"identity": pl.String(), "mask_key": pl.String(), "mask_name": pl.String()},
    )
