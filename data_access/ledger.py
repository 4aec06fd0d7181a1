"""The supplier ledger: one Delta Lake table at `ledger_url()`, a commit for each import.

Readers name the version they read, and the only version they may name is `edition.ledger_version` in SQL. So the SQL
commit decides: a Delta commit whose SQL commit never came is seen by nobody, and the next writer takes it away first
(`agree`). Old versions are kept for ever: what was shown at a meeting can be shown again.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote

import polars as pl
from deltalake import ColumnProperties, CommitProperties, DeltaTable, WriterProperties, write_deltalake

from data_access.home import ledger_url
from data_access.ledger_schema import LEDGER_SCHEMA

# A dictionary costs time and room where values seldom repeat (and is thrown away when it overflows), and where sorting
# puts them in long runs. Nobody looks for references, rows or amounts by least and greatest value: these are not kept.
SELDOM_REPEATED = ("row", "amount_ore", "voucher_no", "invoice_no", "order_ref", "article_no")
IN_RUNS = ("alias_id", "account_id", "posted_on", "invoiced_on", "due_on", "paid_on")
WRITER = WriterProperties(
    max_row_group_size=131_072,
    compression="LZ4_RAW",  # twice the room of ZSTD, and a fifth of the time to write less
    column_properties={
        **dict.fromkeys(SELDOM_REPEATED, ColumnProperties(dictionary_enabled=False, statistics_enabled="NONE")),
        **dict.fromkeys(IN_RUNS, ColumnProperties(dictionary_enabled=False)),
    },
)
KEPT_FOR_EVER = {"delta.enableExpiredLogCleanup": "false"}


def scan(version: int | None) -> pl.LazyFrame:
    """The lines of one version, lazily; columns are LEDGER_SCHEMA. No version: no lines."""
    if version is None:
        return pl.LazyFrame(schema=LEDGER_SCHEMA)
    url = ledger_url()
    table = DeltaTable(url, version=version) if "://" in url else _FolderTable(url, version=version)
    return pl.scan_delta(table).select(*LEDGER_SCHEMA)


class _FolderTable(DeltaTable):
    """A table in a folder. The paths it gives are paths: deltalake's own say %20 for a blank and %C3%A5 for å."""

    def file_uris(self, *filters: Any, **named: Any) -> list[str]:
        """The table's files as the operating system knows them."""
        return [unquote(path) for path in super().file_uris(*filters, **named)]


def append(lines: pl.DataFrame, import_id: int, meanwhile: Callable[[], None] = lambda: None) -> int:
    """Adds the lines of one import in one commit; gives the version it made.

    `lines` has the columns of LEDGER_SCHEMA in any order, and is best put `in_order` first; `import_id` is set here.
    `meanwhile` is done while the lines are written, which keeps one processor busy and leaves Python alone.
    """
    numbered = lines.with_columns(import_id=pl.lit(import_id, pl.Int32)).select(
        pl.col(name).cast(kind) for name, kind in LEDGER_SCHEMA.items()
    )
    with ThreadPoolExecutor(max_workers=1) as pool:
        written = pool.submit(_write, numbered, import_id)
        meanwhile()
        written.result()
    return newest()


def _write(lines: pl.DataFrame, import_id: int) -> None:
    write_deltalake(
        ledger_url(),
        lines,
        mode="append",
        configuration=KEPT_FOR_EVER,
        writer_properties=WRITER,
        commit_properties=CommitProperties(custom_metadata={"import_id": str(import_id)}),
    )


def remove(import_ids: Iterable[int]) -> int:
    """Takes the lines of these imports away in one commit; gives the version it made."""
    table = DeltaTable(ledger_url())
    table.delete(f"import_id IN ({', '.join(str(int(one)) for one in import_ids)})", writer_properties=WRITER)
    return newest()


def restore(version: int) -> int:
    """Makes the contents of an earlier version the newest; gives the version it made."""
    DeltaTable(ledger_url()).restore(version)
    return newest()


def agree(version: int | None) -> None:
    """Takes away what a crash left behind: makes the newest version hold what `version` (SQL's word) holds.

    Only for the one writer, before it adds or removes lines.
    """
    if not DeltaTable.is_deltatable(ledger_url()) or newest() == version:
        return
    if version is None:
        DeltaTable(ledger_url()).delete()
    else:
        restore(version)


def newest() -> int:
    """The newest version there is, whether or not SQL knows of it."""
    return DeltaTable(ledger_url()).version()
