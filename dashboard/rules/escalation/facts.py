"""What is known of one case on one day. The step is the last event's, and never kept anywhere else."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

SETTLED = 5  # after step 4: claims settled, handover done
OPEN_STATES = ("confirmed", "remedied")  # a person has confirmed it, and nobody has verified that it is put right
UNSENT = ("draft", "memo")  # a paper nobody outside has got


@dataclass(frozen=True)
class Event:
    """One move on the ladder, as it was logged."""

    from_step: int
    to_step: int
    event: str
    happened_on: date
    at: datetime
    who: str
    reason: str
    registration_number: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Record:
    """Something done or drawn up in the case. `deadline_on` is what it gives the supplier; `who` is a person's key."""

    id: int
    kind: str
    step: int
    done_on: date
    at: datetime
    deadline_on: date | None = None
    verdict: bool | None = None
    role: str | None = None
    who: str = ""
    registration_number: str | None = None
    document_state: str | None = None
    is_withdrawn: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether it is more than a draft of our own."""
        return self.document_state not in UNSENT


@dataclass(frozen=True)
class DeviationFact:
    """One deviation of the contract and the supplier: those of the case, and those that no case has taken up yet."""

    id: int
    category: str | None
    severity: int | None
    state: str
    observed_on: date
    complained_on: date | None = None
    due_on: date | None = None
    closed_on: date | None = None
    reopened_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Confirmed by a person and not verified as put right."""
        return self.state in OPEN_STATES

    @property
    def counts(self) -> bool:
        """A person has confirmed it, whether it is put right since or not."""
        return self.is_open or self.state == "verified"


@dataclass(frozen=True)
class Item:
    """One action of the action plan. Done is what the supplier says, verified is what we have seen."""

    id: int
    start_on: date
    due_on: date
    done_on: date | None = None
    verified_on: date | None = None


@dataclass(frozen=True)
class PenaltyFact:
    """A penalty of the case: its last state, when it came to it, and the number of its last formal decision."""

    id: int
    state: str
    is_cap_reached: bool
    last_on: date
    registration_number: str | None = None


@dataclass(frozen=True)
class Block:
    """A block on ordering."""

    id: int
    requested_on: date
    executed_on: date | None = None
    lifted_on: date | None = None


@dataclass(frozen=True)
class CaseFacts:
    """A case as it stands on a day. `members` is role -> person key; `events` stand in the order they were logged."""

    id: int
    contract_id: int
    supplier_id: int
    opened_on: date
    closed_on: date | None = None
    registration_number: str | None = None
    is_contract_active: bool = True
    contract_value_ore: int | None = None
    members: Mapping[str, str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    records: tuple[Record, ...] = ()
    deviations: tuple[DeviationFact, ...] = ()
    items: tuple[Item, ...] = ()
    penalties: tuple[PenaltyFact, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def step(self) -> int:
        """0–4, or SETTLED."""
        return self.events[-1].to_step if self.events else 0

    @property
    def entered_on(self) -> date:
        """The day the present stay on the step began."""
        return self.events[-1].happened_on if self.events else self.opened_on

    @property
    def is_open(self) -> bool:
        """Whether the case still goes on."""
        return self.closed_on is None and self.step != SETTLED

    def climb_to(self, step: int) -> Event | None:
        """The move that last took the case from below `step` to it or past it: what a step asks for begins there."""
        return next((event for event in reversed(self.events) if event.from_step < step <= event.to_step), None)

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Record]]:
        """The records that are not withdrawn, the newest first."""
        by_kind: dict[str, list[Record]] = defaultdict(list)
        for record in sorted(self.records, key=lambda one: (one.done_on, one.at, one.id), reverse=True):
            if not record.is_withdrawn:
                by_kind[record.kind].append(record)
        return by_kind

    def done(self, kind: str, since: date | None = None) -> Iterator[Record]:
        """The records of a kind that count, the newest first: not withdrawn, and done on or after `since`."""
        return (one for one in self._by_kind.get(kind, ()) if since is None or one.done_on >= since)

    def latest(self, kind: str, since: date | None = None) -> Record | None:
        """The newest of them, or None."""
        return next(self.done(kind, since), None)
