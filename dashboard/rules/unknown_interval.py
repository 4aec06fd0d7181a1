"""What the unknown can do to a share: all of it bad, or all of it good."""

from dashboard.rules.compliance import Interval


def with_unknown(share: float | None, coverage: float | None) -> Interval | None:
    """`share` is of what is known, `coverage` how much that is of all (0-1); None where either is not there.

    good/(known+U) is share * coverage, and (good+U)/(known+U) is that plus the unknown part.
    """
    if share is None or coverage is None:
        return None
    low = share * coverage
    return Interval(min(low, share), share, max(low + 1 - coverage, share))
