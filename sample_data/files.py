"""The sample's register and its last month as files in Swedish layouts, so that a newcomer can try the import."""

from pathlib import Path

import polars as pl

from sample_data.categories import CATALOGUE
from sample_data.clock import MONTHS, PERIODS
from sample_data.lines import month_lines, select_schema
from sample_data.organisation import MUNICIPALITY
from sample_data.orgnr import organisation_number
from sample_data.suppliers import SUPPLIERS
from sample_data.world import Made, build_world

MASKED = "[innehåller personuppgifter]"
STARS = "******"


def write_files(folder: Path, lines: int) -> list[Path]:
    """Writes the register (XLSX and CSV) and one month of a ledger of `lines` lines (two layouts) into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = build_world()
    register, month = register_frame(made), month_frame(made, lines // MONTHS)
    paths = [folder / name for name in ("avtalsregister.xlsx", "avtalsregister.csv")]
    register.write_excel(paths[0], worksheet="Avtal")
    register.write_csv(paths[1], separator=";", include_bom=True)
    period = PERIODS[-1]
    paths += [folder / f"reskontra_raindance_{period}.csv", folder / f"leverantorsreskontra_{period}.csv"]
    paths[2].write_bytes(raindance(month).encode("cp1252"))
    paths[3].write_text(national(month), encoding="utf-8")
    return paths


def register_frame(made: Made) -> pl.DataFrame:
    """The register with the canonical columns and `rank`, one row for each supplier of a contract."""
    rows, tables = made.tables["contract"], made.tables
    names = tables["category"].select(category_id="id", categories="name")
    scopes = (
        tables["contract_scope"]
        .join(names, on="category_id")
        .join(tables["org_unit"].select(unit_id="id", units="name"), on="unit_id", how="left")
    )
    suppliers = tables["supplier"].select(supplier_id="id", supplier_orgnr="orgnr", full_name="name")
    parties = tables["contract_supplier"].join(suppliers, on="supplier_id").drop("id", "supplier_id", "share_pct")
    return (
        rows.join(parties, left_on="id", right_on="contract_id", how="left", maintain_order="left_right")
        .join(scopes.select("contract_id", "categories", "units"), left_on="id", right_on="contract_id", how="left")
        .join(_options(tables["contract_option"]), left_on="id", right_on="contract_id", how="left")
        .join(_ends(made), on="id", how="left")
        .filter(~pl.col("is_secret"))
        .select(
            "number",
            diarienr="registration_number",
            title="title",
            supplier_orgnr=_hyphened("supplier_orgnr"),
            supplier=pl.coalesce("full_name", "supplier_name"),
            type="type",
            regime="regime",
            start_date="start_on",
            initial_end_date=pl.when(pl.col("initial_end_on") > pl.col("start_on"))
            .then("end")
            .otherwise("initial_end_on"),
            tills_vidare=_yes("is_until_further_notice"),
            notice_buyer_m="notice_buyer_months",
            notice_supplier_m="notice_supplier_months",
            options="options",
            ceiling_sek=pl.col("ceiling_ore") // 100,
            estimated_value_sek=pl.col("estimated_value_ore") // 100,
            categories="categories",
            units="units",
            exclusive=_yes("is_exclusive"),
            procedure="procedure",
            complexity="complexity",
            review_risk="review_risk",
            owner="owner",
            rank="rank",
        )
    )


def _yes(column: str) -> pl.Expr:
    return pl.when(pl.col(column)).then(pl.lit("ja")).when(~pl.col(column)).then(pl.lit("nej"))


def _ends(made: Made) -> pl.DataFrame:
    """`id`, `end`: as registers write it, the end with the options called so far."""
    ends = [None if one.is_until_further_notice else one.end for one in made.contracts]
    return pl.DataFrame({"id": range(1, len(ends) + 1), "end": ends}, schema_overrides={"end": pl.Date})


def _options(rows: pl.DataFrame) -> pl.DataFrame:
    """The canonical cell of the options still open: `12 buyer 6; 12 mutual 6`."""
    rows = rows.filter(pl.col("exercised_on").is_null() & pl.col("declined_on").is_null())
    one = pl.concat_str("length_months", "mode", "call_deadline_months", separator=" ", ignore_nulls=True)
    return (
        rows.sort("contract_id", "sequence")
        .group_by("contract_id", maintain_order=True)
        .agg(options=one.str.join("; "))
    )


def month_frame(made: Made, count: int) -> pl.DataFrame:
    """The lines of the last month with the words that files hold instead of ids; lines without a day left out."""
    tables = made.tables
    aliases = tables["supplier_alias"].join(
        tables["supplier"].select("orgnr", "is_masked", "foreign_id", supplier_id="id"), on="supplier_id"
    )
    lines = select_schema(month_lines(made.world, MONTHS - 1, count)).drop_nulls(["posted_on", "alias_id"])
    return (
        lines.join(_keyed(aliases, "alias_id", supplier="name", orgnr="orgnr", masked="is_masked"), on="alias_id")
        .join(_keyed(tables["org_unit"], "unit_id", unit="name", unit_code="code"), on="unit_id")
        .join(_keyed(tables["account"], "account_id", account="code", account_text="text"), on="account_id")
        .join(_categories(), on="account_id", how="left")
        .sort("posted_on", "invoice_no", "row")
    )


def _keyed(rows: pl.DataFrame, key: str, **columns: str) -> pl.DataFrame:
    return rows.select(pl.col("id").cast(pl.Int32).alias(key), **{name: pl.col(one) for name, one in columns.items()})


def _categories() -> pl.DataFrame:
    return CATALOGUE.select(account_id=pl.int_range(1, pl.len() + 1, dtype=pl.Int32), category="name")


def _hyphened(column: str) -> pl.Expr:
    """With the hyphen that registers write."""
    return pl.col(column).str.replace(r"^(\d{6})", "$1-")


def _decimals(column: str, mark: str) -> pl.Expr:
    """Öre as kronor with two decimals, exactly."""
    ore = pl.col(column).abs()
    sign = pl.when(pl.col(column) < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    return pl.concat_str(sign, ore // 100, pl.lit(mark), (ore % 100).cast(pl.String).str.zfill(2))


def raindance(month: pl.DataFrame) -> str:
    """As a Raindance export: semicolons, decimal commas, stars for persons, and the sum as the last row."""
    rows = month.select(
        pl.col("period").alias("Period"),
        pl.col("voucher_no").alias("Ver.nr"),
        pl.col("posted_on").alias("Bokf.datum"),
        pl.col("unit_code").alias("Ansvar"),
        pl.col("unit").alias("Ansvar(T)"),
        pl.col("account").alias("Konto"),
        pl.col("account_text").alias("Konto(T)"),
        pl.col("category").alias("Kategori"),
        pl.when("masked").then(pl.lit(STARS)).otherwise("supplier").alias("Levnamn"),
        pl.when("masked").then(pl.lit(STARS)).otherwise(_hyphened("orgnr")).alias("Orgnr"),
        pl.col("invoice_no").alias("Fakturanr"),
        pl.col("invoiced_on").alias("Fakturadatum"),
        pl.col("due_on").alias("Förfallodatum"),
        pl.col("paid_on").alias("Betalningsdatum"),
        pl.col("delivered_on").alias("Leveransdatum"),
        pl.col("order_ref").alias("Ordernr"),
        pl.col("contract_ref").alias("Avtalsnummer"),
        pl.col("article_no").alias("Artikelnummer"),
        pl.col("quantity").cast(pl.Int64).alias("Antal"),
        _decimals("unit_price_ore", ",").alias("Enhetspris"),
        pl.col("invoice_format").alias("Fakturaformat"),
        _decimals("amount_ore", ",").alias("Belopp"),
    )
    total = pl.DataFrame({"Ver.nr": ["Summa"], "amount_ore": [month["amount_ore"].sum()]}).select(
        "Ver.nr", _decimals("amount_ore", ",").alias("Belopp")
    )
    return pl.concat([rows, total], how="diagonal_relaxed").write_csv(separator=";", line_terminator="\r\n")


def national(month: pl.DataFrame) -> str:
    """As the national specification for open supplier ledgers: fifteen columns, commas, decimal points."""
    return month.select(
        kopare_id=pl.lit(organisation_number(SUPPLIERS)),
        kopare=pl.lit(MUNICIPALITY),
        verifikationsnummer="voucher_no",
        leverantor=pl.when("masked").then(pl.lit(MASKED)).otherwise("supplier"),
        leverantor_id=pl.when("masked").then(pl.lit("0")).otherwise("orgnr"),
        konto_nr="account",
        konto_text="account_text",
        belopp=_decimals("amount_ore", "."),
        datum="posted_on",
        forvaltning="unit",
        fakturanummer="invoice_no",
        grund="basis",
        avtal="contract_ref",
        kommun_id=pl.lit("9901"),
        s_kod_nr=pl.lit(None, pl.String),
    ).write_csv()
