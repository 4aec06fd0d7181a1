"""The words for the codes that the registers hold: kinds of contract, regimes, options, requirements, methods."""

from collections.abc import Mapping

from dashboard.formats import NONE
from dashboard.text import Language, Text

CONTRACT_TYPES: Mapping[str, Text] = {
    "kontrakt": Text(sv="Kontrakt", en="Contract"),
    "ramavtal": Text(sv="Ramavtal", en="Framework agreement"),
    "dis": Text(sv="Dynamiskt inköpssystem", en="Dynamic purchasing system"),
    "avrop": Text(sv="Avrop", en="Call-off"),
    "direkt": Text(sv="Direktupphandling", en="Direct award"),
    "LOV": Text(sv="Valfrihetssystem (LOV)", en="System of choice (LOV)"),
    "hyra": Text(sv="Hyra", en="Rent"),
    "other": Text(sv="Annat", en="Other"),
}
REGIMES: Mapping[str, Text] = {
    "above_threshold": Text(sv="Över tröskelvärdet", en="Above the threshold"),
    "below_threshold_announced": Text(sv="Annonserad under tröskelvärdet", en="Announced below the threshold"),
    "annex2_social": Text(sv="Sociala och andra särskilda tjänster", en="Social and other special services"),
    "direct_award": Text(sv="Direktupphandling", en="Direct award"),
    "luf": Text(sv="Försörjningssektorerna (LUF)", en="Utilities (LUF)"),
    "lov": Text(sv="Valfrihetssystem (LOV)", en="System of choice (LOV)"),
    "other": Text(sv="Annat", en="Other"),
}
REQUIREMENT_TYPES: Mapping[str, Text] = {
    "social": Text(sv="Sociala villkor", en="Social terms"),
    "labour": Text(sv="Arbetsrättsliga villkor", en="Labour terms"),
    "gender": Text(sv="Jämställdhet", en="Gender equality"),
    "climate": Text(sv="Klimat", en="Climate"),
    "quality": Text(sv="Kvalitet", en="Quality"),
    "sla": Text(sv="Servicenivå", en="Service level"),
    "it": Text(sv="It", en="IT"),
    "other": Text(sv="Annat", en="Other"),
}
METHODS: Mapping[str, Text] = {
    "prisutveckling": Text(sv="Prisutveckling", en="Price development"),
    "moten": Text(sv="Möten och dialog", en="Meetings and dialogue"),
    "miljo_verksamhetssystem": Text(sv="Miljö- och verksamhetssystem", en="Environmental and management systems"),
    "csr": Text(sv="Socialt ansvar (CSR)", en="Social responsibility (CSR)"),
    "kvalitet_sla": Text(
        sv="Kvalitet, leveransprecision, servicenivå", en="Quality, delivery precision, service level"
    ),
    "hallbarhetskollen_audit": Text(sv="Revision inom Hållbarhetskollen", en="Audit by Hållbarhetskollen"),
}
IMPORT_KINDS: Mapping[str, Text] = {
    "ledger": Text(sv="Leverantörsreskontra", en="Supplier ledger"),
    "register": Text(sv="Avtalsregister", en="Contract register"),
    "procurements": Text(sv="Upphandlingar", en="Procurements"),
    "statistics": Text(sv="Upphandlingsstatistik", en="Procurement statistics"),
    "cpv": Text(sv="CPV-koder", en="CPV codes"),
    "audits": Text(sv="Revisionsresultat", en="Audit results"),
    "sample": Text(sv="Exempeldata", en="Sample data"),
}
IMPORT_STATES: Mapping[str, Text] = {
    "taken": Text(sv="Gäller", en="In use"),
    "undone": Text(sv="Ångrad", en="Undone"),
    "replaced": Text(sv="Ersatt", en="Replaced"),
}
ALIAS_KINDS: Mapping[str, Text] = {
    "orgnr": Text(sv="Organisationsnummer", en="Organisation number"),
    "internal": Text(sv="Leverantörsnummer i ett ekonomisystem", en="Supplier number in a finance system"),
    "name": Text(sv="Namn", en="Name"),
    "foreign": Text(sv="Utländskt nummer", en="Foreign number"),
    "mask": Text(sv="Pseudonym", en="Pseudonym"),
}


def words(known: Mapping[str, Text], language: Language) -> dict[str, str]:
    """Code -> word, ready to replace a column of codes."""
    return {code: text.in_language(language) for code, text in known.items()}


def word(known: Mapping[str, Text], code: object, language: Language) -> str:
    """The word of one code; the code itself where there is none, and a dash for nothing."""
    text = known.get(str(code))
    return text.in_language(language) if text else NONE if code is None else str(code)


def orgnr(value: str | None) -> str:
    """Ten digits as people write them: 5560000001 -> 556000-0001."""
    return f"{value[:6]}-{value[6:]}" if value and len(value) == 10 else NONE
