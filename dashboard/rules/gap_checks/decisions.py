"""What makes a contract's decision dates impossible to compute, or wrong."""

import polars as pl

from dashboard.roles import CONTRACT_CONTROLLER, LEGAL, OFFICER
from dashboard.rules.decisions.register_words import RISK_WORDS, coded, has_no_lead_time
from dashboard.rules.gap_checks.kind import Check
from dashboard.text import Text

CHECKS: tuple[Check, ...] = (
    Check(
        "contract_notice",
        Text(sv="Tillsvidareavtal utan uppsägningstid", en="Open-ended contracts without a notice period"),
        Text(sv="Sista dag att säga upp går inte att räkna ut.", en="The last day to give notice is unknown."),
        Text(sv="Skriv in uppsägningstiden från avtalet.", en="Enter the notice period from the contract."),
        CONTRACT_CONTROLLER,
        "contract",
        pl.col("notice_buyer_months").is_null(),
        pl.col("is_active") & pl.col("is_until_further_notice"),
    ),
    Check(
        "contract_end_before_start",
        Text(sv="Avtal som slutar innan de börjar", en="Contracts that end before they start"),
        Text(sv="Inget datum går att räkna ut.", en="No date can be computed."),
        Text(
            sv="Läs båda dagarna i avtalet och rätta den som är fel.",
            en="Read both days in the contract and correct the one that is wrong.",
        ),
        CONTRACT_CONTROLLER,
        "contract",
        pl.col("is_end_before_start"),
        pl.col("start_on").is_not_null() & pl.col("initial_end_on").is_not_null(),
    ),
    Check(
        "contract_automatic_without_end",
        Text(
            sv="Avtal som förlängs av sig själva utan sista slutdatum",
            en="Contracts that renew by themselves without a last end date",
        ),
        Text(
            sv="Avtalet fortsätter tills någon säger upp det, utan ny konkurrens.",
            en="The contract goes on until somebody gives notice, without new competition.",
        ),
        Text(
            sv="Besluta om avtalet ska sägas upp eller upphandlas, och skriv in en sista dag.",
            en="Decide whether to give notice or procure anew, and enter a last day.",
        ),
        OFFICER,
        "contract",
        pl.col("is_endless"),
        pl.col("is_active"),
    ),
    Check(
        "contract_over_four_years",
        Text(sv="Ramavtal som kan gälla längre än fyra år", en="Framework agreements that may run for over four years"),
        Text(
            sv="Det kräver särskilda skäl enligt LOU 7 kap. 2 §, och registret har ingen plats för dem.",
            en="It takes special reasons by LOU chapter 7 section 2, which the register has no place for.",
        ),
        Text(
            sv="Låt juristen bedöma skälen. Rätta optionerna om de är fel inskrivna.",
            en="Have the lawyer judge the reasons. Correct the options if they were entered wrongly.",
        ),
        LEGAL,
        "contract",
        pl.col("is_over_four_years"),
        pl.col("is_active") & (pl.col("type") == "ramavtal"),
    ),
    Check(
        "contract_lead_time",
        Text(sv="Avtal utan förfarande eller komplexitet", en="Contracts without a procedure or complexity"),
        Text(
            sv="Sista dag att börja upphandla går inte att räkna ut.",
            en="The last day to begin a procurement cannot be computed.",
        ),
        Text(
            sv="Skriv in förfarande och komplexitet med de ord som ledtiderna har.",
            en="Enter the procedure and complexity in the words the lead times have.",
        ),
        OFFICER,
        "contract",
        has_no_lead_time(),
        pl.col("is_active"),
    ),
    Check(
        "contract_review_risk",
        Text(sv="Avtal utan risk för överprövning", en="Contracts without a risk of review"),
        Text(
            sv="Ingen tid kan läggas till för en överprövning.",
            en="No time can be set aside for a review.",
        ),
        Text(sv="Skriv in låg, normal, hög eller kritisk risk.", en="Enter a low, normal, high or critical risk."),
        OFFICER,
        "contract",
        coded("review_risk", RISK_WORDS).is_null(),
        pl.col("is_active"),
    ),
)
