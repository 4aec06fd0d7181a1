"""What is missing on a step, as an exhortation: what to do."""

from dashboard.text import Text

NEEDS: dict[str, Text] = {
    "contact": Text(sv="Kontakta leverantören", en="Contact the supplier"),
    "supplier_reply": Text(sv="Få leverantörens svar", en="Get the supplier's answer"),
    "check": Text(sv="Gör nästa avstämning", en="Make the next check"),
    "complaint": Text(sv="Skicka skriftlig reklamation", en="Send a written complaint"),
    "meeting": Text(sv="Håll möte med leverantören", en="Hold a meeting with the supplier"),
    "action_plan": Text(sv="Ta fram en handlingsplan", en="Make an action plan"),
    "information": Text(sv="Informera berörd verksamhet", en="Inform the operations concerned"),
    "protocol": Text(sv="Skriv protokoll", en="Write the minutes"),
    "penalty_assessment": Text(sv="Bedöm om vite ska tas ut", en="Assess whether to charge a penalty"),
    "registration_number": Text(sv="Ange diarienummer", en="State the registration number"),
    "legal_counsel": Text(sv="Utse jurist", en="Name legal counsel"),
    "notice_of_breach": Text(
        sv="Skicka skriftlig erinran med rättelsefrist", en="Send a written notice of breach with a time to cure"
    ),
    "legal_meeting": Text(
        sv="Håll leverantörsmöte med juristen", en="Hold a meeting with the supplier and legal counsel"
    ),
    "legal_assessment": Text(sv="Skriv juristens bedömning", en="Write legal counsel's assessment"),
    "penalty_decision": Text(
        sv="Besluta om vite: ta ut eller avstå, med skäl", en="Decide on the penalty: charge or waive, with reasons"
    ),
    "block_assessment": Text(sv="Bedöm om beställningar ska spärras", en="Assess whether to block orders"),
    "declaration_of_termination": Text(sv="Skicka hävningsförklaringen", en="Send the declaration of termination"),
    "erp_block": Text(sv="Spärra beställningar i Raindance", en="Block orders in Raindance"),
    "replacement_plan": Text(sv="Ta fram en plan för ersättning", en="Make a plan for the replacement"),
    "exclusion_file": Text(sv="Ta fram uteslutningsunderlag", en="Draw up the exclusion file"),
    "settlement": Text(sv="Gör slutreglering", en="Settle all claims"),
    "block_lifted": Text(sv="Häv spärren i Raindance", en="Lift the block in Raindance"),
    "closing_note": Text(sv="Skriv och diarieför avslutsanteckning", en="Write and register the closing note"),
    "final_report": Text(sv="Skriv slutrapport", en="Write the final report"),
}
