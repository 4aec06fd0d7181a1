"""The ledger, month by month: invoices drawn from categories and departments, then their lines, then their flaws."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from data_access.ledger_schema import LEDGER_SCHEMA
from sample_data.categories import CATALOGUE, COUNT, LOOSE_ACCOUNTS
from sample_data.clock import AS_OF, FIRST_MONTH, MONTHS, PERIODS, STARTS, Bools, Days, Floats, Ints
from sample_data.direct_awards import DirectAwards
from sample_data.draw import chance, stream, weighted
from sample_data.orders import Orders
from sample_data.organisation import BUYERS, LOYALTY, LOYALTY_GAIN
from sample_data.plan import COMPLIANCE, IS_TOLD, MSEK, UNIT_SHARES, UNITS, Openings, Plan, openings, pick_supplier
from sample_data.prices import ARTICLES, CORE, Prices
from sample_data.stories import SLIDE_FROM
from sample_data.suppliers import Suppliers

LINES_PER_INVOICE = np.array([0.45, 0.22, 0.13, 0.10, 0.06, 0.04])
SEASON = np.array([0.96, 0.94, 1.02, 1.0, 1.0, 1.06, 0.72, 0.9, 1.02, 1.06, 1.06, 1.26])
FORMATS = ("peppol", "svefaktura", "pdf", "papper")
ON_CONTRACT, OUTSIDE, DIRECT, OTHER = 0, 1, 2, 3


@dataclass(frozen=True)
class World:
    """Everything a line may point at."""

    suppliers: Suppliers
    plan: Plan
    prices: Prices
    orders: Orders
    awards: DirectAwards
    contract_numbers: list[str]


@dataclass(frozen=True)
class Invoices:
    """One place for each invoice of a month; `contract` is -1 where it was not bought on one."""

    category: Ints
    unit: Ints
    route: Ints
    contract: Ints
    supplier: Ints
    order: Ints


def month_lines(world: World, month: int, count: int) -> pl.DataFrame:
    """`count` lines of one month with the columns of LEDGER_SCHEMA, and `contract`: the position meant, or -1."""
    rng = stream("lines", month)
    repeats = round(count * 0.003)
    sizes = _sizes(rng, count - repeats)
    invoices = _invoices(rng, world, month, len(sizes))
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


def _invoices(rng: np.random.Generator, world: World, month: int, size: int) -> Invoices:
    weight = np.where(IS_TOLD, 0.0, MSEK**0.62)
    category = weighted(rng, weight, size)
    unit = np.minimum((rng.random(size)[:, None] > np.cumsum(UNIT_SHARES, axis=1)[category]).sum(axis=1), UNITS - 1)
    opened = openings(world.plan, month)
    contract = opened.pick(category * UNITS + unit, rng.random(size))
    route = _routes(rng, month, category, unit, contract)
    supplier, contract = _suppliers(rng, world, month, opened, category, unit, route, contract)
    order, supplier, unit = _orders(rng, world, month, contract, supplier, unit)
    return Invoices(category, unit, route, contract, supplier, order)


def _routes(rng: np.random.Generator, month: int, category: Ints, unit: Ints, contract: Ints) -> Ints:
    """Which way each purchase took: on a contract where there is one, more and more often."""
    gain = LOYALTY[unit] + LOYALTY_GAIN[unit] * month / MONTHS
    loyal = np.clip(COMPLIANCE[category] - 0.055 + gain, 0, 1)
    outside = np.where(chance(rng, 0.24, len(category)), OTHER, OUTSIDE)
    without = np.select([chance(rng, 0.5, len(category)), chance(rng, 0.12, len(category))], [DIRECT, OTHER], OUTSIDE)
    drawn = np.where(contract >= 0, np.where(chance(rng, loyal, len(category)), ON_CONTRACT, outside), without)
    return np.where(CATALOGUE["contracts"].to_numpy()[category] == 0, np.where(drawn == OTHER, OUTSIDE, drawn), drawn)


def _suppliers(
    rng: np.random.Generator,
    world: World,
    month: int,
    opened: Openings,
    category: Ints,
    unit: Ints,
    route: Ints,
    contract: Ints,
) -> tuple[Ints, Ints]:
    """A supplier for each invoice by its route, and the contract, -1 where the route was another."""
    size = len(category)
    on_contract = pick_supplier(world.plan, np.maximum(contract, 0), rng.random(size))
    free = _free_supplier(world.suppliers, category, rng.random(size) ** 2.4)
    neighbour = opened.pick((category + 1) % COUNT * UNITS + unit, rng.random(size))
    other = np.where(neighbour >= 0, pick_supplier(world.plan, np.maximum(neighbour, 0), rng.random(size)), free)
    awarded = world.awards.pick(month, category, rng.random(size))
    supplier = np.select(
        [route == ON_CONTRACT, route == OTHER, (route == DIRECT) & (awarded > 0)], [on_contract, other, awarded], free
    )
    return supplier, np.where(route == ON_CONTRACT, contract, -1)


def _free_supplier(suppliers: Suppliers, category: Ints, draw: Floats) -> Ints:
    """A supplier of the trade that has no contract; where all may sell (nothing to compete for), any of them."""
    free = suppliers.is_reserved & ~suppliers.is_tail | (CATALOGUE["contracts"].to_numpy()[suppliers.home] == 0)
    ids = np.flatnonzero(free)
    ids = ids[np.argsort(suppliers.home[ids], kind="stable")]
    low = np.searchsorted(suppliers.home[ids], category, side="left")
    count = np.searchsorted(suppliers.home[ids], category, side="right") - low
    return ids[low + np.floor(draw * count).astype(np.int64)] + 1


def _orders(
    rng: np.random.Generator, world: World, month: int, contract: Ints, supplier: Ints, unit: Ints
) -> tuple[Ints, Ints, Ints]:
    """An order behind most invoices of the shop; supplier and buyer are then those of the order."""
    size = len(contract)
    position = np.maximum(contract, 0)
    share = np.where(world.plan.is_e_tradeable[position], 0.68 + 0.16 * month / MONTHS, 0.1)
    wanted = (contract >= 0) & chance(rng, share, size)
    earlier = np.maximum(month - chance(rng, 0.66 + 0.16 * month / MONTHS, size).astype(np.int64), 0)
    order = np.where(wanted, world.orders.pick(earlier, contract, rng.random(size)), -1)
    place = np.maximum(order, 0)
    return (
        order,
        np.where(order >= 0, world.orders.supplier[place], supplier),
        np.where(order >= 0, world.orders.unit[place], unit),
    )


def _frame(rng: np.random.Generator, world: World, month: int, invoices: Invoices, sizes: Ints) -> pl.DataFrame:
    """The lines of the invoices."""
    of = np.repeat(np.arange(len(sizes)), sizes)
    days = _days(rng, world, month, invoices)
    article, price, amount, quantity = _money(rng, world, month, invoices, days, of)
    frame = pl.DataFrame(
        {
            "contract": invoices.contract[of],
            "period": np.full(len(of), PERIODS[month]),
            **{name: day[of] for name, day in days.items() if name != "on"},
            "alias_id": _aliases(rng, world.suppliers, invoices)[of],
            "unit_id": np.array(BUYERS)[invoices.unit][of],
            "account_id": invoices.category[of] + 1,
            "amount_ore": amount,
            "quantity": quantity,
            "unit_price_ore": price,
            "article_no": world.prices.article_numbers(np.maximum(invoices.contract, 0)[of], article),
        }
    )
    return _with_flaws(rng, month, _with_texts(rng, world, month, frame, invoices, of))


def _days(rng: np.random.Generator, world: World, month: int, invoices: Invoices) -> dict[str, Days]:
    """The days of each invoice in their order; what was bought on a contract was delivered within its term."""
    size = len(invoices.contract)
    length = int((STARTS[month + 1] - STARTS[month]).astype(int))
    posted = STARTS[month] + rng.integers(0, length, size).astype("timedelta64[D]")
    invoiced = posted - rng.integers(0, 12, size).astype("timedelta64[D]")
    has_order = invoices.order >= 0
    created = world.orders.created[np.maximum(invoices.order, 0)]
    posted = np.where(has_order, np.maximum(posted, created), posted)
    in_time = has_order & (created < STARTS[month])
    invoiced = np.where(
        in_time, np.maximum(invoiced, STARTS[month]), np.where(has_order, np.minimum(invoiced, created), invoiced)
    )
    delivered = invoiced - rng.integers(0, 18, size).astype("timedelta64[D]")
    held = invoices.contract >= 0
    place = np.maximum(invoices.contract, 0)
    delivered = np.where(held, np.clip(delivered, world.plan.start[place], world.plan.end[place]), delivered)
    invoiced = np.where(held, np.maximum(invoiced, world.plan.start[place]), invoiced)
    nothing = np.datetime64("NaT")
    due = invoiced + np.timedelta64(30, "D")
    return {
        "posted_on": np.maximum(posted, invoiced),
        "invoiced_on": invoiced,
        "due_on": due,
        "paid_on": _paid(rng, month, due),
        "ordered_on": np.where(in_time, created, nothing),
        "delivered_on": np.where(chance(rng, 0.62, size) | held & (delivered < invoiced - 12), delivered, nothing),
    }


def _paid(rng: np.random.Generator, month: int, due: Days) -> Days:
    """Paid by the due day, more and more often; what falls after the sample's last day is not paid yet."""
    in_time = chance(rng, 0.935 + 0.044 * month / MONTHS, len(due))
    paid = due + np.where(in_time, -rng.integers(0, 6, len(due)), rng.integers(1, 40, len(due))).astype(
        "timedelta64[D]"
    )
    return np.where(paid <= np.datetime64(AS_OF), paid, np.datetime64("NaT"))


