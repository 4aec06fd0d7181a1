"""The made-up municipality: eleven committees with a department each, and two companies outside the scope."""

import numpy as np
import polars as pl

from sample_data.clock import Floats

MUNICIPALITY = "Älvhamns kommun"
COMPANIES = ("Älvhamn Bostäder AB", "Älvhamn Energi och Vatten AB")

DEPARTMENTS = (
    ("1000", "Kommunstyrelsen", "Kommunledningsförvaltningen"),
    ("2000", "Barn- och utbildningsnämnden", "Barn- och utbildningsförvaltningen"),
    ("2500", "Gymnasie- och vuxenutbildningsnämnden", "Gymnasie- och vuxenutbildningsförvaltningen"),
    ("3000", "Socialnämnden", "Socialförvaltningen"),
    ("4000", "Vård- och omsorgsnämnden", "Vård- och omsorgsförvaltningen"),
    ("5000", "Tekniska nämnden", "Tekniska förvaltningen"),
    ("5500", "Samhällsbyggnadsnämnden", "Samhällsbyggnadsförvaltningen"),
    ("6000", "Kulturnämnden", "Kulturförvaltningen"),
    ("6500", "Fritidsnämnden", "Fritidsförvaltningen"),
    ("7000", "Miljönämnden", "Miljöförvaltningen"),
    ("8000", "Räddningsnämnden", "Räddningstjänsten"),
)

FIRST_DEPARTMENT = 2 + len(DEPARTMENTS)  # ids: the municipality, the committees, the departments, the companies
DEPARTMENT_IDS = tuple(range(FIRST_DEPARTMENT, FIRST_DEPARTMENT + len(DEPARTMENTS)))
COMPANY_IDS = tuple(range(DEPARTMENT_IDS[-1] + 1, DEPARTMENT_IDS[-1] + 1 + len(COMPANIES)))
BUYERS = DEPARTMENT_IDS + COMPANY_IDS

# Who buys it: one weight a department in the order above.
PROFILES: dict[str, tuple[float, ...]] = {
    "alla": (10, 28, 12, 14, 22, 6, 3, 3, 3, 1, 2),
    "skola": (1, 66, 28, 2, 0, 0, 0, 2, 1, 0, 0),
    "vard": (1, 2, 1, 20, 74, 0, 0, 0, 0, 0, 2),
    "social": (2, 4, 4, 82, 8, 0, 0, 0, 0, 0, 0),
    "teknik": (4, 6, 2, 1, 3, 66, 12, 0, 4, 0, 2),
    "kost": (2, 52, 12, 4, 28, 0, 0, 1, 1, 0, 0),
    "stab": (52, 10, 6, 8, 8, 6, 5, 2, 2, 1, 0),
    "fritid": (2, 12, 6, 0, 0, 4, 0, 26, 50, 0, 0),
    "miljo": (4, 0, 0, 0, 0, 30, 26, 0, 0, 40, 0),
    "raddning": (2, 0, 0, 0, 4, 10, 0, 0, 0, 0, 84),
}
# How loyal each buyer is to the contracts beside the category's own share, and where it has come in three years.
LOYALTY = np.array([-0.03, -0.01, 0.0, -0.08, 0.02, 0.0, -0.05, -0.14, -0.07, 0.04, 0.07, 0.0, -0.02])
LOYALTY_GAIN = np.array([0.08, 0.09, 0.08, 0.11, -0.07, 0.1, 0.09, 0.03, 0.09, 0.02, 0.05, 0.02, 0.0])

COMPANY_WEIGHT = (0.035, 0.025)


def profile_weights(profile: str) -> Floats:
    """The share of a category bought by each of `BUYERS`; the companies buy a little of what technicians buy."""
    own = np.array(PROFILES[profile], dtype=float)
    companies = COMPANY_WEIGHT if profile in ("teknik", "alla", "stab") else (0.0, 0.0)
    return np.append(own / own.sum() * (1 - sum(companies)), companies)


def units() -> pl.DataFrame:
    """Rows of `org_unit`."""
    rows: list[tuple[int, str | None, str, str, int | None, bool]] = [(1, "0", MUNICIPALITY, "kommun", None, True)]
    for place, (code, committee, department) in enumerate(DEPARTMENTS):
        rows.append((2 + place, f"N{code}", committee, "namnd", 1, True))
        rows.append((FIRST_DEPARTMENT + place, code, department, "forvaltning", 2 + place, True))
    rows += [(COMPANY_IDS[i], f"900{i + 1}", name, "bolag", 1, False) for i, name in enumerate(COMPANIES)]
    columns = ["id", "code", "name", "type", "parent_id", "is_in_scope"]
    return pl.DataFrame(rows, schema=columns, orient="row", infer_schema_length=None).sort("id")


def unit_aliases() -> pl.DataFrame:
    """Rows of `org_unit_alias`: a buyer is known by its code and by its name."""
    buyers = units().filter(pl.col("id").is_in(BUYERS))
    keys = pl.concat(
        [buyers.select("id", key=pl.col("code")), buyers.select("id", key=pl.col("name").str.to_lowercase())]
    )
    return keys.select(id=pl.int_range(1, pl.len() + 1), unit_id="id", key="key")
