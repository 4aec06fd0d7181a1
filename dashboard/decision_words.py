"""The words for decisions about contracts: dates, ways, states, and why something is missing or closed."""

from dashboard.text import Text

DATES: dict[str, Text] = {
    "current_end": Text(sv="Slutar", en="Ends"),
    "max_end": Text(sv="Slutar senast, med alla optioner", en="Ends at the latest, with every option"),
    "option_call_deadline": Text(sv="Sista dag att förlänga", en="Last day to extend"),
    "option_decide_by": Text(sv="Besluta om förlängning senast", en="Decide on extension by"),
    "notice_deadline": Text(sv="Sista dag att säga upp", en="Last day to give notice"),
    "reprocure_start_latest": Text(sv="Börja upphandla senast", en="Begin to procure by"),
    "decision_gate": Text(sv="Beslutspunkt", en="Decision point"),
    "effective_end": Text(sv="Räcker till", en="Lasts until"),
    "gap_days": Text(sv="Dagar utan avtal", en="Days without a contract"),
}
FORECAST = Text(sv="{day} (prognos: taket)", en="{day} (forecast: the ceiling)")
WAYS: dict[str, Text] = {
    "extend": Text(sv="Förläng", en="Extend"),
    "terminate": Text(sv="Säg upp", en="Give notice"),
    "reprocure": Text(sv="Upphandla", en="Procure anew"),
    "let_lapse": Text(sv="Låt löpa ut", en="Let it lapse"),
    "end_for_breach": Text(sv="Häv", en="End for breach"),
}
STATES: dict[str, Text] = {
    "possible": Text(sv="Möjlig", en="Possible"),
    "possible_with_risk": Text(sv="Möjlig med risk", en="Possible with risk"),
    "too_late": Text(sv="För sent", en="Too late"),
    "not_offered": Text(sv="Finns inte", en="Not available"),
    "unknown": Text(sv="Kan inte beräknas", en="Cannot be computed"),
}
KINDS: dict[str, Text] = {
    "extend": Text(sv="Förlängning", en="Extension"),
    "terminate": Text(sv="Uppsägning", en="Notice"),
    "reprocure": Text(sv="Ny upphandling", en="New procurement"),
    "expire": Text(sv="Löper ut", en="Lapses"),
    "sanction": Text(sv="Sanktion", en="Sanction"),
    "undo": Text(sv="Ångrat beslut", en="Decision undone"),
}
# Whether a contract's gate is handled, or the work before it has begun in time.
WORK: dict[str, Text] = {
    "decided": Text(sv="{kind}, {decided}", en="{kind}, {decided}"),
    "begun": Text(sv="Påbörjat", en="Begun"),
    "not_started": Text(sv="Inte påbörjat", en="Not started"),
    "later": Text(sv="Börja senast {since}", en="Begin by {since}"),
    "unknown": Text(sv="Okänt", en="Not known"),
}
OPTION_STATES: dict[str, Text] = {
    "used": Text(sv="Utnyttjad", en="Used"),
    "declined": Text(sv="Avböjd", en="Declined"),
    "open": Text(sv="Att besluta om", en="To decide on"),
    "waiting": Text(sv="Senare", en="Later"),
    "lapsed": Text(sv="Förlorad", en="Lost"),
    "closed": Text(sv="Kan inte längre användas", en="Can no longer be used"),
}
OPTION_MODES: dict[str, Text] = {
    "buyer": Text(sv="Kommunen förlänger", en="The municipality extends"),
    "mutual": Text(sv="Båda måste vara överens", en="Both must agree"),
    "automatic": Text(sv="Förlängs av sig själv", en="Renews by itself"),
}
# Why a date cannot be computed, what is wrong in the register, and why a way stands as it does.
REASONS: dict[str, Text] = {
    "any_day": Text(sv="Kan sägas upp vilken dag som helst", en="Notice can be given on any day"),
    "automatic_without_end": Text(
        sv="Förlängs av sig själv utan sista slutdatum", en="Renews by itself without a last end date"
    ),
    "buffer_missing": Text(
        sv="Tid för överprövning saknas för den risken", en="No time for review is set for that risk"
    ),
    "call_deadline_after_end": Text(
        sv="Optionens sista dag ligger efter avtalets slut", en="The option's last day lies after the contract's end"
    ),
    "ceiling_forecast": Text(
        sv="Taket beräknas vara nått före avtalets slut (prognos)",
        en="The ceiling is forecast to be reached before the contract ends",
    ),
    "ceiling_reached": Text(sv="Taket är nått", en="The ceiling is reached"),
    "complexity_missing": Text(sv="Komplexitet saknas", en="Complexity is missing"),
    "complexity_unknown": Text(sv="Komplexiteten är ett okänt ord", en="Complexity is a word nobody knows"),
    "contract_ended": Text(sv="Avtalet har löpt ut", en="The contract has ended"),
    "contract_terminated": Text(sv="Avtalet är uppsagt", en="Notice has been given"),
    "deadline_passed": Text(sv="Sista dagen har passerat", en="The last day has passed"),
    "decide_by_passed": Text(
        sv="Dagen att besluta har passerat, men inte sista dagen", en="The day to decide has passed, not the last day"
    ),
    "desired_end_missing": Text(sv="Önskat slutdatum saknas", en="The end wanted is missing"),
    "end_before_start": Text(sv="Slutdatum ligger före startdatum", en="The end lies before the start"),
    "end_missing": Text(sv="Slutdatum saknas", en="The end date is missing"),
    "framework_over_four_years": Text(
        sv="Ramavtal över fyra år kräver särskilda skäl (LOU 7 kap. 2 §)",
        en="A framework agreement over four years needs special reasons (LOU chapter 7 section 2)",
    ),
    "gap": Text(sv="Nästa avtal hinner inte bli klart", en="The next contract will not be ready in time"),
    "lead_time_missing": Text(
        sv="Ledtid saknas för förfarandet och komplexiteten",
        en="No lead time is set for the procedure and complexity",
    ),
    "lead_time_unknown": Text(sv="Ledtiden är inte känd", en="The lead time is not known"),
    "legal_decision": Text(sv="Kräver juristens beslut", en="Needs a lawyer's decision"),
    "needs_step_4": Text(sv="Kräver steg 4 i eskaleringen", en="Needs step 4 of the escalation"),
    "no_option": Text(sv="Avtalet har ingen option", en="The contract has no option"),
    "no_option_left": Text(sv="Alla optioner är utnyttjade", en="Every option is used"),
    "no_time_for_review": Text(sv="Ingen tid finns kvar för en överprövning", en="There is no time left for a review"),
    "notice_missing": Text(sv="Uppsägningstid saknas", en="The notice period is missing"),
    "open_ended": Text(sv="Gäller tills vidare", en="Runs until further notice"),
    "open_notice_missing": Text(
        sv="Avtal tills vidare utan uppsägningstid", en="A contract until further notice without a notice period"
    ),
    "option_call_rule_missing": Text(
        sv="Sista dag för optionen saknas", en="The last day to call the option is missing"
    ),
    "option_declined": Text(sv="Optionen är avböjd", en="The option was declined"),
    "option_out_of_order": Text(
        sv="En senare option är utnyttjad före en tidigare", en="A later option was used before an earlier one"
    ),
    "procedure_missing": Text(sv="Förfarande saknas", en="The procedure is missing"),
    "procedure_unknown": Text(sv="Förfarandet är ett okänt ord", en="The procedure is a word nobody knows"),
    "renews_by_itself": Text(
        sv="Förlängs av sig själv om det inte stoppas i tid", en="Renews by itself unless stopped in time"
    ),
    "review_risk_missing": Text(sv="Risk för överprövning saknas", en="The risk of a review is missing"),
    "review_risk_unclear": Text(sv="Risken för överprövning är inte känd", en="The risk of a review is not known"),
    "review_risk_unknown": Text(
        sv="Risken för överprövning är ett okänt ord", en="The risk of a review is a word nobody knows"
    ),
    "supplier_must_agree": Text(sv="Leverantören måste gå med på det", en="The supplier must agree"),
}
REFUSALS: dict[str, Text] = {
    "contract_number_unknown": Text(
        sv="Det finns inget avtal med nummer {number}.", en="There is no contract with number {number}."
    ),
}
