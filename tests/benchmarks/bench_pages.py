"""How fast is a warm rerun of each page, and does a larger ledger slow it down?

    python -m tests.benchmarks.bench_pages SMALL_HOME [LARGE_HOME]

Each argument is a data folder (LULEAWAY_HOME). Every page is opened once, which fills the caches; then the time of the
script's body is measured over a number of reruns, in a process of its own for each folder. Prints milliseconds (the
median) and, with two folders, the ratio of the second to the first.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

RERUNS = 9
LIMIT_MS = 100.0
LIMIT_RATIO = 1.5
PAGES: dict[str, dict[str, str]] = {
    "overview": {},
    "goal": {},
    "metric": {"kod": "K-AVT-1"},
    "purchases": {},
    "suppliers": {"sok": "bygg"},
    "supplier": {"id": "340"},
    "contracts": {},
    "contract": {"id": "5"},
    "lines": {"klass": "C,E"},
    "data": {},
    "imports": {},
    "about": {},
}


def measure_here() -> dict[str, float]:
    """Page -> median milliseconds of its script's body, warm, on this process's LULEAWAY_HOME."""
    from tests.pages.open import opened

    bodies = clock_script_bodies()
    found = {}
    for page, query in PAGES.items():
        app = opened(page, **query)
        bodies.clear()
        for _ in range(RERUNS):
            app.run()
        found[page] = statistics.median(bodies)
    return found


def clock_script_bodies() -> list[float]:
    """A list that every script body's milliseconds are added to from now on; without Streamlit's own work around it."""
    from streamlit.runtime.scriptrunner import script_runner

    inner: Callable[..., Any] = script_runner.exec_func_with_error_handling
    bodies: list[float] = []

    def timed(*args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        try:
            return inner(*args, **kwargs)
        finally:
            bodies.append((time.perf_counter() - began) * 1000)

    script_runner.exec_func_with_error_handling = timed
    return bodies


def measure(home: str) -> dict[str, float]:
    """The same in a fresh process on one data folder."""
    environment = {**os.environ, "LULEAWAY_HOME": home, "DATABASE_URL": "", "LEDGER_URL": ""}
    command = [sys.executable, "-m", "tests.benchmarks.bench_pages", "--here"]
    folder = Path(__file__).parents[2]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, cwd=folder)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(homes: list[str]) -> int:
    """Prints a line a page; 1 where a page is slower than the limits."""
    first, *rest = [measure(home) for home in homes]
    is_slow = False
    for page, small in first.items():
        ratios = [found[page] / small for found in rest]
        numbers = "".join(f"{found[page]:9.1f} ms {found[page] / small:5.2f}x" for found in rest)
        slow = small > LIMIT_MS or any(ratio > LIMIT_RATIO for ratio in ratios)
        is_slow |= slow
        print(f"{page:10} {small:9.1f} ms{numbers}{'  over the limit' if slow else ''}")
    return int(is_slow)


if __name__ == "__main__":
    if sys.argv[1:] == ["--here"]:
        print(json.dumps(measure_here()))
    else:
        sys.exit(main(sys.argv[1:]))
