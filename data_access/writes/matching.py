"""Proposals that a name is a known supplier, and what people answer."""

from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import Connection, Row, insert, select, update

from data_access.errors import Conflict, Refused
from data_access.matching import near_matches
from data_access.queries.matching import read_match_proposals
from data_access.queries.register import read_alias_suppliers, read_contract_ids, read_known_names
from data_access.supplier_keys import name_key
from data_access.tables.contracts import contract, contract_supplier
from data_access.tables.suppliers import match_proposal, supplier_alias
from data_access.writes.audit import write_audit
from data_access.writes.bulk import insert_with_ids


def propose(connection: Connection, unmatched: pl.DataFrame) -> int:
    """Writes a proposal for every near match of the names (`number`, `name`) nobody has answered; gives how many."""
    near = near_matches(unmatched["name"], read_known_names(connection))
    answered = read_match_proposals(connection).select("name", "supplier_id")
    new = near.join(answered, on=["name", "supplier_id"], how="anti", maintain_order="left")
    ids = pl.DataFrame(list(read_contract_ids(connection).items()), schema=["number", "contract_id"], orient="row")
    first = unmatched.unique("name", keep="first", maintain_order=True)
    rows = new.join(first, on="name", how="left", maintain_order="left")
    if rows.is_empty():
        return 0
    rows = rows.join(ids, on="number", how="left", maintain_order="left").drop("number")
    return insert_with_ids(connection, match_proposal, rows.with_columns(state=pl.lit("open"))).height


def match_again(connection: Connection) -> int:
    """Looks again for the suppliers of contracts that have none; gives how many new proposals there are.

    To be called when new suppliers have come in: a name that is a saved alias by now is linked, one that is nearly a
    known name is proposed. Contracts that have a supplier are left as the register says.
    """
    names = _unmatched(connection)
    if names.is_empty():
        return 0
    known = dict(read_alias_suppliers(connection).iter_rows())
    found = names.with_columns(
        supplier_id=name_key(pl.col("name")).replace_strict(known, default=None, return_dtype=pl.Int64)
    )
    for name, supplier_id in found.drop_nulls().select("name", "supplier_id").unique(maintain_order=True).iter_rows():
        _link_contracts(connection, name, supplier_id)
    return propose(connection, found.filter(pl.col("supplier_id").is_null()).select("number", "name"))


def _unmatched(connection: Connection) -> pl.DataFrame:
    linked = select(contract_supplier.c.id).where(contract_supplier.c.contract_id == contract.c.id)
    query = select(contract.c.number, contract.c.supplier_name).where(
        contract.c.supplier_name.is_not(None), ~linked.exists()
    )
    rows = [(row.number, name) for row in connection.execute(query) for name in row.supplier_name.split("; ")]
    return pl.DataFrame(rows, schema={"number": pl.String, "name": pl.String}, orient="row")


def accept_proposal(connection: Connection, proposal_id: int, who: str, now: datetime) -> None:
    """The name is that supplier: saved as its alias, and every contract that names it gets the supplier.

    Raises Conflict where the proposal is answered already, or the name is another supplier's alias by now.
    """
    proposal = _open_proposal(connection, proposal_id)
    key = _key_of(proposal.name)
    bearer = connection.execute(select(supplier_alias.c.supplier_id).where(supplier_alias.c.key == key)).scalar()
    if bearer not in (None, proposal.supplier_id):
        raise Conflict("alias_taken")
    if bearer is None:
        alias = {"supplier_id": proposal.supplier_id, "key": key, "name": proposal.name, "kind": "name"}
        connection.execute(insert(supplier_alias).values(alias))
    _link_contracts(connection, proposal.name, proposal.supplier_id)
    same_name = (match_proposal.c.name == proposal.name) & (match_proposal.c.state == "open")
    connection.execute(update(match_proposal).where(same_name).values(state="dismissed"))
    _answer(connection, proposal, "accepted", who, now)


def dismiss_proposal(connection: Connection, proposal_id: int, who: str, now: datetime) -> None:
    """The name is not that supplier; it is not proposed again. Raises Conflict where it is answered already."""
    _answer(connection, _open_proposal(connection, proposal_id), "dismissed", who, now)


def _open_proposal(connection: Connection, proposal_id: int) -> Row[Any]:
    found = connection.execute(select(match_proposal).where(match_proposal.c.id == proposal_id)).first()
    if found is None:
        raise Refused("proposal_unknown", id=proposal_id)
    if found.state != "open":
        raise Conflict("proposal_answered")
    return found


def _answer(connection: Connection, proposal: Row[Any], state: str, who: str, now: datetime) -> None:
    connection.execute(update(match_proposal).where(match_proposal.c.id == proposal.id).values(state=state))
    after = {"supplier_id": proposal.supplier_id, "score": proposal.score}
    write_audit(
        connection,
        at=now,
        who=who,
        act=f"match_{state}",
        object_type="match_proposal",
        object_id=proposal.id,
        after=after,
    )


def _link_contracts(connection: Connection, name: str, supplier_id: int) -> None:
    query = select(contract.c.id, contract.c.supplier_name).where(contract.c.supplier_name.is_not(None))
    naming = {row.id for row in connection.execute(query) if name in row.supplier_name.split("; ")}
    linked = select(contract_supplier.c.contract_id).where(contract_supplier.c.supplier_id == supplier_id)
    for contract_id in sorted(naming - set(connection.execute(linked).scalars())):
        connection.execute(insert(contract_supplier).values(contract_id=contract_id, supplier_id=supplier_id))


def _key_of(name: str) -> str:
    key = pl.select(name_key(pl.lit(name))).item()
    if key is None:
        raise Refused("name_empty")
    return str(key)
