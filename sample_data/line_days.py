"""The days of each invoice: ordered, delivered, invoiced, posted, due and paid, in that order."""

import numpy as np

from sample_data.clock import AS_OF, MONTHS, STARTS, Days
from sample_data.draw import chance
from sample_data.invoices import Invoices
from sample_data.world import World

NEVER = np.datetime64("NaT")


def draw_days(rng: np.random.Generator, world: World, month: int, invoices: Invoices) -> dict[str, Days]:
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
    due = invoiced + np.timedelta64(30, "D")
    return {
        "posted_on": np.maximum(posted, invoiced),
        "invoiced_on": invoiced,
        "due_on": due,
        "paid_on": _paid(rng, month, due),
        "ordered_on": np.where(in_time, created, NEVER),
        "delivered_on": np.where(chance(rng, 0.62, size) | held & (delivered < invoiced - 12), delivered, NEVER),
    }


def _paid(rng: np.random.Generator, month: int, due: Days) -> Days:
    """Paid by the due day, more and more often; what falls after the sample's last day is not paid yet."""
    in_time = chance(rng, 0.935 + 0.044 * month / MONTHS, len(due))
    paid = due + np.where(in_time, -rng.integers(0, 6, len(due)), rng.integers(1, 40, len(due))).astype(
        "timedelta64[D]"
    )
    return np.where(paid <= np.datetime64(AS_OF), paid, NEVER)


def on_day(days: dict[str, Days]) -> Days:
    """The day that counts: delivered, else ordered, else invoiced."""
    first = np.where(np.isnat(days["delivered_on"]), days["ordered_on"], days["delivered_on"])
    return np.where(np.isnat(first), days["invoiced_on"], first)
