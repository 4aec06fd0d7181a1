"""Categories, CPV codes, accounts, and the reference data that hangs on a category. Columns: those of the tables."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.categories import (
    account,
    account_class_rule,
    category,
    category_strategy,
    cpv_code,
    emission_factor,
    price_deflator,
)


def read_categories(connection: Connection) -> pl.DataFrame:
    """Every category; a null `owner_team` is a category nobody owns."""
    return read_frame(connection, select(category).order_by(category.c.id))


def read_cpv_codes(connection: Connection) -> pl.DataFrame:
    """Every CPV code with its Swedish and English name."""
    return read_frame(connection, select(cpv_code).order_by(cpv_code.c.code))


def read_accounts(connection: Connection) -> pl.DataFrame:
    """Every account, a code with its text."""
    return read_frame(connection, select(account).order_by(account.c.id))


def read_account_class_rules(connection: Connection) -> pl.DataFrame:
    """The dated rules that say what spend is, in the order of `priority`."""
    return read_frame(connection, select(account_class_rule).order_by(account_class_rule.c.priority))


def read_category_strategies(connection: Connection) -> pl.DataFrame:
    """Every adopted category strategy."""
    return read_frame(connection, select(category_strategy).order_by(category_strategy.c.id))


def read_emission_factors(connection: Connection) -> pl.DataFrame:
    """Emission factors, kg CO2e a SEK in the prices of `price_year`."""
    return read_frame(connection, select(emission_factor).order_by(emission_factor.c.id))


def read_price_deflators(connection: Connection) -> pl.DataFrame:
    """The price index of each year."""
    return read_frame(connection, select(price_deflator).order_by(price_deflator.c.id))
