"""Check digits of ID and card numbers, which no record and no page may contain."""

from __future__ import annotations

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def is_id_number(number: str) -> bool:
    """Whether 18 characters bear the check digit of a citizen's ID number (GB 11643)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECK_DIGITS[total % 11] == number[17].upper()


def is_card_number(number: str) -> bool:
    """Whether the digits, separators ignored, have a valid Luhn check digit."""
    digits = [int(character) for character in number if character.isdecimal()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
