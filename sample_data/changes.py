"""Changes of contracts and what the contracts are worth, one for each answer that LOU 17 kap can give.

One is above ten per cent of the value, one by 17:11 has no notice, one cannot be computed because nobody gave the
contract's value, two are below the threshold, where the limits are guidance, and one came late in the contract's term.
"""

from datetime import date, datetime, time, timedelta

import polars as pl

from sample_data.contracts import Contract
from sample_data.working_days import workday

Row = dict[str, object]
OFFICER = "ebba.officer"
DIRECT = "above_threshold"
BELOW = ("below_threshold_announced", "annex2_social")
VALUED_ON = date(2025, 2, 3)
UNVALUED = 5  # which of the contracts above the threshold nobody gave a value
NOTICE_DAYS = 7
SMALL_ORE = 2_000_000_00  # stays below the threshold

# contract (above the threshold, or below it), ground, share of the value, words, day, announced
TOLD: tuple[tuple[str, int, str, float, str, date, bool], ...] = (
    (DIRECT, 0, "17:9", 0.03, "Två enheter till.", date(2025, 4, 7), False),
    (DIRECT, 0, "17:9", 0.11, "Utökad omfattning efter omorganisation.", date(2026, 3, 9), False),
    (DIRECT, 1, "17:11", 0.3, "Kompletterande tjänster från samma leverantör.", date(2026, 4, 13), False),
    (DIRECT, 2, "17:12", 0.15, "Oförutsedd ombyggnad.", date(2026, 5, 18), True),
    (DIRECT, 3, "17:10", 0.05, "Tillägg enligt avtalets ändringsklausul.", date(2026, 6, 22), False),
    (DIRECT, 4, "17:9", -0.06, "En enhet färre.", date(2025, 6, 9), False),
    (DIRECT, UNVALUED, "17:9", 0.04, "Fler leveransadresser.", date(2025, 9, 15), False),
    ("below", 0, "17:9", 0.12, "Fler timmar.", date(2025, 5, 12), False),
    ("below", 1, "17:9", 0.04, "Längre öppettider.", date(2025, 10, 6), False),
    ("ending", 0, "17:14", 0.02, "Längre övergång till nästa avtal.", date(2026, 10, 5), False),
)
ENDING = (date(2026, 12, 31), date(2027, 2, 28))  # so soon after it is changed that somebody should look


def change_tables(contracts: list[Contract], named: list[Row], valued: list[int]) -> dict[str, pl.DataFrame]:
    """`amendment` and `contract_valuation`; `valued` are the positions in `named` with an estimated value."""
    early = [place for place in valued if contracts[place].start < VALUED_ON]
    direct = [place for place in early if named[place]["regime"] == DIRECT]
    small = [place for place in direct if _ore(named, place) * 0.06 < SMALL_ORE]
    chosen = {
        DIRECT: _ordered(direct, small),
        "below": [place for place in early if named[place]["regime"] in BELOW],
        "ending": [place for place, one in enumerate(contracts) if _is_ending(one, named[place])],
    }
    amendments = [_amendment(turn, named, chosen, told) for turn, told in enumerate(TOLD, start=1)]
    places = [place for at, place in enumerate(chosen[DIRECT][:8]) if at != UNVALUED] + chosen["below"][:2]
    valuations = [_valuation(turn, place, _ore(named, place)) for turn, place in enumerate(places, start=1)]
    return {
        "amendment": pl.DataFrame(amendments, infer_schema_length=None),
        "contract_valuation": pl.DataFrame(valuations, infer_schema_length=None),
    }


def _is_ending(one: Contract, row: Row) -> bool:
    """A contract above the threshold whose last days these are, with a value to change."""
    is_direct = row["regime"] == DIRECT and row["estimated_value_ore"] is not None
    return is_direct and ENDING[0] <= one.end <= ENDING[1] and one.start < VALUED_ON


def _ordered(direct: list[int], small: list[int]) -> list[int]:
    """The contracts above the threshold, a smaller one fifth: its decrease is within both limits."""
    fifth = small[0]
    others = [place for place in direct if place != fifth]
    return [*others[:4], fifth, *others[4:]]


def _ore(named: list[Row], place: int) -> int:
    return int(str(named[place]["estimated_value_ore"]))


def _amendment(
    turn: int, named: list[Row], chosen: dict[str, list[int]], told: tuple[str, int, str, float, str, date, bool]
) -> Row:
    group, at, ground, share, words, day, is_announced = told
    place = chosen[group][at]
    noted = workday(day + timedelta(days=NOTICE_DAYS))
    return {
        "id": turn,
        "contract_id": place + 1,
        "signed_on": workday(day),
        "ground": ground,
        "value_delta_ore": round(_ore(named, place) * share),
        "description": words,
        "notice_published_on": noted if is_announced else None,
        "registration_number": f"INK 2026/{949 + turn}",
        "recorded_by": OFFICER,
        "recorded_at": _at(noted),
        "version": 1,
    }


def _valuation(turn: int, place: int, ore: int) -> Row:
    return {
        "id": turn,
        "contract_id": place + 1,
        "valued_on": VALUED_ON,
        "value_ore": ore,
        "index_factor": 1 if turn % 2 == 0 else 1.04,
        "purchase_type": ("works", "goods", "services")[turn % 3],
        "source": "Avtalets egen beräkning",
        "who": OFFICER,
        "at": _at(VALUED_ON),
    }


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 20))
