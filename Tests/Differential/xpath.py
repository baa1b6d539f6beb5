#!/usr/bin/env python3
"""Asks generated documents with generated expressions, through mappings and through lxml.

    Tests/Differential/xpath.py RESPMAP [SEEDS [FIRST]]

A seed has 60 documents and 60 expressions, so 3,600 comparisons and more. Needs lxml. Texts with exponents are left
out: libxml2 takes them for numbers, against XPath 1.0 §4.4.
"""
import json
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from lxml import etree

NAMES = ["a", "b", "c", "p:a", "p:b", "q:c"]
NAMESPACES = {"p": "urn:p", "q": "urn:q"}
TEXTS = ["", "1", "2", "10", "-3", "0.5", "x", "xy", " 7 ", "é€", "x y", "true", "1 3", "\n"]
AXES = ["child", "descendant", "descendant-or-self", "self", "parent", "ancestor", "attribute",
        "ancestor-or-self", "following", "preceding", "following-sibling", "preceding-sibling"]


def document(rng, depth=0):
    name = rng.choice(NAMES)
    attributes = "".join(
        f' {key}="{rng.choice(TEXTS).strip()}"'
        for key in rng.sample(["x", "y", "p:x", "xml:lang"], rng.randint(0, 2)))
    declarations = ' xmlns:p="urn:p" xmlns:q="urn:q"' if depth == 0 else ""
    children = ""
    for _ in range(rng.randint(0, 4 if depth < 4 else 0)):
        kind = rng.random()
        if kind < 0.65:
            children += document(rng, depth + 1)
        elif kind < 0.9:
            children += rng.choice(TEXTS)
        else:
            children += rng.choice(["<!--x-->", "<?t x?>", "<![CDATA[x]]>"])
    return f"<{name}{declarations}{attributes}>{children}</{name}>"


def test(rng, axis):
    if axis == "attribute":
        return rng.choice(["x", "y", "p:x", "*", "node()"])
    return rng.choice(NAMES + ["*", "node()", "text()", "p:*", "comment()"])


def step(rng, depth):
    if rng.random() < 0.1:
        return rng.choice([".", ".."])
    axis = rng.choice(AXES) if rng.random() < 0.5 else "child"
    text = f"{axis}::{test(rng, axis)}"
    while rng.random() < 0.3 and depth < 3:
        text += f"[{expression(rng, depth + 1)}]"
    return text


def path(rng, depth):
    steps = [step(rng, depth) for _ in range(rng.randint(1, 3))]
    start = rng.choice(["/", "//", ""]) if depth else rng.choice(["/", "//"])
    return start + "".join(
        text + (rng.choice(["/", "//"]) if index + 1 < len(steps) else "")
        for index, text in enumerate(steps))


def nodes(rng, depth):
    kind = rng.random()
    if kind < 0.8 or depth > 2:
        return path(rng, depth)
    if kind < 0.9:
        return f"({path(rng, depth)} | {path(rng, depth)})"
    return f"({path(rng, depth)})[{expression(rng, depth + 1)}]"


def number(rng, depth):
    return [
        lambda: str(rng.randint(0, 4)), lambda: "position()", lambda: "last()", lambda: "0.5",
        lambda: f"count({nodes(rng, depth + 1)})", lambda: f"sum({nodes(rng, depth + 1)})",
        lambda: f"string-length({string(rng, depth + 1)})",
        lambda: f"number({expression(rng, depth + 1)})",
        lambda: f"{rng.choice(['floor', 'ceiling', 'round'])}({number(rng, depth + 1)})",
        lambda: f"({number(rng, depth + 1)} {rng.choice(['+', '-', '*', 'div', 'mod'])} "
                f"{number(rng, depth + 1)})",
        lambda: f"-({number(rng, depth + 1)})",
    ][rng.randint(0, 3 if depth > 2 else 10)]()


def string(rng, depth):
    two = lambda name: f"{name}({string(rng, depth + 1)}, {string(rng, depth + 1)})"
    return [
        lambda: rng.choice(["'x'", "'1'", "''", "'é'", "' x  y '"]), lambda: "name()",
        lambda: "local-name()", lambda: "namespace-uri()", lambda: "string()",
        lambda: f"string({expression(rng, depth + 1)})",
        lambda: two("concat"), lambda: two("substring-before"), lambda: two("substring-after"),
        lambda: f"normalize-space({string(rng, depth + 1)})",
        lambda: f"translate({string(rng, depth + 1)}, 'xé1', 'yx')",
        lambda: f"substring({string(rng, depth + 1)}, {number(rng, depth + 1)}, 2)",
        lambda: f"name({nodes(rng, depth + 1)})",
    ][rng.randint(0, 4 if depth > 2 else 12)]()


def boolean(rng, depth):
    comparison = ["=", "!=", "<", "<=", ">", ">="]
    return rng.choice([
        lambda: f"({value(rng, depth + 1)} {rng.choice(comparison)} {value(rng, depth + 1)})",
        lambda: f"({value(rng, depth + 1)} {rng.choice(['and', 'or'])} {value(rng, depth + 1)})",
        lambda: f"not({value(rng, depth + 1)})", lambda: f"lang('x')",
        lambda: f"contains({string(rng, depth + 1)}, {string(rng, depth + 1)})",
        lambda: f"starts-with({string(rng, depth + 1)}, {string(rng, depth + 1)})",
    ])()


