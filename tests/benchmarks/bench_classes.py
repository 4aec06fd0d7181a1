"""What classifying every ledger line costs, beside other ways of doing it, in one run.

    python -m tests.benchmarks.bench_classes --lines 600000 1000000 10000000

Each way runs in a process of its own over the same files. `scan` only reads the columns that the classes need and is
the measure for the rest. `classes` classifies and rolls up; `ceilings` is the pass before it that finds the day each
ceiling was reached; `duckdb` does the same classes on DuckDB. `pandas` and `sqlite` only answer the contract question
(öre within the scope of a contract of the supplier, by month and unit), their data already loaded.
Processor seconds are given beside the clock because the machine may be shared.
"""

import argparse
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from dashboard.data import build
from dashboard.rules.ceilings import consumed_by_day, exhausted_from
from dashboard.rules.coverage import Coverage
from dashboard.rules.cube import roll_up
from dashboard.rules.limits import limits_on
from dashboard.rules.line_class import classify
from dashboard.rules.line_facts import with_day, with_spend
from dashboard.rules.terms import BEGINNING, FOR_EVER
from data_access import ledger

NEEDED = (
    *("period", "posted_on", "invoiced_on", "ordered_on", "delivered_on", "alias_id", "unit_id", "account_id"),
    *("category_id", "amount_ore", "order_ref", "contract_ref", "article_no", "unit_price_ore"),
)
TODAY = date(2026, 11, 22)


class Work:
    """One municipality: its lines and what its registers say."""

    def __init__(self) -> None:
        self.edition = build.current_edition(TODAY)
        self.inputs = build.read_inputs()
        self.lines = ledger.scan(self.edition.ledger_version)

    def coverage(self, exhausted: pl.DataFrame | None = None) -> Coverage:
        return build.coverage_of(self.inputs, self.edition.as_of, exhausted)

    def exhausted(self) -> pl.DataFrame:
        consumed = consumed_by_day(self.lines, self.coverage()).collect(engine="streaming")
        return exhausted_from(consumed, self.inputs["contracts"])

    def scope_keys(self) -> pl.LazyFrame:
        """What the contract question needs of each line: period, unit, supplier and place as one key, day, amount."""
        coverage = self.coverage()
        facts = nw.to_native(with_spend(with_day(nw.from_native(self.lines), coverage), coverage))
        key = (pl.col("supplier_id").cast(pl.Int64) * coverage.places + pl.col("place")) * coverage.calendar.months
        return facts.select("period", "unit_id", "on_day", "amount_ore", scope_key=key + pl.col("month"))

    def scope(self) -> pl.DataFrame:
        """The calendar of suppliers and places as spans of days, with `is_covered`."""
        coverage = self.coverage()
        wide, turns = coverage.frames["scope"].collect(), coverage.turns["scope"]
        parts = []
        for turn in range(turns + 1):
            first = pl.col(f"scope_from_{turn}") if turn else pl.lit(BEGINNING)
            after = pl.col(f"scope_from_{turn + 1}") if turn < turns else pl.lit(None, pl.Date)
            last = after.dt.offset_by("-1d").fill_null(FOR_EVER)
            is_covered = (pl.col(f"scope_{turn}") % 3 > 0).fill_null(False)
            parts.append(wide.select("scope_key", scope_first=first, scope_last=last, is_covered=is_covered))
        return pl.concat(parts).drop_nulls("scope_first")


def scan(work: Work) -> Callable[[], Any]:
    return lambda: work.lines.select(pl.col(name).max() for name in NEEDED).collect(engine="streaming")


def ceilings(work: Work) -> Callable[[], Any]:
    return work.exhausted


def classes(work: Work) -> Callable[[], Any]:
    exhausted = work.exhausted()
    return lambda: roll_up(classify(work.lines, work.coverage(exhausted))).collect(engine="streaming")


def on_duckdb(work: Work) -> Callable[[], Any]:
    import duckdb
    from deltalake import DeltaTable

    from data_access.home import ledger_url

    connection = duckdb.connect()
    connection.execute(f"SET temp_directory = '{Path(ledger_url()).parent / 'duckdb'}'")
    files = DeltaTable(ledger_url(), version=work.edition.ledger_version).file_uris()
    exhausted = work.exhausted()
    given = build.build_coverage(work.inputs, limits_on(work.inputs["limits"], TODAY), work.edition.as_of, exhausted)
    tables = {}
    for name, frame in given.frames.items():
        if frame.height:
            connection.register("given", frame.to_arrow())
            connection.execute(f"CREATE TABLE {name}_frame AS SELECT * FROM given")
            tables[name] = connection.table(f"{name}_frame")
        else:
            tables[name] = connection.from_arrow(frame.to_arrow())
    coverage = given.on(lambda frame: next(tables[name] for name, one in given.frames.items() if one is frame))
    return lambda: roll_up(classify(connection.read_parquet(files), coverage)).pl()


