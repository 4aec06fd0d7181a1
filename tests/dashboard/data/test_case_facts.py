"""What was known of the cases on an earlier day."""

from datetime import date, datetime, timedelta
from typing import Any

import polars as pl
import pytest
from sqlalchemy import Engine

from dashboard.data.case_facts import READERS, frames_as_of, read_case_frames
from dashboard.rules.escalation.case_facts import facts_of
from dashboard.rules.escalation.step_rules import step_rules
from data_access.engine import engine, reading

DAY = date(2026, 6, 15)
BEFORE, AFTER = DAY - timedelta(days=5), DAY + timedelta(days=5)


@pytest.fixture
def empty(sqlite_database: Engine) -> dict[str, pl.DataFrame]:
    """The frames of a database in which nothing has happened."""
    with reading() as connection:
        return read_case_frames(connection)


@pytest.fixture
def sample(sample_home: Any) -> dict[str, pl.DataFrame]:
    """The frames of the sample municipality."""
    with engine(f"sqlite:///{sample_home / 'luleaway.db'}").connect() as connection:
        return read_case_frames(connection)


def with_row(frames: dict[str, pl.DataFrame], name: str, **values: Any) -> dict[str, pl.DataFrame]:
    """The frames with one row of `name`, of which only `values` are known."""
    schema = frames[name].schema
    return frames | {name: pl.DataFrame([dict.fromkeys(schema) | values], schema=schema)}


def moment(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


def deviation_on_the_day(frames: dict[str, pl.DataFrame], **values: Any) -> dict[str, Any]:
    told = {"id": 1, "reported_at": moment(BEFORE), "observed_on": BEFORE} | values
    return frames_as_of(with_row(frames, "deviation", **told), DAY)["deviation"].row(0, named=True)


def test_every_frame_is_read_with_the_columns_of_its_table_though_there_is_nothing(
    database: Engine,
) -> None:
    with reading() as connection:
        frames = read_case_frames(connection)

    assert frames.keys() == READERS.keys()
    assert all(frame.width > 0 for frame in frames.values())
    assert facts_of(frames, DAY) == {}
    assert step_rules(frames, DAY).roles == ()


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("escalation_event", "happened_on"),
        ("escalation_case", "opened_on"),
        ("case_member", "from_on"),
        ("penalty_event", "happened_on"),
        ("erp_block", "requested_on"),
    ],
)
@pytest.mark.parametrize(("day", "rows"), [(BEFORE, 1), (DAY, 1), (AFTER, 0)])
def test_what_began_later_is_left_out_and_what_began_on_the_day_is_not(
    empty: dict[str, pl.DataFrame], name: str, column: str, day: date, rows: int
) -> None:
    frames = with_row(empty, name, id=1, **{column: day})

    assert frames_as_of(frames, DAY)[name].height == rows


def test_a_deviation_closed_later_was_open_and_its_credit_not_received(empty: dict[str, pl.DataFrame]) -> None:
    row = deviation_on_the_day(empty, state="verified", closed_on=AFTER, credited_ore=50_000)

    assert (row["state"], row["closed_on"], row["credited_ore"]) == ("confirmed", None, None)


def test_a_deviation_closed_on_the_day_was_closed(empty: dict[str, pl.DataFrame]) -> None:
    row = deviation_on_the_day(empty, state="verified", closed_on=DAY, credited_ore=50_000)

    assert (row["state"], row["closed_on"], row["credited_ore"]) == ("verified", DAY, 50_000)


def test_a_deviation_reopened_later_was_closed(empty: dict[str, pl.DataFrame]) -> None:
    row = deviation_on_the_day(empty, state="confirmed", closed_before_on=BEFORE, reopened_on=AFTER)

    assert (row["state"], row["closed_on"], row["reopened_on"]) == ("verified", BEFORE, None)


def test_a_deviation_closed_and_reopened_later_was_open(empty: dict[str, pl.DataFrame]) -> None:
    later = AFTER + timedelta(days=5)

    row = deviation_on_the_day(empty, state="confirmed", closed_before_on=AFTER, reopened_on=later)

    assert (row["state"], row["closed_on"], row["reopened_on"]) == ("confirmed", None, None)


def test_a_deviation_that_nobody_had_reported_is_not_there(empty: dict[str, pl.DataFrame]) -> None:
    frames = with_row(empty, "deviation", id=1, observed_on=BEFORE, reported_at=moment(AFTER))

    assert frames_as_of(frames, DAY)["deviation"].is_empty()


def test_a_record_withdrawn_later_still_counted(empty: dict[str, pl.DataFrame]) -> None:
    told = {"id": 1, "kind": "meeting", "done_on": BEFORE, "at": moment(BEFORE), "withdrawn_at": moment(AFTER)}

    frames = frames_as_of(with_row(empty, "case_record", **told), DAY)

    assert frames["case_record"]["withdrawn_at"].to_list() == [None]


def test_a_block_executed_and_lifted_later_was_only_asked_for(empty: dict[str, pl.DataFrame]) -> None:
    told = {"id": 1, "requested_on": DAY, "executed_on": AFTER, "executed_by": "x", "lifted_on": AFTER}

    row = frames_as_of(with_row(empty, "erp_block", **told), DAY)["erp_block"].row(0, named=True)

    assert (row["executed_on"], row["executed_by"], row["lifted_on"]) == (None, None, None)


def test_a_contract_terminated_later_ran_on(empty: dict[str, pl.DataFrame]) -> None:
    frames = with_row(empty, "contract", id=1, terminated_on=AFTER)

    assert frames_as_of(frames, DAY)["contract"]["terminated_on"].to_list() == [None]


def test_cut_at_its_last_day_the_sample_is_as_it_is(sample: dict[str, pl.DataFrame]) -> None:
    day = date(2026, 11, 16)

    assert facts_of(frames_as_of(sample, day), day) == facts_of(sample, day)


def test_a_case_stood_on_an_earlier_day_where_its_moves_had_taken_it(sample: dict[str, pl.DataFrame]) -> None:
    day = date(2026, 5, 1)
    then = facts_of(frames_as_of(sample, day), day)
    moves = sample["escalation_event"].filter(pl.col("happened_on") <= day).sort("case_id", "sequence")

    last = dict(moves.group_by("case_id", maintain_order=True).agg(pl.col("to_step").last()).iter_rows())

    assert len(last) > 10
    assert {key: facts.step for key, facts in then.items()} == {key: last.get(key, 0) for key in then}
    assert all(record.done_on <= day for facts in then.values() for record in facts.records)
