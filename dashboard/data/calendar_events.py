"""What goes into a calendar on a day: for the command line everything, for a page what is chosen there."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.data.build import current_edition
from dashboard.data.ceiling_frames import read_last_days
from dashboard.data.decision_frames import decisions_on, read_decision_frames
from dashboard.data.decision_page import Portfolio, on_day
from dashboard.data.edition import Edition
from dashboard.data.follow_up import planned_rows
from dashboard.data.registers import register
from dashboard.rules.calendar_events.events import action_events, contract_events, follow_up_events, of_person, together
from dashboard.rules.follow_up.limits import follow_up_limits
from data_access.engine import reading
from data_access.errors import Refused
from data_access.queries import escalation, follow_up


@dataclass(frozen=True)
class Office:
    """All the events from a day on, and the names of those who may have some."""

    events: pl.DataFrame
    names: frozenset[str]

    def of(self, name: str) -> pl.DataFrame:
        """One person's events. Raises Refused (`calendar_person_unknown`)."""
        if name.strip().lower() not in {known.strip().lower() for known in self.names}:
            raise Refused("calendar_person_unknown", name=name)
        return of_person(self.events, name)


def read_office(day: date, today: date) -> Office:
    """Everything from `day` on, read anew. `today` is the day the edition is asked for."""
    with reading() as connection:
        frames = read_decision_frames(connection)
        items = escalation.read_action_items(connection)
        tables = {
            **frames,
            "follow_up_plan": follow_up.read_follow_up_plan(connection),
            "follow_up_activity": follow_up.read_follow_up_activities(connection),
            "risk_score": follow_up.read_risk_scores(connection),
        }
    found = decisions_on(frames, day, read_last_days(current_edition(today), day))
    planned = planned_rows(tables, day, follow_up_limits(frames["rule_limit"], day))
    contracts = frames["contract"].filter(~pl.col("is_secret"))
    events = together(
        [
            contract_events(found.dated, found.options, found.ways, day),
            follow_up_events(planned, day),
            action_events(items, frames["escalation_case"], contracts, day),
        ]
    )
    named = (contracts["owner"], contracts["controller"], planned["responsible"], events["people"].explode())
    return Office(events, frozenset(pl.concat(named).drop_nulls()))


def chosen_events(edition: Edition, chosen: Portfolio) -> pl.DataFrame:
    """The gates, last days and actions to come of the contracts chosen on the page of decisions, as of its day."""
    found, of_these = on_day(edition, chosen.day), chosen.dated.select("contract_id")
    contracts = register(edition, "contract").join(of_these, left_on="id", right_on="contract_id", how="semi")
    dates = contract_events(chosen.dated.drop("contract_id"), found.options, chosen.ways, chosen.day)
    cases = register(edition, "escalation_case")
    return together([dates, action_events(register(edition, "action_item"), cases, contracts, chosen.day)])
