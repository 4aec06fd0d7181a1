"""Why a move may not be made, and what to do about it. Every sentence names both."""

from dashboard.text import Text

WORDS: dict[str, Text] = {
    "case_closed": Text(
        sv="Ärendet är avslutat och flyttas inte mer. Öppna ett nytt ärende om det behövs.",
        en="The case is closed and moves no more. Open a new case if one is needed.",
    ),
    "one_step_at_a_time": Text(
        sv="Ett ärende flyttas ett steg i taget, och det står nu på steg {step}. Härifrån går det att flytta så här: "
        "{moves}.",
        en="A case moves one step at a time, and it is now on step {step}. These moves can be made from here: {moves}.",
    ),
    "reason_missing": Text(
        sv="Skälet saknas. Skriv varför ärendet flyttas.",
        en="The reason is missing. Write why the case is moved.",
    ),
    "reason_too_short": Text(
        sv="Skälet har {length} tecken. Snabbspåret kräver minst {least}: beskriv den allvarliga händelsen.",
        en="The reason has {length} characters. The fast track needs at least {least}: describe the serious event.",
    ),
    "not_responsible": Text(
        sv="Du kan inte göra flytten. Den görs av någon som är {roles}.",
        en="You cannot make this move. It is made by somebody who is {roles}.",
    ),
    "role_without_member": Text(
        sv="Ingen är utsedd som {role}, och steg {step} kräver det. Utse en person i ärendet.",
        en="Nobody is named as {role}, and step {step} needs one. Name a person in the case.",
    ),
    "contract_not_active": Text(
        sv="Avtalet gäller inte i dag. Kontrollera avtalets datum i avtalsregistret.",
        en="The contract is not in force today. Check the contract's dates in the contract register.",
    ),
    "no_ground_for_step_2": Text(
        sv="Det finns inte skäl för steg 2 än. Något av detta behövs: en bekräftad avvikelse av grad 2 eller högre, "
        "en olöst avvikelse av grad 1 i mer än {unresolved} arbetsdagar (nu som längst {longest}), {many} avvikelser "
        "på {days} dagar (nu {count}), att leverantören bestrider, eller inget svar inom {answer} arbetsdagar efter "
        "kontakten.",
        en="There is no ground for step 2 yet. One of these is needed: a confirmed deviation of severity 2 or higher, "
        "a deviation of severity 1 unresolved for more than {unresolved} working days (now {longest} at most), {many} "
        "deviations in {days} days (now {count}), that the supplier disputes, or no answer within {answer} working "
        "days of the contact.",
    ),
    "no_action_plan": Text(
        sv="Handlingsplanen saknas. Ta fram den med leverantören och registrera den i ärendet.",
        en="There is no action plan. Make it with the supplier and record it in the case.",
    ),
    "plan_has_not_failed": Text(
        sv="Handlingsplanen har inte misslyckats än. Något av detta behövs: en tidsgräns som gått ut utan verifierad "
        "rättelse (nästa går ut {next}), samma kategori igen inom {months} månader, att vitestaket är nått, eller "
        "att vite tagits ut och bristen kvarstår.",
        en="The action plan has not failed yet. One of these is needed: a deadline passed without verified remedy "
        "(the next one is {next}), the same category again within {months} months, the penalty cap reached, or a "
        "penalty charged while the deviation persists.",
    ),
    "no_notice_of_breach": Text(
        sv="Skriftlig erinran om avtalsbrott är inte skickad. Skicka den med en rättelsefrist och registrera den.",
        en="No written notice of breach has been sent. Send it with a time to cure and record it.",
    ),
    "no_cure_deadline": Text(
        sv="Erinran har ingen rättelsefrist. Ange den dag då leverantören senast ska ha rättat bristen.",
        en="The notice of breach gives no time to cure. State the last day for the supplier to put things right.",
    ),
    "cure_deadline_running": Text(
        sv="Rättelsefristen går ut {deadline}. Vänta till dagen efter.",
        en="The time to cure ends on {deadline}. Wait until the day after.",
    ),
    "no_legal_assessment": Text(
        sv="Juristens skriftliga bedömning saknas. Be juristen bedöma om det finns grund för hävning.",
        en="Legal counsel's written assessment is missing. Ask legal counsel whether there is ground for termination.",
    ),
    "legal_assessment_no": Text(
        sv="Juristens bedömning är att det inte finns grund för hävning. Utan en ny bedömning stannar ärendet här.",
        en="Legal counsel finds no ground for termination. Without a new assessment the case stays here.",
    ),
    "no_termination_decision": Text(
        sv="Beslutet att häva saknas. Den som har delegation fattar det, och det registreras i ärendet.",
        en="The decision to terminate is missing. Whoever has the delegation takes it, and it is recorded in the case.",
    ),
    "no_continuity_plan": Text(
        sv="Planen för hur verksamheten klarar sig utan leverantören saknas. Ta fram den och registrera den.",
        en="There is no plan for how operations manage without the supplier. Make it and record it.",
    ),
    "no_delegation": Text(
        sv="Kontrollera rätten att besluta: ingen delegation för hävning gäller för {role}.",
        en="Check the right to decide: no delegation for termination is in force for {role}.",
    ),
    "short_time_to_cure": Text(
        sv="Kontrollera rättelsefristen: leverantören fick {days} arbetsdagar, och minst {least} är brukligt.",
        en="Check the time to cure: the supplier got {days} working days, and at least {least} is customary.",
    ),
    "doubtful_role": Text(
        sv="Ingen är utsedd som {role}. Presentationen kan läsas så att rollen hör till steg {step} (?).",
        en="Nobody is named as {role}. The presentation can be read as the role belonging to step {step} (?).",
    ),
    "not_settled": Text(
        sv="Slutregleringen saknas. Registrera att krav och fakturor är reglerade eller lämnade till domstol.",
        en="The settlement is missing. Record that claims and invoices are settled or handed to court.",
    ),
    "no_handover": Text(
        sv="Överlämningen är inte gjord. Lämna över till den som ska ordna försörjningen och registrera det.",
        en="The handover is not done. Hand over to whoever arranges the supply, and record it.",
    ),
    "deviations_not_verified": Text(
        sv="{count} avvikelser av grad 2 eller högre är inte verifierade som åtgärdade. Kontrollera dem först.",
        en="{count} deviations of severity 2 or higher are not verified as put right. Check them first.",
    ),
    "legal_counsel_not_agreed": Text(
        sv="Juristen har inte godkänt att ärendet sänks. Be juristen registrera sitt godkännande.",
        en="Legal counsel has not agreed to lower the case. Ask legal counsel to record the agreement.",
    ),
    "plan_has_no_actions": Text(
        sv="Handlingsplanen har inga åtgärder, så det går inte att visa att den är genomförd. Lägg in dem.",
        en="The action plan has no actions, so nothing shows that it is completed. Enter them.",
    ),
    "plan_not_completed": Text(
        sv="Handlingsplanen är inte genomförd: {count} åtgärder är inte verifierade. Kontrollera dem först.",
        en="The action plan is not completed: {count} actions are not verified. Check them first.",
    ),
    "too_soon_after_deviation": Text(
        sv="Det har gått {days} dagar sedan den senaste avvikelsen, och {least} behövs. Tidigast {earliest}.",
        en="{days} days have passed since the latest deviation, and {least} are needed. At the earliest {earliest}.",
    ),
    "approval_missing": Text(
        sv="Godkännandet från {role} saknas. Be personen registrera det; det ska ske efter den senaste flytten.",
        en="The approval of {role} is missing. Ask the person to record it; it is made after the latest move.",
    ),
    "approvals_by_one_person": Text(
        sv="Samma person har godkänt i båda rollerna. Två olika personer ska godkänna snabbspåret.",
        en="The same person has approved in both roles. Two different people approve the fast track.",
    ),
    "declaration_sent": Text(
        sv="Hävningsförklaringen skickades {day}. Utan en skriftlig förlikning går hävningen inte att ta tillbaka.",
        en="The declaration of termination was sent on {day}. Without a written settlement it cannot be withdrawn.",
    ),
    "no_withdrawal_decision": Text(
        sv="Beslutet att ta tillbaka är inte registrerat. Ange beslutets diarienummer.",
        en="The decision to withdraw is not registered. State the decision's registration number.",
    ),
}

