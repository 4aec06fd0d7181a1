"""Extensions that somebody decided, in the month of the decision, and whether they were forced."""

from datetime import date

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed
from dashboard.data.row_frames.members import contract_members
from dashboard.rules.decisions.forced_extensions import exercised_options, with_forced
from dashboard.rules.decisions.lead_times import lead_times_on, with_lead_time
from dashboard.rules.decisions.limits import decision_limits

KEPT = ("row_id", "number", "title", "supplier_name", "exercised_on", "end_before_on", "start_latest_on", "is_forced")
FRAMES = ("lead_time", "review_buffer", "procurement", "contract")


def extension_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row an option used, in the month it was: `period` and KEPT; `row_id` is the contract's. Not secret ones.

    `is_forced` is null where the end, the lead time or the time for a review is not known. The lead times are those
    that held when the year of the decision began.
    """
    contracts = tables["contract"].filter(~pl.col("is_secret"))
    months = sorted({month for one in ask.windows for month in one.months})
    used = exercised_options(contracts, tables["option"]).with_columns(month("exercised_on"))
    wanted = used.filter(pl.col("exercised_on") <= ask.as_of, pl.col("period").is_in(months))
    years = wanted["exercised_on"].dt.year().unique().sort().to_list() or [ask.as_of.year]
    timed = pl.concat(
        _timed(tables, wanted.filter(pl.col("exercised_on").dt.year() == year), date(year, 1, 1)) for year in years
    )
    return narrowed(with_forced(timed).select("period", *KEPT), ask, contract_members(tables))


def _timed(tables: Tables, rows: pl.DataFrame, day: date) -> pl.DataFrame:
    least = decision_limits(tables["rule_limit"], day).own_procurements
    return with_lead_time(rows, lead_times_on({name: tables[name] for name in FRAMES}, day, least))
