"""Which way is it going? A small line without axes, drawn as a picture with a text."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

from dashboard.charts.theme import BLUE

WIDTH, HEIGHT, PAD = 132, 30, 4


def sparkline(values: Sequence[float | None], colour: str = BLUE) -> str:
    """An SVG of the values in order, the last one marked; gaps where there is no value; empty below two values."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    spread = (high - low) or 1.0
    step = (WIDTH - 2 * PAD) / (len(values) - 1)
    points = [
        None if value is None else (PAD + at * step, HEIGHT - PAD - (value - low) / spread * (HEIGHT - 2 * PAD))
        for at, value in enumerate(values)
    ]
    lines = "".join(
        f"<polyline points='{' '.join(f'{x:.1f},{y:.1f}' for x, y in run)}' fill='none' "
        f"stroke='{colour}' stroke-width='2' stroke-linejoin='round'/>"
        for run in _runs(points)
    )
    x, y = next(point for point in reversed(points) if point is not None)
    return svg(WIDTH, HEIGHT, f"{lines}<circle cx='{x:.1f}' cy='{y:.1f}' r='3.5' fill='{colour}'/>")


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def svg(width: int, height: int, body: str, is_stretched: bool = False) -> str:
    """The drawing with its frame."""
    fit = " preserveAspectRatio='none'" if is_stretched else ""
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'{fit}>{body}</svg>"


def picture(drawing: str, words: str, class_name: str) -> str:
    """A drawn SVG as an image with a text for those who do not see it; nothing for an empty SVG."""
    if not drawing:
        return ""
    data = b64encode(drawing.encode()).decode()
    return f"<img class='{class_name}' alt='{escape(words, quote=True)}' src='data:image/svg+xml;base64,{data}'>"
