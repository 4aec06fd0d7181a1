"""Organisation numbers nobody has: the first digit 4 is not in use, and the check digit is right."""

from stdnum import luhn


def organisation_number(serial: int) -> str:
    """Ten digits for `serial` (0 to 9,999,999): 4, then a third digit of at least 2 as legal persons have."""
    body = f"40{2 + serial % 8}{serial * 7919 % 1_000_000:06d}"
    return str(body + luhn.calc_check_digit(body))
