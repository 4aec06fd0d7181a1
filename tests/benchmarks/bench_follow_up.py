"""How fast are the pages of follow-up and escalation with 5,000 suppliers, 20,000 deviations and 2,000 cases?

    python -m tests.benchmarks.bench_follow_up

Makes the sample municipality in a folder of its own and adds the rest (`tests/many_cases.py`). Every page is then
opened with empty caches (cold) and rerun (warm, the median); what is timed is the script's body. Beside them, in the
same process, the alternative: the board's cases asked for in the database one by one, without a cache, as a first draft
would (`data_access.queries.case_frames`, 200 of them and the time scaled up). Prints milliseconds, and how many times
a cold and a warm page the alternative takes.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

RERUNS = 9
LIMIT_MS = 100.0
ASKED = 200  # cases of the alternative
SIZES = {"suppliers": 5_000, "deviations": 20_000, "cases": 2_000}
PAGES = (
    "escalation",
    "missing",
    "proposals",
    "deviations",
    "report_deviation",
    "supplier",
    "case",
    "follow_up",
    "penalties",
    "equal_treatment",
)


def measure(supplier_id: int, case_id: int) -> dict[str, tuple[float, float]]:
    """Page -> milliseconds of its script's body, cold and warm."""
    import streamlit as st

    from tests.benchmarks.bench_pages import clock_script_bodies
    from tests.pages.open import opened

    asked = {"supplier": {"id": str(supplier_id)}, "case": {"id": str(case_id)}}
    bodies = clock_script_bodies()
    found = {}
    for page in PAGES:
        app = opened(page, **asked.get(page, {}))
        if app.exception:
            raise RuntimeError(f"{page}: {app.exception[0].message}")
        st.cache_resource.clear()
        bodies.clear()
        app.run()
        cold = bodies[-1]
        bodies.clear()
        for _ in range(RERUNS):
            app.run()
        found[page] = (cold, statistics.median(bodies))
    return found


def one_by_one(today: date) -> float:
    """Milliseconds that the board's cases take, each asked for on its own: 200 of them, scaled to all."""
    from dashboard.rules.escalation.case_facts import facts_of
    from dashboard.rules.escalation.missing import missing
    from dashboard.rules.escalation.step_rules import step_rules
    from data_access.engine import reading
    from data_access.queries.case_frames import read_case_frames, read_rule_frames
    from data_access.queries.escalation import read_escalation_cases

    with reading() as connection:
        cases = read_escalation_cases(connection)["id"].to_list()
        rules = step_rules(read_rule_frames(connection), today)
        some = cases[:: max(1, len(cases) // ASKED)]
        began = time.perf_counter()
        for case_id in some:
            for facts in facts_of(read_case_frames(connection, case_id), today).values():
                missing(facts, rules, today)
    return (time.perf_counter() - began) * 1000 * len(cases) / len(some)


def main() -> int:
    """Prints a line a page; 1 where a warm one is slower than the limit."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(LULEAWAY_HOME=home, DATABASE_URL="", LEDGER_URL="", LULEAWAY_PERSON="gun.leader")
        _timed("the sample municipality", lambda: _make_sample(Path(__file__).parents[2]))
        return _report()


def _make_sample(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "sample_data", "--lines", "20000"], check=True, cwd=folder, stderr=subprocess.DEVNULL
    )


def _report() -> int:
    from data_access.engine import reading
    from data_access.queries.escalation import read_escalation_cases
    from tests.many_cases import TODAY, add_many

    made = add_many(**SIZES)
    with reading() as connection:
        cases = read_escalation_cases(connection)
    busiest = made[0]
    case_id = int(cases.filter(cases["supplier_id"] == busiest)["id"][0])
    print(f"{SIZES}; load {os.getloadavg()[0]:.1f}")
    found = measure(busiest, case_id)
    alternative = one_by_one(TODAY)
    print(f"{'one case at a time':18} {alternative:9.0f} ms")
    for page, (cold, warm) in found.items():
        over = "  over the limit" if warm > LIMIT_MS else ""
        ratios = f"alternative {alternative / cold:6.0f}x {alternative / warm:6.0f}x"
        print(f"{page:18} cold {cold:8.0f} ms  warm {warm:7.1f} ms  {ratios}{over}")
    return int(any(warm > LIMIT_MS for _, warm in found.values()))


def _timed(what: str, deed: Callable[[], None]) -> None:
    began = time.perf_counter()
    deed()
    print(f"{what}: {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
