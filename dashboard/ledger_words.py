"""What each column of a supplier ledger can mean, in the order a person looks for them."""

from dashboard.text import Text

MEANINGS: dict[str, Text] = {
    "amount": Text(sv="Belopp utan moms", en="Amount without VAT"),
    "supplier_name": Text(sv="Leverantörens namn", en="The supplier's name"),
    "orgnr": Text(sv="Organisationsnummer", en="Organisation number"),
    "supplier_no": Text(sv="Leverantörsnummer", en="Supplier number"),
    "posted_on": Text(sv="Bokföringsdag", en="Posting day"),
    "invoiced_on": Text(sv="Fakturadag", en="Invoice day"),
    "period": Text(sv="Period (månad)", en="Period (month)"),
    "unit_name": Text(sv="Förvaltning eller enhet", en="Department or unit"),
    "account_code": Text(sv="Konto", en="Account"),
    "account_text": Text(sv="Kontots text", en="The account's text"),
    "category_text": Text(sv="Kategori", en="Category"),
    "invoice_no": Text(sv="Fakturanummer", en="Invoice number"),
}
MORE_MEANINGS: dict[str, Text] = {
    "gross": Text(sv="Belopp med moms", en="Amount with VAT"),
    "vat": Text(sv="Moms", en="VAT"),
    "unit_code": Text(sv="Förvaltningens kod", en="The department's code"),
    "voucher_no": Text(sv="Verifikationsnummer", en="Voucher number"),
    "order_ref": Text(sv="Orderreferens", en="Order reference"),
    "contract_ref": Text(sv="Avtalsreferens", en="Contract reference"),
    "article_no": Text(sv="Artikelnummer", en="Article number"),
    "quantity": Text(sv="Antal", en="Quantity"),
    "unit_price": Text(sv="Pris per enhet", en="Unit price"),
    "due_on": Text(sv="Förfallodag", en="Due day"),
    "paid_on": Text(sv="Betald", en="Paid on"),
    "ordered_on": Text(sv="Beställd", en="Ordered on"),
    "delivered_on": Text(sv="Levererad", en="Delivered on"),
    "vat_no": Text(sv="Momsregistreringsnummer", en="VAT number"),
    "country": Text(sv="Land", en="Country"),
    "currency": Text(sv="Valuta", en="Currency"),
    "basis": Text(sv="Grund för köpet", en="Basis of the purchase"),
    "invoice_format": Text(sv="Fakturans form", en="The invoice's form"),
    "is_disputed": Text(sv="Bestridd", en="Disputed"),
    "buyer": Text(sv="Köpande organisation", en="Buying organisation"),
}
ALL_MEANINGS = MEANINGS | MORE_MEANINGS
