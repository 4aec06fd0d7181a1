"""The table of contents: every page, in reading order. Addresses never change; titles follow the language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from dashboard.text import Text

FOLDER = Path(__file__).resolve().parent.parent / "pages"


@dataclass(frozen=True)
class Place:
    """One page: its file is `pages/<key>.py`, its address `/<path>`. A detail page is not in the menu."""

    key: str
    path: str
    title: Text
    is_detail: bool = False
    under: str = ""  # the page in the menu that a detail page belongs to

    @property
    def file(self) -> Path:
        """The page's script."""
        return FOLDER / f"{self.key}.py"


PLACES: tuple[Place, ...] = (
    Place("overview", "", Text(sv="Översikt", en="Overview")),
    Place("goal", "mal", Text(sv="Mål", en="Goals")),
    Place("metric", "nyckeltal", Text(sv="Nyckeltal", en="Metric"), is_detail=True, under="goal"),
    Place("purchases", "inkop", Text(sv="Inköp", en="Purchases")),
    Place("suppliers", "leverantorer", Text(sv="Leverantörer", en="Suppliers")),
    Place("supplier", "leverantor", Text(sv="Leverantör", en="Supplier"), is_detail=True, under="suppliers"),
    Place("contracts", "avtal", Text(sv="Avtal", en="Contracts")),
    Place("contract", "avtalssida", Text(sv="Avtalssida", en="Contract"), is_detail=True, under="contracts"),
    Place("lines", "fakturarader", Text(sv="Fakturarader", en="Invoice lines"), is_detail=True, under="purchases"),
    Place("decisions", "beslut", Text(sv="Beslut", en="Decisions")),
    Place(
        "procurement_plan",
        "upphandlingsplan",
        Text(sv="Upphandlingsplan", en="Procurement plan"),
        is_detail=True,
        under="decisions",
    ),
    Place("project_plan", "projektplan", Text(sv="Projektplan", en="Project plan"), is_detail=True, under="decisions"),
    Place("workload", "belastning", Text(sv="Belastning", en="Workload"), is_detail=True, under="decisions"),
    Place("ceilings", "tak", Text(sv="Avtalstak", en="Ceilings"), is_detail=True, under="decisions"),
    Place("changes", "andringar", Text(sv="Avtalsändringar", en="Contract changes"), is_detail=True, under="decisions"),
    Place("needs", "utan-avtal", Text(sv="Utan avtal", en="Without a contract"), is_detail=True, under="decisions"),
    Place("red_flags", "roda-flaggor", Text(sv="Röda flaggor", en="Red flags"), is_detail=True, under="decisions"),
    Place("follow_up", "uppfoljning", Text(sv="Uppföljning", en="Follow-up")),
    Place(
        "follow_up_plan",
        "uppfoljningsplan",
        Text(sv="Uppföljningsplan", en="Follow-up plan"),
        is_detail=True,
        under="follow_up",
    ),
    Place("deviations", "avvikelser", Text(sv="Avvikelser", en="Deviations")),
    Place(
        "report_deviation",
        "anmal-avvikelse",
        Text(sv="Anmäl avvikelse", en="Report a deviation"),
        is_detail=True,
        under="deviations",
    ),
    Place("deviation", "avvikelse", Text(sv="Avvikelse", en="Deviation"), is_detail=True, under="deviations"),
    Place("escalation", "eskalering", Text(sv="Eskalering", en="Escalation")),
    Place("missing", "saknas", Text(sv="Vad saknas", en="What is missing"), is_detail=True, under="escalation"),
    Place("proposals", "forslag", Text(sv="Förslag", en="Proposals"), is_detail=True, under="escalation"),
    Place(
        "delegated",
        "delegationsbeslut",
        Text(sv="Delegationsbeslut", en="Delegated decisions"),
        is_detail=True,
        under="escalation",
    ),
    Place("case", "arende", Text(sv="Ärende", en="Case"), is_detail=True, under="escalation"),
    Place(
        "penalties",
        "viten",
        Text(sv="Viten och spärrar", en="Penalties and blocks"),
        is_detail=True,
        under="escalation",
    ),
    Place(
        "equal_treatment",
        "likabehandling",
        Text(sv="Likabehandling", en="Equal treatment"),
        is_detail=True,
        under="escalation",
    ),
    Place("data", "data", Text(sv="Data", en="Data")),
    Place("log", "handelselogg", Text(sv="Händelselogg", en="Event log"), is_detail=True, under="data"),
    Place("imports", "importer", Text(sv="Importer", en="Imports")),
    Place("about", "om", Text(sv="Om", en="About")),
)


def place(key: str) -> Place:
    """The page called `key`."""
    return next(place for place in PLACES if place.key == key)


def page_path(key: str, query: Mapping[str, object]) -> str:
    """The address of a page within the app: ('metric', {'kod': 'K-AVT-1'}) -> '/nyckeltal?kod=K-AVT-1'."""
    kept = {name: value for name, value in query.items() if value is not None and value != ""}
    return f"/{place(key).path}" + (f"?{urlencode(kept)}" if kept else "")
