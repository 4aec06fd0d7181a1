"""The words of follow-up: scores, classes, methods' questions, the checklist, states, and why something is refused."""

from collections.abc import Mapping

from dashboard import deck
from dashboard.rules.follow_up.allowed import CHECKLIST
from dashboard.text import Text

SCORE_NAMES: Mapping[str, Text] = {
    "value": Text(sv="Värde", en="Value"),
    "criticality": Text(sv="Betydelse för verksamheten", en="Importance to operations"),
    "supply_risk": Text(sv="Försörjning och marknad", en="Supply and market"),
    "sustainability_risk": Text(sv="Hållbarhet", en="Sustainability"),
    "price_complexity": Text(sv="Hur svårt priset är att följa", en="How hard the price is to follow"),
    "history": Text(sv="Historik: öppna avvikelser", en="History: open deviations"),
}
SCORE_LEVELS: Mapping[int, Text] = {
    1: Text(sv="1 – liten", en="1 – small"),
    2: Text(sv="2 – viss", en="2 – some"),
    3: Text(sv="3 – stor", en="3 – great"),
    4: Text(sv="4 – mycket stor", en="4 – very great"),
}
CLASS_WORD = Text(sv="Riskklass {number}", en="Risk class {number}")
NO_CLASS = Text(sv="Utan riskklass", en="No risk class")
METHOD_QUESTIONS: Mapping[str, Text] = {
    "prisutveckling": Text(
        sv="Följer leverantören avtalade justeringsklausuler (råmaterial, valutor, index)?",
        en="Does the supplier follow the agreed adjustment clauses (raw material, currencies, index)?",
    ),
    "moten": Text(
        sv="Möten och dialog med intressenter och leverantörer",
        en="Meetings and dialogue with stakeholders and suppliers",
    ),
    "miljo_verksamhetssystem": Text(
        sv="Följer leverantören avtalade standarder?", en="Does the supplier follow the agreed standards?"
    ),
    "csr": Text(
        sv="Följer leverantören sociala och etiska villkor?",
        en="Does the supplier follow social and ethical terms?",
    ),
    "kvalitet_sla": Text(
        sv="Levereras avtalad kvalitet? Nöjd-kund-uppföljning",
        en="Is the agreed quality delivered? Customer satisfaction",
    ),
    "hallbarhetskollen_audit": Text(
        sv="Vad visar revisionen av sociala och etiska krav?",
        en="What does the audit of social and ethical demands show?",
    ),
}
CHECKLIST_ITEMS: Mapping[str, Text] = dict(zip(CHECKLIST, deck.CHECKLIST, strict=True))
STATES: Mapping[str, tuple[str, Text]] = {  # shape and word
    "done": ("●", Text(sv="Gjord i tid", en="Done in time")),
    "late": ("▲", Text(sv="Gjord sent", en="Done late")),
    "not_done": ("■", Text(sv="Inte gjord", en="Not done")),
    "coming": ("○", Text(sv="Kommande", en="To come")),
}
DUE_NOW = Text(sv="Dags nu", en="Due now")  # the day has come and there is still time
UNPROVEN = Text(sv="Inte gjord: underlag saknas", en="Not done: no evidence")
REQUIREMENT_STATES: Mapping[str, tuple[str, Text]] = {
    "met": ("●", Text(sv="Uppfyllt", en="Met")),
    "partly": ("▲", Text(sv="Delvis uppfyllt", en="Partly met")),
    "not_met": ("■", Text(sv="Inte uppfyllt", en="Not met")),
    "checked": ("●", Text(sv="Kontrollerat", en="Checked")),
    "overdue": ("■", Text(sv="Försenat", en="Overdue")),
    "planned": ("○", Text(sv="Planerat", en="Planned")),
    "unplanned": ("◆", Text(sv="Inte planerat", en="Not planned")),
}
OUTCOMES: Mapping[str, Text] = {code: REQUIREMENT_STATES[code][1] for code in ("met", "partly", "not_met")}
SUGGESTED: Mapping[str, Text] = {
    "value": Text(sv="avtalets värde är {number}", en="the contract's value is {number}"),
    "value_unknown": Text(sv="avtalets värde är inte känt", en="the contract's value is not known"),
    "no_deviations": Text(sv="inga öppna avvikelser", en="no open deviations"),
    "open_deviations": Text(sv="öppna avvikelser: {number}", en="open deviations: {number}"),
    "gravest_deviation": Text(
        sv="den allvarligaste öppna avvikelsen har allvarlighetsgrad {number}",
        en="the gravest open deviation has severity {number}",
    ),
}
REFUSALS: dict[str, Text] = {
    "scores_incomplete": Text(
        sv="Sätt alla sex poängen, från 1 till 4. Utan dem går riskklassen inte att räkna ut.",
        en="Give all six scores, from 1 to 4. Without them the risk class cannot be worked out.",
    ),
    "nothing_to_plan": Text(sv="Det finns inget att lägga in i planen.", en="There is nothing to put into the plan."),
    "too_many_to_plan": Text(
        sv="Lägg in högst hundra uppföljningar åt gången.", en="Plan at most a hundred follow-ups at a time."
    ),
    "follow_up_method": Text(sv="Välj en av metoderna.", en="Choose one of the methods."),
    "planned_day": Text(
        sv="Välj en dag från i dag och högst fem år fram.", en="Choose a day from today and at most five years ahead."
    ),
    "planned_after_end": Text(
        sv="Dagen ligger efter avtalets slut. Välj en tidigare dag.",
        en="The day is after the contract's end. Choose an earlier day.",
    ),
    "done_day": Text(
        sv="Dagen har inte varit än. Välj i dag eller en tidigare dag.",
        en="The day has not been yet. Choose today or an earlier day.",
    ),
    "covers_unknown": Text(sv="Välj ett av kravens slag.", en="Choose one of the kinds of requirement."),
    "checklist_item_unknown": Text(sv="Välj en punkt i checklistan.", en="Choose an item of the checklist."),
    "outcome_unknown": Text(sv="Välj ett utfall.", en="Choose an outcome."),
    "outcome_evidence": Text(
        sv="Ange underlaget. Ett krav räknas som uppfyllt först när det går att visa.",
        en="Give the evidence. A requirement counts as met only when that can be shown.",
    ),
    "requirements_unplanned": Text(
        sv="Krav som saknar sätt och dag för kontroll: {count}. Fyll i dem innan avtalet överlämnas.",
        en="Requirements without a way and a day of checking: {count}. Fill them in before handing over.",
    ),
    "already_handed_over": Text(sv="Avtalet är redan överlämnat.", en="The contract is handed over already."),
    "already_received": Text(sv="Överlämningen är redan mottagen.", en="The handover is received already."),
    "own_handover": Text(
        sv="Den som överlämnade kan inte själv ta emot.", en="Whoever handed over cannot receive it themselves."
    ),
    "follow_up_plan_unknown": Text(sv="Uppföljningen finns inte längre.", en="The follow-up is no longer there."),
    "requirement_unknown": Text(sv="Kravet finns inte längre.", en="The requirement is no longer there."),
    "handover_unknown": Text(sv="Överlämningen finns inte längre.", en="The handover is no longer there."),
}
