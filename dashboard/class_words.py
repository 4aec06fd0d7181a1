"""What the letters of a ledger line mean, in words a person who has never seen them can use."""

from dataclasses import dataclass

from dashboard.text import Text


@dataclass(frozen=True)
class ClassWords:
    """A short name and one sentence of explanation."""

    name: Text
    meaning: Text


LINE_CLASSES: dict[str, ClassWords] = {
    "A": ClassWords(
        Text(sv="På avtal, priset kontrollerat", en="On contract, price checked"),
        Text(
            sv="Köpet hör till ett avtal, artikeln finns på prislistan och priset stämmer.",
            en="The purchase belongs to a contract, the article is on the price list and the price agrees.",
        ),
    ),
    "A-": ClassWords(
        Text(sv="På avtal, fel pris", en="On contract, wrong price"),
        Text(
            sv="Köpet hör till ett avtal och artikeln finns på prislistan, men priset avviker.",
            en="The purchase belongs to a contract and the article is on the price list, but the price deviates.",
        ),
    ),
    "B": ClassWords(
        Text(sv="På avtal, priset inte kontrollerat", en="On contract, price not checked"),
        Text(
            sv="Köpet hör till ett avtal, men det saknas underlag för att kontrollera raden mot en prislista.",
            en="The purchase belongs to a contract, but nothing lets us check the line against a price list.",
        ),
    ),
    "C": ClassWords(
        Text(sv="Avtalsleverantör, men utanför avtalet", en="Contract supplier, but outside the contract"),
        Text(
            sv="Leverantören har avtal, men för annat än detta, för en annan enhet eller dag, eller med taket nått.",
            en="The supplier has a contract, but for something else, another unit or day, or its ceiling is reached.",
        ),
    ),
    "D": ClassWords(
        Text(sv="Direktupphandling, dokumenterad", en="Direct award, documented"),
        Text(
            sv="Inget avtal täcker behovet och en dokumenterad direktupphandling gör det.",
            en="No contract covers the need, and a documented direct award does.",
        ),
    ),
    "E": ClassWords(
        Text(sv="Köp utanför avtal", en="Bought outside contract"),
        Text(
            sv="Ett avtal med en annan leverantör täcker behovet, men köpet gjordes någon annanstans.",
            en="A contract with another supplier covers the need, but the purchase was made elsewhere.",
        ),
    ),
    "F": ClassWords(
        Text(sv="Utan avtal, odokumenterat", en="No contract, not documented"),
        Text(
            sv="Inget avtal täcker behovet och ingen direktupphandling är dokumenterad.",
            en="No contract covers the need and no direct award is documented.",
        ),
    ),
    "U": ClassWords(
        Text(sv="Går inte att avgöra", en="Cannot be decided"),
        Text(
            sv="Leverantören eller kategorin är okänd, eller så är flera avtal lika möjliga.",
            en="The supplier or the category is unknown, or several contracts are equally possible.",
        ),
    ),
}

SPEND_CLASSES: dict[str, ClassWords] = {
    "procurable": ClassWords(
        Text(sv="Går att påverka", en="Addressable"),
        Text(
            sv="Köp från externa leverantörer som kan upphandlas. Det är dem nyckeltalen räknar på.",
            en="Purchases from external suppliers that can be procured. The metrics count these.",
        ),
    ),
    "unknown": ClassWords(
        Text(sv="Okänt", en="Unknown"),
        Text(
            sv="Varken konto eller kategori säger vad som köpts. Räknas som okänt i nyckeltalen.",
            en="Neither account nor category says what was bought. Counted as unknown in the metrics.",
        ),
    ),
    "transfer": ClassWords(
        Text(sv="Transfereringar", en="Transfers"),
        Text(
            sv="Pensioner, skatter, bidrag, avgifter och ränta: inget köp att konkurrensutsätta.",
            en="Pensions, taxes, grants, fees and interest: no purchase to compete for.",
        ),
    ),
    "premises": ClassWords(
        Text(sv="Lokaler och mark", en="Premises and land"),
        Text(
            sv="Hyra, arrende och tomträtt: affärer om fast egendom.",
            en="Rent, lease and site leasehold: property deals.",
        ),
    ),
    "monopoly": ClassWords(
        Text(sv="Monopol", en="Monopoly"),
        Text(
            sv="Vatten, fjärrvärme, nätavgifter och offentliga taxor: det finns ingen marknad.",
            en="Water, district heating, grid fees and public tariffs: there is no market.",
        ),
    ),
    "placement": ClassWords(
        Text(sv="Placeringar", en="Placements"),
        Text(
            sv="Enskilda vårdplaceringar, familjehem och valfrihetssystem: redovisas för sig.",
            en="Individual care placements, family homes and systems of choice: reported separately.",
        ),
    ),
    "internal": ClassWords(
        Text(sv="Interna köp", en="Internal purchases"),
        Text(
            sv="Köp från egna bolag och andra nämnder.",
            en="Purchases from our own companies and other committees.",
        ),
    ),
    "sensitive": ClassWords(
        Text(sv="Säkerhetsskyddat", en="Security classified"),
        Text(sv="Hålls helt utanför verktyget.", en="Kept out of the tool altogether."),
    ),
}

MATCH_METHODS: dict[str, Text] = {
    "contract_ref": Text(sv="avtalets nummer står på fakturan", en="the contract's number is on the invoice"),
    "order_ref": Text(sv="ordern pekar på avtalet", en="the order points to the contract"),
    "article": Text(sv="artikeln finns på avtalets prislista", en="the article is on the contract's price list"),
    "supplier_category_unit": Text(
        sv="leverantör, kategori och förvaltning passar ett enda avtal",
        en="supplier, category and department fit one contract only",
    ),
    "supplier_category": Text(
        sv="leverantör och kategori passar ett enda avtal", en="supplier and category fit one contract only"
    ),
    "ambiguous": Text(sv="flera avtal är lika möjliga", en="several contracts are equally possible"),
}