def value(rng, depth):
    if depth > 3:
        return rng.choice(["1", "'x'", ".", "true()"])
    return rng.choice([nodes, nodes, number, string, boolean])(rng, depth)


expression = value


# --- Paths that are streamed: named children from the root on


def streamed(rng):
    paths = []
    for _ in range(rng.randint(1, 2)):
        text = ""
        for _ in range(rng.randint(1, 4)):
            text += "/" + rng.choice(NAMES) + rng.choice(["", "", "", f"[{rng.randint(1, 3)}]"])
        paths.append(text + rng.choice(["", "", "/text()", "/@x", "/@p:x"]))
    return " | ".join(paths)


def texts(rng, is_streamed):
    """Expressions that tell nodes apart, or a value's conversions."""
    inner = streamed(rng) if is_streamed else (
        nodes(rng, 0) if rng.random() < 0.7 else f"//*[{value(rng, 1)}]")
    outer = f"({inner})"
    return [f"count{outer}", f"boolean{outer}", f"string{outer}", f"number{outer}", f"string({outer}[2])",
            f"name({outer}[last()])", f"local-name{outer}", f"namespace-uri{outer}", f"sum{outer}",
            f"concat({outer}, '|', {outer}[last()])", f"normalize-space{outer}", f"string-length{outer}"]


# --- One mapping of many expressions, asked of many documents in one run


def mapping(expressions):
    lines = ["response xml"] + [f'namespace {prefix} = "{uri}"' for prefix, uri in NAMESPACES.items()]
    lines += [f"(string({text})) -> F{number}: text" for number, text in enumerate(expressions)]
    return "\n".join(lines) + "\n"


def run(respmap, expressions, documents):
    """For each document what each expression is as a string; an outcome that is no mapping as it is."""
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/m.respmap", "w", encoding="utf-8") as file:
            file.write(mapping(expressions))
        with open(folder + "/answers.ndjson", "w", encoding="utf-8") as file:
            for body in documents:
                file.write(json.dumps({"status": 200, "body": body}) + "\n")
        done = subprocess.run([respmap, "run", folder + "/m.respmap", "--ndjson", folder + "/answers.ndjson"],
                              capture_output=True, text=True)
    if done.returncode not in (0, 4):
        sys.exit(done.stdout + done.stderr + mapping(expressions))
    for line in done.stdout.splitlines():
        outcome = json.loads(line)
        if outcome["outcome"] != "mapped":
            yield outcome
            continue
        yield [result_of(outcome, result) for result in outcome["results"]]


def result_of(outcome, result):
    if result["result"] == "empty":
        return ""
    return outcome["updates"].get(result["field"], result)


def agrees(ours, theirs):
    if not isinstance(ours, str):
        return False
    if isinstance(theirs, bool):
        return ours == ("true" if theirs else "false")
    if isinstance(theirs, (int, float)):
        # The same number, whatever libxml2 makes of it as a string.
        return ours == "NaN" if theirs != theirs else float(ours) == theirs
    # White space alone is an empty value.
    return ours == theirs or not ours and not theirs.strip()


def check(respmap, seed):
    rng = random.Random(seed)
    documents = [document(rng) for _ in range(DOCUMENTS)]
    expressions, compiled, refused = [], [], 0
    while len(expressions) < EXPRESSIONS:
        for text in texts(rng, is_streamed=seed % 2 == 0):
            try:
                compiled.append(etree.XPath(text, namespaces=NAMESPACES))
                etree.XPath(text, namespaces=NAMESPACES)(etree.fromstring("<a/>").getroottree())
                expressions.append(text)
            except etree.XPathError:
                del compiled[len(expressions):]
                refused += 1
    compared, limited, differences = 0, 0, []
    for body, ours in zip(documents, run(respmap, expressions, documents), strict=True):
        if isinstance(ours, dict) and ours["failure"].get("limit") == "querySteps":
            limited += 1
            continue
        root = etree.fromstring(body.encode()).getroottree()
        for number, (text, evaluate) in enumerate(zip(expressions, compiled)):
            theirs = evaluate(root)
            compared += 1
            mine = ours[number] if isinstance(ours, list) else ours
            if not agrees(mine, theirs):
                differences.append((text, body, mine, theirs))
    return compared, refused, limited, differences


# Of each seed; every second has paths alone that are streamed.
DOCUMENTS = 60
EXPRESSIONS = 60


def main():
    respmap = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    compared = refused = limited = differing = 0
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda seed: check(respmap, seed), range(first, first + count)):
            compared += found[0]
            refused += found[1]
            limited += found[2]
            differing += len(found[3])
            for difference in found[3][:3]:
                print(*(f"{part!r}" for part in difference), sep="\n  ")
    print(f"{compared} comparisons, {refused} expressions refused by lxml, {limited} documents beyond the limit "
          f"of steps, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
