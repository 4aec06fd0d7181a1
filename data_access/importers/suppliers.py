"""Who each line was paid to: organisation numbers told from internal ones, persons given pseudonyms.

Works on the different suppliers of a file, a few thousand, and joins the answer to its lines.
"""

import polars as pl

from data_access.importers import masking, orgnr

KEYS = ["supplier_name", "supplier_no", "orgnr"]
_NOTHING = r"^[\s\-–.0]*$"
_PERSON_TEXT = r"^(19|20)?\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+]\d{4}$"
_PERSON_TWELVE = r"^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\d{4}$"


def with_suppliers(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `supplier_name, supplier_no, orgnr, country, mask_key, is_orgnr_bad` as FRAME_SCHEMA has them."""
    different = frame.select(KEYS).unique(maintain_order=True)
    judged = _with_identity(_with_numbers(different))
    return (
        frame.join(_answered(judged), on=KEYS, how="left", nulls_equal=True)
        .drop(KEYS)
        .rename({"_name": "supplier_name", "_no": "supplier_no", "_orgnr": "orgnr"})
    )


def _filled(column: str) -> pl.Expr:
    text = pl.col(column).str.strip_chars()
    return pl.when(~text.str.contains(_NOTHING)).then(text)


def _with_numbers(different: pl.DataFrame) -> pl.DataFrame:
    """`_id` the text that stands for the supplier, `_ten` its ten digits where the column holds such numbers."""
    texts = different.with_columns(
        _shown=_filled("supplier_name"), _no_text=_filled("supplier_no"), _org_text=_filled("orgnr")
    )
    tens = texts.with_columns(
        _org_ten=orgnr.ten_digits(pl.col("_org_text")), _no_ten=orgnr.ten_digits(pl.col("_no_text"))
    )
    is_number = (orgnr.is_legal_person(pl.col("_no_ten")) | orgnr.is_person(pl.col("_no_ten"))).mean()
    told = tens.filter(pl.col("_no_text").is_not_null()).unique("_no_text").select(is_number).item()
    no_is_orgnr = told is not None and told >= 0.5
    return tens.with_columns(
        _org_text=pl.coalesce("_org_text", "_no_text") if no_is_orgnr else pl.col("_org_text"),
        _ten=pl.coalesce("_org_ten", "_no_ten") if no_is_orgnr else pl.col("_org_ten"),
    )


def _with_identity(numbers: pl.DataFrame) -> pl.DataFrame:
    """`_identity` of sole traders, `_masked` for those the publisher has masked."""
    short = pl.col("_org_text").str.replace_all(r"\D", "")
    lost_zeros = pl.when(short.str.len_chars().is_between(6, 9)).then(short.str.zfill(10))
    cut = pl.when(short.str.len_chars().is_between(6, 9)).then(short.str.pad_end(10, "0"))
    is_cut_person = orgnr.is_birth_like(lost_zeros) | orgnr.is_birth_like(cut)
    written = pl.coalesce("_no_text", "_org_text")
    is_written_person = written.str.contains(_PERSON_TEXT) | written.str.contains(_PERSON_TWELVE)
    identity = (
        pl.when(orgnr.is_person(pl.col("_ten")))
        .then(pl.col("_ten"))
        .when(is_written_person)
        .then(written.str.replace_all(r"\D", "").str.tail(10))
        .when(pl.col("_ten").is_null() & is_cut_person)
        .then(short)
    )
    masked = masking.is_masked(pl.col("_shown"), pl.coalesce("_no_text", "_org_text"))
    found = numbers.with_columns(_identity=identity, _masked=masked.fill_null(False))
    return _with_namesakes(found)


def _with_namesakes(found: pl.DataFrame) -> pl.DataFrame:
    """A sole trader's name gives the same pseudonym on rows that leave the number out."""
    named = (
        found.filter(pl.col("_identity").is_not_null() & pl.col("_shown").is_not_null())
        .group_by("_shown")
        .agg(_same=pl.col("_identity").min())
    )
    joined = found.join(named, on="_shown", how="left", maintain_order="left")
    no_number = pl.col("_org_text").is_null() & pl.col("_identity").is_null()
    return joined.with_columns(_identity=pl.when(no_number).then("_same").otherwise("_identity"))


def _answered(judged: pl.DataFrame) -> pl.DataFrame:
    shared = masking.mask_key("masked", masking.secret()) if judged["_masked"].any() else None
    made = masking.pseudonyms(judged.filter(~pl.col("_masked"))["_identity"])
    joined = judged.join(made, left_on="_identity", right_on="identity", how="left", maintain_order="left")
    key = pl.when("_masked").then(pl.lit(shared, dtype=pl.String)).otherwise("mask_key")
    hidden = key.is_not_null()
    legal = pl.when(orgnr.is_legal_person(pl.col("_ten")) & ~hidden).then("_ten")
    raw = pl.coalesce("_no_text", "_org_text")
    foreign = orgnr.country(raw)
    return joined.select(
        *KEYS,
        _name=pl.when("_masked").then(pl.lit(masking.SHARED_NAME)).otherwise(pl.coalesce("mask_name", "_shown")),
        _no=pl.when(~hidden).then(raw),
        _orgnr=legal,
        country=pl.when(~hidden & legal.is_null()).then(foreign),
        mask_key=key,
        is_orgnr_bad=pl.col("_org_text").is_not_null()
        & legal.is_null()
        & ~hidden
        & orgnr.country(pl.col("_org_text")).is_null(),
    )
