"""The ledger, month by month: invoices, their lines, and the flaws that real ledgers have."""

import numpy as np
import polars as pl

from data_access.ledger_schema import LEDGER_SCHEMA
from sample_data.clock import PERIODS, Bools, Ints
from sample_data.draw import chance, stream, weighted
from sample_data.invoices import Invoices, draw_invoices
from sample_data.line_days import draw_days, on_day
from sample_data.line_money import draw_money
from sample_data.line_texts import with_flaws, with_texts
from sample_data.organisation import BUYERS
from sample_data.suppliers import Suppliers
from sample_data.world import World

LINES_PER_INVOICE = np.array([0.45, 0.22, 0.13, 0.10, 0.06, 0.04])


def month_lines(world: World, month: int, count: int) -> pl.DataFrame:
    """`count` lines of one month with the columns of LEDGER_SCHEMA, and `contract`: the position meant, or -1."""
    rng = stream("lines", month)
    repeats = round(count * 0.003)
    sizes = _sizes(rng, count - repeats)
    invoices = draw_invoices(rng, world, month, len(sizes))
    frame = _frame(rng, world, month, invoices, sizes)
    return pl.concat([frame, frame.filter(pl.Series(_some(rng, frame.height, repeats)))])


def _some(rng: np.random.Generator, size: int, count: int) -> Bools:
    return np.isin(np.arange(size), rng.choice(size, count, replace=False))


def _sizes(rng: np.random.Generator, lines: int) -> Ints:
    """Lines of each invoice, together exactly `lines`."""
    drawn = weighted(rng, LINES_PER_INVOICE, lines) + 1
    last = int(np.searchsorted(np.cumsum(drawn), lines))
    sizes = drawn[: last + 1]
    sizes[-1] -= sizes.sum() - lines
    return sizes


def _frame(rng: np.random.Generator, world: World, month: int, invoices: Invoices, sizes: Ints) -> pl.DataFrame:
    """The lines of the invoices."""
    of = np.repeat(np.arange(len(sizes)), sizes)
    days = draw_days(rng, world, month, invoices)
    contract, category = invoices.contract[of], invoices.category[of]
    money = draw_money(rng, world, month, category, contract, on_day(days)[of], of)
    frame = pl.DataFrame(
        {
            "contract": contract,
            "period": np.full(len(of), PERIODS[month]),
            **{name: day[of] for name, day in days.items()},
            "alias_id": _aliases(rng, world.suppliers, invoices.supplier)[of],
            "unit_id": np.array(BUYERS)[invoices.unit][of],
            "account_id": category + 1,
            "amount_ore": money.amount_ore,
            "quantity": money.quantity,
            "unit_price_ore": money.unit_price_ore,
            "article_no": world.prices.article_numbers(np.maximum(contract, 0), money.article),
        }
    )
    return with_flaws(rng, with_texts(rng, world, month, frame, invoices, of))


def _aliases(rng: np.random.Generator, suppliers: Suppliers, supplier: Ints) -> Ints:
    """The name on each invoice: the second in three of ten where there is one."""
    is_second = chance(rng, 0.3, len(supplier))
    return np.where(is_second, suppliers.other_alias[supplier - 1], suppliers.main_alias[supplier - 1])


def select_schema(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with every column of LEDGER_SCHEMA but `import_id`, and rows numbered from 2 as in a file."""
    return frame.with_columns(row=pl.int_range(2, pl.len() + 2)).select(
        pl.col(name).cast(kind) for name, kind in LEDGER_SCHEMA.items() if name != "import_id"
    )