MOVES: dict[str, Text] = {
    "indicator_warning": Text(sv="till steg 1, dialog med leverantören", en="to step 1, dialogue with the supplier"),
    "deviation_confirmed": Text(sv="till steg 2, avvikelsen är bekräftad", en="to step 2, the deviation is confirmed"),
    "action_plan_failed": Text(
        sv="till steg 3, handlingsplanen har inte hjälpt", en="to step 3, the action plan has not helped"
    ),
    "decision_terminate": Text(sv="till steg 4, beslut att häva", en="to step 4, decision to terminate"),
    "settled": Text(sv="avsluta, allt är slutreglerat", en="close, everything is settled"),
    "remedy_verified": Text(sv="ner till steg 2, rättelsen är verifierad", en="down to step 2, the remedy is verified"),
    "plan_closed": Text(
        sv="ner till steg 1, handlingsplanen är genomförd", en="down to step 1, the action plan is completed"
    ),
    "monitoring_ok": Text(sv="ner till steg 0, ärendet avslutas", en="down to step 0, the case is closed"),
    "fast_track": Text(sv="snabbspår till steg 3", en="fast track to step 3"),
    "withdraw": Text(
        sv="tillbaka till steg 3, hävningen tas tillbaka", en="back to step 3, the termination is withdrawn"
    ),
}
