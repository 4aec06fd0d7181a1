"""17 kap read off change by change, in kronor as decimal numbers."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Row = dict[str, Any]
SHARES = {"goods": Decimal("0.10"), "services": Decimal("0.10"), "works": Decimal("0.15")}
COUNSEL = ("17:10", "17:13", "17:14")


def slow_indexed(contract: Row) -> Decimal | None:
    """The contract's value in kronor times its index factor, to the nearest öre."""
    value, factor = contract["value_ore"], contract["index_ppm"]
    if value is None or value <= 0 or factor is None or factor <= 0:
        return None
    kronor = Decimal(value) / 100 * Decimal(factor) / 1_000_000
    return kronor.quantize(Decimal("0.01"), ROUND_HALF_UP)


def slow_threshold(contract: Row, thresholds: list[Row], day: date | None) -> Decimal | None:
    """The threshold in kronor of that day, None where none is verified."""
    if day is None or (contract["kind"] is None and contract["regime"] != "annex2_social"):
        return None
    law = "LUF" if contract["regime"] == "luf" else "LOU"
    group = "works" if contract["kind"] == "works" else "goods_services"
    group = "social_annex2" if contract["regime"] == "annex2_social" else group
    for row in thresholds:
        begun = row["valid_from"] <= day and (row["valid_to"] is None or day <= row["valid_to"])
        if row["law"] == law and row["purchase_class"] == group and begun:
            sek = row["threshold_sek"]
            return Decimal(sek) if row["status"] == "verified" and sek is not None else None
    return None


def slow_net(change: Row, changes: list[Row]) -> Decimal | None:
    """The sum of the changes under 17:9 up to this one, in kronor; None where it cannot be said."""
    counted = [one for one in changes if one["legal_basis"] in (None, "17:9")]
    if any(one["decided_on"] is None for one in counted) or change not in counted:
        return None
    total = Decimal(0)
    for one in sorted(counted, key=lambda row: (row["decided_on"], row["change_id"])):
        if one["value_delta_ore"] is None:
            return None
        total += Decimal(one["value_delta_ore"]) / 100
        if one["change_id"] == change["change_id"]:
            break
    return total


def slow_small(contract: Row, change: Row, changes: list[Row], thresholds: list[Row]) -> bool | None:
    """Whether 17:9 holds: True, False, or None where that cannot be said."""
    net, indexed = slow_net(change, changes), slow_indexed(contract)
    threshold = slow_threshold(contract, thresholds, change["decided_on"])
    share = SHARES.get(contract["kind"])
    tests = [
        None if net is None or threshold is None else abs(net) < threshold,
        None if net is None or indexed is None or share is None else abs(net) < indexed * share,
    ]
    if False in tests:
        return False
    return None if None in tests else True


def slow_answer(contract: Row, change: Row, changes: list[Row], thresholds: list[Row]) -> tuple[str, str]:
    """What the arithmetic says, and the answer."""
    arithmetic = _arithmetic(contract, change, changes, thresholds)
    if contract["regime"] is None:
        return arithmetic, "cannot_be_computed"
    if contract["regime"] != "above_threshold" and arithmetic != "cannot_be_computed":
        return arithmetic, "needs_legal_assessment"
    return arithmetic, arithmetic


def _arithmetic(contract: Row, change: Row, changes: list[Row], thresholds: list[Row]) -> str:
    basis = change["legal_basis"]
    if basis in COUNSEL:
        return "needs_legal_assessment"
    if basis in ("17:11", "17:12"):
        return _by_half(contract, change)
    small = slow_small(contract, change, changes, thresholds)
    if small is None:
        return "cannot_be_computed"
    if small:
        return "allowed"
    return "probably_not" if basis == "17:9" else _by_half(contract, change)


def _by_half(contract: Row, change: Row) -> str:
    indexed = slow_indexed(contract)
    if indexed is None or change["value_delta_ore"] is None:
        return "cannot_be_computed"
    is_within = abs(Decimal(change["value_delta_ore"])) / 100 <= indexed / 2
    return "needs_legal_assessment" if is_within else "probably_not"


def slow_headroom(contract: Row, changes: list[Row], thresholds: list[Row], day: date) -> int | None:
    """The largest further increase in öre that keeps the net value below both limits."""
    indexed, threshold = slow_indexed(contract), slow_threshold(contract, thresholds, day)
    counted = [one for one in changes if one["legal_basis"] in (None, "17:9")]
    share = SHARES.get(contract["kind"])
    if indexed is None or threshold is None or share is None:
        return None
    if any(one["value_delta_ore"] is None for one in counted):
        return None
    net: int = sum(one["value_delta_ore"] for one in counted)
    edge = min(threshold, indexed * share) * 100
    largest = int(edge) - 1 if edge == int(edge) else int(edge)
    return max(largest - net, 0)
