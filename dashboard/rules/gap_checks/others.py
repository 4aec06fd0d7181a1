"""What suppliers, categories and legal limits must say."""

import polars as pl

from dashboard.roles import CHIEF, CONTRACT_CONTROLLER, LEGAL
from dashboard.rules.gap_checks.kind import Check
from dashboard.text import Text

CHECKS: tuple[Check, ...] = (
    Check(
        "supplier_orgnr",
        Text(sv="Avtalsleverantörer utan organisationsnummer", en="Contract suppliers without an organisation number"),
        Text(sv="Samma företag kan räknas flera gånger.", en="The same company may be counted several times."),
        Text(
            sv="Skriv in numret från fakturan eller avtalet.", en="Enter the number from the invoice or the contract."
        ),
        CONTRACT_CONTROLLER,
        "supplier",
        pl.col("orgnr").is_null(),
        (pl.col("contracts") > 0) & (pl.col("country") == "SE") & ~pl.col("is_sole_trader") & ~pl.col("is_masked"),
    ),
    Check(
        "category_owner",
        Text(sv="Kategorier som ingen äger", en="Categories nobody owns"),
        Text(sv="Ingen planerar nästa upphandling.", en="Nobody plans the next procurement."),
        Text(sv="Utse ett team som äger kategorin.", en="Name a team that owns the category."),
        CHIEF,
        "category",
        pl.col("owner_team").is_null(),
        pl.col("amount_ore") > 0,
    ),
    Check(
        "threshold_unverified",
        Text(sv="Gränsvärden som inte är verifierade", en="Limits that are not verified"),
        Text(
            sv="Verktyget gissar aldrig ett belopp. Fyll i det som regeringen tillkännagett.",
            en="The tool never guesses an amount. Enter what the government has announced.",
        ),
        Text(
            sv="Läs regeringens tillkännagivande i SFS och skriv in beloppet och källan.",
            en="Read the government's announcement in SFS and enter the amount and the source.",
        ),
        LEGAL,
        "threshold",
        pl.col("threshold_sek").is_null() | pl.col("direct_award_sek").is_null(),
        pl.col("is_in_force"),
    ),
)
