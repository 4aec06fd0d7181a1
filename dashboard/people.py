"""A person who uses the app: what the acts need to know to allow, refuse and log."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Who it is. `key` is what signing in gives and what every log row says; `roles` are codes of `roles.ROLE_NAMES`.

    `id` is None for somebody the database does not know, such as whoever runs the command line.
    """

    id: int | None
    key: str
    name: str
    roles: frozenset[str]
    unit_id: int | None = None
