"""Why a deviation or something in a case was not saved, in words: what it is and what to do."""

from dashboard.text import Text

WORDS: dict[str, Text] = {
    "text_missing": Text(sv="En text som behövs är tom. Fyll i den.", en="A text that is needed is empty. Fill it in."),
    "text_too_long": Text(
        sv="Texten är för lång. Högst {longest} tecken får plats.",
        en="The text is too long. There is room for {longest} characters.",
    ),
    "text_personal_number": Text(
        sv="Texten ser ut att innehålla ett personnummer. Ta bort det. Är det ett telefonnummer, skriv det med "
        "mellanslag.",
        en="The text seems to hold a personal number. Take it out. If it is a telephone number, write it with spaces.",
    ),
    "link_unsafe": Text(
        sv="Länken kan inte sparas. Skriv en adress som börjar med https:// eller var underlaget förvaras.",
        en="The link cannot be saved. Write an address that begins with https://, or where the evidence is kept.",
    ),
    "registration_number_shape": Text(
        sv="Så ser inte ett diarienummer ut. Skriv det som i diariet, till exempel KS 2026/123: bokstäver, siffror "
        "och - / : . med minst en siffra.",
        en="This is not how a registration number looks. Write it as in the register, such as KS 2026/123: letters, "
        "digits and - / : . with at least one digit.",
    ),
    "registration_number_missing": Text(sv="Skriv diarienumret.", en="Write the registration number."),
    "observed_day": Text(
        sv="Dagen då det hände kan inte vara efter i dag eller före år 2000.",
        en="The day it happened cannot be after today or before the year 2000.",
    ),
    "unit_unknown": Text(sv="Enheten finns inte. Välj en annan.", en="There is no such unit. Choose another."),
    "contract_unknown": Text(sv="Avtalet finns inte. Välj ett annat.", en="There is no such contract. Choose another."),
    "supplier_unknown": Text(
        sv="Leverantören finns inte. Välj en annan.", en="There is no such supplier. Choose another."
    ),
    "supplier_needed": Text(
        sv="Välj leverantör. Avtalet säger inte ensamt vilken det är.",
        en="Choose a supplier. The contract alone does not say which it is.",
    ),
    "supplier_not_on_contract": Text(
        sv="Leverantören finns inte på avtalet. Välj leverantörens avtal.",
        en="The supplier is not on the contract. Choose the supplier's contract.",
    ),
    "contract_needed": Text(sv="Välj avtal.", en="Choose a contract."),
    "category_needed": Text(sv="Välj vad avvikelsen gäller.", en="Choose what the deviation is about."),
    "severity_needed": Text(sv="Välj allvarlighetsgrad.", en="Choose how serious it is."),
    "breach_needed": Text(
        sv="Välj vilket krav som inte är uppfyllt, eller skriv vilken punkt i avtalet det gäller.",
        en="Choose which requirement is not met, or write which clause of the contract it is.",
    ),
    "requirement_not_on_contract": Text(
        sv="Kravet hör till ett annat avtal. Välj ett av avtalets krav.",
        en="The requirement belongs to another contract. Choose one of this contract's.",
    ),
    "contract_of_case": Text(
        sv="Avvikelsen ligger i ett ärende, så avtalet kan inte bytas.",
        en="The deviation is in a case, so its contract cannot be changed.",
    ),
    "complaint_day": Text(
        sv="Reklamationen kan inte vara före dagen då det hände eller efter i dag.",
        en="The complaint cannot be before the day it happened or after today.",
    ),
    "due_before_observed": Text(
        sv="Sista dag för åtgärd kan inte vara före dagen då det hände.",
        en="The due day cannot be before the day it happened.",
    ),
    "credited_amount": Text(
        sv="Krediterat belopp ska vara 0 kronor eller mer.", en="The amount credited is 0 kronor or more."
    ),
    "deviation_state": Text(
        sv="Den statusen kan inte komma direkt efter den nuvarande.",
        en="That state cannot follow directly on the present one.",
    ),
    "deviation_closed": Text(
        sv="Avvikelsen är avslutad. Öppna den igen för att ändra annat än anteckning och krediterat belopp.",
        en="The deviation is closed. Reopen it to change anything but the note and the amount credited.",
    ),
    "dismissal_needs_reason": Text(
        sv="Skriv i anteckningen varför avvikelsen avskrivs.", en="Write in the note why the deviation is dismissed."
    ),
    "value_unknown": Text(sv="Ett av valen finns inte. Välj på nytt.", en="One of the choices does not exist."),
    "deviation_unknown": Text(sv="Avvikelsen finns inte.", en="There is no such deviation."),
    "deviation_of_others": Text(
        sv="En av avvikelserna gäller ett annat avtal eller en annan leverantör.",
        en="One of the deviations is about another contract or another supplier.",
    ),
    "deviation_in_case": Text(
        sv="En av avvikelserna ligger redan i ett annat ärende.", en="One of the deviations is in another case already."
    ),
    "deviation_dismissed": Text(sv="En av avvikelserna är avskriven.", en="One of the deviations is dismissed."),
    "escalation_case_unknown": Text(sv="Ärendet finns inte.", en="There is no such case."),
    "case_record_unknown": Text(sv="Handlingen finns inte.", en="There is no such record."),
    "action_item_unknown": Text(sv="Åtgärden finns inte.", en="There is no such action."),
    "case_closed": Text(
        sv="Ärendet är avslutat. Öppna ett nytt ärende om det behövs.",
        en="The case is closed. Open a new case if one is needed.",
    ),
    "record_not_yours": Text(
        sv="Det registrerar bara juristen, och godkännande av snabbspår bara juristen och inköpschefen.",
        en="Only legal counsel records that, and only legal counsel and the chief purchasing officer approve a fast "
        "track.",
    ),
    "day_impossible": Text(
        sv="Dagen kan inte vara efter i dag eller före år 2000.",
        en="The day cannot be after today or before the year 2000.",
    ),
    "deadline_before_done": Text(
        sv="Tidsgränsen kan inte vara före dagen då det gjordes.",
        en="The deadline cannot be before the day it was done.",
    ),
    "verdict_needed": Text(sv="Välj ja eller nej.", en="Choose yes or no."),
    "due_before_start": Text(
        sv="Åtgärden kan inte vara klar innan den börjar.", en="The action cannot be due before it starts."
    ),
    "verified_before_done": Text(
        sv="Åtgärden kan inte verifieras innan den är gjord.", en="The action cannot be verified before it is done."
    ),
    "person_lacks_role": Text(
        sv="Personen har inte den rollen. Välj någon annan.", en="The person does not have that role. Choose another."
    ),
    "move_refused": Text(sv="Ärendet kan inte flyttas än.", en="The case cannot be moved yet."),
    "merge_two_cases": Text(
        sv="Båda leverantörerna har ett öppet ärende på samma avtal. Avsluta det ena först.",
        en="Both suppliers have an open case on the same contract. Close one of them first.",
    ),
    "merge_two_results": Text(
        sv="Båda leverantörerna har olika granskningsresultat från samma dag. Rätta det ena först.",
        en="The two suppliers have different audit results of the same day. Correct one of them first.",
    ),
    "merge_case_grown": Text(
        sv="Efter sammanslagningen har ärenden fått uppgifter från båda leverantörerna. Den kan inte ångras.",
        en="Since the merge, cases have got facts of both suppliers. It cannot be undone.",
    ),
    "audit_result_known": Text(
        sv="Det finns redan ett resultat från samma källa den dagen.",
        en="There is a result from the same source of that day already.",
    ),
    "audit_result_unknown": Text(
        sv="Resultatet ska vara grönt, gult eller rött.", en="The result is green, yellow or red."
    ),
    "rating_out_of_range": Text(sv="Betyget ska vara 1 till 5.", en="The rating is 1 to 5."),
}
