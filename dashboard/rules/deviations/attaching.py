"""Which deviations may come to a case."""

from collections.abc import Mapping

from dashboard.rules.deviations.states import CLOSED


def attaching_obstacles(
    deviation: Mapping[str, object], contract_id: int, supplier_id: int, is_case_open: bool
) -> list[str]:
    """A deviation comes to a case of its own contract and supplier, unless it was dismissed or an open case has it.

    `is_case_open` says whether the case it is in still goes on. What a case left unresolved, or what was reopened
    after it ended, may come to the next one.
    """
    is_settled = deviation["case_id"] is not None and deviation["state"] in CLOSED
    checks = {
        "deviation_of_others": (deviation["contract_id"], deviation["supplier_id"]) != (contract_id, supplier_id),
        "deviation_in_case": is_case_open or is_settled,
        "deviation_dismissed": deviation["state"] == "dismissed",
    }
    return [code for code, stands in checks.items() if stands]
