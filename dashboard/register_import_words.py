"""What the codes of a register, statistics or CPV import say to a person."""

from dashboard.text import Text

WORDS: dict[str, Text] = {
    "pdf_not_read": Text(
        sv="En PDF kan inte läsas säkert. Be om registret som Excel eller CSV, eller kopiera tabellen till ett blad.",
        en="A PDF cannot be read safely. Ask for the register as Excel or CSV, or copy the table into a spreadsheet.",
    ),
    "register_header_missing": Text(
        sv="Ingen rad ser ut som ett avtalsregisters rubriker. Det behövs leverantör, avtal och datum eller typ.",
        en="No row looks like a contract register's header. It needs a supplier, a contract, and a date or a type.",
    ),
    "statistics_header_missing": Text(
        sv="Filen har inte statistikens kolumner: år, köpare, upphandlings-id och kontrakterat värde.",
        en="The file lacks the statistics' columns: year, buyer, procurement id and contracted value.",
    ),
    "cpv_header_missing": Text(
        sv="Filen har inte kolumner för kod, svensk text och engelsk text.",
        en="The file lacks columns for code, Swedish text and English text.",
    ),
    "audit_header_missing": Text(
        sv="Filen har inte kolumner för organisationsnummer eller leverantör, resultat och datum.",
        en="The file lacks columns for organisation number or supplier, result and date.",
    ),
    "audit_supplier_missing": Text(
        sv="Raden säger inte vilken leverantör den gäller.", en="The row does not say which supplier it is about."
    ),
    "audit_supplier_unknown": Text(sv="Leverantören finns inte här.", en="The supplier is not here."),
    "audit_result_unreadable": Text(
        sv="Resultatet ska vara grön, gul eller röd.", en="The result is to be green, yellow or red."
    ),
    "audit_result_differs": Text(
        sv="Ett annat resultat finns för samma leverantör, källa och dag. Kontrollera vilket som stämmer.",
        en="Another result is there for the same supplier, source and day. Check which of them is right.",
    ),
    "audit_day_unreadable": Text(
        sv="Datumet kan inte läsas. Skriv till exempel 2026-11-22.",
        en="The date cannot be read. Write for example 2026-11-22.",
    ),
    "audit_day_ahead": Text(
        sv="Rad {row} har en dag som inte har varit än. Rätta filen.",
        en="Row {row} has a day that has not been yet. Correct the file.",
    ),
    "no_rows_taken": Text(sv="Filen har inga rader som kan tas in.", en="The file has no rows that can be taken."),
    "contract_unnamed": Text(
        sv="Raden säger inte vilket avtal den gäller.", en="The row does not say which contract it is about."
    ),
    "repeated_header": Text(sv="Raden är rubrikraden en gång till.", en="The row is the header once more."),
    "date_unreadable": Text(
        sv="Datumet kan inte läsas. Fältet lämnas tomt.", en="The date cannot be read. The field is left empty."
    ),
    "period_unreadable": Text(
        sv="Avtalsperioden kan inte läsas. Start och slut lämnas tomma.",
        en="The contract period cannot be read. Start and end are left empty.",
    ),
    "amount_unreadable": Text(
        sv="Beloppet kan inte läsas. Fältet lämnas tomt.", en="The amount cannot be read. The field is left empty."
    ),
    "months_unreadable": Text(
        sv="Antalet månader kan inte läsas. Fältet lämnas tomt.",
        en="The number of months cannot be read. The field is left empty.",
    ),
    "yes_no_unreadable": Text(
        sv="Svaret är varken ja eller nej. Fältet lämnas tomt.",
        en="The answer is neither yes nor no. The field is left empty.",
    ),
    "type_unknown": Text(
        sv="Avtalstypen är okänd. Den sätts till övrigt.", en="The contract type is unknown. It is set to other."
    ),
    "regime_unknown": Text(
        sv="Regelverket är okänt. Fältet lämnas tomt.", en="The set of rules is unknown. The field is left empty."
    ),
    "options_unreadable": Text(
        sv="Optionerna kan inte läsas. Inga optioner tas in. Skriv till exempel 12 buyer 6; 12 mutual 6.",
        en="The options cannot be read. No options are taken. Write for example 12 buyer 6; 12 mutual 6.",
    ),
    "orgnr_invalid": Text(
        sv="Organisationsnumret är inte giltigt. Leverantören kan bara hittas på namnet.",
        en="The organisation number is not valid. The supplier can only be found by name.",
    ),
    "text_cut": Text(sv="Texten är för lång och kortas.", en="The text is too long and is cut."),
    "reference_missing": Text(
        sv="Raden saknar köpare eller upphandlings-id.", en="The row lacks a buyer or a procurement id."
    ),
    "code_unreadable": Text(
        sv="Koden har inte åtta siffror, eller saknar namn.", en="The code does not have eight digits, or has no name."
    ),
    "rows_refused": Text(sv="Rader som inte tas in.", en="Rows that are not taken."),
    "total_rows_left_out": Text(sv="Summarader som lämnas utanför.", en="Total rows that are left out."),
    "number_made_up": Text(
        sv="Avtalet saknar nummer. Det får ett eget, som blir detsamma varje gång filen läses.",
        en="The contract has no number. It is given one, the same each time the file is read.",
    ),
    "option_mode_assumed": Text(
        sv="Filen säger inte vem som får förlänga. Köparen antas; kontrollera i avtalet.",
        en="The file does not say who may extend. The buyer is assumed; check the contract.",
    ),
    "option_length_missing": Text(
        sv="Avtalet kan förlängas, men filen säger inte hur länge. Ingen option tas in.",
        en="The contract can be extended, but the file does not say for how long. No option is taken.",
    ),
    "option_from_max_end": Text(
        sv="Optionens längd är räknad från slutdatum till längsta slutdatum, och köparen antas få förlänga.",
        en="The option's length is counted from the end to the longest end, and the buyer is assumed to call it.",
    ),
    "end_before_start": Text(sv="Avtalet slutar innan det börjar.", en="The contract ends before it begins."),
    "end_missing": Text(
        sv="Slutdatum saknas, och avtalet gäller inte tills vidare. Inga köp räknas till det förrän datumet är ifyllt.",
        en="The end is missing, and it is not until further notice. No purchase counts on it until an end is given.",
    ),
    "end_open": Text(
        sv="Slutdatum saknas i ett register som inte har någon kolumn för tills vidare. Avtalet räknas som löpande.",
        en="The end is missing where no column says until further notice. The contract counts as running.",
    ),
    "start_missing": Text(sv="Startdatum saknas.", en="The start is missing."),
    "dates_differ": Text(
        sv="Avtalets rader har olika datum. Den första starten och det sista slutet gäller.",
        en="The contract's rows have different dates. The first start and the last end hold.",
    ),
    "rows_disagree": Text(
        sv="Avtalets rader säger olika saker. Den första raden gäller.",
        en="The contract's rows say different things. The first row holds.",
    ),
    "suppliers_differ_in_count": Text(
        sv="Antalet leverantörer och antalet organisationsnummer på raden är olika. Bara namnen används.",
        en="The row has a different number of suppliers and organisation numbers. Only the names are used.",
    ),
    "contract_without_supplier": Text(sv="Avtalet har ingen leverantör.", en="The contract has no supplier."),
    "supplier_without_orgnr": Text(
        sv="Leverantörer utan giltigt organisationsnummer. Avtalen behålls men kan inte kopplas till inköp, "
        "om inte namnet redan är känt.",
        en="Suppliers without a valid organisation number. The contracts are kept but cannot be matched with purchases "
        "unless the name is known already.",
    ),
    "supplier_proposed": Text(
        sv="Namn som liknar en känd leverantör. Någon behöver svara på förslagen.",
        en="Names that are like a known supplier. Somebody needs to answer the proposals.",
    ),
    "suppliers_masked": Text(
        sv="Enskilda personer och maskerade leverantörer har fått pseudonymer.",
        en="Private persons and masked suppliers have been given pseudonyms.",
    ),
    "ceiling_unknown": Text(
        sv="Takvolymen är okänd. Det betyder inte att tak saknas.",
        en="The ceiling is unknown. That does not mean there is none.",
    ),
    "unit_unknown": Text(
        sv="Förvaltningar som inte finns här än. Den delen av omfattningen läggs till när en reskontra nämner dem.",
        en="Departments not known here yet. That part of the contracts' scope is added when a ledger names them.",
    ),
    "framework_unknown": Text(
        sv="Ramavtal som inte finns här: avropen läses in, men räknas inte i ramavtalets tak. Läs in registret igen "
        "när ramavtalet finns.",
        en="Framework agreements not known here: the call-offs are imported but do not count in the framework's "
        "ceiling. Import the register again when the framework is here.",
    ),
    "units_without_category": Text(
        sv="Avtalet nämner förvaltningar men ingen kategori, så omfattningen kan inte sparas.",
        en="The contract names departments but no category, so its scope cannot be stored.",
    ),
    "column_not_used": Text(sv="Kolumnen används inte.", en="The column is not used."),
    "sheet_skipped": Text(sv="Bladet har inga avtal och läses inte.", en="The sheet has no contracts and is not read."),
    "unit_price_suspected": Text(
        sv="Värdet är så lågt att det troligen är ett pris per enhet. Raden behålls och flaggas.",
        en="The value is so low that it is probably a price per unit. The row is kept and flagged.",
    ),
    "value_missing": Text(
        sv="Värdet är noll, alltså inte angivet. Raden behålls och flaggas.",
        en="The value is nought, so not stated. The row is kept and flagged.",
    ),
    "contract_in_use": Text(
        sv="Importen kan inte ångras: {count} avtal har uppföljningar, order eller priser som skulle försvinna.",
        en="The import cannot be undone: {count} contracts have follow-ups, orders or prices that would be lost.",
    ),
    "merge_with_itself": Text(
        sv="En leverantör kan inte slås ihop med sig själv.", en="A supplier cannot be merged with itself."
    ),
    "supplier_unknown": Text(sv="Leverantören finns inte.", en="The supplier does not exist."),
    "supplier_merged_away": Text(
        sv="En av leverantörerna är redan sammanslagen med en annan.", en="One of the suppliers is merged with another."
    ),
    "merge_unknown": Text(sv="Sammanslagningen finns inte.", en="The merge does not exist."),
    "merge_built_upon": Text(
        sv="En senare sammanslagning bygger på den här. Ångra den först.",
        en="A later merge builds on this one. Undo that one first.",
    ),
    "merge_undone": Text(sv="Sammanslagningen är redan ångrad.", en="The merge is undone already."),
    "proposal_unknown": Text(sv="Förslaget finns inte.", en="The proposal does not exist."),
    "proposal_answered": Text(
        sv="Någon har redan svarat på förslaget.", en="Somebody has answered the proposal already."
    ),
    "alias_taken": Text(
        sv="Namnet tillhör redan en annan leverantör. Slå ihop leverantörerna i stället.",
        en="The name belongs to another supplier already. Merge the suppliers instead.",
    ),
    "name_empty": Text(sv="Namnet är tomt.", en="The name is empty."),
}
