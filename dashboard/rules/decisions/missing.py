"""Why a date cannot be computed: the codes of what is missing or wrong, for each date that is null.

Some are no fault: a contract without options has no day to call one. The faults are those of `FAULTS`.
"""

import polars as pl

from dashboard.rules.decisions.code_lists import chosen, marks
from dashboard.rules.decisions.register_words import is_blank

END = ("end_before_start", "end_missing", "open_ended")
LEAD = ("procedure_missing", "procedure_unknown", "complexity_missing", "complexity_unknown", "lead_time_missing")
RISK = ("review_risk_missing", "review_risk_unknown", "buffer_missing")
CALL = ("option_call_rule_missing", "call_deadline_after_end")
NO_CALL = ("no_option", "no_option_left", "option_declined", *CALL)
NEEDS: dict[str, tuple[str, ...]] = {
    "current_end": END,
    "max_end": (*END, "automatic_without_end"),
    "option_call_deadline": ("end_before_start", "end_missing", *NO_CALL),
    "option_decide_by": ("end_before_start", "end_missing", *NO_CALL),
    "notice_deadline": ("notice_missing", "desired_end_missing", "end_before_start", "end_missing"),
    "reprocure_start_latest": (*END, *LEAD, *RISK),
    "decision_gate": (*END, *LEAD, *RISK, *CALL),
    "effective_end": END,
    "gap_days": (*END, "automatic_without_end", *LEAD, *RISK, *CALL),
}
FAULTS = (
    *("end_before_start", "end_missing", "automatic_without_end", "framework_over_four_years", *CALL),
    *("option_out_of_order", "open_notice_missing", *LEAD, *RISK),
)


def with_missing(dated: pl.DataFrame) -> pl.DataFrame:
    """`id`, a list of codes for each date (empty where the date is known) and `faults`, what is wrong in the register.

    `dated` is what `with_decision_dates` gives.
    """
    codes = _codes()
    unknown = {name: pl.col(name).is_null() for name in NEEDS}
    marked = dated.select("id", mark=marks(codes), unknown=marks(unknown))
    pairs = marked.select("mark", "unknown").unique()
    told = [_told(list(codes), mark, names) for mark, names in pairs.iter_rows()]
    lists = pairs.hstack(pl.DataFrame(told, schema=dict.fromkeys((*NEEDS, "faults"), pl.List(pl.String))))
    return marked.join(lists, on=["mark", "unknown"], how="left", maintain_order="left").drop("mark", "unknown")


def _told(codes: list[str], mark: int, unknown: int) -> dict[str, list[str]]:
    missing = chosen(list(NEEDS), unknown)
    whys = {name: chosen(codes, mark, needs) if name in missing else [] for name, needs in NEEDS.items()}
    return whys | {"faults": chosen(codes, mark, FAULTS)}


def _codes() -> dict[str, pl.Expr]:
    has_no_end, is_open = pl.col("current_end").is_null(), pl.col("is_open")
    has_no_time = pl.col("lead_days").is_null()
    is_next = pl.col("next_state").is_in(("open", "lapsed")).fill_null(False)
    has_no_call = is_next & pl.col("option_call_deadline").is_null()
    is_coded = pl.col("procedure_code").is_not_null() & pl.col("complexity_code").is_not_null()
    lacks_notice = pl.col("notice_buyer_months").is_null()
    codes = {
        "end_before_start": pl.col("is_end_before_start"),
        "end_missing": has_no_end & ~is_open & ~pl.col("is_end_before_start"),
        "open_ended": has_no_end & is_open,
        "automatic_without_end": pl.col("is_endless"),
        "framework_over_four_years": pl.col("is_over_four_years"),
        "no_option": pl.col("options_known") == 0,
        "no_option_left": pl.col("next_state").is_null() & (pl.col("options_used") > 0),
        "option_declined": (pl.col("next_state") == "declined").fill_null(False),
        "option_call_rule_missing": has_no_call & ~pl.col("is_late_deadline"),
        "call_deadline_after_end": has_no_call & pl.col("is_late_deadline"),
        "option_out_of_order": pl.col("is_out_of_order"),
        "notice_missing": lacks_notice,
        "open_notice_missing": lacks_notice & pl.col("is_until_further_notice"),
        "desired_end_missing": has_no_end & is_open & pl.col("desired_end_on").is_null(),
        "lead_time_missing": has_no_time & is_coded,
        "buffer_missing": pl.col("buffer_days").is_null() & pl.col("risk_code").is_not_null(),
    }
    return codes | _unread("procedure", has_no_time) | _unread("complexity", has_no_time) | _unread("review_risk")


def _unread(column: str, matters: pl.Expr | None = None) -> dict[str, pl.Expr]:
    """Nothing written, or a word nobody knows; only where it matters."""
    code = {"review_risk": "risk_code"}.get(column, f"{column}_code")
    is_null = pl.col(code).is_null() & (pl.lit(True) if matters is None else matters)
    return {f"{column}_missing": is_null & is_blank(column), f"{column}_unknown": is_null & ~is_blank(column)}
