"""What the first pages show, asked for while the server starts, so that the first visitor does not wait for it."""

import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from dashboard.faults import kind_and_place

log = logging.getLogger("luleaway")


@asynccontextmanager
async def warm_at_start(_app: Any) -> AsyncIterator[None]:
    """A server's life: the warming goes on beside it, and whatever fails there fails again where it is seen."""
    threading.Thread(target=_warm_quietly, name="warming", daemon=True).start()
    yield


def _warm_quietly() -> None:
    try:
        warm()
    except Exception as error:  # a page that meets the same failure says it in words
        log.warning("warming stopped: %s", kind_and_place(error))


def warm() -> None:
    """Fills the caches of the first page, of the board and of the decisions, in the default selection."""
    from dashboard import session  # imported here: most of a start is these imports, and they need not wait
    from dashboard.data import decision_page, escalation
    from dashboard.data import edition as editions
    from dashboard.data.overview import overview

    day = session.calendar_day()
    edition = editions.current(day)
    filters = session.default_filters(edition)
    if edition.last_period is not None:
        overview(edition, filters)
    escalation.board(edition, edition.sample_on or day, filters)
    decision_page.portfolio(edition, filters, edition.sample_on or day)
