"""What the purchasing office's own presentation says: process zones, roles, checklist and escalation steps.

The presentation ("Från avtalsfabrik till business i kubik", Luleå kommun) was read from pictures. A reading that
is in doubt carries (?), here and on the page.
"""

from dataclasses import dataclass

from dashboard.text import Text


@dataclass(frozen=True)
class Zone:
    """A part of the purchasing process."""

    number: int
    name: Text
    steps: tuple[Text, ...]


@dataclass(frozen=True)
class Role:
    """Somebody in the process and what they do."""

    name: Text
    duties: tuple[Text, ...]


@dataclass(frozen=True)
class Step:
    """One step of the follow-up process when a supplier does not deliver as agreed."""

    number: int
    level: Text
    responsible: Text
    input_from: Text
    actions: Text
    information: Text
    reporting: Text


ZONES: tuple[Zone, ...] = (
    Zone(
        1,
        Text(sv="Planering och kartläggning", en="Planning and mapping"),
        (
            Text(sv="Planering", en="Planning"),
            Text(sv="Kartlägga – behov", en="Map – needs"),
            Text(sv="Kartlägga – marknad", en="Map – market"),
        ),
    ),
    Zone(2, Text(sv="Upphandling", en="Procurement"), (Text(sv="Upphandla", en="Procure"),)),
    Zone(
        3,
        Text(sv="Avtalet lever", en="The contract lives"),
        (
            Text(sv="Implementera", en="Implement"),
            Text(sv="Förvalta/Utveckla", en="Manage/Develop"),
        ),
    ),
)

PRINCIPLE = Text(
    sv="Leveransuppföljningen ska vara faktabaserad och mätningarna ska användas. Vi mäter aldrig bara för att mäta!",
    en="Delivery follow-up shall be based on facts and the measurements shall be used. "
    "We never measure just for the sake of measuring!",
)

CHECKLIST: tuple[Text, ...] = (
    Text(
        sv="Genomför nyckeltalsuppföljning: de nyckeltal som kravställdes och utvärderades i underlaget",
        en="Follow up the metrics that were required and evaluated in the tender documents",
    ),
    Text(sv="Utveckla (?) avtalet: leverantörsutvärdering", en="Develop (?) the contract: supplier evaluation"),
    Text(sv="Utveckla (?) avtalet: sortimentsoptimering", en="Develop (?) the contract: assortment optimisation"),
    Text(
        sv="Utveckla (?) avtalet: förändrat beställningsförfarande",
        en="Develop (?) the contract: changed ordering procedure",
    ),
    Text(
        sv="Förhandla (?), dialog med intressenter och leverantörer",
        en="Negotiate (?), dialogue with stakeholders and suppliers",
    ),
    Text(sv="Spend, nya och gamla leverantörer (?)", en="Spend, new and old suppliers (?)"),
    Text(sv="NKI och NLI", en="Customer and supplier satisfaction (NKI and NLI)"),
    Text(sv="Marknadsanalyser", en="Market analyses"),
    Text(sv="Intern styrning: avtalstrohet", en="Internal steering: contract compliance"),
    Text(sv="Utbildning", en="Training"),
)

_TEAM_DUTY = Text(
    sv="Deltar aktivt i arbetet med leverantörsstyrning inom teamet och kategorin",
    en="Takes active part in supplier management within the team and the category",
)

ROLES: tuple[Role, ...] = (
    Role(
        Text(sv="Upphandlare", en="Procurement officer"),
        (
            Text(sv="Frågar efter vad i stället för hur", en="Asks for what instead of how"),
            Text(
                sv="Behovs- och marknadsanalys med fokus på dialog, standardisering och digitalisering",
                en="Needs and market analysis with focus on dialogue, standardisation and digitalisation",
            ),
            Text(sv="Konkurrensutsättning enligt LOU", en="Competition in accordance with LOU"),
            Text(sv="Tecknar avtal", en="Signs contracts"),
            Text(sv="Diarieför handlingar enligt processen", en="Registers documents according to the process"),
            Text(
                sv="Överlämnar avtal till verksamhet eller avtalscontroller",
                en="Hands over contracts to the operations or to the contract controller",
            ),
            _TEAM_DUTY,
        ),
    ),
    Role(
        Text(sv="Avtalscontroller", en="Contract controller"),
        (
            Text(
                sv="Ansvarar för kommunövergripande ramavtal",
                en="Responsible for municipality-wide framework agreements",
            ),
            Text(sv="Implementerar avtal", en="Implements contracts"),
            Text(sv="Vårdar avtal", en="Maintains contracts"),
            Text(sv="Följer upp avtal", en="Follows up contracts"),
            _TEAM_DUTY,
            Text(
                sv="Systemadministratör för uppföljningssystemet",
                en="System administrator of the follow-up system",
            ),
        ),
    ),
    Role(
        Text(sv="Verksamheten", en="Operations"),
        (
            Text(
                sv="Kommunen utom Inköpskontoret. Lämnar synpunkter på leveranserna",
                en="The municipality except the purchasing office. Gives input on deliveries",
            ),
        ),
    ),
    Role(
        Text(
            sv="Controller, teamleader, jurist, inköpschef och ledningsgrupp",
            en="Controller, team leader, legal counsel, chief purchasing officer and management group",
        ),
        (
            Text(
                sv="Kommer in när avvikelserna fortsätter, se stegen nedan",
                en="Come in when deviations continue, see the steps below",
            ),
        ),
    ),
)

