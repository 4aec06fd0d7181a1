"""Procurements, bids, review cases, direct awards and the official statistics. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.procurements import bid, direct_award, market_statistic, procurement, review_case


def read_procurements(connection: Connection) -> pl.DataFrame:
    """Every procurement; a null day has not happened or is not known."""
    return read_frame(connection, select(procurement).order_by(procurement.c.id))


def read_bids(connection: Connection) -> pl.DataFrame:
    """Every bid, one row a lot."""
    return read_frame(connection, select(bid).order_by(bid.c.id))


def read_review_cases(connection: Connection) -> pl.DataFrame:
    """Every review case."""
    return read_frame(connection, select(review_case).order_by(review_case.c.id))


def read_direct_awards(connection: Connection) -> pl.DataFrame:
    """Every documented direct award; a null `unit_id` is every unit."""
    return read_frame(connection, select(direct_award).order_by(direct_award.c.id))


def read_market_statistics(connection: Connection) -> pl.DataFrame:
    """Every row of the official statistics, flagged ones too."""
    return read_frame(connection, select(market_statistic).order_by(market_statistic.c.id))
