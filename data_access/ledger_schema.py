"""The supplier ledger's columns, in the order they are stored.

Amounts are öre excluding VAT (unless `is_gross`); credit notes are negative and stay in. A row without a day has
`period` null and is placed in no period. Names and numbers of suppliers stand in SQL (`supplier_alias`), so that
a merge rewrites nothing here and personal data is never in the lake.
"""

import polars as pl

LEDGER_SCHEMA: dict[str, pl.DataType] = {
    "import_id": pl.Int32(),
    "member": pl.Int16(),  # which file inside an archive, 0 where there is one
    "row": pl.Int32(),  # the file's own row number, header included
    "period": pl.Int32(),  # 202611
    "posted_on": pl.Date(),
    "invoiced_on": pl.Date(),
    "due_on": pl.Date(),
    "paid_on": pl.Date(),
    "ordered_on": pl.Date(),
    "delivered_on": pl.Date(),
    "alias_id": pl.Int32(),  # supplier_alias.id; null: the row names no supplier
    "unit_id": pl.Int32(),  # org_unit.id
    "account_id": pl.Int32(),  # account.id
    "category_id": pl.Int32(),  # category.id where the file says it; else the account's category holds
    "amount_ore": pl.Int64(),
    "is_gross": pl.Boolean(),
    "voucher_no": pl.String(),
    "invoice_no": pl.String(),
    "order_ref": pl.String(),
    "contract_ref": pl.String(),
    "article_no": pl.String(),
    "quantity": pl.Float64(),
    "unit_price_ore": pl.Int64(),
    "basis": pl.String(),  # "direktupphandling", "ramavtal", … as the file says
    "invoice_format": pl.String(),  # peppol, svefaktura, pdf, papper
    "is_disputed": pl.Boolean(),
}
