"""Numbers and references of the lines, and the flaws that real ledgers have."""

import numpy as np
import polars as pl

from sample_data.categories import COUNT, LOOSE_ACCOUNTS
from sample_data.clock import MONTHS, PERIODS, Ints
from sample_data.draw import chance, weighted
from sample_data.invoices import DIRECT, Invoices
from sample_data.world import World

FORMATS = ("peppol", "svefaktura", "pdf", "papper")
DAYS = ("posted_on", "invoiced_on", "due_on", "paid_on", "ordered_on", "delivered_on")


def with_texts(
    rng: np.random.Generator, world: World, month: int, frame: pl.DataFrame, invoices: Invoices, of: Ints
) -> pl.DataFrame:
    """The lines with numbers and references; some references lead nowhere."""
    size = len(invoices.category)
    serial = np.arange(size)
    has_ref = (invoices.contract >= 0) & chance(rng, 0.1 + 0.1 * month / MONTHS, size)
    strange = pl.Series(chance(rng, 0.012, size)[of])
    basis = np.select([invoices.route == DIRECT, has_ref], [1, 2], 0)
    order_ref = _gather(world.orders.numbers, invoices.order[of])
    return frame.with_columns(
        voucher_no=_numbered("L", month, serial[of]),
        invoice_no=_numbered("F", month, serial[of] * 7 + 100),
        order_ref=pl.when(strange).then(pl.lit("ref 4711")).otherwise(order_ref),
        contract_ref=_gather(pl.Series(world.contract_numbers), np.where(has_ref, invoices.contract, -1)[of]),
        basis=pl.Series([None, "direktupphandling", "ramavtal"]).gather(basis[of]),
        invoice_format=pl.Series(FORMATS).gather(_formats(rng, month, size)[of]),
        is_disputed=chance(rng, 0.008, size)[of],
        is_gross=pl.lit(False),
        member=pl.lit(0),
    )


def _gather(words: pl.Series, places: Ints) -> pl.Series:
    """The word at each place; null at -1."""
    return words.gather(pl.Series(places).replace(-1, None))


def _formats(rng: np.random.Generator, month: int, size: int) -> Ints:
    """Nearly all invoices are electronic, and a little more each month."""
    share = 0.925 + 0.063 * month / MONTHS
    return weighted(rng, np.array([share * 0.86, share * 0.14, (1 - share) * 0.75, (1 - share) * 0.25]), size)


def _numbered(letter: str, month: int, serial: Ints) -> pl.Series:
    return pl.select(pl.concat_str(pl.lit(f"{letter}{PERIODS[month] % 10000}-"), pl.Series(serial + 1))).to_series()


def with_flaws(rng: np.random.Generator, frame: pl.DataFrame) -> pl.DataFrame:
    """Credit notes, lines without supplier, account, category or day, and months given without days."""
    size = frame.height
    credit = pl.Series(chance(rng, 0.014, size))
    no_supplier, no_account = pl.Series(chance(rng, 0.004, size)), pl.Series(chance(rng, 0.002, size))
    loose = pl.Series(chance(rng, 0.008, size))
    no_day, month_only = pl.Series(chance(rng, 0.0004, size)), pl.Series(chance(rng, 0.012, size))
    loose_id = pl.Series(COUNT + 1 + rng.integers(0, len(LOOSE_ACCOUNTS), size))
    return frame.with_columns(
        amount_ore=pl.when(credit).then(-(pl.col("amount_ore") // 2)).otherwise("amount_ore"),
        quantity=pl.when(credit).then(None).otherwise("quantity"),
        alias_id=pl.when(~no_supplier).then("alias_id"),
        account_id=pl.when(no_account).then(None).when(loose).then(loose_id).otherwise("account_id"),
        category_id=pl.lit(None, pl.Int32),
        period=pl.when(~no_day).then("period"),
        **{name: pl.when(~(no_day | month_only)).then(name) for name in DAYS},
    )
