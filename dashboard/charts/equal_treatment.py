"""Did the same kind of deviation, as bad, lead to the same step and the same sanction?"""

import json
from collections.abc import Mapping

import polars as pl

from dashboard import formats
from dashboard.charts.theme import GRID, INK, SOFT_INK, Spec, finished
from dashboard.deviation_words import CATEGORIES, SEVERITIES
from dashboard.rules.sanctions.equal_treatment import GROUP, HIGHEST_STEP, SANCTIONS
from dashboard.sanction_words import SANCTIONS as SANCTION_WORDS
from dashboard.text import Language, Text

# Shape and colour say the same: the sanction. Darker is heavier.
LOOKS: Mapping[str, tuple[str, str]] = {
    "none": ("circle", "#9aa5b1"),
    "complaint": ("square", "#5b8dbd"),
    "waived": ("triangle-down", "#e69f00"),
    "claimed": ("triangle-up", "#8a5300"),
    "notice": ("diamond", "#1f4e79"),
    "termination": ("cross", "#b3261e"),
}
ROW = 66  # so that six sanctions find room in a cell
STRIDE = HIGHEST_STEP + 2  # from one severity's step 0 to the next's
STEP, GROUP_WORDS = Text(sv="Steg", en="Step"), Text(sv="Grupp", en="Group")
SANCTION, COUNT = Text(sv="Påföljd", en="Sanction"), Text(sv="Antal", en="Number")
SEVERITY = Text(sv="Allvar {severity}: {word}", en="Severity {severity}: {word}")
SUBTITLE = Text(
    sv="Varje märke är avvikelser med samma högsta steg och samma tyngsta påföljd. Större märke: fler avvikelser",
    en="Each mark is deviations with the same highest step and heaviest sanction. Larger mark: more deviations",
)


def build_equal_treatment(rows: pl.DataFrame, language: Language, title: str) -> Spec:
    """A strip for each kind of deviation, parted by severity: step along it, one mark a sanction.

    `rows`: `category, severity, step, sanction`, one row a deviation.
    """
    counted = rows.group_by(*GROUP, "step", "sanction").agg(count=pl.len()).sort(*GROUP, "step", "sanction")
    present = [category for category in CATEGORIES if category in set(rows["category"])]
    names = [CATEGORIES[category].in_language(language) for category in present]
    values = [_mark(row, present, language) for row in counted.iter_rows(named=True)]
    steps = [_x(severity, step) for severity in SEVERITIES for step in range(HIGHEST_STEP + 1)]
    words = {sanction: SANCTION_WORDS[sanction].in_language(language) for sanction in SANCTIONS}
    x = {
        "field": "x",
        "type": "quantitative",
        "title": STEP.in_language(language),
        "scale": {"domain": [-0.6, _x(4, HIGHEST_STEP) + 0.6], "nice": False},
        "axis": {
            "values": steps,
            "labelExpr": f"(datum.value % {STRIDE})",
            "grid": False,
            "ticks": False,
            "labelOverlap": False,
        },
    }
    y = {
        "field": "y",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [-0.5, max(len(present), 1) - 0.5], "reverse": True, "nice": False},
        "axis": {
            "values": list(range(len(present))),
            "labelExpr": f"{json.dumps(names, ensure_ascii=False)}[datum.value]",
            "grid": False,
            "ticks": False,
            "domain": False,
            "labelLimit": 260,
        },
    }
    marks = {
        "mark": {"type": "point", "filled": True, "opacity": 1, "stroke": "white", "strokeWidth": 0.6},
        "encoding": {"x": x, "y": y, **_looks(words), "tooltip": _tips(language)},
    }
    spec = {
        "height": ROW * max(len(present), 1) + 20,
        "data": {"values": values},
        "layer": [_between_rows(len(present)), marks, _severities(language)],
    }
    return finished(spec, language, title=title, subtitle=SUBTITLE.in_language(language))


def _x(severity: int, step: int) -> int:
    return (severity - 1) * STRIDE + step


def _mark(row: dict[str, object], present: list[str], language: Language) -> dict[str, object]:
    """Six places in a cell, one for each sanction, so that marks never lie on one another."""
    place = SANCTIONS.index(str(row["sanction"]))
    severity, step = int(str(row["severity"])), int(str(row["step"]))
    category = CATEGORIES[str(row["category"])].in_language(language)
    return {
        "x": _x(severity, step) + (place % 3 - 1) * 0.3,
        "y": present.index(str(row["category"])) + (place // 3 - 0.5) * 0.44,
        "sanction": SANCTION_WORDS[SANCTIONS[place]].in_language(language),
        "count": row["count"],
        "written": formats.number(int(str(row["count"]))),
        "step": step,
        "group": f"{category}, {severity} {SEVERITIES[severity].in_language(language).lower()}",
    }


def _looks(words: dict[str, str]) -> Spec:
    domain = list(words.values())
    legend = {"orient": "top", "title": None, "labelLimit": 0, "columns": 6, "offset": 34}
    shapes, colours = ([LOOKS[sanction][at] for sanction in words] for at in (0, 1))
    field = {"field": "sanction", "type": "nominal", "sort": None}
    return {
        "shape": {**field, "scale": {"domain": domain, "range": shapes}, "legend": legend},
        "color": {**field, "scale": {"domain": domain, "range": colours}, "legend": legend},
        "size": {
            "field": "count",
            "type": "quantitative",
            "scale": {"type": "sqrt", "domainMin": 0, "range": [50, 420]},
            "legend": None,
        },
    }


def _tips(language: Language) -> list[Spec]:
    titles = {"group": GROUP_WORDS, "step": STEP, "sanction": SANCTION, "written": COUNT}
    return [{"field": field, "title": title.in_language(language)} for field, title in titles.items()]


def _between_rows(count: int) -> Spec:
    return {
        "data": {"values": [{"at": at + 0.5} for at in range(count - 1)]},
        "mark": {"type": "rule", "color": GRID},
        "encoding": {"y": {"field": "at", "type": "quantitative"}},
    }


def _severities(language: Language) -> Spec:
    """The words of the severities above their steps."""
    values = [
        {"x": _x(severity, 2), "y": -0.5, "word": SEVERITY.in_language(language, severity=severity, word=words)}
        for severity, text in SEVERITIES.items()
        for words in (text.in_language(language).lower(),)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "dy": -8, "fontWeight": 600, "color": INK, "clip": False, "stroke": None},
        "encoding": {
            "x": {"field": "x", "type": "quantitative"},
            "y": {"field": "y", "type": "quantitative"},
            "text": {"field": "word", "type": "nominal"},
            "color": {"value": SOFT_INK},
        },
    }
