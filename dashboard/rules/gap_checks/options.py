"""Options nobody can rely on, and changes of contracts that were not announced."""

import polars as pl

from dashboard.roles import CONTRACT_CONTROLLER, OFFICER
from dashboard.rules.changes.paragraphs import BY_HALF
from dashboard.rules.gap_checks.kind import Check
from dashboard.text import Text

CHECKS: tuple[Check, ...] = (
    Check(
        "option_deadline",
        Text(sv="Optioner utan sista dag", en="Options without a deadline"),
        Text(sv="Optionen kan gå förlorad utan att någon märker det.", en="The option may lapse unnoticed."),
        Text(
            sv="Läs i avtalet hur och när optionen ska användas, och skriv in dagen eller månaderna.",
            en="Read in the contract how and when the option is called, and enter the day or the months.",
        ),
        CONTRACT_CONTROLLER,
        "option",
        pl.col("call_deadline_months").is_null()
        & pl.col("call_deadline_on").is_null()
        & ~((pl.col("mode") == "automatic") & pl.col("notice_buyer_months").is_not_null()),  # notice stops it
        pl.col("exercised_on").is_null() & pl.col("declined_on").is_null() & pl.col("is_active"),
    ),
    Check(
        "option_after_end",
        Text(sv="Optioner med sista dag efter avtalets slut", en="Options with a deadline after the contract's end"),
        Text(
            sv="Avtalet hinner sluta innan optionen används. Dagen går inte att lita på.",
            en="The contract ends before the option is called. The day cannot be relied on.",
        ),
        Text(
            sv="Läs i avtalet när optionen senast ska användas och rätta dagen.",
            en="Read in the contract when the option must be called, and correct the day.",
        ),
        CONTRACT_CONTROLLER,
        "option",
        pl.col("is_late_deadline"),
        pl.col("exercised_on").is_null() & pl.col("declined_on").is_null() & pl.col("is_active"),
    ),
    Check(
        "option_out_of_order",
        Text(sv="Optioner använda i fel ordning", en="Options used in the wrong order"),
        Text(
            sv="En senare option är använd före en tidigare. Slutdatumet kan vara fel.",
            en="A later option was used before an earlier one. The end date may be wrong.",
        ),
        Text(
            sv="Läs förlängningarna och rätta vilken option som är använd.",
            en="Read the extensions and correct which option was used.",
        ),
        CONTRACT_CONTROLLER,
        "option",
        pl.col("is_out_of_order"),
        pl.col("is_active"),
    ),
    Check(
        "change_notice",
        Text(sv="Ändringar utan annons", en="Changes without a notice"),
        Text(
            sv="Ändringar enligt LOU 17 kap. 11 och 12 §§ ska annonseras (17 kap. 16 §).",
            en="Changes by LOU chapter 17 sections 11 and 12 are to be announced (chapter 17 section 16).",
        ),
        Text(
            sv="Annonsera ändringen och skriv in dagen på avtalets ändring.",
            en="Announce the change, and enter the day on the contract's change.",
        ),
        OFFICER,
        "change",
        pl.col("is_notice_missing"),
        pl.col("ground").is_in(BY_HALF) & (pl.col("regime") == "above_threshold"),
    ),
)
