"""What taking a ledger costs beside reading the same bytes plainly, and beside SQLite's `.import`.

Run by hand: `python -m tests.benchmarks.bench_import [--rounds N]`. Every measurement is a process of its own, rounds
are interleaved so that all methods share the machine's noise, and medians are compared. All methods start from the
same file on disk: where that is an archive, unpacking it is part of each.

- plain: `pl.read_csv` of the file, or of each member unpacked in memory; header, all columns, types inferred
- reader: `read_ledger`, from the file to the canonical rows and report
- import: `importing.take`, from the file to committed SQL and ledger, in an empty data folder
- sqlite: `sqlite3 file.db '.import …'` of the file, or of each member unpacked to disk; Python's csv and executemany
  where there is no CLI
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

METHODS = ("plain", "reader", "import", "sqlite")
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Measures both inputs and prints seconds, ratios and peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--only", nargs=2, metavar=("METHOD", "FILE"))
    asked = parser.parse_args()
    if asked.only:
        method, file = asked.only
        print(json.dumps(_measured(method, Path(file))))
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, file in _inputs(Path(folder), asked.lines):
            _print(name, _rounds(file, asked.rounds))


def _inputs(folder: Path, lines: int) -> list[tuple[str, Path]]:
    """The name and the file of every input there is on this machine."""
    inputs = [(f"{lines:,} lines of CSV", _made(folder / "ledger_2025.csv", lines))]
    real = Path(os.environ.get("LULEAWAY_REAL_DATA", ROOT.parent / "shared" / "data"))
    archive = real / "ledgers/uk/large/gateshead_2010-2022_monthly.tar.gz"
    if archive.is_file():
        inputs.append(("the Gateshead archive (unpacking it included in every method)", archive))
    return inputs


def _made(path: Path, lines: int) -> Path:
    """A ledger in the national layout: 4,000 invented suppliers, decimal commas, credit notes."""
    at = pl.int_range(lines, eager=True).alias("at")
    who = (at * 7919) % 4_000
    pl.DataFrame({"at": at, "who": who}).select(
        kopare=pl.lit("Provkommunen"),
        verifikationsnummer=pl.format("V{}", pl.col("at") + 100_000),
        leverantor=pl.format("Provleverantör {} AB", "who"),
        leverantor_id=pl.format("L{}", "who"),
        konto_nr=(4_000 + pl.col("at") % 300).cast(pl.String),
        konto_text=pl.format("Konto nummer {}", pl.col("at") % 300),
        belopp=pl.format("{},{}", (pl.col("at") * 31) % 90_000 - 4_000, (pl.col("at") % 90) + 10),
        datum=pl.date(2025, 1, 1) + pl.duration(days=pl.col("at") % 365),
        forvaltning=pl.format("Förvaltning {}", pl.col("at") % 12),
        fakturanummer=pl.format("F{}", pl.col("at") // 3),
        avtal=pl.when(pl.col("at") % 4 == 0).then(pl.format("A-{}", pl.col("who") % 700)),
        kommun_id=pl.lit("2580"),
    ).write_csv(path, separator=";")
    return path


def _rounds(file: Path, rounds: int) -> dict[str, list[dict[str, float]]]:
    found: dict[str, list[dict[str, float]]] = {method: [] for method in METHODS}
    for _ in range(rounds):
        for method in METHODS:
            command = [sys.executable, "-m", "tests.benchmarks.bench_import", "--only", method, str(file)]
            done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
            found[method].append(json.loads(done.stdout.splitlines()[-1]))
    return found


def _measured(method: str, file: Path) -> dict[str, float]:
    work: dict[str, Callable[[Path, Path], None]] = {
        "plain": _plain,
        "reader": _reader,
        "import": _import,
        "sqlite": _sqlite,
    }
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(LULEAWAY_HOME=home, DATABASE_URL="", LEDGER_URL="")
        if method in ("reader", "import"):
            _warm()
        seconds, cpu = _timed(lambda: work[method](file, Path(home)))
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "cpu": cpu, "megabytes": peak / 1024}


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the clock, and of processor time, which other work on the machine disturbs less."""
    start, before = time.perf_counter(), _cpu()
    work()
    return time.perf_counter() - start, _cpu() - before


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _plain(file: Path, home: Path) -> None:
    if file.suffix == ".csv":
        with file.open("rb") as head:
            mark = _separator(head.readline())
        pl.read_csv(file, separator=mark, ignore_errors=True, truncate_ragged_lines=True)
        return
    with tarfile.open(file) as packed:
        for member in packed:
            content = packed.extractfile(member) if member.name.endswith(".csv") else None
            if content is not None:
                text = content.read()
                mark = _separator(text[: text.find(b"\n")])
                pl.read_csv(text, separator=mark, ignore_errors=True, truncate_ragged_lines=True)


