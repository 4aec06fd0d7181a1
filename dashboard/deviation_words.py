"""The words for deviations and cases: kinds, severities, states, remedies, moves and what is recorded."""

from dashboard.text import Text

CATEGORIES: dict[str, Text] = {
    "late": Text(sv="Sen eller utebliven leverans", en="Late or missing delivery"),
    "defective": Text(sv="Fel i vara eller tjänst", en="Fault in goods or service"),
    "price": Text(sv="Fel pris eller faktura", en="Wrong price or invoice"),
    "labour": Text(sv="Arbetsvillkor", en="Labour terms"),
    "environment": Text(sv="Miljö", en="Environment"),
    "reporting": Text(sv="Rapport eller bevis saknas", en="Report or evidence missing"),
    "security": Text(sv="Säkerhet eller personuppgifter", en="Security or personal data"),
    "assortment": Text(sv="Utanför sortimentet", en="Outside the assortment"),
    "other": Text(sv="Annat", en="Other"),
}

SEVERITIES: dict[int, Text] = {
    1: Text(sv="Liten", en="Minor"),
    2: Text(sv="Kännbar", en="Noticeable"),
    3: Text(sv="Allvarlig", en="Serious"),
    4: Text(sv="Kritisk", en="Critical"),
}
SEVERITY_MEANINGS: dict[int, Text] = {
    1: Text(
        sv="Stör lite och är lätt att rätta, till exempel en försenad rapport.",
        en="Disturbs little and is easily put right, such as a late report.",
    ),
    2: Text(
        sv="Påverkar verksamheten eller kostar pengar, till exempel en leverans flera dagar för sent.",
        en="Affects operations or costs money, such as a delivery several days late.",
    ),
    3: Text(
        sv="Stoppar eller skadar verksamheten, eller bryter mot ett viktigt krav i avtalet.",
        en="Stops or harms operations, or breaks an important requirement of the contract.",
    ),
    4: Text(
        sv="Fara för liv, hälsa eller säkerhet, eller brott mot lagen.",
        en="Danger to life, health or security, or a breach of the law.",
    ),
}

STATES: dict[str, Text] = {
    "reported": Text(sv="Anmäld", en="Reported"),
    "confirmed": Text(sv="Bekräftad", en="Confirmed"),
    "remedied": Text(sv="Åtgärdad enligt leverantören", en="Remedied, says the supplier"),
    "verified": Text(sv="Verifierad", en="Verified"),
    "dismissed": Text(sv="Avskriven", en="Dismissed"),
}

REMEDIES: dict[str, Text] = {
    "rectification": Text(sv="Avhjälpande", en="Rectification"),
    "replacement": Text(sv="Omleverans", en="Replacement"),
    "price_reduction": Text(sv="Prisavdrag", en="Price reduction"),
    "damages": Text(sv="Skadestånd", en="Damages"),
    "action": Text(sv="Ändrat arbetssätt", en="Changed way of working"),
    "none": Text(sv="Ingen åtgärd krävs", en="No remedy needed"),
}

EVENTS: dict[str, Text] = {
    "indicator_warning": Text(sv="Dialog inleds", en="Dialogue begins"),
    "deviation_confirmed": Text(sv="Avvikelse fastställd", en="Deviation established"),
    "action_plan_failed": Text(sv="Handlingsplanen höll inte", en="The action plan failed"),
    "decision_terminate": Text(sv="Beslut om hävning", en="Decision to terminate"),
    "settled": Text(sv="Slutreglerat", en="Settled"),
    "remedy_verified": Text(sv="Rättelsen är verifierad", en="The remedy is verified"),
    "plan_closed": Text(sv="Handlingsplanen är genomförd", en="The action plan is completed"),
    "monitoring_ok": Text(sv="Bevakningen är klar", en="Monitoring is done"),
    "fast_track": Text(sv="Snabbspår till steg 3", en="Fast track to step 3"),
    "withdraw": Text(sv="Hävningen dras tillbaka", en="The termination is withdrawn"),
}

RECORDS: dict[str, Text] = {
    "contact": Text(sv="Kontakt med leverantören", en="Contact with the supplier"),
    "supplier_reply": Text(sv="Svar från leverantören", en="Reply from the supplier"),
    "supplier_disputes": Text(sv="Leverantören bestrider", en="The supplier disputes"),
    "check": Text(sv="Kontroll", en="Check"),
    "complaint": Text(sv="Reklamation", en="Complaint"),
    "meeting": Text(sv="Möte med leverantören", en="Meeting with the supplier"),
    "action_plan": Text(sv="Handlingsplan", en="Action plan"),
    "information": Text(sv="Information till verksamheten", en="Information to operations"),
    "protocol": Text(sv="Protokoll avvikelse", en="Minutes on the deviation"),
    "penalty_assessment": Text(sv="Vitesbedömning", en="Assessment of a penalty"),
    "notice_of_breach": Text(sv="Skriftlig erinran om avtalsbrott", en="Written notice of breach"),
    "legal_meeting": Text(sv="Möte med juristen", en="Meeting with legal counsel"),
    "legal_assessment": Text(sv="Juristens bedömning", en="Legal assessment"),
    "penalty_decision": Text(sv="Beslut om vite", en="Decision on a penalty"),
    "block_assessment": Text(sv="Bedömning av spärr", en="Assessment of a block"),
    "lowering_agreed": Text(sv="Juristens samtycke att gå ner ett steg", en="Legal consent to go down a step"),
    "fast_track_approval": Text(sv="Godkännande av snabbspår", en="Approval of the fast track"),
    "termination_decision": Text(sv="Delegationsbeslut om hävning", en="Delegated decision to terminate"),
    "continuity_plan": Text(
        sv="Plan för verksamheten utan leverantören", en="Plan for operations without the supplier"
    ),
    "declaration_of_termination": Text(sv="Hävningsförklaring", en="Declaration of termination"),
    "replacement_plan": Text(sv="Plan för ersättningsleverans", en="Replacement supply plan"),
    "exclusion_file": Text(sv="Underlag om uteslutning", en="File on exclusion"),
    "settlement_agreement": Text(sv="Förlikning", en="Settlement agreement"),
    "settlement": Text(sv="Slutreglering", en="Settlement of claims"),
    "handover": Text(sv="Överlämning", en="Handover"),
    "final_report": Text(sv="Slutrapport", en="Final report"),
    "closing_note": Text(sv="Anteckning vid avslut", en="Closing note"),
}

DOCUMENT_STATES: dict[str, Text] = {
    "draft": Text(sv="Utkast", en="Draft"),
    "memo": Text(sv="Minnesanteckning", en="Memo"),
    "dispatched": Text(sv="Expedierad", en="Dispatched"),
    "finalised": Text(sv="Färdigställd", en="Finalised"),
    "received": Text(sv="Inkommen", en="Received"),
}
