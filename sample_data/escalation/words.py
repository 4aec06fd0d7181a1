"""What people wrote: about deviations, plans and moves."""

DESCRIPTIONS = {
    "late": (
        "Leveransen kom flera dagar efter utlovad dag och skolan fick låna av en annan enhet.",
        "Utlovad leveransdag hölls inte. Ingen förvarning från leverantören.",
        "Hälften av beställningen kom i tid, resten en vecka senare.",
    ),
    "defective": (
        "Två av tio stolar hade lösa skruvfästen vid leverans.",
        "Varan motsvarar inte kravet på ytskikt och måste bytas.",
        "Utförandet har brister som syntes redan vid mottagningen.",
    ),
    "price": (
        "Fakturerat pris är högre än prislistan för flera artiklar.",
        "Tillägg för transport är fakturerat trots att frakt ingår.",
        "Rabatten i avtalet saknas på fakturan.",
    ),
    "labour": (
        "Leverantören har inte visat att villkoren om lön och arbetstid följs hos underleverantören.",
        "Personallistan på plats stämmer inte med den som är anmäld.",
    ),
    "environment": (
        "Transporten gjordes med fordon som inte uppfyller miljökravet.",
        "Redovisning av drivmedel saknas för kvartalet.",
        "Rengöringsmedel utan avtalad märkning används.",
    ),
    "reporting": (
        "Statistik för kvartalet har inte lämnats trots påminnelse.",
        "Rapporten saknar uppgifter per förvaltning.",
    ),
    "security": (
        "Obehörig person fick tillträde till lokalen med leverantörens passerkort.",
        "Uppgifter om beställare låg öppet i leverantörens system under en dag.",
    ),
    "assortment": (
        "Artikel ur grundsortimentet är utbytt utan godkännande.",
        "Var fjärde artikel i grundsortimentet är slut i butiken.",
    ),
    "other": (
        "Kundtjänsten svarar inte inom avtalad tid.",
        "Kontaktpersonen är utbytt utan besked.",
    ),
}
PLACES = ("Ekskolan", "Lindgården", "Centralförrådet", "Stadshuset", "Hamnskolan", "Äldreboendet Björken", None)
REQUIREMENT_TYPES = {
    "late": "sla",
    "defective": "quality",
    "labour": "labour",
    "environment": "climate",
    "security": "it",
}
PLAN_ITEMS = (
    "Utse en ansvarig person hos leverantören och veckovis avstämning",
    "Rätta orsaken till avvikelsen och visa det med stickprov",
)
