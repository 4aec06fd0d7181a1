"""What reading a ledger file came to: counts and sums that reconcile, and every problem by its code.

Codes of problems, all with words in `dashboard/import_words.py`. Fatal ones refuse the file:
see FATAL_CODES; REASONS are given row by row in `ReadLedger.errors`; NOTICES say what was done or found.
"""

from dataclasses import asdict, dataclass, field

from data_access.errors import Problem

FATAL_CODES = (
    "file_missing",
    "file_empty",
    "file_too_large",
    "archive_too_large",
    "archive_broken",
    "archive_path",
    "archive_empty",
    "format_unknown",
    "text_unreadable",
    "quotes_broken",
    "workbook_broken",
    "workbook_too_wide",
    "json_broken",
    "table_missing",
    "amount_missing",
    "supplier_missing",
    "supplier_totals_only",
    "mapping_unknown_column",
    "no_rows_taken",
)
REASONS = (
    "amount_unreadable",
    "amount_empty",
    "too_many_fields",
    "repeated_header",
)
NOTICES = (
    "rows_refused",
    "total_rows_left_out",
    "amount_is_gross",
    "amount_vat_unclear",
    "amount_rounded",
    "decimal_mark_unclear",
    "day_order_unclear",
    "day_unreadable",
    "rows_without_day",
    "rows_without_supplier",
    "period_from_file_name",
    "orgnr_invalid",
    "suppliers_masked",
    "currency_not_sek",
    "member_skipped",
    "sheet_hidden",
    "quotes_repaired",
)
CODES = FATAL_CODES + REASONS + NOTICES


@dataclass(frozen=True)
class MemberReport:
    """One file inside an archive (or the file itself), in the order of `member` in the frame."""

    name: str
    encoding: str | None
    separator: str | None
    header_row: int
    rows_read: int
    columns: dict[str, str]


@dataclass(frozen=True)
class ImportReport:
    """The account of one file. Sums are decimal strings in kronor; read = taken + refused + total rows."""

    path: str
    source: str
    sha256: str
    encoding: str | None = None
    separator: str | None = None
    rows_read: int = 0
    rows_taken: int = 0
    rows_refused: int = 0
    total_rows: int = 0
    masked_rows: int = 0
    amount_sum: str = "0.00"
    amount_sum_refused: str = "0.00"
    amount_sum_total_rows: str = "0.00"
    amount_sum_all: str = "0.00"
    is_gross: bool = False
    date_min: str | None = None
    date_max: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    members: tuple[MemberReport, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether the file is no ledger at all, whatever a person accepts."""
        return any(problem.is_fatal for problem in self.problems)

    def to_json(self) -> dict[str, object]:
        """Everything above as plain JSON values, in this order."""
        return {
            **asdict(self),
            "members": [asdict(m) for m in self.members],
            "problems": [asdict(p) for p in self.problems],
        }
