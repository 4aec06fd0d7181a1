"""What the decision dates of a portfolio cost in bulk, beside the implementation that walks the days, and its page.

    python -m tests.benchmarks.bench_decisions [--contracts 10000] [--slow 500]

Prints milliseconds: the median of the rounds for `dates` (every date and gate), `ways` (the five ways with their gaps)
and `missing` (why dates are missing); `day by day` walks `--slow` of the contracts once and is scaled to all of them.
The two are compared on those contracts. Then the same contracts are written beside those of the sample municipality,
and the page of decisions is opened with empty caches (cold) and rerun (warm, the median): the time of the script's
body, beside what the dates of every contract take anew.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from dashboard.rules.decisions.decision_dates import DATES, with_decision_dates
from dashboard.rules.decisions.missing import with_missing
from dashboard.rules.decisions.ways import ways
from tests.build import frame
from tests.dashboard.rules.decisions.build import BUFFERS, LEAD_TIMES, LEADS, Row
from tests.slow.decisions import slow_dates

TODAY = date(2026, 11, 16)
ROUNDS = 15
LIMIT_MS = 100.0
PAGE_LIMIT_MS = 150.0
PAGES: dict[str, dict[str, str]] = {
    "to come": {},
    "not started": {"visa": "ej_paborjat"},
    "all, page 50": {"visa": "alla", "sida": "alla.49"},
    "a search": {"sok": "mangdavtal"},
    "a later day": {"dag": "2027-06-01"},
}
PROCEDURES = {"öppet förfarande": "open", "direktupphandling": "direct_award", "okänt": None}
RISKS = {"låg": "low", "normal": "normal", "hög": "high", None: None}


def portfolio(count: int) -> tuple[list[Row], list[Row]]:
    """Contracts with no, one or two options of every mode, about a tenth of them with a fault."""
    draw = Random(4)  # noqa: S311 - the same portfolio every time
    contracts: list[Row] = []
    options: list[Row] = []
    for number in range(1, count + 1):
        start = date(2019, 1, 1) + timedelta(days=draw.randrange(2600))
        end = None if draw.random() < 0.05 else start + timedelta(days=draw.choice([364, 729, 1094, 1460]))
        contracts.append(
            {
                "id": number,
                "start_on": start,
                "initial_end_on": end,
                "terminated_on": TODAY if draw.random() < 0.02 else None,
                "is_until_further_notice": draw.random() < 0.1,
                "notice_buyer_months": draw.choice([None, 3, 6, 9]),
                "procedure": draw.choice(list(PROCEDURES)),
                "review_risk": draw.choice(list(RISKS)),
            }
        )
        for sequence in range(1, draw.choice([0, 1, 2, 2]) + 1):
            called = end and end - timedelta(days=250) < TODAY and draw.random() < 0.5
            options.append(
                {
                    "id": len(options) + 1,
                    "contract_id": number,
                    "sequence": sequence,
                    "mode": draw.choice(["buyer", "mutual", "automatic"]),
                    "call_deadline_months": draw.choice([None, 3, 6, 9]),
                    "exercised_on": end - timedelta(days=250) if end and called else None,
                }
            )
    return contracts, options


def milliseconds(run: Callable[[], Any]) -> float:
    """The median of the rounds; the first, which reads the holidays, is not among them."""
    run()
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run()
        rounds.append((time.perf_counter() - started) * 1000)
    return statistics.median(rounds)


def walk(contracts: list[Row], options: list[Row]) -> list[Row]:
    """The dates day by day."""
    of: dict[int, list[Row]] = {}
    for option in options:
        of.setdefault(option["contract_id"], []).append(option)
    found = []
    for row in contracts:
        lead = LEADS.get(str(PROCEDURES.get(row["procedure"])))
        buffer = BUFFERS.get(str(RISKS.get(row["review_risk"])))
        own = of.get(row["id"], [])
        given = {**row, "desired_end_on": None, "exhausted_on": None}
        slow = slow_dates(given, own, TODAY, lead, buffer)
        found.append({name: slow[name] for name in DATES})
    return found


def compare(count: int, slow: int) -> bool:
    """Prints the figures; whether the dates are computed within the limit and agree."""
    rows = portfolio(count)
    contracts, options = frame("contracts", rows[0]), frame("options", rows[1])

    def dates() -> Any:
        return with_decision_dates(contracts, options, TODAY, LEAD_TIMES)

    dated = dates()
    fast = milliseconds(dates)
    some, theirs = contracts.head(slow).to_dicts(), options.filter(options["contract_id"] <= slow).to_dicts()
    started = time.perf_counter()
    walked = walk(some, theirs)
    one_by_one = (time.perf_counter() - started) * 1000 * count / slow
    agrees = dated.select(DATES).head(slow).rows(named=True) == walked
    print(f"{count} contracts, {options.height} options")
    print(f"{'dates':12}{fast:10.1f} ms   (limit {LIMIT_MS:.0f})")
    print(f"{'ways':12}{milliseconds(lambda: ways(dated, TODAY)):10.1f} ms")
    print(f"{'missing':12}{milliseconds(lambda: with_missing(dated)):10.1f} ms")
    print(f"{'day by day':12}{one_by_one:10.1f} ms   {one_by_one / fast:.0f} times the dates; equal: {agrees}")
    return fast < LIMIT_MS and agrees


def measure_page(count: int) -> bool:
    """Prints a line for each way to ask the page; whether every warm rerun is within the limit."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(LULEAWAY_HOME=home, DATABASE_URL="", LEDGER_URL="", LULEAWAY_PERSON="gun.leader")
        made = [sys.executable, "-m", "sample_data", "--lines", "20000"]
        subprocess.run(made, check=True, cwd=Path(__file__).parents[2], stderr=subprocess.DEVNULL)
        return _page_within_limit(count)


def _running(row: Row) -> Row:
    """The contract so much later that it has not ended."""
    end = row["initial_end_on"]
    late = max(TODAY - end, timedelta()) if end else timedelta()
    moved = {name: row[name] + late for name in ("start_on", "initial_end_on") if row[name]}
    return row | moved | {"terminated_on": None}


def _page_within_limit(count: int) -> bool:
    import streamlit as st

    from tests.benchmarks.bench_pages import clock_script_bodies
    from tests.many_contracts import add_contracts
    from tests.pages.open import opened

    contracts, options = portfolio(count)
    add_contracts([_running(row) for row in contracts], options)
    bodies, slowest = clock_script_bodies(), 0.0
    print(f"the page, load {os.getloadavg()[0]:.1f}   (limit {PAGE_LIMIT_MS:.0f} warm)")
    for name, query in PAGES.items():
        app = opened("decisions", **query)
        if app.exception:
            raise RuntimeError(app.exception[0].message)
        st.cache_resource.clear()
        bodies.clear()
        app.run()
        cold = bodies[-1]
        bodies.clear()
        for _ in range(ROUNDS):
            app.run()
        warm = statistics.median(bodies)
        slowest = max(slowest, warm)
        print(f"{name:12} cold {cold:8.0f} ms  warm {warm:7.1f} ms  {cold / warm:6.0f} times")
    return slowest < PAGE_LIMIT_MS


def main() -> None:
    """Reads the command line; ends with status 1 where a limit is passed or the two differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contracts", type=int, default=10_000)
    parser.add_argument("--slow", type=int, default=500)
    asked = parser.parse_args()
    is_fast = compare(asked.contracts, asked.slow)
    if not measure_page(asked.contracts) or not is_fast:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
