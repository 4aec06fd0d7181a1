"""The words the pages use, each explained in a sentence or two, in Swedish alphabetical order."""

from dataclasses import dataclass

from dashboard.text import Text


@dataclass(frozen=True)
class Term:
    """One word and what it means here."""

    word: Text
    meaning: Text


def _term(sv: str, en: str, sv_meaning: str, en_meaning: str) -> Term:
    return Term(Text(sv=sv, en=en), Text(sv=sv_meaning, en=en_meaning))


GLOSSARY: tuple[Term, ...] = (
    _term(
        "Anbud",
        "Bid",
        "Ett erbjudande som en leverantör lämnar i en upphandling.",
        "An offer that a supplier makes in a procurement.",
    ),
    _term(
        "Avrop",
        "Call-off",
        "En beställning på ett ramavtal.",
        "An order placed on a framework agreement.",
    ),
    _term(
        "Avtalstrohet",
        "Contract compliance",
        "Av det vi köper där det finns ett avtal: hur stor del köps på avtalet? Räknas i kronor.",
        "Of what we buy where a contract exists: how much is bought on it? Counted in kronor.",
    ),
    _term(
        "Avtalstäckning",
        "Contract coverage",
        "Hur stor del av det vi köper som täcks av något avtal.",
        "How much of what we buy is covered by any contract.",
    ),
    _term(
        "Avvikelse",
        "Deviation",
        "En gång då leverantören inte följt avtalet, till exempel en sen leverans.",
        "One time when the supplier did not follow the contract, such as a late delivery.",
    ),
    _term(
        "Diarienummer",
        "Registration number",
        "Numret som ett ärende har i kommunens register över handlingar.",
        "The number a matter has in the municipality's register of documents.",
    ),
    _term(
        "Direktupphandling",
        "Direct award",
        "Ett köp utan annonsering. Det är tillåtet under en beloppsgräns som gäller för en viss tid.",
        "A purchase without a notice. It is allowed below a limit that holds for a certain time.",
    ),
    _term(
        "Erinran",
        "Notice of breach",
        "Ett brev där kommunen säger att leverantören bryter mot avtalet och när felet ska vara rättat.",
        "A letter that says that the supplier breaks the contract and by when it must be put right.",
    ),
    _term(
        "Eskalering",
        "Escalation",
        "Att ta ett problem med en leverantör vidare, steg för steg, när det inte blir löst.",
        "Taking a problem with a supplier further, step by step, when it is not solved.",
    ),
    _term(
        "Förvaltning",
        "Department",
        "En del av kommunens organisation, till exempel socialförvaltningen.",
        "A part of the municipality's organisation, such as social services.",
    ),
    _term(
        "Handlingsplan",
        "Action plan",
        "Vad leverantören ska göra, vem som gör det och när det ska vara klart.",
        "What the supplier is to do, who does it, and by when.",
    ),
    _term(
        "Hävning",
        "Termination for breach",
        "Att avsluta ett avtal i förtid för att motparten brutit mot det.",
        "Ending a contract early because the other side has broken it.",
    ),
    _term(
        "Inköpsvärde",
        "Spend",
        "Summan av det vi köpt, utan moms. Krediter räknas av.",
        "The sum of what we bought, without VAT. Credit notes are deducted.",
    ),
    _term(
        "Intervall",
        "Interval",
        "Det lägsta och det högsta värde ett nyckeltal kan ha, beroende på hur det okända visar sig vara.",
        "The lowest and highest value a measure can have, depending on what the unknown turns out to be.",
    ),
    _term(
        "Kategori",
        "Category",
        "En grupp av varor eller tjänster som köps in på liknande sätt.",
        "A group of goods or services that are bought in a similar way.",
    ),
    _term(
        "Köp utanför avtal",
        "Bought outside contract",
        "Ett köp från en annan leverantör än den vi har avtal med för just det behovet.",
        "A purchase from another supplier than the one we have a contract with for that need.",
    ),
    _term(
        "Leverantörsreskontra",
        "Supplier ledger",
        "Ekonomisystemets lista över leverantörsfakturor, rad för rad.",
        "The finance system's list of supplier invoices, line by line.",
    ),
    _term(
        "Leverantörstrohet",
        "Supplier compliance",
        "Hur stor del av inköpsvärdet som går till leverantörer vi har något avtal med. "
        "Det säger inte om köpet följde avtalet.",
        "How much of the spend goes to suppliers we have any contract with. "
        "It does not say whether the purchase followed the contract.",
    ),
    _term(
        "LOU",
        "LOU",
        "Lagen (2016:1145) om offentlig upphandling.",
        "The Swedish Public Procurement Act (2016:1145).",
    ),
    _term(
        "NKI och NLI",
        "NKI and NLI",
        "Nöjd-kund-index och nöjd-leverantörs-index: svar på tre frågor, räknade om till 0–100.",
        "Customer and supplier satisfaction: answers to three questions, turned into 0–100.",
    ),
    _term(
        "Option",
        "Option",
        "En rätt att förlänga ett avtal. Den måste oftast användas före ett visst datum.",
        "A right to extend a contract. It must usually be used before a certain date.",
    ),
    _term(
        "Organisationsnummer",
        "Organisation number",
        "Tio siffror som pekar ut ett företag. För en enskild firma är det personnumret, "
        "och därför sparas det aldrig här.",
        "Ten digits that identify a company. For a sole trader it is the personal identity number, "
        "and is therefore never stored here.",
    ),
    _term(
        "Ramavtal",
        "Framework agreement",
        "Ett avtal som bestämmer villkoren för köp som görs senare, med ett högsta belopp (takvolym).",
        "A contract that sets the terms for purchases made later, with a highest amount (ceiling).",
    ),
    _term(
        "Rangordning",
        "Ranking",
        "Den ordning som leverantörerna på ett ramavtal ska tillfrågas i.",
        "The order in which the suppliers of a framework agreement must be asked.",
    ),
    _term(
        "Reklamation",
        "Complaint",
        "Att skriftligt tala om för leverantören att en leverans har fel. Det ska ske inom skälig tid.",
        "Telling the supplier in writing that a delivery is at fault. It must be done within reasonable time.",
    ),
    _term(
        "Rättelsefrist",
        "Time to cure",
        "Den sista dag som leverantören har på sig att rätta felet innan avtalet kan hävas.",
        "The last day the supplier has to put things right before the contract can be terminated.",
    ),
    _term(
        "Spärr",
        "Order block",
        "Ett stopp i ekonomisystemet Raindance för nya beställningar från en leverantör. "
        "Spärren är kommunens egen och ingen rättslig åtgärd.",
        "A stop in the finance system Raindance for new orders from a supplier. "
        "It is the municipality's own and no legal measure.",
    ),
    _term(
        "Takvolym",
        "Ceiling",
        "Det högsta värde som får köpas på ett ramavtal. När taket är nått gäller avtalet inte längre. "
        "Att taket är okänt betyder inte att det saknas.",
        "The highest value that may be bought on a framework agreement. Once reached, the contract no longer holds. "
        "That a ceiling is unknown does not mean there is none.",
    ),
    _term(
        "Täckning",
        "Coverage",
        "Hur stor del av underlaget som nyckeltalet vet något om.",
        "How much of the data a measure knows something about.",
    ),
    _term(
        "Uppföljning",
        "Follow-up",
        "Att kontrollera att det vi beställt levereras enligt avtalet.",
        "Checking that what we ordered is delivered according to the contract.",
    ),
    _term(
        "Upphandling",
        "Procurement",
        "Arbetet från behov till avtal, med konkurrens mellan leverantörer.",
        "The work from a need to a contract, with competition between suppliers.",
    ),
    _term(
        "Uppsägning",
        "Notice",
        "Att avsluta ett avtal på det sätt och med den tid som avtalet anger.",
        "Ending a contract in the way and with the time the contract states.",
    ),
    _term(
        "Uteslutningsunderlag",
        "File on exclusion",
        "En sammanställning av allvarliga brister i ett avtal. "
        "Den kan användas när en senare upphandling prövar om leverantören ska uteslutas.",
        "A file on serious deficiencies in a contract. "
        "It can be used when a later procurement considers whether to exclude the supplier.",
    ),
    _term(
        "Vite",
        "Contractual penalty",
        "Ett belopp som leverantören ska betala enligt avtalet när något inte uppfylls.",
        "An amount the supplier must pay under the contract when something is not fulfilled.",
    ),
    _term(
        "Ärende",
        "Case",
        "Allt som rör en leverantörs avvikelser på ett avtal: steg, personer, handlingar och beslut.",
        "All that concerns a supplier's deviations on a contract: step, people, papers and decisions.",
    ),
    _term(
        "Överprövning",
        "Review",
        "När en domstol prövar om en upphandling gått rätt till.",
        "When a court examines whether a procurement was done right.",
    ),
)
