"""Which deviations may come to a case."""

from collections.abc import Mapping


def attaching_obstacles(deviation: Mapping[str, object], contract_id: int, supplier_id: int) -> list[str]:
    """A deviation comes to a case of its own contract and supplier, once, unless it was dismissed."""
    checks = {
        "deviation_of_others": (deviation["contract_id"], deviation["supplier_id"]) != (contract_id, supplier_id),
        "deviation_in_case": deviation["case_id"] is not None,
        "deviation_dismissed": deviation["state"] == "dismissed",
    }
    return [code for code, stands in checks.items() if stands]