def _warm() -> None:
    """Modules loaded and the empty database made: a running app has both."""
    from data_access import engine, importing  # noqa: F401

    with engine.reading():
        pass


def _reader(file: Path, home: Path) -> None:
    from data_access.importers.ledger import read_ledger

    assert read_ledger(file).report.rows_taken


def _import(file: Path, home: Path) -> None:
    from data_access import importing

    importing.take(file, "benchmark", datetime.now(UTC).replace(tzinfo=None), accept_errors=True)


def _sqlite(file: Path, home: Path) -> None:
    tables = [file] if file.suffix == ".csv" else _unpacked(file, home / "tables")
    with tables[0].open("rb") as head:
        first = head.readline()
    separator = _separator(first)
    columns = first.count(separator.encode()) + 1
    fields = ", ".join(f"c{number} TEXT" for number in range(columns))
    if shutil.which("sqlite3") is None:
        _executemany(tables, separator, columns, home)
        return
    script = [f"CREATE TABLE line ({fields});", ".mode csv", f'.separator "{separator}"']
    script += [f'.import --skip 1 "{table}" line' for table in tables]
    subprocess.run(
        ["sqlite3", str(home / "a.db")], input="\n".join(script), text=True, check=True, stderr=subprocess.DEVNULL
    )


def _executemany(tables: list[Path], separator: str, columns: int, home: Path) -> None:
    import csv
    import sqlite3

    places = ", ".join("?" * columns)
    with sqlite3.connect(home / "a.db") as connection:
        connection.execute(f"CREATE TABLE line ({', '.join(f'c{number}' for number in range(columns))})")
        for table in tables:
            with table.open(encoding="utf-8-sig", newline="") as text:
                rows = ((row + [""] * columns)[:columns] for row in csv.reader(text, delimiter=separator))
                connection.executemany(f"INSERT INTO line VALUES ({places})", rows)


def _unpacked(file: Path, folder: Path) -> list[Path]:
    with tarfile.open(file) as packed:
        packed.extractall(folder, filter="data")
    return sorted(folder.rglob("*.csv"))


def _separator(first: bytes) -> str:
    return ";" if first.count(b";") > first.count(b",") else ","


def _print(name: str, found: dict[str, list[dict[str, float]]]) -> None:
    plain = _median(found["plain"])
    how = "" if shutil.which("sqlite3") else " (no CLI: csv.reader and executemany)"
    print(f"\n{name}, {len(found['plain'])} rounds, medians{how}")
    print(f"{'method':8} {'seconds':>8} {'x plain':>8} {'cpu s':>8} {'x plain':>8} {'peak MB':>8}")
    for method, runs in found.items():
        one = _median(runs)
        times = "".join(f" {one[key]:8.2f} {one[key] / plain[key]:8.1f}" for key in ("seconds", "cpu"))
        print(f"{method:8}{times} {max(run['megabytes'] for run in runs):8.0f}")


def _median(runs: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(run[key] for run in runs) for key in ("seconds", "cpu")}


if __name__ == "__main__":
    main()
