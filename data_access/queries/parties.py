"""Who a contract is with, what it demands, which units there are: what a report of a deviation is checked against."""

from sqlalchemy import Connection, select

from data_access.queries.matching import read_merged_into
from data_access.tables.contracts import contract, contract_supplier, requirement
from data_access.tables.organisation import org_unit
from data_access.tables.people import person, person_role
from data_access.tables.suppliers import supplier


def has_contract(connection: Connection, contract_id: int) -> bool:
    """Whether there is such a contract."""
    return connection.execute(select(contract.c.id).where(contract.c.id == contract_id)).first() is not None


def has_unit(connection: Connection, unit_id: int) -> bool:
    """Whether there is such a unit."""
    return connection.execute(select(org_unit.c.id).where(org_unit.c.id == unit_id)).first() is not None


def has_requirement(connection: Connection, requirement_id: int, contract_id: int | None) -> bool:
    """Whether the requirement is one of this contract's."""
    mine = (requirement.c.id == requirement_id) & (requirement.c.contract_id == contract_id)
    return connection.execute(select(requirement.c.id).where(mine)).first() is not None


def read_supplier_now(connection: Connection, supplier_id: int) -> int | None:
    """The supplier this one is today, if it was merged with another; None where there is none."""
    if connection.execute(select(supplier.c.id).where(supplier.c.id == supplier_id)).first() is None:
        return None
    return read_merged_into(connection).get(supplier_id, supplier_id)


def read_contract_parties(connection: Connection, contract_id: int) -> set[int]:
    """The contract's suppliers as they are today; empty where the register names none that is known."""
    query = select(contract_supplier.c.supplier_id).where(contract_supplier.c.contract_id == contract_id)
    into = read_merged_into(connection)
    return {into.get(one, one) for one in connection.execute(query).scalars()}


def has_role(connection: Connection, person_id: int, role: str) -> bool:
    """Whether the person is here and has the role."""
    query = (
        select(person.c.id)
        .join(person_role, person_role.c.person_id == person.c.id)
        .where(person.c.id == person_id, person.c.is_active, person_role.c.role == role)
    )
    return connection.execute(query).first() is not None
