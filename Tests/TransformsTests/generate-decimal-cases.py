#!/usr/bin/env python3
"""Prints decimal calculations with their results by Python's `decimal` (IEEE 754 decimal128).

    generate-decimal-cases.py SEED COUNT

One case a line, tab-separated: transform, input, argument (empty for none), result. The result is
a number in its canonical text, or the word `overflow`, `fraction` or `zero divisor`. The same seed
gives the same cases. The fixed cases of the tests are those of seed 1: decimal-cases.tsv.
"""
import decimal
import random
import sys

CONTEXT = decimal.Context(
    prec=34, rounding=decimal.ROUND_HALF_EVEN, Emin=-6143, Emax=6144, clamp=0,
    traps=[decimal.Overflow, decimal.InvalidOperation])
# Rounding to a place is exact, whatever the number of digits.
WIDE = decimal.Context(prec=100_000, Emin=-10**15, Emax=10**15)
OPERATIONS = {
    "add": CONTEXT.add, "subtract": CONTEXT.subtract,
    "multiply": CONTEXT.multiply, "divide": CONTEXT.divide,
}
ROUNDINGS = {
    "round": decimal.ROUND_HALF_EVEN, "floor": decimal.ROUND_FLOOR,
    "ceiling": decimal.ROUND_CEILING,
}


def canonical(value):
    """No zeros behind the fraction; an exponent only where the first digit is beyond 10^±40."""
    if not value:
        return "0"
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    stripped = text.rstrip("0")
    exponent += len(text) - len(stripped)
    first = exponent + len(stripped) - 1
    minus = "-" if sign else ""
    if not -40 <= first <= 40:
        fraction = "." + stripped[1:] if len(stripped) > 1 else ""
        return f"{minus}{stripped[0]}{fraction}e{first}"
    if exponent >= 0:
        return minus + stripped + "0" * exponent
    padded = stripped.rjust(-exponent + 1, "0")
    return f"{minus}{padded[:exponent]}.{padded[exponent:]}"


def digits(chance):
    """Digits that bring about ties and carries more often than chance does."""
    count = chance.choice([1, 1, 2, 3, 5, 9, 16, 17, 18, 19, 33, 34, 35, 36, 37, 40, 68, 80])
    shape = chance.randrange(6)
    if shape == 0:
        return "9" * count
    if shape == 1:
        return "1" + "0" * (count - 1)
    if shape == 2:
        return str(chance.randrange(1, 10)) + "0" * max(0, count - 2) + chance.choice("15")
    if shape == 3:
        head = "".join(chance.choices("0123456789", k=34))
        return head.lstrip("0") + chance.choice(["5", "50", "500001", "49", "4999999", "51"]) or "5"
    return "".join(chance.choices("0123456789", k=count)).lstrip("0") or "0"


def number(chance):
    text = digits(chance)
    if chance.random() < 0.5:
        place = chance.randrange(len(text) + 1)
        text = (text[:place] or "0") + "." + (text[place:] or "0")
        text = text.lstrip("0") if text.lstrip("0")[:1] not in ("", ".") else "0" + text.lstrip("0")
    exponent = chance.choice([0, 0, 0, chance.randint(-5, 5), chance.randint(-45, 45)])
    if chance.random() < 0.1:
        first_digit = decimal.Decimal(text).adjusted()
        exponent = chance.choice([
            chance.randint(-6180, -6140) - first_digit, chance.randint(6142, 6145) - first_digit,
            chance.randint(-3200, 3200), 999_999_999, -999_999_999])
    if exponent:
        plus = chance.choice(["", "+"]) if exponent > 0 else ""
        text += chance.choice("eE") + plus + str(exponent)
    return chance.choice(["", "-"]) + text


def near(chance, text):
    """A number that nearly cancels out the one given."""
    value = decimal.Decimal(text)
    try:
        unit = decimal.Decimal((0, (1,), value.adjusted() - chance.randrange(40)))
        value = WIDE.add(value, unit)
    except decimal.DecimalException:
        return text
    return canonical(value.copy_negate() if chance.random() < 0.5 else value)


def calculated(name, left, right):
    try:
        operand = CONTEXT.create_decimal(right)
        if name == "divide" and not operand:
            return "zero divisor"
        return canonical(OPERATIONS[name](CONTEXT.create_decimal(left), operand))
    except decimal.Overflow:
        return "overflow"


def rounded(name, text, places):
    value = decimal.Decimal(text)
    if value.as_tuple().exponent >= -places:
        return canonical(value)
    unit = decimal.Decimal((0, (1,), -places))
    # A number far below the place needs no more than its sign.
    if value and value.adjusted() < -places - 2:
        value = decimal.Decimal((value.is_signed(), (1,), -places - 2))
    return canonical(value.quantize(unit, rounding=ROUNDINGS[name], context=WIDE))


def case(chance):
    others = ["round"] * 3 + ["floor", "ceiling", "abs", "integer"]
    name = chance.choice(list(OPERATIONS) * 3 + others)
    text = number(chance)
    if name in OPERATIONS:
        argument = near(chance, text) if chance.random() < 0.2 else number(chance)
        return name, text, argument, calculated(name, text, argument)
    if name == "abs":
        return name, text, "", canonical(decimal.Decimal(text).copy_abs())
    if name == "integer":
        whole = rounded("floor", text, 0)
        return name, text, "", whole if whole == canonical(decimal.Decimal(text)) else "fraction"
    places = chance.choice([0, 1, 2, 5, 33, 34, 35, 40, 6176]) if name == "round" else 0
    return name, text, str(places) if name == "round" else "", rounded(name, text, places)


def main():
    chance = random.Random(int(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        print("\t".join(case(chance)))


main()
