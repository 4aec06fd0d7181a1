"""The invented people of the municipality: names that nobody bears, keys that say what each of them does."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from sample_data.organisation import DEPARTMENT_IDS


@dataclass(frozen=True)
class Someone:
    """One person. `unit` is a place among the departments; a person who is not active has left."""

    key: str
    name: str
    roles: tuple[str, ...]
    unit: int = 0
    is_active: bool = True


PEOPLE = (
    Someone("anna.controller", "Anna Avtalsberg", ("contract_controller",)),
    Someone("bo.controller", "Bo Bilagström", ("contract_controller",)),
    Someone("cilla.controller", "Cilla Klausulsson", ("contract_controller",)),
    Someone("dan.controller", "Dan Takvolymén", ("contract_controller",)),
    Someone("ebba.officer", "Ebba Anbudslund", ("procurement_officer",)),
    Someone("filip.officer", "Filip Tilldelsgren", ("procurement_officer",)),
    Someone("gun.leader", "Gun Kategorisson", ("team_leader",)),
    Someone("hasse.leader", "Hasse Ramavtalsmark", ("team_leader",)),
    Someone("iris.legal", "Iris Paragrafdotter", ("legal_counsel",)),
    Someone("jon.legal", "Jon Lagrumsson", ("legal_counsel",), is_active=False),
    Someone("kajsa.chief", "Kajsa Inköpsdal", ("chief_purchasing_officer",)),
    Someone("lage.management", "Lage Ledningsgren", ("management_group",)),
    Someone("mona.operations", "Mona Skolköksvik", ("operations",), 1),
    Someone("nisse.operations", "Nisse Omsorgshed", ("operations",), 4),
    Someone("olga.operations", "Olga Snöröjarström", ("operations",), 5),
    Someone("pia.coordinator", "Pia Avropsvall", ("purchasing_coordinator",), 1),
    Someone("ruben.coordinator", "Ruben Beställdahl", ("purchasing_coordinator", "operations"), 3),
)
LAWYER_LEFT_ON = date(2026, 10, 16)

CONTROLLERS = tuple(one.name for one in PEOPLE if "contract_controller" in one.roles)
OWNERS = tuple(one.name for one in PEOPLE if one.roles[0] in ("team_leader", "procurement_officer"))
IDS = {one.key: place + 1 for place, one in enumerate(PEOPLE)}
KEYS = {one.name: one.key for one in PEOPLE}
AT_UNIT = {DEPARTMENT_IDS[one.unit]: one.key for one in PEOPLE if "operations" in one.roles}


def controllers(contracts: pl.DataFrame) -> list[str]:
    """The key of whoever controls each contract; where the register names nobody, the first of them stands in."""
    return [KEYS[name or CONTROLLERS[0]] for name in contracts["controller"]]


def person_rows() -> pl.DataFrame:
    """Rows of `person`."""
    return pl.DataFrame(
        {
            "id": IDS[one.key],
            "key": one.key,
            "name": one.name,
            "unit_id": DEPARTMENT_IDS[one.unit],
            "is_invented": True,
            "is_active": one.is_active,
        }
        for one in PEOPLE
    )


def role_rows() -> pl.DataFrame:
    """Rows of `person_role`."""
    pairs = [(IDS[one.key], role) for one in PEOPLE for role in one.roles]
    return pl.DataFrame(
        {"id": place + 1, "person_id": person, "role": role} for place, (person, role) in enumerate(pairs)
    )
