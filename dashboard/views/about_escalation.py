"""How deviations and the ladder work here, and who may do what, in short."""

from dashboard.deviation_words import SEVERITIES, SEVERITY_MEANINGS
from dashboard.language import t
from dashboard.layout import section
from dashboard.roles import ROLE_NAMES
from dashboard.rules.permissions import EVERYONE, MAY
from dashboard.text import Text
from dashboard.views.html_list import definitions, items

HOW = Text(sv="Så följs avvikelser upp här", en="How deviations are followed up here")
RULES = (
    Text(
        sv="Alla i verksamheten kan anmäla en avvikelse. Avtalscontrollern fyller i avtal, brutet krav och allvar.",
        en="Everybody in the operations can report a deviation. The contract controller fills in contract, breached "
        "requirement and severity.",
    ),
    Text(
        sv="Avvikelser samlas i ett ärende. Det finns högst ett öppet ärende för varje avtal och leverantör.",
        en="Deviations come to a case. There is at most one open case for each contract and supplier.",
    ),
    Text(
        sv="Ett ärende flyttas ett steg i taget, upp eller ner. Undantaget är snabbspåret till steg 3, som både "
        "inköpschefen och juristen ska godkänna.",
        en="A case moves one step at a time, up or down. The exception is the fast track to step 3, which both the "
        "chief purchasing officer and legal counsel approve.",
    ),
    Text(
        sv="Verktyget föreslår, men flyttar aldrig något själv. Den som flyttar ett ärende skriver varför.",
        en="The tool proposes, but moves nothing by itself. Whoever moves a case writes why.",
    ),
    Text(
        sv="En leverantörs steg är det högsta bland dess öppna ärenden på avtal som gäller.",
        en="A supplier's step is the highest among its open cases on contracts in force.",
    ),
    Text(
        sv="Varje steg kräver vissa saker, till exempel en handlingsplan. Det som saknas står kvar i listan tills det "
        "är gjort. Från steg 2 ska varje formell handling ha ett diarienummer.",
        en="Every step demands certain things, such as an action plan. What is missing stays on the list until it is "
        "done. From step 2 every formal act has a registration number.",
    ),
    Text(
        sv="Det som har hänt ändras inte i efterhand. En felregistrering tas tillbaka, men syns kvar.",
        en="What has happened is not changed afterwards. A mistaken record is withdrawn, but stays to be seen.",
    ),
)
SEVERITY = Text(sv="Hur allvarlig är avvikelsen?", en="How serious is the deviation?")
WHO = Text(sv="Vem får göra vad i verktyget", en="Who may do what in the tool")
ALL = Text(sv="Alla", en="Everybody")
MOVE = Text(sv="Flytta ett ärende", en="Move a case")
MOVERS = Text(
    sv="Den som utför eller ansvarar för det högre av de två stegen",
    en="Whoever does or answers for the higher of the two steps",
)
RIGHTS = {
    "report_deviation": Text(sv="Anmäla en avvikelse", en="Report a deviation"),
    "complete_deviation": Text(
        sv="Komplettera en avvikelse och öppna ett ärende", en="Complete a deviation and open a case"
    ),
    "record_act": Text(sv="Registrera vad som görs i ett ärende", en="Record what is done in a case"),
    "record_legal": Text(sv="Skriva juristens bedömning", en="Write the legal assessment"),
    "register_act": Text(sv="Fylla i diarienummer", en="Fill in registration numbers"),
    "answer_signal": Text(sv="Svara på förslag", en="Answer proposals"),
    "move_penalty": Text(sv="Föra ett vite vidare", en="Carry a penalty on"),
    "execute_block": Text(sv="Anteckna en spärr", en="Note an order block"),
    "record_follow_up": Text(sv="Anteckna en uppföljning", en="Note a follow-up"),
    "hand_over": Text(sv="Lämna över krav från upphandlingen", en="Hand over requirements from the procurement"),
    "see_log": Text(sv="Se händelseloggen", en="See the event log"),
}


def how_it_works() -> None:
    """The rules in short, what the severities mean, and who may do what."""
    section(t(HOW))
    items([t(rule) for rule in RULES])
    section(t(SEVERITY))
    definitions({f"{level} {t(word)}": t(SEVERITY_MEANINGS[level]) for level, word in SEVERITIES.items()})
    section(t(WHO))
    definitions({t(MOVE): t(MOVERS)} | {t(words): who(act) for act, words in RIGHTS.items()})


def who(act: str) -> str:
    """The roles that may, in the order in which they are always named."""
    if MAY[act] == EVERYONE:
        return t(ALL)
    names = [t(name) for role, name in ROLE_NAMES.items() if role in MAY[act]]
    return ", ".join([names[0], *(name.lower() for name in names[1:])])
