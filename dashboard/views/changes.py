"""The parts of the page of changed contracts: its sentence, the picture of the room used, and the list."""

from collections.abc import Mapping
from html import escape
from typing import Any

import polars as pl

from dashboard import formats
from dashboard.change_words import BY_LAWYER, VERSION, answer_words, known_headroom
from dashboard.charts.change_headroom import MOST, build_change_headroom
from dashboard.charts.theme import STATUS
from dashboard.data.changes import PART, Changed
from dashboard.language import language, t
from dashboard.layout import page_url, paragraph, show, table, table_behind
from dashboard.rules.changes.paragraphs import RULE_VERSION, Answer
from dashboard.table_html import Column
from dashboard.text import Text

LISTED = 200
ORE = 100  # of a krona
LOOKS = {
    Answer.ALLOWED.value: STATUS["green"],
    Answer.PROBABLY_NOT.value: STATUS["red"],
    Answer.LEGAL.value: STATUS["no_target"],
    Answer.UNKNOWN.value: STATUS["no_data"],
}
SENTENCE = Text(
    sv="{count} avtal har ändringar. {refused} har en ändring som sannolikt inte är tillåten, {notices} saknar en "
    "annons och {unknown} har en ändring som inte kan bedömas.",
    en="{count} contracts have changes. Probably not allowed: {refused}. Notice missing: {notices}. Cannot be judged: "
    "{unknown}.",
)
GUIDED = Text(
    sv=" {guided} till är över en gräns som där bara är vägledande.",
    en=" Above a limit that is only guidance there: {guided} more.",
)
NUMBER, TITLE = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
CHANGES = Text(sv="Ändringar", en="Changes")
NET, SHARE = Text(sv="Netto enligt 17:9", en="Net under 17:9"), Text(sv="Andel", en="Share")
LIMIT = Text(sv="Gräns", en="Limit")
ROOM = Text(sv="Kvar att ändra", en="Left to change")
NOTICE = Text(sv="Annons", en="Notice")
ANSWER = Text(sv="Svar", en="Answer")
AT_MOST = Text(sv="högst {room}", en="at most {room}")
UNKNOWN_ROOM = Text(sv="Kan inte beräknas", en="Cannot be computed")
NOTICES_MISSING = Text(sv="{count} saknas", en="{count} missing")
GUIDANCE = Text(sv="vägledande", en="guidance")
MOST_USED = Text(sv="Mest av utrymmet använt", en="Most of the room used")
LIST = Text(sv="Avtalen med ändringar", en="The changed contracts")
WORST = Text(
    sv="Svaret gäller den ändring på avtalet som det är sämst ställt med.",
    en="The answer is that of the contract's change that stands worst.",
)


def sentence(found: Changed) -> str:
    """How many are changed, probably not allowed, lack a notice and cannot be judged."""
    guided = found.guided()
    numbers = {
        "count": found.count("alla"),
        "refused": found.count("over") - guided,
        "notices": found.count("annons"),
        "unknown": found.count("okanda"),
    }
    said = t(SENTENCE, **{name: formats.number(value) for name, value in numbers.items()})
    return said + (t(GUIDED, guided=formats.number(guided)) if guided else "")


def picture(found: Changed) -> None:
    """The contracts that used most of their room, with their table; nothing where no share is known."""
    known = found.rows.filter(pl.col("net_ore") != 0, pl.col("net_share").is_not_null())
    if known.is_empty():
        return
    above = found.rows.filter("is_above").height
    show(build_change_headroom(known, above, language(), _address), "change_headroom")
    table_behind(known.head(MOST), [*NAMES, *SHARES, Column("limit_share", LIMIT, "share", 0)], t(MOST_USED))


def _address(contract_id: int) -> str:
    return page_url("contract", id=contract_id, **{"del": PART})


def changed_list(rows: pl.DataFrame) -> None:
    """Every changed contract, with the room left, the missing notices and the answer in words."""
    said = [(_room(row), _notices(row), answer(row)) for row in rows.head(LISTED).iter_rows(named=True)]
    words = pl.DataFrame(said, dict.fromkeys(("room", "notice", "said"), pl.String), orient="row")
    shown = rows.head(LISTED).hstack(words)
    columns = (Column("room", ROOM), Column("notice", NOTICE, "html"), Column("said", ANSWER, "html"))
    table(shown, [*NAMES, Column("changes", CHANGES, "number"), *SHARES, *columns], t(LIST), LISTED, rows.height)
    paragraph(f"{t(WORST)} {t(VERSION, rule_version=RULE_VERSION)} {t(BY_LAWYER)}")


NAMES = (
    Column("number", NUMBER, "code", page="contract", query={"id": "contract_id", "del": "part"}),
    Column("title", TITLE),
)
SHARES = (Column("net_ore", NET, "kr"), Column("net_share", SHARE, "share", 1))


def _room(row: Mapping[str, Any]) -> str:
    known = known_headroom(row)
    if known is not None:
        return _whole_kronor(known)
    if row["share_room_ore"] is not None:
        return t(AT_MOST, room=_whole_kronor(row["share_room_ore"]))
    return t(UNKNOWN_ROOM)


def _whole_kronor(ore: int) -> str:
    """Never rounded up: at the limit is not below it (17:9)."""
    return formats.kronor(ore // ORE * ORE)


def _notices(row: Mapping[str, Any]) -> str:
    count = row["notices_missing"]
    return status("red", t(NOTICES_MISSING, count=formats.number(count))) if count else formats.NONE


def answer(row: Mapping[str, Any]) -> str:
    """The answer of a row of `judged` or `standings` as shape, colour and words."""
    words = answer_words(row, language())
    look = LOOKS[row["answer"]]
    more = f" ({t(GUIDANCE)})" if row["is_guidance"] else ""
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words + more)}</span>"


def status(name: str, words: str) -> str:
    """Words with the shape and colour of a status."""
    look = STATUS[name]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {escape(words)}</span>"
