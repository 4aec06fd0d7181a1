"""The words of the evidence file: what it is, what lacks, what the law says, and what its tables are called."""

from dashboard.text import Text

TITLE = Text(sv="Underlag om brister i avtal", en="File on deficiencies in contracts")
NOTICE = Text(
    sv="Underlag, inte rättslig bedömning. Underlaget utesluter ingen. Om leverantören får eller ska "
    "uteslutas prövas i "
    "varje upphandling, och leverantören ska först få yttra sig.",
    en="A file, not a legal assessment. It excludes nobody. Whether the supplier may or should be excluded is "
    "tried in "
    "each procurement, and the supplier is to be heard first.",
)
LIGHTS: dict[str, Text] = {
    "green": Text(sv="Allt som ska finnas finns", en="Everything that should be there is there"),
    "amber": Text(sv="Något saknas", en="Something is missing"),
    "red": Text(sv="Något avgörande saknas", en="Something decisive is missing"),
    "no_data": Text(sv="Inget att åberopa", en="Nothing to tell of"),
}
STATE = Text(sv="Dokumentationsläge", en="State of the documentation")
NO_GROUND = Text(
    sv="Inget ärende har både en allvarlig eller ihållande brist och hävning, skadestånd eller krävt vite de senaste "
    "tre åren.",
    en="No case has both a serious or persistent deficiency and a termination, damages or a claimed penalty "
    "in the last "
    "three years.",
)
POINTS: dict[str, Text] = {
    "requirement": Text(
        sv="Krav eller klausul angiven för varje brist", en="Requirement or clause for each deficiency"
    ),
    "complaint": Text(sv="Reklamation till leverantören", en="Complaint to the supplier"),
    "heard": Text(sv="Leverantören hörd, eller har svarat", en="The supplier heard, or has answered"),
    "notice": Text(sv="Skriftlig erinran om avtalsbrott", en="Written notice of breach"),
    "legal": Text(sv="Juristens bedömning", en="Legal assessment"),
    "sanction": Text(sv="Beslut om sanktion", en="Decision on a sanction"),
    "numbers": Text(sv="Diarienummer på formella handlingar", en="Registration numbers on formal documents"),
}
THERE, LACKS = Text(sv="● Finns", en="● There"), Text(sv="▲ Saknas", en="▲ Missing")
LACKS_BADLY = Text(sv="■ Saknas, avgörande", en="■ Missing, decisive")
LACKS_COUNT = Text(sv="▲ Saknas: {count}", en="▲ Missing: {count}")
DEFICIENCIES: dict[str, Text] = {
    "serious": Text(sv="Allvarlig brist", en="Serious deficiency"),
    "persistent": Text(sv="Ihållande brist", en="Persistent deficiency"),
}
SANCTIONS: dict[str, Text] = {
    "termination": Text(sv="Hävning", en="Termination"),
    "damages": Text(sv="Skadestånd", en="Damages"),
    "penalty": Text(sv="Vite krävt", en="Penalty claimed"),
}
SUPPLIER, ORGNR = Text(sv="Leverantör", en="Supplier"), Text(sv="Organisationsnummer", en="Organisation number")
IS_PERSON = Text(sv="Visas inte: privatperson eller enskild firma", en="Not shown: a private person or a sole trader")
AS_OF, DATA = Text(sv="Läget per", en="As of"), Text(sv="Dataversion", en="Data edition")
USABLE = Text(sv="Kan åberopas till och med", en="May be told of until")
MADE_BY = Text(sv="Framtaget av", en="Made by")
FOOTER = Text(
    sv="Källa: Luleå Way, läget per {day}, dataversion {edition}. {path}",
    en="Source: Luleå Way, as of {day}, data edition {edition}. {path}",
)
PAGE = Text(sv="Sida {page} av {pages}", en="Page {page} of {pages}")

