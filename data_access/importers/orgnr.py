"""Swedish organisation numbers, and which of them are persons (domain chapter 6.4)."""

import re

import polars as pl

_WEIGHTS = (2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
BIRTH = r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_DASH = r"[-+\u2010-\u2015\u2212]"
PARTED = r"[-+\s\u00a0\u2010-\u2015\u2212]"
_SHAPE = rf"(?:(?:19|20)?{BIRTH}{_DASH}\d{{4}}|(?:19|20){BIRTH}[\s\u00a0]?\d{{4}})"
_WRITTEN = re.compile(rf"(?<!\d){_SHAPE}(?!\d)")
HIDDEN = "(personnummer)"
# Where official numbers of other countries begin with letters, these are the letters (EL and UK as VAT writes them).
_COUNTRIES = (
    r"^(AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SI|SK|UK|US|XI)"
)


def ten_digits(text: pl.Expr) -> pl.Expr:
    """The ten digits of a number written with hyphen, blanks, prefix 16 or a century, or as a VAT number; else null."""
    bare = text.str.to_uppercase().str.replace_all(r"[\s\u00a0\-–+]", "").str.replace(r"\.0$", "")
    return pl.coalesce(bare.str.extract(r"^(?:16|19|20)?(\d{10})$", 1), bare.str.extract(r"^SE(\d{10})(?:01)?$", 1))


def is_luhn(digits: pl.Expr) -> pl.Expr:
    """Whether the tenth digit is the check digit of the nine before."""
    total = pl.lit(0, dtype=pl.Int32)
    for position, weight in enumerate(_WEIGHTS):
        product = digits.str.slice(position, 1).cast(pl.Int32, strict=False) * weight
        total = total + product // 10 + product % 10
    return (total % 10 == 0).fill_null(False)


def is_legal_person(digits: pl.Expr) -> pl.Expr:
    """Whether ten digits are a valid organisation number: third digit 2 or more, and the check digit right."""
    return digits.str.contains(r"^[1-9]\d[2-9]").fill_null(False) & is_luhn(digits)


def is_person(digits: pl.Expr) -> pl.Expr:
    """Whether ten digits in a column of organisation numbers are a person's: the third digit is 0 or 1.

    The check digit is not asked: a mistyped personal number is a person's number still.
    """
    return (digits.str.contains(r"^\d\d[01]") & ~digits.str.contains(r"^0+$")).fill_null(False)


def is_valid(digits: pl.Expr) -> pl.Expr:
    """Whether ten digits are somebody's number, a legal person's or a person's."""
    return is_legal_person(digits) | (digits.str.contains(f"^{BIRTH}").fill_null(False) & is_luhn(digits))


def person_in(text: pl.Expr) -> pl.Expr:
    """The ten digits of a personal number inside a text: written with its hyphen or century, or its check digit right.

    Ten digits alone, or parted by a blank, may be any number; with a day of birth and the right check digit they are
    taken for a person's, because a person shown is worse than a company hidden.
    """
    hyphened = text.str.extract(rf"(?:^|\D)(?:19|20)?({BIRTH}{_DASH}\d{{4}})(?:\D|$)", 1)
    with_century = text.str.extract(rf"(?:^|\D)(?:19|20)({BIRTH}[\s\u00a0]?\d{{4}})(?:\D|$)", 1)
    alone = text.str.extract(rf"(?:^|\D)({BIRTH}[\s\u00a0]?\d{{4}})(?:\D|$)", 1).str.replace_all(r"\D", "")
    found = pl.coalesce(hyphened, with_century).str.replace_all(r"\D", "")
    return pl.coalesce(found, pl.when(is_luhn(alone)).then(alone))


def hide_person(text: str) -> str:
    """The text without personal numbers, where they are written with hyphen or century: a file's name, a title."""
    return _WRITTEN.sub(HIDDEN, text)


def without_person(text: pl.Expr) -> pl.Expr:
    """`hide_person` for a column of texts."""
    return text.str.replace_all(rf"(^|\D){_SHAPE}(\D|$)", f"${{1}}{HIDDEN}${{2}}")


def cut_person(digits: pl.Expr) -> pl.Expr:
    """Six to nine digits that are a personal number without its first zeros, or without its end; else null."""
    padded = digits.str.zfill(10)
    lost_zeros = (digits.str.len_chars() >= 8) & padded.str.contains(f"^{BIRTH}")
    return pl.when(lost_zeros).then(padded).when(digits.str.contains(f"^{BIRTH}")).then(digits)


def country(text: pl.Expr) -> pl.Expr:
    """The country a foreign number begins with, such as FI in FI01148912; null for Swedish and for none."""
    return text.str.to_uppercase().str.extract(_COUNTRIES + r"[\s\-]?\d[\dA-Z .\-]{4,14}$", 1)