def _money(
    rng: np.random.Generator, world: World, month: int, invoices: Invoices, days: dict[str, Days], of: Ints
) -> tuple[Ints, pl.Series, Ints, pl.Series]:
    """Article (-1: none), unit price, amount and quantity of each line; a month's cost of a category is its plan's."""
    size = len(of)
    contract = invoices.contract[of]
    raw = (rng.lognormal(0, 1.25, len(invoices.category))[of] * rng.lognormal(0, 0.7, size)).astype(float)
    category = invoices.category[of]
    wanted = MSEK * 1e8 / 12 * SEASON[(month + FIRST_MONTH[1] - 1) % 12] * (1 + 0.022 * (month - MONTHS / 2) / 12)
    amount = np.maximum(raw * (wanted / np.maximum(np.bincount(category, raw, COUNT), 1e-9))[category], 100).astype(
        np.int64
    )
    has_article = (contract >= 0) & world.plan.has_prices[np.maximum(contract, 0)] & chance(rng, 0.78, size)
    core = chance(rng, 0.72, size)
    article = np.where(has_article, np.where(core, rng.integers(0, CORE, size), rng.integers(CORE, ARTICLES, size)), -1)
    place = np.maximum(contract, 0)
    agreed = world.prices.at(world.plan, place, np.maximum(article, 0), _on_day(days)[of])
    price = np.maximum(np.round(agreed * _deviation(rng, month, contract == world.plan.sliding)), 1).astype(np.int64)
    quantity = np.maximum(np.round(amount / price), 1)
    amount = np.where(has_article, (quantity * price).astype(np.int64), amount)
    hidden = pl.Series(~has_article)
    return article, pl.Series(price).set(hidden, None), amount, pl.Series(quantity).set(hidden, None)


