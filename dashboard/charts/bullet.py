"""How far is it to the target? A bar, its target as a tick, and the interval as a thin line."""

from dashboard.charts.sparkline import svg
from dashboard.charts.theme import EMPTY, INK, STATUS

WIDTH, HEIGHT = 400, 34
BAR_TOP, BAR_HEIGHT = 8, 18


def bullet(
    value: float | None,
    target: float | None,
    status: str,
    low: float | None = None,
    high: float | None = None,
    is_share: bool = True,
) -> str:
    """An SVG: the full width is the scale's end (100 % for a share that is held against a large part of it)."""
    end = scale_end(value, target, high, is_share)
    at = [min(max(part / end, 0.0), 1.0) * WIDTH if part is not None else None for part in (value, target, low, high)]
    look = STATUS[status]
    parts = [f"<rect x='0' y='{BAR_TOP - 4}' width='{WIDTH}' height='{BAR_HEIGHT + 8}' fill='{EMPTY}' rx='2'/>"]
    if at[0] is not None:
        parts.append(
            f"<rect x='0.75' y='{BAR_TOP}' width='{max(at[0] - 1.5, 1):.1f}' height='{BAR_HEIGHT}' "
            f"fill='{look.fill}' stroke='{look.text}' stroke-width='1.5'/>"
        )
    if at[2] is not None and at[3] is not None and at[3] - at[2] > 2:
        middle = BAR_TOP + BAR_HEIGHT / 2
        parts.append(f"<path d='M{at[2]:.1f} {middle}H{at[3]:.1f}' stroke='{INK}' stroke-width='2'/>")
    if at[1] is not None:
        x = min(max(at[1], 3), WIDTH - 3)
        parts.append(f"<rect x='{x - 2.5:.1f}' y='0' width='5' height='{HEIGHT}' fill='{INK}'/>")
    return svg(WIDTH, HEIGHT, "".join(parts), is_stretched=True)


def scale_end(value: float | None, target: float | None, high: float | None, is_share: bool) -> float:
    """Where the bar's scale ends: 1 for shares around the upper half, else a quarter above the largest number."""
    largest = max((part for part in (value, target, high) if part is not None), default=0.0)
    if is_share and (largest > 0.4 or largest <= 0):
        return 1.0
    return largest * 1.25 or 1.0
