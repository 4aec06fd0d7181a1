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