def _on_day(days: dict[str, Days]) -> Days:
    """The day that counts: delivered, else ordered, else invoiced."""
    first = np.where(np.isnat(days["delivered_on"]), days["ordered_on"], days["delivered_on"])
    return np.where(np.isnat(first), days["invoiced_on"], first)


def _deviation(rng: np.random.Generator, month: int, slides: Bools) -> Floats:
    """What is charged over what was agreed: 1 nearly always, not so at the sliding supplier of late."""
    size = len(slides)
    is_off = chance(rng, np.where(slides & (STARTS[month] >= SLIDE_FROM), 0.3, 0.035), size)
    return np.where(is_off, rng.uniform(1.02, 1.14, size), 1.0)


def _aliases(rng: np.random.Generator, suppliers: Suppliers, invoices: Invoices) -> Ints:
    place = invoices.supplier - 1
    second = chance(rng, 0.3, len(place))
    return np.where(second, suppliers.other_alias[place], suppliers.main_alias[place])


def _with_texts(
    rng: np.random.Generator, world: World, month: int, frame: pl.DataFrame, invoices: Invoices, of: Ints
) -> pl.DataFrame:
    """Adds numbers and references; some references lead nowhere, as in real ledgers."""
    size = len(invoices.category)
    serial = np.arange(size)
    order = invoices.order[of]
    names = world.orders.numbers.gather(pl.Series(order).replace(-1, None))
    has_ref = (invoices.contract >= 0) & chance(rng, 0.1 + 0.1 * month / MONTHS, size)
    numbers = pl.Series(world.contract_numbers).gather(
        pl.Series(np.where(has_ref, invoices.contract, -1)[of]).replace(-1, None)
    )
    e_share = 0.925 + 0.063 * month / MONTHS
    formats = weighted(
        rng, np.array([e_share * 0.86, e_share * 0.14, (1 - e_share) * 0.75, (1 - e_share) * 0.25]), size
    )
    strange = chance(rng, 0.012, size)[of]
    basis = np.select([invoices.route == DIRECT, has_ref], [1, 2], 0)
    return frame.with_columns(
        voucher_no=_numbered("L", month, serial[of]),
        invoice_no=_numbered("F", month, serial[of] * 7 + 100),
        order_ref=pl.when(pl.Series(strange)).then(pl.lit("ref 4711")).otherwise(pl.Series(names)),
        contract_ref=numbers,
        basis=pl.Series([None, "direktupphandling", "ramavtal"]).gather(basis[of]),
        invoice_format=pl.Series(FORMATS).gather(formats[of]),
        is_disputed=chance(rng, 0.008, size)[of],
        is_gross=pl.lit(False),
        member=pl.lit(0),
    )


