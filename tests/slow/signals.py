"""Slow, obvious versions of the heavier signals: plain loops over rows, one question at a time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
Pair = tuple[int, int]


def late_deliveries(orders: Iterable[Row], lines: Iterable[Row], today: date) -> dict[Pair, Fraction]:
    """(supplier, contract) -> the share not good of the last quarter, where two quarters in a row are below 97 %."""
    parties = {one["id"]: (one["supplier_id"], one["contract_id"]) for one in orders}
    counted: dict[tuple[Pair, tuple[int, int]], list[bool]] = defaultdict(list)
    for line in lines:
        pair = parties.get(line["order_id"])
        if pair is None or None in pair or line["promised_on"] is None or line["promised_on"] >= today:
            continue
        in_time = line["received_on"] is not None and line["received_on"] <= line["promised_on"]
        in_full = line["quantity_ok"] is not None and line["quantity_ok"] >= line["quantity"]
        counted[pair, quarter_of(line["promised_on"])].append(in_time and in_full)
    last = quarter_of(date(today.year, (today.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1))
    before = quarter_of(date(last[0], last[1] * 3 - 2, 1) - timedelta(days=1))
    found = {}
    for pair in {pair for pair, _ in counted}:
        two = [counted.get((pair, quarter), []) for quarter in (before, last)]
        if all(len(goods) >= 5 and Fraction(sum(goods), len(goods)) < Fraction(97, 100) for goods in two):
            found[pair] = 1 - Fraction(sum(two[1]), len(two[1]))
    return found


def quarter_of(day: date) -> tuple[int, int]:
    """The year, and 1 to 4."""
    return day.year, (day.month + 2) // 3


def small_deviations(deviations: Iterable[Row], cases: Iterable[Row], today: date) -> dict[Pair, int]:
    """(supplier, contract) -> the sum of severities, where at least three of 90 days sum to at least six."""
    high = {(one["supplier_id"], one["contract_id"]) for one in cases if one["step"] >= 2}
    weights: dict[Pair, list[int]] = defaultdict(list)
    for one in deviations:
        is_recent = 0 <= (today - one["observed_on"]).days <= 90
        if is_recent and one["state"] != "dismissed" and one["contract_id"] is not None:
            weights[one["supplier_id"], one["contract_id"]].append(one["severity"] or 1)
    return {pair: sum(some) for pair, some in weights.items() if len(some) >= 3 and sum(some) >= 6 and pair not in high}


def overcharged(
    lines: Iterable[Row], items: Iterable[Row], parties: Iterable[Row]
) -> dict[tuple[int, int, int], tuple[int, int]]:
    """(supplier, contract, period) -> (what was agreed, what was above it)."""
    sums: dict[tuple[int, int, int], tuple[int, int]] = {}
    listed, on = list(items), list(parties)
    for line in lines:
        if not line["article_no"] or line["is_gross"] or not line["unit_price_ore"] or (line["quantity"] or 0) <= 0:
            continue
        prices = [
            (party["supplier_id"], item)
            for party in on
            for item in listed
            if party["alias_id"] == line["alias_id"]
            and item["contract_id"] == party["contract_id"]
            and item["article_no"] == line["article_no"]
            and line["posted_on"] is not None
            and item["valid_from"] <= line["posted_on"] <= (item["valid_to"] or date.max)
        ]
        if len(prices) != 1:
            continue
        supplier_id, item = prices[0]
        key = (supplier_id, item["contract_id"], line["period"])
        agreed, over = sums.get(key, (0, 0))
        above = max(0, line["unit_price_ore"] - item["unit_price_ore"])
        sums[key] = (agreed + item["unit_price_ore"] * line["quantity"], over + above * line["quantity"])
    return sums


def dear_months(sums: dict[tuple[int, int, int], tuple[int, int]]) -> dict[Pair, int]:
    """(supplier, contract) -> the most öre above the agreed in a month, where it is above 1 % and 1,000 SEK."""
    found: dict[Pair, int] = {}
    for (supplier_id, contract_id, _), (agreed, over) in sums.items():
        if agreed > 0 and Fraction(over) / Fraction(agreed) > Fraction(1, 100) and over > 100_000:
            found[supplier_id, contract_id] = max(over, found.get((supplier_id, contract_id), 0))
    return found
