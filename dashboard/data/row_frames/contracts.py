"""Contracts as they stood on the last day of each window: active, due for follow-up, followed up, complete.

Contracts marked secret are left out. A contract whose term is not known is unknown, neither active nor ended.
"""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, narrowed
from dashboard.data.row_frames.members import contract_members
from dashboard.rules.follow_up.risk_class import with_class_in_force
from dashboard.rules.limits import limits_on
from dashboard.rules.terms import with_term

TYPES_CHECKED = ("labour", "gender")


def contract_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a contract and window, of those active or of unknown term on the window's last day.

    `row_id` (contract.id), `number`, `title`, `period` (the window's last month), `is_active` (null: term unknown),
    `risk_class` (the one in force that day), `is_due` (a class of 2 or more, or a value of at least the limit; null:
    neither known), `is_followed_up` (an activity with evidence in the twelve months up to the day), `value_ore`
    (estimated value, else ceiling), `has_labour`, `labour_checked`, `has_gender`, `gender_checked`, and the dimensions.
    """
    limit_ore = limits_on(tables["rule_limit"], ask.as_of).follow_up_value_sek * 100
    risk, value = pl.col("risk_class"), pl.coalesce("estimated_value_ore", "ceiling_ore")
    on_day = _on_day(tables, ask)
    rows = (
        on_day.with_columns(
            value_ore=value,
            is_due=pl.when((risk >= 2) | (value >= limit_ore)).then(True).when(risk.is_not_null()).then(False),
        )
        .join(_followed_up(tables, ask), on=["row_id", "period"], how="left")
        .with_columns(pl.col("is_followed_up").fill_null(False))
    )
    for kind in TYPES_CHECKED:
        rows = rows.join(_requirements(tables, ask, kind), on=["row_id", "period"], how="left").with_columns(
            pl.col(f"has_{kind}", f"{kind}_checked").fill_null(False)
        )
    return narrowed(rows, ask, contract_members(tables))


def _on_day(tables: Tables, ask: Ask) -> pl.DataFrame:
    contracts = with_term(tables["contract"].filter(~pl.col("is_secret")), tables["option"], ask.as_of)
    day, ended = pl.col("last_on"), pl.min_horizontal("to_day", "terminated_on")
    rows = contracts.rename({"id": "row_id"}).join(ask.ends, how="cross")
    is_over = ((ended < day) | (pl.col("start_on") > day)).fill_null(False)
    known = pl.col("from_day").is_not_null()
    active = rows.filter(~is_over).with_columns(is_active=pl.when(known).then(True))
    return with_class_in_force(active, tables["risk_score"], "last_on", "row_id")


def _done(tables: Tables) -> pl.DataFrame:
    """Follow-ups with evidence: `row_id`, `done_on`, `covers`. Without evidence a date proves nothing."""
    plans = tables["follow_up_plan"].select(plan_id="id", row_id="contract_id")
    evidence = pl.col("evidence").fill_null("").str.strip_chars() != ""
    return tables["follow_up_activity"].filter(evidence).join(plans, on="plan_id").select("row_id", "done_on", "covers")


def _within_a_year(days: pl.DataFrame, ask: Ask, day: str) -> pl.DataFrame:
    """`row_id`, `period` of those with a `day` in the twelve months up to the window's last day."""
    since = pl.col("last_on").dt.offset_by("1d").dt.offset_by("-12mo")
    crossed = days.join(ask.ends, how="cross")
    return (
        crossed.filter((pl.col(day) <= pl.col("last_on")) & (pl.col(day) >= since)).select("row_id", "period").unique()
    )


def _followed_up(tables: Tables, ask: Ask) -> pl.DataFrame:
    return _within_a_year(_done(tables), ask, "done_on").with_columns(is_followed_up=pl.lit(True))


def _requirements(tables: Tables, ask: Ask, kind: str) -> pl.DataFrame:
    """`row_id`, `period`, `has_<kind>` and `<kind>_checked`: checked itself, or gone through in a follow-up."""
    wanted = tables["requirement"].filter(pl.col("type") == kind).select("checked_on", row_id="contract_id")
    own = wanted.drop_nulls("checked_on").select("row_id", done_on="checked_on")
    visits = _done(tables).filter(pl.col("covers") == kind).select("row_id", "done_on")
    checked = _within_a_year(pl.concat([own, visits]), ask, "done_on").with_columns(
        pl.lit(True).alias(f"{kind}_checked")
    )
    has = wanted.select("row_id").unique().join(ask.ends.select("period"), how="cross")
    return has.with_columns(pl.lit(True).alias(f"has_{kind}")).join(checked, on=["row_id", "period"], how="left")


def contract_field_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a contract, window and mandatory field: `row_id, number, title, period, field, is_filled`."""
    supplied = (
        tables["contract_supplier"]
        .join(tables["supplier"].select(supplier_id="id", is_named=_is_identified()), on="supplier_id")
        .filter("is_named")["contract_id"]
    )
    scoped = tables["scope"]["contract_id"]
    rows = _on_day(tables, ask).with_columns(**_fields(supplied, scoped))
    names = list(_fields(supplied, scoped))
    long = rows.unpivot(
        names, index=["row_id", "number", "title", "period"], variable_name="field", value_name="is_filled"
    )
    return narrowed(long, ask, contract_members(tables))


def _is_identified() -> pl.Expr:
    """A legal person by a checked number, a foreign one by its own, a sole trader by a pseudonym."""
    return pl.col("orgnr").is_not_null() | pl.col("foreign_id").is_not_null() | pl.col("is_sole_trader")


def _fields(supplied: pl.Series, scoped: pl.Series) -> dict[str, pl.Expr]:
    """The twenty mandatory fields: filled in and valid. Options are not among them: none and missing look alike."""

    def written(name: str) -> pl.Expr:
        return pl.col(name).fill_null("").str.strip_chars() != ""

    def known(name: str) -> pl.Expr:
        return pl.col(name).is_not_null()

    return {
        "field_registration_number": written("registration_number"),
        "field_title": written("title"),
        "field_supplier": pl.col("row_id").is_in(supplied.implode()),
        "field_type": pl.col("type") != "other",
        "field_regime": known("regime") & (pl.col("regime") != "other"),
        "field_start": known("start_on"),
        "field_end": known("initial_end_on") | pl.col("is_until_further_notice"),
        "field_notice_buyer": known("notice_buyer_months"),
        "field_notice_supplier": known("notice_supplier_months"),
        "field_ceiling": (pl.col("ceiling_ore") > 0).fill_null(False),
        "field_estimated_value": (pl.col("estimated_value_ore") > 0).fill_null(False),
        "field_category": pl.col("row_id").is_in(scoped.implode()),
        "field_exclusive": known("is_exclusive"),
        "field_procedure": written("procedure"),
        "field_owner": written("owner"),
        "field_controller": written("controller"),
        "field_risk_class": known("risk_class"),
        "field_criticality": known("criticality"),
        "field_price_list": known("has_price_list"),
        "field_price_clause": known("has_price_clause"),
    }
