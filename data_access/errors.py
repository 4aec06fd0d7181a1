"""Errors that carry what a person needs: a code, where, and the values; the words are made where they are shown."""

from dataclasses import dataclass


class LuleaWayError(Exception):
    """The root of every error this project raises on purpose."""


class Refused(LuleaWayError):
    """Input that cannot be taken. `code` names the reason, `details` the values for the sentence about it."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}" if details else code)
        self.code = code
        self.details = details


class Conflict(LuleaWayError):
    """Somebody else changed the same thing first."""


@dataclass(frozen=True)
class Problem:
    """Something about an input that a person should know.

    `row` counts the file's own rows from 1, header included; `member` is the file inside an archive.
    Never holds a value from the file: it may be personal data.
    """

    code: str
    row: int | None = None
    column: str | None = None
    count: int | None = None
    member: str | None = None
    is_fatal: bool = False