def on_pandas(work: Work) -> Callable[[], Any]:
    lines = work.scope_keys().collect(engine="streaming").to_pandas(use_pyarrow_extension_array=True)
    scope = work.scope().to_pandas(use_pyarrow_extension_array=True)

    def measure() -> Any:
        met = lines.merge(scope, on="scope_key", how="left")
        inside = (met["scope_first"] <= met["on_day"]) & (met["scope_last"] >= met["on_day"])
        met = met[met["scope_first"].isna() | inside.fillna(False)]
        met["covered_ore"] = met["amount_ore"].where(met["is_covered"].fillna(False), 0)
        return met.groupby(["period", "unit_id"], dropna=False)[["amount_ore", "covered_ore"]].sum()

    return measure


def on_sqlite(work: Work) -> Callable[[], Any]:
    connection = sqlite3.connect(build.home() / "bench.db")
    connection.execute("DROP TABLE IF EXISTS line")
    connection.execute("DROP TABLE IF EXISTS scope")
    connection.execute("CREATE TABLE line (period INT, unit_id INT, on_day INT, amount_ore INT, scope_key INT)")
    connection.execute("CREATE TABLE scope (scope_key INT, first INT, last INT, is_covered INT)")
    days = pl.col(pl.Date).to_physical()
    for part in work.scope_keys().with_columns(days).collect(engine="streaming").iter_slices(500_000):
        connection.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?)", part.iter_rows())
    connection.executemany("INSERT INTO scope VALUES (?, ?, ?, ?)", work.scope().with_columns(days).iter_rows())
    connection.execute("CREATE INDEX scope_of ON scope (scope_key, first, last, is_covered)")
    connection.commit()
    question = """
        SELECT period, unit_id, sum(amount_ore), sum(CASE WHEN is_covered THEN amount_ore ELSE 0 END)
        FROM line LEFT JOIN scope ON scope.scope_key = line.scope_key AND on_day BETWEEN first AND last
        GROUP BY period, unit_id"""
    return lambda: connection.execute(question).fetchall()


WAYS = {
    "scan": scan,
    "ceilings": ceilings,
    "classes": classes,
    "duckdb": on_duckdb,
    "pandas": on_pandas,
    "sqlite": on_sqlite,
}
ROUNDS = {"scan": 5, "ceilings": 3, "classes": 3, "duckdb": 2, "pandas": 1, "sqlite": 1}


def measure(way: str) -> dict[str, float]:
    """Runs one way in this process: median clock and processor seconds, and the peak of memory in MB."""
    run = WAYS[way](Work())
    clock, processor = [], []
    for _ in range(ROUNDS[way]):
        started, used = time.perf_counter(), time.process_time()
        run()
        clock.append(time.perf_counter() - started)
        processor.append(time.process_time() - used)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": statistics.median(clock), "processor": statistics.median(processor), "peak_mb": peak}


def compare(lines: int, folder: Path, ways: list[str]) -> None:
    """Makes a municipality with this many lines, where it is not there yet, and measures every way."""
    environment = {**os.environ, "LULEAWAY_HOME": str(folder / str(lines)), "DATABASE_URL": "", "LEDGER_URL": ""}
    if not (folder / str(lines)).is_dir():
        command = [sys.executable, "-m", "sample_data", "--lines", str(lines)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
    print(f"\n{lines:,} lines".replace(",", " "))
    print(f"{'':10}{'s':>8}{'x scan':>8}{'cpu s':>8}{'x scan':>8}{'peak MB':>9}")
    base: dict[str, float] = {}
    for way in ways:
        command = [sys.executable, "-m", "tests.benchmarks.bench_classes", "--way", way]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        found = json.loads(done.stdout.splitlines()[-1])
        base = base or found
        by_clock, by_cpu = found["seconds"] / base["seconds"], found["processor"] / base["processor"]
        seconds, processor = found["seconds"], found["processor"]
        print(f"{way:10}{seconds:8.2f}{by_clock:8.1f}{processor:8.2f}{by_cpu:8.1f}{found['peak_mb']:9.0f}", flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, nargs="+", default=[600_000])
    parser.add_argument("--folder", type=Path, default=Path("/tmp/luleaway-bench"))  # noqa: S108 - kept between runs
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--way", choices=WAYS, help="measure one way in this process, as JSON")
    asked = parser.parse_args()
    if asked.way:
        print(json.dumps(measure(asked.way)))
        return
    for lines in asked.lines:
        compare(lines, asked.folder, asked.ways)


if __name__ == "__main__":
    main()