_CONTROLLER = Text(sv="Avtalscontroller", en="Contract controller")
_OPERATIONS = Text(sv="Verksamheten", en="Operations")
_BOTH = Text(sv="Verksamheten, controller", en="Operations, controller")
_NOTHING = Text(sv="–", en="–")
_INFORMS = Text(sv="Avtalscontroller till berörd verksamhet", en="Contract controller to the operations concerned")
_REGISTER = Text(sv="Diariet", en="The official register")
_EVERYONE = Text(
    sv="Avtalscontroller (?), teamleader, juristen, inköpschef och ledningsgrupp",
    en="Contract controller (?), team leader, legal counsel, chief purchasing officer and management group",
)
_CONTINUED = Text(sv="Fortsatta avvikelser (?)", en="Continued deviations (?)")

STEPS: tuple[Step, ...] = (
    Step(
        0,
        Text(sv="Normal nivå", en="Normal level"),
        _CONTROLLER,
        _OPERATIONS,
        Text(
            sv="Uppföljning med leverantören enligt avtalet.",
            en="Follow-up with the supplier according to the contract.",
        ),
        _NOTHING,
        _NOTHING,
    ),
    Step(
        1,
        Text(sv="Normal nivå", en="Normal level"),
        _CONTROLLER,
        _OPERATIONS,
        Text(
            sv="Dialog med leverantören enligt avtalet.",
            en="Dialogue with the supplier according to the contract.",
        ),
        _NOTHING,
        _NOTHING,
    ),
    Step(
        2,
        Text(sv="Avvikelser", en="Deviations"),
        Text(
            sv="Avtalscontroller, teamleader, inköpschef och ledningsgrupp",
            en="Contract controller, team leader, chief purchasing officer and management group",
        ),
        _BOTH,
        Text(
            sv="Möte med leverantören. Skapa handlingsplan. Behöver konsekvenser från avtalet användas, "
            "till exempel vite (beroende på avtalet)?",
            en="Meeting with the supplier. Make an action plan. Do consequences in the contract need to be used, "
            "such as a penalty (depending on the contract)?",
        ),
        _INFORMS,
        _REGISTER,
    ),
    Step(
        3,
        _CONTINUED,
        _EVERYONE,
        _BOTH,
        Text(
            sv="Leverantörsmöte med juristen. Hävning? Spärra orderläggning i Raindance? Vite har utgått.",
            en="Supplier meeting with legal counsel. Terminate for breach? Block ordering in Raindance? "
            "A penalty has been charged.",
        ),
        _INFORMS,
        _REGISTER,
    ),
    Step(
        4,
        _CONTINUED,
        _EVERYONE,
        _BOTH,
        Text(
            sv="Hävning. Avsluta samarbetet. LOU reglerar framtida anbudslämning (?) och eventuellt samarbete.",
            en="Terminate for breach. End the cooperation. LOU governs future bids (?) and possible cooperation.",
        ),
        _INFORMS,
        _REGISTER,
    ),
)

# The levels' own names, told apart where the presentation uses one name for two steps.
STEP_NAMES: tuple[Text, ...] = (
    Text(sv="Normal nivå: uppföljning", en="Normal level: follow-up"),
    Text(sv="Normal nivå: dialog", en="Normal level: dialogue"),
    Text(sv="Avvikelser", en="Deviations"),
    Text(sv="Fortsatta avvikelser (?)", en="Continued deviations (?)"),
    Text(sv="Fortsatta avvikelser (?): hävning", en="Continued deviations (?): termination"),
)