def _numbered(letter: str, month: int, serial: Ints) -> pl.Series:
    return pl.select(pl.concat_str(pl.lit(f"{letter}{PERIODS[month] % 10000}-"), pl.Series(serial + 1))).to_series()


def _with_flaws(rng: np.random.Generator, month: int, frame: pl.DataFrame) -> pl.DataFrame:
    """Credit notes, lines without supplier, account, category or day, and months given without days."""
    size = frame.height
    credit = pl.Series(chance(rng, 0.014, size))
    no_supplier, no_account = pl.Series(chance(rng, 0.004, size)), pl.Series(chance(rng, 0.002, size))
    loose = pl.Series(chance(rng, 0.008, size))
    no_day, month_only = pl.Series(chance(rng, 0.0004, size)), pl.Series(chance(rng, 0.012, size))
    loose_id = pl.Series(COUNT + 1 + rng.integers(0, len(LOOSE_ACCOUNTS), size))
    dates = ("posted_on", "invoiced_on", "due_on", "paid_on", "ordered_on", "delivered_on")
    return frame.with_columns(
        amount_ore=pl.when(credit).then(-(pl.col("amount_ore") // 2)).otherwise("amount_ore"),
        quantity=pl.when(credit).then(None).otherwise("quantity"),
        alias_id=pl.when(~no_supplier).then("alias_id"),
        account_id=pl.when(no_account).then(None).when(loose).then(loose_id).otherwise("account_id"),
        category_id=pl.lit(None, pl.Int32),
        period=pl.when(~no_day).then("period"),
        **{name: pl.when(~(no_day | month_only)).then(name) for name in dates},
    )


def select_schema(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with every column of LEDGER_SCHEMA but `import_id`, and rows numbered from 2 as in a file."""
    return frame.with_columns(row=pl.int_range(2, pl.len() + 2)).select(
        pl.col(name).cast(kind) for name, kind in LEDGER_SCHEMA.items() if name != "import_id"
    )
