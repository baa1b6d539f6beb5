#!/usr/bin/env python3
"""Asks generated documents with generated expressions, through `respmap query` and through lxml.

    Tests/Differential/xpath.py RESPMAP [COUNT [SEED]]

Needs lxml. Texts with exponents are left out: libxml2 takes them for numbers, against XPath 1.0 §4.4.
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


def normal(result):
    if isinstance(result, bool):
        return result
    if isinstance(result, (int, float)):
        return "NaN" if result != result else float(result)
    return result


def asked(respmap, file, text):
    command = [respmap, "query", f"({text})", file, "--format", "json"]
    for prefix, uri in NAMESPACES.items():
        command += ["--namespace", f"{prefix}={uri}"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return ("error", done.stdout + done.stderr)
    return json.loads(done.stdout)


def check(respmap, seed):
    rng = random.Random(seed)
    body = document(rng)
    # lxml takes the root element for the context, not the root.
    inner = nodes(rng, 0) if rng.random() < 0.5 else f"//*[{value(rng, 1)}]"
    root = etree.fromstring(body.encode()).getroottree()
    try:
        kind = root.xpath(inner, namespaces=NAMESPACES)
    except etree.XPathEvalError as error:
        return ("refused", inner, body, str(error), None)
    outer = f"({inner})"
    texts = [f"boolean{outer}", f"string{outer}", f"number{outer}"]
    if isinstance(kind, list):
        texts += [f"count{outer}", f"string({outer}[2])", f"name({outer}[last()])",
                  f"string({outer}[3]/..)"]
    with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
        file.write(body)
        file.flush()
        for text in texts:
            theirs = normal(root.xpath(text, namespaces=NAMESPACES))
            ours = asked(respmap, file.name, text)
            if isinstance(ours, list) and len(ours) == 1:
                ours = ours[0]
            if normal(ours) != theirs:
                return ("differs", text, body, ours, theirs)
    return None


def main():
    respmap = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    differences = refused = 0
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda seed: check(respmap, seed), range(first, first + count)):
            if found is None:
                continue
            if found[0] == "refused":
                refused += 1
                continue
            differences += 1
            print(*(f"{part!r}" for part in found), sep="\n  ")
    print(f"{count} documents and expressions, {refused} refused by lxml, {differences} differ")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
