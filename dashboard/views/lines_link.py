"""The way from any mark or cell to the invoice lines it is made of."""

from collections.abc import Callable, Mapping

from dashboard.filters import KEYS
from dashboard.layout import page_url
from dashboard.rules.spend_split import PARTS

CLASS_KEY, SPEND_KEY, CONTRACT_KEY = "klass", "slag", "avtal"
ALL_CLASSES = ",".join(letter for classes in PARTS.values() for letter in classes)  # what can be competed for
PART_CLASSES = {part: ",".join(classes) for part, classes in PARTS.items()}


def lines_url(
    period: int | None = None,
    part: str | None = None,
    line_class: str | None = None,
    spend_class: str | None = None,
    contract_id: int | None = None,
    where: Mapping[str, int | None] | None = None,
    maker: Callable[..., str] | None = None,
) -> str:
    """The address of the lines of one mark. `where` sets filters ({"unit_id": 3}) or takes them away (None).

    `maker` (from `layout.url_maker`) makes many addresses fast.
    """
    query: dict[str, object] = {KEYS[field]: value for field, value in (where or {}).items()}
    if period is not None:
        query |= {KEYS["period_from"]: period, KEYS["period_to"]: period}
    query[CLASS_KEY] = PART_CLASSES[part] if part else line_class or (None if spend_class else ALL_CLASSES)
    query |= {SPEND_KEY: spend_class, CONTRACT_KEY: contract_id}
    return (maker or page_url)("lines", **query)  # None takes a filter away
