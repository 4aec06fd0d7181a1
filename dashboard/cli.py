"""The command `luleaway`: start the app, take files, list imports, show metrics and cases, check the data."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dashboard.people import Person

JSON_HELP = "Skriv svaret som ett enda JSON-dokument."
HOST_HELP = "Adressen som appen svarar på."
PORT_HELP = "Porten som appen svarar på."
SAMPLE_LINES, FEWEST_LINES, MOST_LINES = 600_000, 6_000, 20_000_000
LARGEST_ID = 2**31 - 1
EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)

app = typer.Typer(
    help="Luleå Way visar hur det går för kommunens inköp: mål, avtal, uppföljning och leverantörsreskontra.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
database = typer.Typer(help="Databasen.", no_args_is_help=True)
app.add_typer(database, name="db")

Json = Annotated[bool, typer.Option("--json", help=JSON_HELP)]
Host = Annotated[str, typer.Option(metavar="ADRESS", help=HOST_HELP)]
Port = Annotated[int, typer.Option(metavar="PORT", help=PORT_HELP, min=1, max=65535)]


@app.command()
def demo(
    lines: Annotated[
        int,
        typer.Option(
            metavar="ANTAL", help="Antal rader i exempelkommunens reskontra.", min=FEWEST_LINES, max=MOST_LINES
        ),
    ] = SAMPLE_LINES,
    port: Port = 8501,
) -> None:
    """Starta appen med en påhittad exempelkommun. Finns det redan data används den."""
    from dashboard.commands.start import has_data, start_server

    if not has_data():
        from dashboard.console import progress_bar, say
        from sample_data import make

        say("Skapar exempelkommunen. Det görs bara första gången.")
        with progress_bar(str) as progress:
            make(lines, progress)
    start_server("localhost", port, open_browser=True)


@app.command()
def serve(host: Host = "localhost", port: Port = 8501) -> None:
    """Starta appen med de data som finns."""
    from dashboard.commands.start import start_server

    start_server(host, port, open_browser=False)


@app.command("import")
def import_files(
    files: Annotated[list[Path], typer.Argument(metavar="FIL", help="Filer att läsa in.", show_default=False)],
    source: Annotated[str | None, typer.Option("--as", metavar="KÄLLA", help="Systemet som filen kommer från.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Visa vad som skulle hända. Inget sparas.")] = False,
    accept_errors: Annotated[
        bool, typer.Option("--accept-errors", help="Ta in filen även om vissa rader inte kan läsas.")
    ] = False,
    json: Json = False,
) -> None:
    """Läs in reskontra, avtalsregister, upphandlingsstatistik, CPV-koder eller revisionsresultat."""
    from dashboard.commands.take_files import take_files

    raise typer.Exit(
        take_files(
            files, source, dry_run=dry_run, accept_errors=accept_errors, as_json=json, person=shell_person(), now=now()
        )
    )


@app.command()
def imports(
    undo: Annotated[int | None, typer.Option(metavar="NR", help="Ångra en import.", min=1, max=LARGEST_ID)] = None,
    json: Json = False,
) -> None:
    """Visa alla importer, eller ångra en av dem."""
    from dashboard.commands.show_imports import show_imports, undo_import

    if undo is not None:
        undo_import(undo, shell_person(), now())
    show_imports(as_json=json)


@app.command()
def metrics(
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", metavar="DAG", formats=["%Y-%m-%d"], help="Räkna per denna dag.")
    ] = None,
    json: Json = False,
) -> None:
    """Visa nyckeltalen."""
    from dashboard.commands.show_metrics import show_metrics

    show_metrics(_day(as_of), today(), as_json=json)


@app.command()
def escalation(
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", metavar="DAG", formats=["%Y-%m-%d"], help="Visa som det var denna dag."),
    ] = None,
    json: Json = False,
) -> None:
    """Visa öppna ärenden: steg, dagar på steget, vad som saknas och vem som ansvarar."""
    from dashboard.commands.show_escalation import show_escalation

    show_escalation(_day(as_of), today(), as_json=json)


@app.command()
def decisions(
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", metavar="DAG", formats=["%Y-%m-%d"], help="Visa som det är denna dag."),
    ] = None,
    contract: Annotated[str | None, typer.Option("--contract", metavar="NUMMER", help="Visa ett enda avtal.")] = None,
    json: Json = False,
) -> None:
    """Visa när varje avtal behöver ett beslut, vilka vägar som är öppna och varför ett datum saknas."""
    from dashboard.commands.show_decisions import show_decisions

    show_decisions(_day(as_of), contract, today(), as_json=json)


@app.command()
def calendar(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FIL", help="Kalenderfilen som skrivs (.ics).", dir_okay=False)
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAMN", help="Ta bara med det som den här personen ansvarar för.")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", metavar="DAG", formats=["%Y-%m-%d"], help="Ta med det som kommer från den här dagen."),
    ] = None,
    address: Annotated[
        str, typer.Option("--address", metavar="ADRESS", help="Appens adress, för länkar till sidorna.")
    ] = "",
    json: Json = False,
) -> None:
    """Skriv en kalenderfil med beslutspunkter, sista dagar, uppföljningar och åtgärder."""
    from dashboard.commands.write_calendar import write_calendar

    if out is None and not json:
        raise typer.BadParameter("ange en fil med --out, eller --json", param_hint="--out")
    if address and (not address.startswith(("http://", "https://")) or any(map(str.isspace, address))):
        raise typer.BadParameter(
            "adressen börjar med https:// eller http:// och har inga mellanslag", param_hint="--address"
        )
    write_calendar(out, person, _day(as_of) or today(), now(), address, as_json=json)


@app.command()
def check(json: Json = False) -> None:
    """Visa vilka uppgifter som saknas eller inte stämmer."""
    from dashboard.commands.show_gaps import show_gaps

    show_gaps(today(), as_json=json)


@app.command()
def people(
    add: Annotated[
        str | None, typer.Option("--add", metavar="NYCKEL", help="Registrera en person, eller ändra en som finns.")
    ] = None,
    name: Annotated[str, typer.Option("--name", metavar="NAMN", help="Personens namn.")] = "",
    role: Annotated[
        list[str] | None, typer.Option("--role", metavar="ROLL", help="En roll; ange flaggan flera gånger för flera.")
    ] = None,
    leaves: Annotated[bool, typer.Option("--leaves", help="Personen har slutat.")] = False,
    json: Json = False,
) -> None:
    """Visa vilka som är registrerade och deras roller, eller registrera en person."""
    from dashboard.commands.people import register_person, show_people

    if add is not None:
        register_person(shell_person(), add, name, role or [], now(), is_active=not leaves)
    elif name or role or leaves:
        raise typer.BadParameter("ange vem det gäller med --add", param_hint="--name, --role eller --leaves")
    show_people(as_json=json)


@database.command()
def upgrade() -> None:
    """Gör i ordning databasen för den här versionen."""
    from dashboard.console import say
    from data_access.engine import writing
    from data_access.writes.reference import seed_reference

    with writing() as connection:
        seed_reference(connection)
    say("Databasen är klar.")


def who() -> str:
    """Who runs the command, for the log of what was done."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or "luleaway"


def shell_person() -> "Person":
    """Whoever has the shell has the data too, so the command line acts in every role of the purchasing office."""
    from dashboard.people import Person
    from dashboard.rules.permissions import OFFICE

    return Person(None, who(), who(), OFFICE)


def now() -> datetime:
    """The clock on the wall, read only here: rules are told the time. The day is that of `today`."""
    return datetime.combine(today(), datetime.now().astimezone().time())


def today() -> date:
    """The day it is; in the sample municipality the day it stands on."""
    from dashboard.data.build import sample_day

    return sample_day() or datetime.now().astimezone().date()


def _day(given: datetime | None) -> date | None:
    """The day somebody named, where it can be one."""
    if given and not EARLIEST <= given.date() <= LATEST:
        raise typer.BadParameter(f"välj en dag mellan {EARLIEST} och {LATEST}", param_hint="--as-of")
    return given.date() if given else None


def main() -> None:
    """Runs the command. Bad input ends with a sentence and status 1, never with a stack trace."""
    from dashboard.commands.ending import run

    sys.exit(run(app))


if __name__ == "__main__":
    main()
