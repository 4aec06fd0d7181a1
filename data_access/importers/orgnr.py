"""Swedish organisation numbers, and which of them are persons (domain chapter 6.4)."""

import polars as pl

_WEIGHTS = (2, 1, 2, 1, 2, 1, 2, 1, 2, 1)


def ten_digits(text: pl.Expr) -> pl.Expr:
    """The ten digits of a number written with hyphen, blanks, prefix 16 (or a century) or as a VAT number; else null."""
    bare = text.str.to_uppercase().str.replace_all(r"[\s\u00a0\-–]", "").str.replace(r"\.0$", "")
    return bare.str.extract(r"^(?:SE)?(?:16|19|20)?(\d{10})$", 1).fill_null(bare.str.extract(r"^SE(\d{10})01$", 1))


def is_luhn(digits: pl.Expr) -> pl.Expr:
    """Whether the tenth digit is the check digit of the nine before."""
    total = pl.lit(0, dtype=pl.Int32)
    for position, weight in enumerate(_WEIGHTS):
        product = digits.str.slice(position, 1).cast(pl.Int32, strict=False) * weight
        total = total + product // 10 + product % 10
    return (total % 10 == 0).fill_null(False)


def is_legal_person(digits: pl.Expr) -> pl.Expr:
    """Whether ten digits are a valid organisation number: third digit 2 or more, and the check digit right."""
    return (digits.str.slice(2, 1).cast(pl.Int32, strict=False) >= 2).fill_null(False) & is_luhn(digits)


def is_person(digits: pl.Expr) -> pl.Expr:
    """Whether ten digits in a column of organisation numbers are a person's: the third digit is 0 or 1.

    The check digit is not asked: a mistyped personal number is a person's number still.
    """
    return (digits.str.contains(r"^\d\d[01]") & ~digits.str.contains(r"^0+$")).fill_null(False)


def is_birth_like(digits: pl.Expr) -> pl.Expr:
    """Whether digits begin with a day of birth, the day plus 60 in a coordination number."""
    day = r"^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\d{4}$"
    return digits.str.contains(day).fill_null(False)


def country(text: pl.Expr) -> pl.Expr:
    """The country a foreign number begins with, such as FI in FI01148912; null for Swedish and for none."""
    found = text.str.strip_chars().str.to_uppercase().str.extract(r"^([A-Z]{2})[\s\-]?\d[\dA-Z]{4,13}$", 1)
    return pl.when(found != "SE").then(found)