GROUNDS = Text(sv="Händelser som kan åberopas", en="Events that may be told of")
GROUNDS_WHY = Text(
    sv="En brist räknas som allvarlig när en bekräftad avvikelse har allvar 3 eller 4, och som ihållande när "
    "samma slag "
    "av avvikelse kommer igen, öppnas på nytt eller när handlingsplanen inte höll. Om kravet är väsentligt avgör "
    "juristen.",
    en="A deficiency counts as serious where a confirmed deviation has severity 3 or 4, and as persistent "
    "where the same "
    "kind comes again, is reopened, or the action plan failed. Whether the requirement is material is for legal "
    "counsel.",
)
CONTRACTS, CASES = Text(sv="Avtal", en="Contracts"), Text(sv="Ärenden", en="Cases")
DEVIATIONS = Text(sv="Avvikelser", en="Deviations")
CHRONOLOGY = Text(sv="Händelser i tidsordning", en="What happened, in order")
PENALTIES, BLOCKS = Text(sv="Viten", en="Penalties"), Text(sv="Spärrar i Raindance", en="Order blocks in Raindance")
BLOCKS_WHY = Text(
    sv="En spärr är vår egen och ingen rättslig åtgärd mot leverantören.",
    en="A block is our own and no legal act towards the supplier.",
)
NONE_OF_THEM = Text(sv="Inga.", en="None.")
LEFT_OUT = Text(sv="Utelämnat", en="Left out")
CONFIDENTIAL = Text(
    sv="Utelämnat: sekretessmarkerade anteckningar, {count} st.", en="Left out: confidential notes, {count} in all."
)
WITHDRAWN = Text(sv="Utelämnat: återtagna anteckningar, {count} st.", en="Left out: withdrawn notes, {count} in all.")
SECRET = Text(
    sv="Utelämnat: ärenden på avtal med sekretess, {count} st.",
    en="Left out: cases on confidential contracts, {count} in all.",
)
MARKED = Text(
    sv="En sekretessmarkering är en varning, inget beslut. Sekretess prövas varje gång en handling begärs ut (OSL).",
    en="A mark of confidentiality is a warning, not a decision. Secrecy is tried each time a document is asked for.",
)
LAW = Text(sv="Vad lagen kräver", en="What the law demands")
LAWS = (
    Text(
        sv="13 kap. 3 § 5 LOU: en leverantör får uteslutas vid allvarliga eller ihållande brister i ett "
        "väsentligt krav i "
        "ett tidigare kontrakt, om bristerna ledde till att kontraktet avslutades i förtid, skadestånd eller "
        "jämförbara "
        "sanktioner.",
        en="LOU chapter 13 section 3(5): a supplier may be excluded for serious or persistent deficiencies in "
        "a material "
        "requirement of an earlier contract, if they led to early termination, damages or comparable sanctions.",
    ),
    Text(
        sv="13 kap. 3 a §: händelsen får inte vara äldre än tre år. 13 kap. 4 §: leverantören ska få yttra sig innan "
        "beslut. 13 kap. 5 §: leverantören får visa att den har rättat till det (självsanering). 13 kap. 7 §: "
        "beslut och "
        "skäl lämnas skriftligt.",
        en="Section 3 a: the event may not be older than three years. Section 4: the supplier is heard before "
        "a decision. "
        "Section 5: the supplier may show that it has put things right (self-cleaning). Section 7: the "
        "decision and its "
        "reasons are given in writing.",
    ),
    Text(
        sv="19 kap. 17 §: under tröskelvärdet gäller motsvarande. En prövning görs alltid i det enskilda "
        "fallet och ska "
        "vara proportionerlig.",
        en="Chapter 19 section 17: below the threshold the same holds. It is tried in each case and is to be "
        "proportionate.",
    ),
)

DAY, WHAT, WHO = Text(sv="Dag", en="Day"), Text(sv="Vad", en="What"), Text(sv="Vem", en="Who")
WORDS, NUMBER = Text(sv="Skäl eller anteckning", en="Reason or note"), Text(sv="Diarienummer", en="Registration number")
CONTRACT, HEADING = Text(sv="Avtal", en="Contract"), Text(sv="Rubrik", en="Title")
STARTS, ENDS = Text(sv="Börjar", en="Starts"), Text(sv="Slutar", en="Ends")
ENDED_EARLY = Text(sv="Avslutat i förtid", en="Ended early")
POINT, IS_THERE = Text(sv="Det som ska finnas", en="What should be there"), Text(sv="Läge", en="State")
DEFICIENCY, SANCTION = Text(sv="Brist", en="Deficiency"), Text(sv="Sanktion", en="Sanction")
OPENED, CLOSED = Text(sv="Öppnat", en="Opened"), Text(sv="Avslutat", en="Ended")
KIND, SEVERITY = Text(sv="Slag", en="Kind"), Text(sv="Allvar", en="Severity")
DESCRIPTION, REQUIREMENT = Text(sv="Beskrivning", en="Description"), Text(sv="Krav eller klausul", en="Requirement")
COMPLAINED = Text(sv="Reklamerad", en="Complained")
CLAUSE, RIGHT = Text(sv="Klausul", en="Clause"), Text(sv="Rätt till", en="Entitled")
STANDS, SINCE = Text(sv="Gäller nu", en="Stands at"), Text(sv="Sedan", en="Since")
REASON = Text(sv="Skäl", en="Reason")
REQUESTED, EXECUTED = Text(sv="Begärd", en="Requested"), Text(sv="Lagd", en="Executed")
LIFTED, ALL_ORDERS = Text(sv="Hävd", en="Lifted"), Text(sv="Alla beställningar", en="All orders")
EVIDENCE = Text(sv="Underlag: {words}", en="Evidence: {words}")

FILE_NAME, CONTENTS_NAME = Text(sv="underlag", en="evidence"), Text(sv="innehåll.txt", en="contents.txt")
FILES: dict[str, Text] = {
    "grounds": Text(sv="handelser-att-aberopa", en="grounds"),
    "documentation": Text(sv="dokumentationslage", en="documentation"),
    "contracts": Text(sv="avtal", en="contracts"),
    "cases": Text(sv="arenden", en="cases"),
    "deviations": Text(sv="avvikelser", en="deviations"),
    "chronology": Text(sv="tidsordning", en="chronology"),
    "penalties": Text(sv="viten", en="penalties"),
    "blocks": Text(sv="sparrar", en="blocks"),
}
