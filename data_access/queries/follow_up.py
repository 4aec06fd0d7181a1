"""What was to be followed up, what was done, and what people answered. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.follow_up import follow_up_activity, follow_up_plan, survey_response


def read_follow_up_plan(connection: Connection) -> pl.DataFrame:
    """Every planned follow-up."""
    return read_frame(connection, select(follow_up_plan).order_by(follow_up_plan.c.id))


def read_follow_up_activities(connection: Connection) -> pl.DataFrame:
    """Every follow-up that was done; without `evidence` it does not count."""
    return read_frame(connection, select(follow_up_activity).order_by(follow_up_activity.c.id))


def read_survey_responses(connection: Connection) -> pl.DataFrame:
    """Every survey sent; all answers null: asked but not answered."""
    return read_frame(connection, select(survey_response).order_by(survey_response.c.id))
