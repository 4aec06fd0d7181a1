"""The words for the plans of procurements: where a line comes from, its state, its stages and milestones."""

from dashboard.text import Text

SOURCES: dict[str, Text] = {
    "decision": Text(sv="Beslut", en="Decision"),
    "planned": Text(sv="Planerad", en="Planned"),
    "need": Text(sv="Nytt behov", en="New need"),
    "gate": Text(sv="Beslutspunkt", en="Decision point"),
}
STATES: dict[str, Text] = {
    "undecided": Text(sv="Inte beslutad", en="Not decided"),
    "planned": Text(sv="Planerad", en="Planned"),
    "started": Text(sv="Påbörjad", en="Started"),
    "published": Text(sv="Annonserad", en="Announced"),
    "awarded": Text(sv="Tilldelad", en="Awarded"),
    "signed": Text(sv="Avtal tecknat", en="Contract signed"),
    "cancelled": Text(sv="Avbruten", en="Cancelled"),
}
STAGES: dict[str, Text] = {
    "planning": Text(sv="Planering", en="Planning"),
    "needs": Text(sv="Kartlägga behov", en="Map the needs"),
    "market": Text(sv="Kartlägga marknad", en="Map the market"),
    "procure": Text(sv="Upphandla", en="Procure"),
    "implement": Text(sv="Implementera", en="Implement"),
    "manage": Text(sv="Förvalta och utveckla", en="Manage and develop"),
}
ZONES: dict[int, Text] = {
    1: Text(sv="Zon 1: planera och kartlägga", en="Zone 1: plan and map"),
    2: Text(sv="Zon 2: upphandla", en="Zone 2: procure"),
    3: Text(sv="Zon 3: implementera", en="Zone 3: implement"),
}
MILESTONES: dict[str, Text] = {
    "start": Text(sv="Start", en="Start"),
    "needs_done": Text(sv="Behov klart", en="Needs known"),
    "market_done": Text(sv="Marknad klar", en="Market known"),
    "published": Text(sv="Annons", en="Notice"),
    "tenders_in": Text(sv="Anbudstid ut", en="Tenders in"),
    "evaluated": Text(sv="Utvärdering klar", en="Evaluated"),
    "awarded": Text(sv="Tilldelning", en="Award"),
    "standstill_over": Text(sv="Avtalsspärr slut", en="Standstill over"),
    "signed": Text(sv="Avtal tecknat", en="Contract signed"),
    "implemented": Text(sv="Implementerat", en="Implemented"),
}
MILESTONE_STATES: dict[str, tuple[str, Text]] = {
    "done": ("green", Text(sv="Klar", en="Done")),
    "done_late": ("amber", Text(sv="Klar för sent", en="Done too late")),
    "late": ("red", Text(sv="Försenad", en="Late")),
    "behind": ("amber", Text(sv="Efter egen plan", en="Behind its plan")),
    "coming": ("no_target", Text(sv="Kommer", en="To come")),
}
WARNINGS: dict[str, Text] = {
    "tender_period_short": Text(
        sv="Ledtiden ger kortare anbudstid än lagen kräver (LOU 11 kap.: minst 30 dagar i ett öppet förfarande med "
        "elektroniska anbud). Planen räknar med lagens tid.",
        en="The lead time gives a shorter tender period than the law asks for (LOU chapter 11: at least 30 days in an "
        "open procedure with electronic tenders). The plan uses the law's.",
    ),
    "standstill_short": Text(
        sv="Ledtiden rymmer inte avtalsspärren på tio dagar (LOU 20 kap. 1 §). Planen räknar med spärren.",
        en="The lead time has no room for the standstill of ten days (LOU chapter 20 section 1). The plan has.",
    ),
}
PROCEDURES: dict[str, Text] = {
    "below_threshold": Text(sv="Under tröskelvärdet", en="Below the threshold"),
    "open": Text(sv="Öppet förfarande", en="Open procedure"),
    "selective": Text(sv="Selektivt eller förhandlat", en="Selective or negotiated"),
    "renewed_competition": Text(sv="Förnyad konkurrensutsättning", en="Renewed competition"),
    "direct_award": Text(sv="Direktupphandling", en="Direct award"),
}
COMPLEXITIES: dict[str, Text] = {
    "simple": Text(sv="Enkel", en="Simple"),
    "normal": Text(sv="Normal", en="Normal"),
    "complex": Text(sv="Komplex", en="Complex"),
}
RISKS: dict[str, Text] = {
    "low": Text(sv="Låg", en="Low"),
    "normal": Text(sv="Normal", en="Normal"),
    "high": Text(sv="Hög", en="High"),
    "critical": Text(sv="Samhällskritisk", en="Critical"),
}
