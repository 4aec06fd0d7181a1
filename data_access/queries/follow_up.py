"""What was to be followed up, what was done, and what people answered. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.queries.frames import read_frame
from data_access.tables.contracts import requirement
from data_access.tables.follow_up import (
    follow_up_activity,
    follow_up_check,
    follow_up_frequency,
    follow_up_plan,
    handover,
    risk_score,
    survey_response,
)


def read_follow_up_plan(connection: Connection) -> pl.DataFrame:
    """Every planned follow-up."""
    return read_frame(connection, select(follow_up_plan).order_by(follow_up_plan.c.id))


def read_follow_up_activities(connection: Connection) -> pl.DataFrame:
    """Every follow-up that was done; without `evidence` it does not count."""
    return read_frame(connection, select(follow_up_activity).order_by(follow_up_activity.c.id))


def read_survey_responses(connection: Connection) -> pl.DataFrame:
    """Every survey sent; all answers null: asked but not answered."""
    return read_frame(connection, select(survey_response).order_by(survey_response.c.id))


def read_risk_scores(connection: Connection) -> pl.DataFrame:
    """Every scoring of a contract; the last one of a contract holds."""
    return read_frame(connection, select(risk_score).order_by(risk_score.c.scored_on, risk_score.c.id))


def read_follow_up_frequencies(connection: Connection) -> pl.DataFrame:
    """How often each risk class is followed up by which method, by day."""
    return read_frame(connection, select(follow_up_frequency).order_by(follow_up_frequency.c.id))


def read_follow_up_checks(connection: Connection) -> pl.DataFrame:
    """Every ticked item of the checklist; an item is done anew each time it is gone through."""
    return read_frame(connection, select(follow_up_check).order_by(follow_up_check.c.done_on, follow_up_check.c.id))


def read_handovers(connection: Connection) -> pl.DataFrame:
    """Contracts whose requirements were handed over to be followed up; `received_on` null: not received yet."""
    return read_frame(connection, select(handover).order_by(handover.c.id))


def last_risk_score(connection: Connection, contract_id: int) -> int:
    """The id of the contract's last scoring, 0 where there is none: what a form that scores it has seen."""
    mine = select(func.max(risk_score.c.id)).where(risk_score.c.contract_id == contract_id)
    return connection.execute(mine).scalar() or 0


def last_planned(connection: Connection, contract_id: int) -> int:
    """The id of the follow-up that was planned last, 0 where there is none: what a form that plans more has seen."""
    mine = select(func.max(follow_up_plan.c.id)).where(follow_up_plan.c.contract_id == contract_id)
    return connection.execute(mine).scalar() or 0


def unplanned_requirements(connection: Connection, contract_id: int) -> int:
    """How many of the contract's requirements say neither how and when they will be checked nor that they were."""
    is_planned = requirement.c.check_method.is_not(None) & requirement.c.check_due_on.is_not(None)
    mine = (requirement.c.contract_id == contract_id) & requirement.c.checked_on.is_(None) & ~is_planned
    return int(connection.execute(select(func.count()).where(mine)).scalar_one())


def is_handed_over(connection: Connection, contract_id: int) -> bool:
    """Whether the contract's requirements were handed over."""
    return connection.execute(select(handover.c.id).where(handover.c.contract_id == contract_id)).first() is not None
