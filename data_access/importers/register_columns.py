"""What the columns of a contract register mean, by the Swedish and English names registers give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SEARCHED_ROWS = 30  # a header stands below a title, a date and a blank line or two, not further down

# One meaning, the names it goes under; written as `plain` makes them. Several columns may share a meaning of MANY.
NAMES: dict[str, tuple[str, ...]] = {
    "number": ("number", "avtalsnummer", "avtalsnummer original", "avtalsnr", "avtals id", "avtalsid",
               "kontraktsnummer", "contract number", "ramavtalsnummer"),
    "diarienr": ("diarienr", "diarie", "diarienummer", "dnr", "referens", "ref", "upphandlingsnummer",
                 "registration number", "referensnummer"),
    "title": ("title", "titel", "avtal", "avtalsnamn", "benamning", "avtalstitel", "ramavtal", "ramavtalsomrade",
              "namn"),
    "supplier_orgnr": ("supplier orgnr", "orgnr", "organisationsnummer", "organisationsnr", "org nr", "orgnummer",
                       "leverantor organisationsnummer original", "leverantorens organisationsnummer",
                       "leverantor organisationsnummer"),
    "supplier": ("supplier", "leverantor", "leverantorsnamn", "leverantorsnamn original", "leverantorer",
                 "ramavtalsleverantor"),
    "type": ("type", "avtalstyp", "typ av avtal", "typ"),
    "agreement_form": ("avtalsform",),
    "regime": ("regime", "regelverk", "lagrum"),
    "start_date": ("start date", "startdatum", "startdatum avtal", "fr o m", "from", "fran", "avtalsstart",
                   "giltigt fran", "giltigt fr o m", "giltig fr o m", "giltig fran", "start"),
    "initial_end_date": ("initial end date", "slutdatum", "slutdatum avtal", "t o m", "tom", "till", "avtalsslut",
                         "giltigt till", "giltigt t o m", "giltig till", "giltig t o m", "end", "slut"),
    "max_end_date": ("slutdatum avtal max", "slutdatum max", "max slutdatum", "langsta slutdatum",
                     "slutdatum inkl forlangning"),
    "period": ("avtalsperiod", "period", "avtalstid"),
    "tills_vidare": ("tills vidare",),
    "notice_buyer_m": ("notice buyer m", "uppsagningstid kopare", "uppsagningstid", "uppsagningstid manader"),
    "notice_supplier_m": ("notice supplier m", "uppsagningstid leverantor"),
    "options": ("options", "optioner", "option", "avtalsforlangning avtal", "forlangning", "avtalsforlangning",
                "forlangningsmojlighet"),
    "ceiling_sek": ("ceiling sek", "takvolym", "takvarde", "takbelopp"),
    "estimated_value_sek": ("estimated value sek", "uppskattat varde", "varde", "avtalsvarde", "beraknat varde",
                            "value", "kontraktsvarde"),
    "categories": ("categories", "kategorier", "kategori", "varugrupp", "undergrupp", "bestallningsgrupp",
                   "delomraden", "delomrade", "category", "inkopskategori"),
    "units": ("units", "forvaltning", "forvaltningar", "enheter", "avropsberattigade"),
    "exclusive": ("exclusive", "exklusivt", "exklusivitet"),
    "procedure": ("procedure", "forfarande", "upphandlingsforfarande"),
    "complexity": ("complexity", "komplexitet"),
    "review_risk": ("review risk", "overprovningsrisk"),
    "owner": ("owner", "avtalsagare", "handlaggare", "ansvarig", "avtalsansvarig", "officer", "agare"),
    "rank": ("rangordning", "rang", "rank"),
    "framework": ("framework", "framework number", "avrop fran", "avropas fran", "avrop fran ramavtal",
                  "avropas fran ramavtal", "ramavtalets nummer", "overordnat ramavtal", "overordnat avtal"),
}  # fmt: skip
MANY = ("categories",)
ABOVE = "ramavtalsnummer"  # the contract's own number, but that of its framework where another column has its own
MEANING_OF = {name: meaning for meaning, names in NAMES.items() for name in names}
_SWEDISH = str.maketrans("åäöéü", "aaoeu")


@dataclass(frozen=True)
class Header:
    """Where a sheet's header stands and what it says. `columns` holds positions, in file order; `unused` names."""

    row: int  # index of the row, from 0
    columns: dict[str, tuple[int, ...]]
    names: dict[str, str]  # meaning -> the column names as the file writes them
    unused: tuple[str, ...]


def plain(name: str) -> str:
    """A column name so written that case, marks and å ä ö make no difference: 'Fr.o.m.' -> 'fr o m'."""
    return re.sub(r"[^a-z0-9]+", " ", name.casefold().translate(_SWEDISH)).strip()


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """The row that names most columns of a register, or None where none names what a contract is and who delivers."""
    candidates = [read_header(index, row) for index, row in enumerate(rows[:SEARCHED_ROWS])]
    fit = [header for header in candidates if is_register_header(header)]
    return max(fit, key=lambda header: len(header.columns), default=None)


def read_header(index: int, row: Sequence[str]) -> Header:
    """What the cells of one row mean, were it the header. The first of two columns with one meaning holds."""
    found: dict[str, tuple[int, ...]] = {}
    unused: list[str] = []
    names = [plain(cell) for cell in row]
    is_numbered = any(MEANING_OF.get(name) == "number" and name != ABOVE for name in names)
    for position, cell in enumerate(row):
        is_above = is_numbered and names[position] == ABOVE
        meaning = "framework" if is_above else MEANING_OF.get(names[position])
        if meaning and (meaning not in found or meaning in MANY):
            found[meaning] = (*found.get(meaning, ()), position)
        elif cell:
            unused.append(cell)
    written = {meaning: ", ".join(row[one] for one in positions) for meaning, positions in found.items()}
    return Header(index, found, written, tuple(unused))


def is_register_header(header: Header) -> bool:
    """A register says who delivers, something that names the contract, and at least one thing more.

    A ledger also names its supplier; what it has and a register has not is no business of this module (a ledger is
    recognised by its amounts), but a start, an end or a type is what only registers have.
    """
    has = header.columns.keys()
    names_contract = has & {"number", "diarienr", "title"} or {"categories", "start_date"} <= has
    is_dated = has & {"start_date", "initial_end_date", "period", "type", "options", "ceiling_sek", "agreement_form"}
    return bool(names_contract) and bool(has & {"supplier", "supplier_orgnr"}) and bool(is_dated)
