"""Who owns a metric or fills in a fact, in both languages."""

from dashboard.text import Text

CHIEF = Text(sv="Inköpschef", en="Chief purchasing officer")
CONTRACT_CONTROLLER = Text(sv="Avtalscontroller", en="Contract controller")
OFFICER = Text(sv="Upphandlare", en="Procurement officer")
TEAM_LEADER = Text(sv="Teamleader", en="Team leader")
CATEGORY_OWNER = Text(sv="Kategoriansvarig", en="Category owner")
E_COMMERCE = Text(sv="E-handelsansvarig", en="E-commerce manager")
FINANCE = Text(sv="Ekonomi", en="Finance")
COORDINATOR = Text(sv="Inköpssamordnare", en="Purchasing coordinator")
LEGAL = Text(sv="Jurist", en="Legal counsel")
MANAGEMENT = Text(sv="Ledningsgrupp", en="Management group")
OPERATIONS = Text(sv="Verksamheten", en="Operations")

# The roles a person can have, by the code the database keeps.
ROLE_NAMES: dict[str, Text] = {
    "contract_controller": CONTRACT_CONTROLLER,
    "procurement_officer": OFFICER,
    "team_leader": TEAM_LEADER,
    "legal_counsel": LEGAL,
    "chief_purchasing_officer": CHIEF,
    "management_group": MANAGEMENT,
    "operations": OPERATIONS,
    "purchasing_coordinator": COORDINATOR,
}
