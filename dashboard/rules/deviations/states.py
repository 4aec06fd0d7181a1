"""How a deviation goes on: reported, confirmed, remedied, verified; or dismissed. What is verified can be reopened."""

NEXT: dict[str, frozenset[str]] = {
    "reported": frozenset({"confirmed", "dismissed"}),
    "confirmed": frozenset({"remedied", "dismissed"}),
    "remedied": frozenset({"verified", "confirmed"}),  # back where the remedy did not hold
    "verified": frozenset({"confirmed"}),
    "dismissed": frozenset(),
}
CLOSED = frozenset({"verified", "dismissed"})
TAKEN_UP = frozenset({"confirmed", "remedied"})  # belongs in the open case, if there is one


def may_become(state: str, wanted: str) -> bool:
    """A deviation stays as it is or takes one step of NEXT."""
    return wanted == state or wanted in NEXT[state]


def is_reopened(state: str, wanted: str) -> bool:
    """A deviation is reopened where it was verified and is confirmed once more."""
    return state == "verified" and wanted == "confirmed"
