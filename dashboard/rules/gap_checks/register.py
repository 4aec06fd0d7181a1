"""What a contract in force must say to be found, counted and owned."""

import polars as pl

from dashboard.roles import CATEGORY_OWNER, CHIEF, CONTRACT_CONTROLLER, OFFICER
from dashboard.rules.gap_checks.kind import Check
from dashboard.text import Text

CHECKS: tuple[Check, ...] = (
    Check(
        "contract_end",
        Text(sv="Avtal utan slutdatum", en="Contracts without an end date"),
        Text(sv="Utan slutdatum syns inte när ett beslut behövs.", en="Without it nobody sees when to decide."),
        Text(
            sv="Skriv in slutdatumet från avtalet, eller märk avtalet som tills vidare.",
            en="Enter the end date from the contract, or mark it as until further notice.",
        ),
        CONTRACT_CONTROLLER,
        "contract",
        pl.col("initial_end_on").is_null(),
        pl.col("is_active") & ~pl.col("is_until_further_notice"),
    ),
    Check(
        "contract_start",
        Text(sv="Avtal utan startdatum", en="Contracts without a start date"),
        Text(sv="Köp kan inte knytas till avtalet.", en="Purchases cannot be tied to the contract."),
        Text(sv="Skriv in startdatumet från avtalet.", en="Enter the start date from the contract."),
        CONTRACT_CONTROLLER,
        "contract",
        pl.col("start_on").is_null(),
        pl.col("is_active"),
    ),
    Check(
        "contract_owner",
        Text(sv="Avtal utan ansvarig", en="Contracts without an owner"),
        Text(sv="Ingen får frågan när något händer.", en="Nobody is asked when something happens."),
        Text(sv="Utse en ansvarig.", en="Name an owner."),
        CHIEF,
        "contract",
        pl.col("owner").is_null(),
        pl.col("is_active"),
    ),
    Check(
        "contract_ceiling",
        Text(sv="Ramavtal utan känt tak", en="Framework agreements with an unknown ceiling"),
        Text(
            sv="Ett okänt tak är inte inget tak: köp över taket kan inte upptäckas.",
            en="An unknown ceiling is not no ceiling: purchases above it cannot be seen.",
        ),
        Text(
            sv="Läs taket i annonsen eller avtalet och skriv in det. En uppskattning räcker inte.",
            en="Read the ceiling in the notice or the contract and enter it. An estimate will not do.",
        ),
        OFFICER,
        "contract",
        pl.col("ceiling_ore").is_null(),
        pl.col("is_active") & (pl.col("type") == "ramavtal"),
    ),
    Check(
        "contract_category",
        Text(sv="Avtal utan kategori", en="Contracts without a category"),
        Text(sv="Avtalet täcker inget behov i nyckeltalen.", en="The contract covers no need in the metrics."),
        Text(sv="Välj de kategorier som avtalet täcker.", en="Choose the categories that the contract covers."),
        CATEGORY_OWNER,
        "contract",
        pl.col("categories") == 0,
        pl.col("is_active"),
    ),
    Check(
        "contract_supplier",
        Text(sv="Avtal utan känd leverantör", en="Contracts without a known supplier"),
        Text(sv="Inga köp kan knytas till avtalet.", en="No purchase can be tied to the contract."),
        Text(
            sv="Koppla avtalet till leverantörens organisationsnummer.",
            en="Tie the contract to the supplier's organisation number.",
        ),
        CONTRACT_CONTROLLER,
        "contract",
        pl.col("suppliers") == 0,
        pl.col("is_active"),
    ),
    Check(
        "contract_registration_number",
        Text(sv="Avtal utan diarienummer", en="Contracts without a registration number"),
        Text(sv="Handlingarna går inte att hitta.", en="The documents cannot be found."),
        Text(sv="Diarieför avtalet och skriv in numret.", en="Register the contract and enter the number."),
        OFFICER,
        "contract",
        pl.col("registration_number").is_null(),
        pl.col("is_active"),
    ),
)
