"""The report of a ledger that was read: its counts, sums, days, members and problems."""

from collections import Counter
from collections.abc import Iterable

import polars as pl

from data_access.errors import Problem
from data_access.importers.amounts import in_kronor
from data_access.importers.column_names import VAT_UNSAID
from data_access.importers.columns import normal
from data_access.importers.frame import ERROR_SCHEMA
from data_access.importers.lines import Lines
from data_access.importers.report import ImportReport, MemberReport


def row_errors(lines: Lines, names: list[str | None], mapping: dict[str, str]) -> pl.DataFrame:
    """ERROR_SCHEMA of the refused rows; `names` are the members' names, null where there is one file."""
    column = mapping.get("amount", mapping.get("gross"))
    return (
        lines.refused.sort("member", "row")
        .with_columns(
            member=pl.col("member").replace_strict(dict(enumerate(names)), return_dtype=pl.String),
            column=pl.when(pl.col("column").is_not_null()).then(pl.lit(column)),
        )
        .select(pl.col(name).cast(kind) for name, kind in ERROR_SCHEMA.items())
    )


def build_report(
    path: str,
    source: str,
    digest: str,
    accounts: list[MemberReport],
    mapping: dict[str, str],
    lines: Lines,
    problems: list[Problem],
) -> ImportReport:
    """The account of what was read: rows and sums of taken, refused and left-out rows add up to all."""
    taken, refused, left_out = (_sum(frame) for frame in (lines.taken, lines.refused, lines.totals))
    read = lines.taken.height + lines.refused.height + lines.totals.height
    first, last = _days(lines.taken)
    return ImportReport(
        path=path,
        source=source,
        sha256=digest,
        encoding=_common(account.encoding for account in accounts),
        separator=_common(account.separator for account in accounts),
        rows_read=read,
        rows_taken=lines.taken.height,
        rows_refused=lines.refused.height,
        total_rows=lines.totals.height,
        masked_rows=lines.notices.get("suppliers_masked", 0),
        amount_sum=in_kronor(taken),
        amount_sum_refused=in_kronor(refused),
        amount_sum_total_rows=in_kronor(left_out),
        amount_sum_all=in_kronor(taken + refused + left_out),
        is_gross=lines.is_gross,
        date_min=first,
        date_max=last,
        columns=mapping,
        members=tuple(_counted(accounts, lines)),
        problems=tuple(problems + _problems(lines, mapping)),
    )


def _sum(frame: pl.DataFrame) -> int:
    return int(frame["amount_ore"].sum()) if frame.height else 0


def _common(values: Iterable[str | None]) -> str | None:
    """What most members have."""
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None


def _days(taken: pl.DataFrame) -> tuple[str | None, str | None]:
    """The first and last day, as ISO days, or as months where the file has no days."""
    day = pl.coalesce("posted_on", "invoiced_on", "paid_on")
    low, high = taken.select(low=day.min(), high=day.max()).row(0) if taken.height else (None, None)
    if low is not None:
        return low.isoformat(), high.isoformat()
    low, high = (
        taken.select(low=pl.col("period").min(), high=pl.col("period").max()).row(0) if taken.height else (None, None)
    )
    return (f"{low // 100}-{low % 100:02d}", f"{high // 100}-{high % 100:02d}") if low is not None else (None, None)


def _counted(accounts: list[MemberReport], lines: Lines) -> list[MemberReport]:
    frames = [frame.select("member") for frame in (lines.taken, lines.refused, lines.totals) if frame.height]
    counts = dict(pl.concat(frames).group_by("member").len().iter_rows()) if frames else {}
    return [
        MemberReport(a.name, a.encoding, a.separator, a.header_row, counts.get(i, 0), a.columns)
        for i, a in enumerate(accounts)
    ]


def _problems(lines: Lines, mapping: dict[str, str]) -> list[Problem]:
    found = [
        Problem(code, count=count, column=mapping.get(lines.columns_of.get(code, "")))
        for code, count in lines.notices.items()
    ]
    if lines.refused.height:
        found.append(Problem("rows_refused", count=lines.refused.height))
    if lines.totals.height:
        found.append(Problem("total_rows_left_out", count=lines.totals.height, row=int(lines.totals["row"][0])))
    if lines.is_gross:
        found.append(Problem("amount_is_gross", column=mapping.get("gross")))
    if normal(mapping.get("amount", "")) in VAT_UNSAID:
        found.append(Problem("amount_vat_unclear", column=mapping["amount"]))
    if not lines.taken.height:
        found.append(Problem("no_rows_taken", is_fatal=True))
    return found
