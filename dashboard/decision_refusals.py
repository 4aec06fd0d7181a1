"""Why a decision, a change of a contract or a line in the plan was not saved, in words: what it is and what to do."""

from collections.abc import Sequence
from datetime import date

from dashboard.text import Text
from data_access.errors import Refused

WORDS: dict[str, Text] = {
    "decision_refused": Text(sv="Det gick inte att spara:", en="It could not be saved:"),
    "decision_kind": Text(sv="Välj vad beslutet gäller.", en="Choose what the decision is."),
    "decision_reason_short": Text(
        sv="Skriv varför, med minst {least} tecken.", en="Write why, in at least {least} characters."
    ),
    "contract_decision_unknown": Text(sv="Beslutet finns inte.", en="There is no such decision."),
    "decision_stands_terminate": Text(
        sv="Avtalet är redan uppsagt genom ett beslut.", en="Notice is given already by a decision."
    ),
    "decision_stands_expire": Text(
        sv="Det är redan beslutat att avtalet löper ut.", en="It is decided already that the contract lapses."
    ),
    "decision_stands_reprocure": Text(
        sv="Det är redan beslutat att upphandla. Ändra raden i upphandlingsplanen i stället.",
        en="It is decided already to procure anew. Change the line in the procurement plan instead.",
    ),
    "decision_stands_end": Text(
        sv="Ett beslut säger redan att avtalet upphör. Inköpschefen kan ångra det först.",
        en="A decision says already that the contract ends. The chief purchasing officer can undo it first.",
    ),
    "option_used": Text(
        sv="Optionen är redan använd. Läs in sidan på nytt.", en="The option is used already. Reload the page."
    ),
    "option_not_next": Text(
        sv="Optionerna används i ordning. Ta ställning till den som kommer före först.",
        en="Options are used in order. Decide on the one before it first.",
    ),
    "extend_too_late": Text(sv="Det är för sent att förlänga.", en="It is too late to extend."),
    "extend_too_late_since": Text(
        sv="Det är för sent att förlänga sedan {day}.", en="It has been too late to extend since {day}."
    ),
    "extend_none_left": Text(
        sv="Avtalet har ingen option kvar att förlänga med.", en="The contract has no option left to extend by."
    ),
    "extend_unknown": Text(
        sv="Sista dag att förlänga kan inte beräknas. Rätta avtalets uppgifter i registret först.",
        en="The last day to extend cannot be computed. Correct the contract in the register first.",
    ),
    "extend_renews": Text(
        sv="Avtalet förlängs av sig självt. Säg upp det om det ska upphöra.",
        en="The contract renews by itself. Give notice if it is to end.",
    ),
    "notice_too_late": Text(sv="Det är för sent att säga upp.", en="It is too late to give notice."),
    "notice_too_late_since": Text(
        sv="Det är för sent att säga upp sedan {day}.", en="It has been too late to give notice since {day}."
    ),
    "notice_given": Text(sv="Avtalet är redan uppsagt.", en="Notice is given already."),
    "notice_unknown": Text(
        sv="Uppsägningstiden saknas i registret. Rätta den först.",
        en="The register has no period of notice. Correct that first.",
    ),
    "notice_end": Text(
        sv="Sista dagen ska ligga mellan i dag och dagen då avtalet annars slutar.",
        en="The last day lies between today and the day the contract ends anyway.",
    ),
    "lapse_no_end": Text(
        sv="Avtalet har ingen känd slutdag att löpa ut på.", en="The contract has no known last day to lapse on."
    ),
    "plan_needed_on": Text(
        sv="Ange när det nya avtalet behövs: det här har ingen känd slutdag.",
        en="Give the day the new contract is needed: this one has no known last day.",
    ),
    "sanction_case": Text(
        sv="Ärendet gäller ett annat avtal. Välj ett annat.", en="The case is about another contract. Choose another."
    ),
    "undo_of_undo": Text(
        sv="Ett beslut som ångrar kan inte ångras. Fatta ett nytt beslut.",
        en="A decision that undoes cannot be undone. Take a new decision.",
    ),
    "undo_extended_since": Text(
        sv="Avtalet är förlängt igen sedan dess. Ångra den senaste förlängningen först.",
        en="The contract is extended again since. Undo the latest extension first.",
    ),
    "undo_in_force": Text(
        sv="Beslutet har redan fått verkan och kan inte ångras.", en="The decision has taken effect and stays."
    ),
    "undo_plan_begun": Text(
        sv="Upphandlingen som beslutet ledde till har börjat. Avbryt den i planen först.",
        en="The procurement that the decision led to has begun. Cancel it in the plan first.",
    ),
    "amendment_unknown": Text(sv="Ändringen finns inte.", en="There is no such change."),
    "amendment_ground": Text(
        sv="Välj grund: 17 kap. 9–14 §§ LOU.", en="Choose the ground: LOU chapter 17, sections 9–14."
    ),
    "amendment_notice_day": Text(
        sv="Annonsen om ändringen kan inte vara före ändringen eller efter i dag.",
        en="The notice of the change cannot come before the change or after today.",
    ),
    "amendment_number": Text(sv="Beloppet är för stort för att vara rätt.", en="The amount is too large to be right."),
    "valuation_value": Text(sv="Ange ett värde större än noll.", en="Give a value above zero."),
    "valuation_index": Text(
        sv="Indexfaktorn ska vara större än 0 och högst 100.", en="The index factor is above 0 and at most 100."
    ),
    "valuation_index_unreadable": Text(
        sv="Indexfaktor: ”{text}” går inte att läsa. Skriv till exempel 1,048, med högst sex decimaler.",
        en="Index factor: “{text}” cannot be read. Write for example 1,048, with at most six decimals.",
    ),
    "valuation_type": Text(sv="Välj varor, tjänster eller byggentreprenad.", en="Choose goods, services or works."),
    "plan_item_unknown": Text(sv="Raden finns inte i planen.", en="There is no such line in the plan."),
    "plan_state": Text(sv="Välj ett läge som finns.", en="Choose a state that exists."),
    "plan_days": Text(
        sv="Dagarna ska komma i ordning: start, annons, avtal.",
        en="The days come in order: start, notice, signing.",
    ),
    "plan_amounts": Text(
        sv="Värde och timmar kan inte vara mindre än noll.", en="Value and hours cannot be below zero."
    ),
    "plan_hours": Text(
        sv="Skriv timmarna som ett helt tal, till exempel 180.", en="Write the hours as a whole number, such as 180."
    ),
    "plan_successor": Text(
        sv="Ett avtal kan inte efterträda sig självt.", en="A contract cannot be its own successor."
    ),
    "plan_over": Text(
        sv="Raden är avbruten. Lägg in en ny om behovet finns kvar.",
        en="The line is cancelled. Add a new one if the need remains.",
    ),
    "plan_stage": Text(
        sv="Skedena kommer i ordning. Nästa är det som följer på det nuvarande.",
        en="The stages come in order. Next is the one that follows on the present.",
    ),
    "plan_stage_day": Text(
        sv="Dagen kan inte vara före det förra skedet eller efter i dag.",
        en="The day cannot come before the stage before it, or after today.",
    ),
    "procurement_unknown": Text(sv="Upphandlingen finns inte.", en="There is no such procurement."),
    "category_unknown": Text(sv="Kategorin finns inte.", en="There is no such category."),
    "officer_capacity_unknown": Text(sv="Månaden finns inte.", en="There is no such month."),
    "capacity_month": Text(sv="Ange månaden som ååååmm.", en="Give the month as yyyymm."),
    "capacity_amounts": Text(
        sv="Upphandlare och timmar kan inte vara mindre än noll.", en="Officers and hours cannot be below zero."
    ),
}
SINCE = ("extend_too_late", "notice_too_late")


def require(
    codes: Sequence[str], object_id: int | None, *, of: str = "contract", closed_on: date | None = None
) -> None:
    """Raises Refused with every reason in words where there are any; `closed_on` is the day a way closed."""
    if not codes:
        return
    reasons = tuple(said(code, closed_on) for code in codes)
    about = {"object_type": of, "object_id": object_id}
    raise Refused("decision_refused", codes=tuple(codes), obstacles=reasons, closed_on=closed_on, **about)


def said(code: str, closed_on: date | None) -> Text:
    """A reason in words, with the day the way closed where it says one."""
    if code in SINCE and closed_on is not None:
        words = WORDS[f"{code}_since"]
        return Text(sv=words.sv.format(day=closed_on), en=words.en.format(day=closed_on))
    return WORDS[code]
