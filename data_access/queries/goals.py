"""Targets, thresholds and limits: dated rows with a source. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.goals import rule_limit, target, threshold


def read_targets(connection: Connection) -> pl.DataFrame:
    """Every target of every metric, by day and scope."""
    return read_frame(connection, select(target).order_by(target.c.metric, target.c.valid_from, target.c.id))


def read_thresholds(connection: Connection) -> pl.DataFrame:
    """Legal thresholds; a null SEK value is not verified and never guessed."""
    return read_frame(
        connection, select(threshold).order_by(threshold.c.law, threshold.c.purchase_class, threshold.c.valid_from)
    )


def read_rule_limits(connection: Connection) -> pl.DataFrame:
    """The limits the rules work with, by day."""
    return read_frame(connection, select(rule_limit).order_by(rule_limit.c.key, rule_limit.c.valid_from))
