"""What the codes of a ledger import say to a person: what was found, what was done about it, what to do next."""

from dashboard.text import Text

_FILE = {
    "file_missing": Text(sv="Filen finns inte.", en="There is no such file."),
    "file_empty": Text(sv="Filen är tom.", en="The file is empty."),
    "file_too_large": Text(
        sv="Filen är större än en inläsning får vara. Dela den, till exempel i en fil per år.",
        en="The file is larger than an import may be. Split it, for example into one file per year.",
    ),
    "archive_too_large": Text(
        sv="Arkivet innehåller för mycket uppackat, eller för många filer. Dela det.",
        en="The archive holds too much once unpacked, or too many files. Split it.",
    ),
    "archive_broken": Text(
        sv="Arkivet går inte att packa upp. Det är trasigt, krypterat eller innehåller ett annat arkiv.",
        en="The archive cannot be unpacked. It is broken, encrypted, or holds another archive.",
    ),
    "archive_path": Text(
        sv="Arkivet innehåller filnamn som pekar utanför det. Sådana arkiv läses inte.",
        en="The archive holds file names that point outside it. Such archives are not read.",
    ),
    "archive_empty": Text(sv="Arkivet innehåller inga filer att läsa.", en="The archive holds no files to read."),
    "format_unknown": Text(
        sv="Filtypen känns inte igen. Det går att läsa CSV, Excel, JSON, zip och tar.gz.",
        en="The kind of file is not known. CSV, Excel, JSON, zip and tar.gz can be read.",
    ),
    "text_unreadable": Text(
        sv="Texten i filen kan inte läsas. Filen är skadad eller ingen textfil.",
        en="The text of the file cannot be read. The file is damaged, or is not a text file.",
    ),
    "quotes_broken": Text(
        sv="Citattecknen i filen går inte ihop, och det går inte att avgöra var fälten slutar.",
        en="The quotes in the file do not pair, and it cannot be told where its cells end.",
    ),
    "workbook_too_wide": Text(
        sv="Ett blad i arbetsboken har celler så långt från de andra att det inte går att läsa. Kopiera tabellen till "
        "ett nytt blad och spara det.",
        en="A sheet of the workbook has cells so far from the others that it cannot be read. Copy the table to a new "
        "sheet and save that.",
    ),
    "workbook_broken": Text(
        sv="Arbetsboken kan inte öppnas. Den är skadad eller skyddad med lösenord.",
        en="The workbook cannot be opened. It is damaged or protected by a password.",
    ),
    "json_broken": Text(sv="Filen är ingen giltig JSON.", en="The file is not valid JSON."),
}
_NO_LEDGER = {
    "table_missing": Text(
        sv="Filen innehåller ingen tabell med rubriker och minst två kolumner.",
        en="The file holds no table with a header and at least two columns.",
    ),
    "amount_missing": Text(
        sv="Ingen kolumn känns igen som belopp. Peka ut den under Kolumner.",
        en="No column is recognised as an amount. Point it out under Columns.",
    ),
    "supplier_missing": Text(
        sv="Ingen kolumn känns igen som leverantör. Peka ut den under Kolumner.",
        en="No column is recognised as a supplier. Point it out under Columns.",
    ),
    "supplier_totals_only": Text(
        sv="Filen är ingen reskontra: den har bara en summa per leverantör. Be om en fil med en rad per kontering.",
        en="The file is not a ledger: it only has one sum per supplier. Ask for a file with one row per posting.",
    ),
    "mapping_unknown_column": Text(
        sv="Det finns ingen sådan kolumn i filen, eller ingen sådan betydelse. Kontrollera kolumnvalen.",
        en="The file has no such column, or there is no such meaning. Check the choice of columns.",
    ),
    "no_rows_taken": Text(
        sv="Ingen rad i filen kan läsas som en reskontrarad.", en="No row of the file can be read as a ledger line."
    ),
}
_ROWS = {
    "amount_unreadable": Text(sv="Beloppet kan inte läsas.", en="The amount cannot be read."),
    "amount_empty": Text(sv="Raden har inget belopp.", en="The row has no amount."),
    "too_many_fields": Text(
        sv="Raden har fler fält än det finns rubriker.", en="The row has more cells than there are headings."
    ),
    "repeated_header": Text(sv="Raden är rubrikraden en gång till.", en="The row is the header once more."),
}
_NOTICES = {
    "rows_refused": Text(
        sv="Rader kan inte läsas. Varje rad visas med skäl i fellistan.",
        en="Rows cannot be read. The list of errors shows each of them and why.",
    ),
    "total_rows_left_out": Text(
        sv="Summarader låg bland raderna. De är utelämnade, annars skulle beloppen räknas två gånger.",
        en="Total rows stood among the lines. They are left out, or the amounts would be counted twice.",
    ),
    "amount_is_gross": Text(
        sv="Filen har bara belopp inklusive moms. Alla belopp blir därför för höga.",
        en="The file only has amounts including VAT. All amounts are therefore too high.",
    ),
    "amount_vat_unclear": Text(
        sv="Filen säger inte om beloppen är med eller utan moms. De läses som utan moms. Fråga den som lämnade filen.",
        en="The file does not say whether its amounts include VAT. They are read as without. Ask who made the file.",
    ),
    "amount_rounded": Text(
        sv="Belopp hade mer än två decimaler och är avrundade till hela ören.",
        en="Amounts had more than two decimals and are rounded to whole öre.",
    ),
    "decimal_mark_unclear": Text(
        sv="Det går inte att se om belopp som 1.234 är tusental eller decimaler. De är lästa som tusental.",
        en="It cannot be told whether amounts such as 1.234 are thousands or decimals. They are read as thousands.",
    ),
    "day_order_unclear": Text(
        sv="Det går inte att se om datum som 01/02 är 1 februari eller 2 januari. De är lästa med dagen först.",
        en="It cannot be told whether days such as 01/02 are 1 February or 2 January. The day is read first.",
    ),
    "day_unreadable": Text(
        sv="Datum kan inte läsas och är lämnade tomma.", en="Dates cannot be read and are left empty."
    ),
    "rows_without_day": Text(
        sv="Rader saknar datum. De räknas med i summor, men hör inte till någon månad.",
        en="Rows have no date. They count in sums, but belong to no month.",
    ),
    "rows_without_supplier": Text(
        sv="Rader saknar leverantör. De är kvar men kan inte kopplas till något avtal.",
        en="Rows name no supplier. They are kept, but cannot be matched with a contract.",
    ),
    "period_from_file_name": Text(
        sv="Filen har ingen datumkolumn. Månaden är tagen ur filens namn.",
        en="The file has no column of dates. The month is taken from the file's name.",
    ),
    "orgnr_invalid": Text(
        sv="Organisationsnummer är ogiltiga. Raderna är kvar, men leverantören kopplas bara på nummer eller namn.",
        en="Organisation numbers are not valid. The rows are kept; the supplier is matched by its number or name only.",
    ),
    "suppliers_masked": Text(
        sv="Rader gäller personer eller är redan maskade. Namn och nummer är utbytta innan något sparas.",
        en="Rows are about persons, or masked already. Names and numbers are replaced before anything is stored.",
    ),
    "currency_not_sek": Text(
        sv="Rader har en annan valuta än kronor. Beloppen är lästa som de står, utan omräkning.",
        en="Rows are in another currency than kronor. The amounts are read as they stand, not converted.",
    ),
    "member_skipped": Text(
        sv="En fil i arkivet kan inte läsas som reskontra och är utelämnad.",
        en="A file in the archive cannot be read as a ledger and is left out.",
    ),
    "sheet_hidden": Text(
        sv="Ett dolt blad i arbetsboken ser ut som en reskontra och är utelämnat. Visa bladet och läs in filen igen "
        "om raderna ska vara med.",
        en="A hidden sheet of the workbook looks like a ledger and is left out. Unhide it and import the file again "
        "if its rows should count.",
    ),
    "quotes_repaired": Text(
        sv="Rader hade citattecken som inte går ihop. De är lästa utan citattecken.",
        en="Lines had quotes that do not pair. They are read without quotes.",
    ),
}
WORDS: dict[str, Text] = {**_FILE, **_NO_LEDGER, **_ROWS, **_NOTICES}
