"""Who each line was paid to: organisation numbers told from internal ones, persons given pseudonyms.

Works on the different suppliers of a file, a few thousand, and joins the answer to its lines.
"""

import polars as pl

from data_access.importers import masking, orgnr
from data_access.importers.different import Different, different

KEYS = ["supplier_name", "supplier_no", "orgnr", "vat_no"]
_NOTHING = r"^[\s\-–.0]*$"


def read_suppliers(rows: pl.DataFrame) -> Different:
    """`supplier_name, supplier_no, orgnr, country, mask_key` as FRAME_SCHEMA has them, and `is_orgnr_bad`."""
    parts = different(rows, KEYS)
    numbered = parts.values.with_row_index("_place")
    answers = _answered(_with_masks(_with_identity(_with_numbers(numbered)))).sort("_place").drop("_place")
    return parts.answered(answers)


def with_suppliers(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with the columns of `read_suppliers`, without `vat_no`."""
    return rows.drop("vat_no").with_columns(read_suppliers(rows).deal())


def _filled(column: str) -> pl.Expr:
    text = pl.col(column).str.strip_chars()
    return pl.when(~text.str.contains(_NOTHING)).then(text)


def _with_numbers(suppliers: pl.DataFrame) -> pl.DataFrame:
    """`_shown`, `_own` (the source's own), `_org` (an official number), and `_ten`, the digits where Swedish.

    A column of supplier numbers holds organisation numbers where most of its different values are valid ones. A VAT
    number is asked last: it may be a group's, not a supplier's.
    """
    texts = suppliers.with_columns(
        _shown=_filled("supplier_name"), _own=_filled("supplier_no"), _org=_filled("orgnr"), _vat=_filled("vat_no")
    )
    own = texts.filter(pl.col("_own").is_not_null()).unique("_own").select(ten=orgnr.ten_digits(pl.col("_own")))
    is_official = own.select(orgnr.is_valid(pl.col("ten")).mean()).item()
    if is_official is not None and is_official >= 0.5:
        texts = texts.with_columns(_org=pl.coalesce("_org", "_own"))
    if texts["_own"].null_count() == texts["_org"].null_count() == texts.height:
        texts = texts.with_columns(_org=pl.col("_vat"))
    is_swedish_vat = pl.col("_vat").str.contains(r"^SE\d{10}01$")
    texts = texts.with_columns(_org=pl.coalesce("_org", pl.when(is_swedish_vat).then("_vat")))
    return texts.with_columns(_ten=orgnr.ten_digits(pl.col("_org")))


def _with_identity(numbers: pl.DataFrame) -> pl.DataFrame:
    """`_identity`: the personal number of a sole trader, as far as the file gives it; null for everyone else.

    A spreadsheet drops the first zeros of a number and a form cuts its end: what begins with a day of birth is
    still taken for a person's. A personal number may also stand in the name, or among internal numbers.
    """
    short = pl.col("_org").str.extract(r"^(\d[\d-]{5,8})$", 1).str.replace_all("-", "")
    is_vat = pl.col("_org") == pl.col("_vat")
    identity = pl.coalesce(
        pl.when(orgnr.is_person(pl.col("_ten"))).then("_ten"),
        orgnr.person_in(pl.coalesce("_own", "_org")),
        orgnr.person_in(pl.col("_shown")),
        pl.when(~is_vat.fill_null(False)).then(orgnr.cut_person(short)),
    )
    return numbers.with_columns(_identity=identity)


def _with_masks(found: pl.DataFrame) -> pl.DataFrame:
    """`_masked`: whom the publisher has masked. A sole trader's name carries their identity to rows without number."""
    named = (
        found.filter(pl.col("_identity").is_not_null() & pl.col("_shown").is_not_null())
        .group_by("_shown")
        .agg(_same=pl.col("_identity").min())
    )
    joined = found.join(named, on="_shown", how="left")
    no_number = pl.col("_org").is_null() & pl.col("_identity").is_null()
    return joined.with_columns(
        _identity=pl.when(no_number).then("_same").otherwise("_identity"),
        _masked=masking.is_masked(pl.col("_shown"), pl.coalesce("_own", "_org")),
    )


def _answered(judged: pl.DataFrame) -> pl.DataFrame:
    made = masking.pseudonyms(judged.filter(~pl.col("_masked"))["_identity"])
    joined = judged.join(made, left_on="_identity", right_on="identity", how="left")
    key = pl.when("_masked").then(pl.lit(masking.shared_key())).otherwise("mask_key")
    hidden = key.is_not_null()
    legal = pl.when(orgnr.is_legal_person(pl.col("_ten")) & ~hidden).then("_ten")
    country = pl.when(~hidden & legal.is_null()).then(orgnr.country(pl.col("_org")))
    number = pl.when(country.is_not_null()).then("_org").otherwise(pl.coalesce("_own", "_org"))
    return joined.select(
        "_place",
        supplier_name=pl.when("_masked")
        .then(pl.lit(masking.SHARED_NAME))
        .otherwise(pl.coalesce("mask_name", "_shown")),
        supplier_no=pl.when(~hidden).then(number),
        orgnr=legal,
        country=country,
        mask_key=key,
        is_orgnr_bad=pl.col("_org").is_not_null() & legal.is_null() & country.is_null() & ~hidden,
    )
