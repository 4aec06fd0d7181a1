"""Contracts with their options, scope, suppliers, prices and requirements. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.decided_ends import with_extensions, with_terminations
from data_access.queries.frames import read_frame
from data_access.tables.contracts import (
    contract,
    contract_option,
    contract_scope,
    contract_supplier,
    price_item,
    requirement,
)


def read_contracts(connection: Connection) -> pl.DataFrame:
    """Every contract; amounts in öre, a null ceiling is unknown. A decided notice counts in `terminated_on`."""
    return with_terminations(connection, read_frame(connection, select(contract).order_by(contract.c.id)))


def read_contract_options(connection: Connection) -> pl.DataFrame:
    """Every extension option, in the order of `sequence` within a contract; a decided one counts as exercised."""
    query = select(contract_option).order_by(contract_option.c.contract_id, contract_option.c.sequence)
    return with_extensions(connection, read_frame(connection, query))


def read_contract_scope(connection: Connection) -> pl.DataFrame:
    """What each contract covers; a null `unit_id` is every unit."""
    return read_frame(connection, select(contract_scope).order_by(contract_scope.c.id))


def read_contract_suppliers(connection: Connection) -> pl.DataFrame:
    """The suppliers of each contract; a null `rank` is not ranked."""
    return read_frame(connection, select(contract_supplier).order_by(contract_supplier.c.id))


def read_price_items(connection: Connection) -> pl.DataFrame:
    """Every price-list row with the days it holds."""
    return read_frame(connection, select(price_item).order_by(price_item.c.id))


def read_requirements(connection: Connection) -> pl.DataFrame:
    """Every requirement with the day its evidence is due."""
    return read_frame(connection, select(requirement).order_by(requirement.c.id))
