"""The project plan of one line of the procurement plan: its milestones, its stages and the chain it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.data.decision_page import on_day
from dashboard.data.edition import Edition
from dashboard.data.open_procurements import without_secret
from dashboard.data.plans import every_line, plan_frames
from dashboard.data.registers import register
from dashboard.rules.plans.chain import Link, chain
from dashboard.rules.plans.lead_parts import PARTS, Timing, with_parts
from dashboard.rules.plans.progress import Milestone, done_days, milestones
from dashboard.rules.plans.project_plan import Days, schedule, warnings
from dashboard.rules.plans.stages import with_days, with_late

FAR = 600  # months: a contract's own project plan is shown however far off it is
NEEDED = {
    "procedure": "procedure_missing",
    "lead_days": "lead_time_missing",
    "buffer_days": "review_risk_missing",
}  # what a schedule rests on, with the reason where it lacks (decision_words.REASONS)


@dataclass(frozen=True)
class Project:
    """One line. `line`: as `plan_lines`; `item`: the row of plan_item, None where only a decision point made the line.

    `found` is empty where the schedule cannot be made, and `missing` says why. `stages`: as `with_late`, in order.
    """

    line: Mapping[str, Any]
    item: Mapping[str, Any] | None
    found: tuple[Milestone, ...]
    warnings: tuple[str, ...]
    missing: tuple[str, ...]
    stages: pl.DataFrame
    links: tuple[Link, ...]

    @property
    def stage(self) -> str | None:
        """The stage the line is in; None where nobody has begun."""
        return str(self.stages["stage"][-1]) if self.stages.height else None


@st.cache_resource(max_entries=64, show_spinner=False)
def project(edition: Edition, today: date, item_id: int | None, contract_id: int | None) -> Project | None:
    """The line with this id, or the one this contract has in the plan now; None where there is none to show."""
    if item_id is not None:
        wanted = pl.col("item_id") == item_id
    elif contract_id is not None:
        wanted = (pl.col("contract_id") == contract_id) & (pl.col("state") != "cancelled")
    else:
        return None
    of_this = every_line(edition, today, FAR).filter(wanted)
    return _project(edition, today, of_this.row(0, named=True)) if of_this.height else None


def _project(edition: Edition, today: date, line: Mapping[str, Any]) -> Project:
    frames = plan_frames(edition, today)
    key = line["item_id"] or 0  # 0: no line of its own
    item = next(iter(frames.items.filter(pl.col("id") == key).to_dicts()), None)
    stages = with_days(frames.stages.filter(pl.col("plan_item_id") == key), today)
    days, missing = _days(line, frames.timing)
    procedure = str(line["procedure"])
    due = schedule(line["needed_on"], days, procedure) if days else {}
    done = done_days(dict(stages.select("stage", "entered_on").iter_rows()), _procurement(edition, item), today)
    return Project(
        line,
        item,
        milestones(due, item, done, today),
        tuple(warnings(days, procedure)) if days else (),
        missing,
        with_late(stages, due, today),
        _links(edition, today, frames.items, line, item),
    )


def _days(line: Mapping[str, Any], timing: Timing) -> tuple[Days | None, tuple[str, ...]]:
    """The days of its parts; None with the reasons where they are not known."""
    given = pl.DataFrame(
        [{name: line[name] for name in ("procedure", "complexity", "review_risk")}],
        schema=dict.fromkeys(("procedure", "complexity", "review_risk"), pl.String),
    )
    known = with_parts(given, timing).row(0, named=True)
    missing = [reason for name, reason in NEEDED.items() if known[name] is None]
    if missing:
        follows = "lead_time_missing" if "procedure_missing" in missing else ""
        return None, tuple(reason for reason in missing if reason != follows)
    return Days(**{part: known[f"{part}_days"] for part in PARTS}, review=known["buffer_days"]), ()


def _procurement(edition: Edition, item: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The procurement in the register that the line has become."""
    if item is None or item["procurement_id"] is None:
        return None
    rows = register(edition, "procurement").filter(pl.col("id") == item["procurement_id"])
    return rows.row(0, named=True) if rows.height else None


def _links(
    edition: Edition, today: date, items: pl.DataFrame, line: Mapping[str, Any], item: Mapping[str, Any] | None
) -> tuple[Link, ...]:
    """The chain through the line, without contracts that are secret."""
    if line["contract_id"] is not None:
        found = chain(items, line["contract_id"])
    elif item is not None and item["successor_id"] is not None:
        found = chain(items, item["successor_id"])
    else:
        found = (Link("line", line["item_id"]),)
    return shown(edition, today, found)


def shown(edition: Edition, today: date, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links but for secret contracts, and for the lines of the plan about them."""
    secret = on_day(edition, today).dated.filter("is_secret")["id"]
    items = register(edition, "plan_item").filter(pl.col("contract_id").is_in(secret.implode()))
    hidden = {"contract": set(secret), "line": set(items["id"])}
    return tuple(link for link in links if link.key not in hidden[link.kind])


def contract_chain(edition: Edition, today: date, contract_id: int) -> tuple[Link, ...]:
    """The chain a contract stands in, without contracts that are secret."""
    return shown(edition, today, chain(register(edition, "plan_item"), contract_id))


@st.cache_resource(max_entries=8, show_spinner=False)
def contract_names(edition: Edition, today: date) -> dict[int, str]:
    """What each contract that is not secret is called: its number and title."""
    known = on_day(edition, today).dated.filter(~pl.col("is_secret")).sort("number")
    return dict(known.select("id", pl.concat_str("number", "title", separator=" ").alias("name")).iter_rows())


@st.cache_resource(max_entries=8, show_spinner=False)
def procurement_names(edition: Edition) -> dict[int, str]:
    """What each procurement in the register is called, the newest first; none that only led to secret contracts."""
    every = without_secret(edition, register(edition, "procurement"))
    known = every.sort("published_on", "id", descending=True, nulls_last=True)
    name = pl.concat_str("registration_number", "title", separator=" ", ignore_nulls=True)
    return dict(known.select("id", name.alias("name")).iter_rows())
