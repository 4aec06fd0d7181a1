"""What may be missing in the registers, why it matters, and whose it is to fill in. One check a row."""

from dataclasses import dataclass

import polars as pl

from dashboard.roles import CATEGORY_OWNER, CHIEF, CONTRACT_CONTROLLER, LEGAL, OFFICER
from dashboard.rules.changes.paragraphs import BY_HALF
from dashboard.rules.decisions.register_words import RISK_WORDS, coded, has_no_lead_time
from dashboard.text import Text


@dataclass(frozen=True)
class Check:
    """Rows of `table` that are `among` those it concerns and where something is `missing`; `do` says what to do."""

    code: str
    name: Text
    why: Text
    do: Text
    owner: Text
    table: str
    missing: pl.Expr
    among: pl.Expr


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
