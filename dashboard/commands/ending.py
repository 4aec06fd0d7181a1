"""How a command ends: a status, and where something was wrong one sentence, and with --json one document, about it."""

import sys

import typer

from dashboard.console import print_json, say
from dashboard.faults import kind_and_place
from data_access.errors import LuleaWayError, Refused

DONE, REFUSED, WRONG_CALL, STOPPED = 0, 1, 2, 130
STOPPED_WORDS = "Avbrutet. Det som inte blev klart är inte sparat."


def run(app: typer.Typer) -> int:
    """Runs the command that the arguments name; gives the exit status. Nothing that fails shows a stack trace."""
    try:
        status = int(typer.main.get_command(app)(standalone_mode=False) or DONE)
        return status if status != STOPPED else _end("stopped", STOPPED_WORDS, STOPPED)
    except LuleaWayError as error:
        from dashboard.refusals import about_error  # brings Polars, which --help can do without

        return _end(error.code if isinstance(error, Refused) else "conflict", about_error(error), REFUSED)
    except OSError as error:
        place = error.filename or "en fil eller en adress"
        return _end(
            "not_accessible",
            f"Det går inte att läsa eller skriva {place}. Kontrollera namn, rättigheter och utrymme.",
            REFUSED,
        )
    except Exception as error:
        if is_wrong_call(error):
            return _end("wrong_call", about_call(error), WRONG_CALL)
        return _end("failed", about_failure(error), REFUSED)


def _end(code: str, words: str, status: int) -> int:
    """Says what was wrong; on stdout too where JSON was asked for, so that there always is one document."""
    say(words)
    if "--json" in sys.argv[1:]:
        print_json({"error": {"code": code, "message": words, "status": status}})
    return status


def is_wrong_call(error: Exception) -> bool:
    """Whether the arguments were no call of any command."""
    return getattr(error, "exit_code", None) == WRONG_CALL


def about_call(error: Exception) -> str:
    """What was wrong with the arguments, in Swedish where the library only knows English."""
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return str(getattr(error, "message", ""))
        case "MissingParameter":
            said = f"Det saknas ett värde: {_hint(error)}."
        case "NoSuchOption":
            said = f"Flaggan {getattr(error, 'option_name', '')} finns inte."
        case "BadParameter":
            ours = "" if getattr(error, "param", None) else f": {getattr(error, 'message', '')}"
            said = f"Värdet för {_hint(error)} går inte att använda{ours}."
        case _:
            said = f"Anropet går inte att förstå ({getattr(error, 'message', '')})."
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "luleaway"
    return f"{said} Skriv {command} --help för hjälp."


def _hint(error: Exception) -> str:
    given = getattr(error, "param_hint", None)
    parameter = getattr(error, "param", None)
    hint = given or (parameter.get_error_hint() if parameter is not None else "")
    return hint if isinstance(hint, str) else " ".join(hint)


def about_failure(error: Exception) -> str:
    """What to tell us about a fault of ours."""
    return f"Något gick fel i programmet, och inget sparades ({kind_and_place(error)}). Anmäl det som ett fel."
