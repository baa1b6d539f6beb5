"""The rows of the attack table whose bodies are JSON.

Every place is marked in its body by `‸`: the first byte that cannot continue a JSON text, or the first
byte of a sequence that is not UTF-8; for a body that is cut short its end.
"""

import gzip
import itertools
import zlib

from rows import (
    EMPTY, LONGEST, MISMATCH, MISSING, NULL, OVERLONG, Number, counted, encoding, failed, filled,
    limit, malformed, mapped, table, text,
)

ROWS, row = table("json", "a")

DEPTH = limit("depth", 512)
NOT_UTF8 = encoding("not UTF-8")
REPEATED = ["RM414"]


def cut_short(what, offset):
    return malformed(f"it is cut short: the {what} that begins at byte {offset} does not end")


# --- Encodings

for place, body in [
    ("a skipped string", '{"b":"‸\udcff","a":"x"}'), ("a skipped name", '{"‸\udcff":1,"a":"x"}'),
    ("a mapped string", '{"a":"é‸\udcff"}'), ("white space", '{"a":\n ‸\udcff"x"}'),
    ("a skipped subtree", '{"b":[[{"c":["‸\udcff"]}]],"a":"x"}'),
    ("what is behind", '{"a":"x"}‸\udcff'), ("the end of a string", '{"a":"x‸\udcc3"}'),
]:
    row(f"invalid UTF-8 in {place}", body, NOT_UTF8)
for name, sequence in [
    ("an overlong quote", "\udcc0\udca2"), ("an overlong `/`", "\udce0\udc80\udcaf"),
    ("a surrogate", "\udced\udcb0\udc80"), ("a character beyond Unicode", "\udcf4\udc90\udc80\udc80"),
    ("a lone continuation", "\udcbf"), ("a lead byte before a quote", "\udce2"),
]:
    row(f"JSON: {name}", f'{{"b":"xé‸{sequence}","a":"x"}}', NOT_UTF8)
row("JSON: invalid UTF-8 behind 10 MB",
    lambda: filled('{"a":"x","b":"', "é", '‸\udcff"}', LONGEST - 2), NOT_UTF8)
row("a mistake before invalid UTF-8", '{"a":[1,‸]} "\udcff"', malformed())
row("a mistake long before invalid UTF-8",
    lambda: filled('{"a":[1,‸]', " ", '"\udcff"', 100_000), malformed())
row("JSON with a mark", text('{"a":"x"}', "utf-8", b"\xEF\xBB\xBF"),
    mapped("x", warnings=["RM312"]))
row("JSON with two marks", text('‸\uFEFF{"a":"x"}', "utf-8", b"\xEF\xBB\xBF"),
    malformed(warnings=["RM312"]))
row("JSON with a mark within", '{‸\uFEFF"a":"x"}', malformed())
for name, bytes in [
    ("UTF-16LE with a mark", b"\xFF\xFE" + '{"a":"x"}'.encode("utf-16-le")),
    ("UTF-16BE with a mark", b"\xFE\xFF" + '{"a":"x"}'.encode("utf-16-be")),
    ("UTF-16LE", '{"a":"x"}'.encode("utf-16-le")), ("UTF-16BE", '{"a":"x"}'.encode("utf-16-be")),
    ("UTF-32LE with a mark", b"\xFF\xFE\0\0" + '{"a":"x"}'.encode("utf-32-le")),
    ("UTF-32BE with a mark", b"\0\0\xFE\xFF" + '{"a":"x"}'.encode("utf-32-be")),
    ("UTF-32LE", '{"a":"x"}'.encode("utf-32-le")), ("UTF-32BE", '{"a":"x"}'.encode("utf-32-be")),
]:
    row(f"JSON in {name}", bytes, encoding(name[:6]))
for name, bytes in [
    ("gzip", gzip.compress(b'{"a":"x"}')), ("Zstandard", b"\x28\xB5\x2F\xFD\x24\x0F\x79"),
    ("deflate", zlib.compress(b'{"a":"x"}')),
    ("gzip of 100 MB", lambda: gzip.compress(b" " * 100_000_000)),
]:
    row(f"JSON: {name}", bytes, encoding("Content-Encoding"))

# --- More than one document, and less than one

for name, body in [
    ("garbage", '{"a":"x"} ‸x'), ("a second document", '{"a":"x"}‸{"a":"y"}'),
    ("a bracket", '{"a":"x"}‸}'), ("a comma", '{"a":"x"}‸,'), ("a NUL", '{"a":"x"}\n‸\0'),
    ("a second line", '{"a":"x"}\r\n‸{"a":"y"}'), ("a number behind a number", "1 ‸2"),
]:
    row(f"behind the document: {name}", body, malformed("follows the end of the document"))
row("10 MB of documents", lambda: filled('{"a":"x"}‸', '{"a":"x"}', ""), malformed())
row("garbage behind 10 MB of white space",
    lambda: filled('{"a":"x"}', " ", "‸x"), malformed("follows the end of the document"))
for name, body, what, offset in [
    ("an object", '[{"a":1},{"b":[1],', "object", 9), ("a name", '{"a', "string", 1),
    ("a name's end", '{"a"', "object", 0), ("a colon", '[{"a":', "object", 1),
    ("an array", '{"a":[1,[2],', "array", 5), ("an element", '{"b":[1,[2]', "array", 5),
    ("a string", '{"a":"x', "string", 5), ("an escape", '{"a":"x\\', "string", 5),
    ("a Unicode escape", '{"a":"\\u00', "string", 5), ("a literal", '{"a":tru', "object", 0),
    ("a number", '{"a":[-', "array", 5), ("an exponent", '{"a":[1e+', "array", 5),
    ("a fraction", '{"a":[1.', "array", 5), ("a member's end", '{"a":{"b":1}', "object", 0),
]:
    row(f"JSON cut short in {name}", body + "‸", cut_short(what, offset))
row("JSON cut short within a character", '{"a":"x\udcc3‸', cut_short("string", 5))
row("JSON cut short after 10 MB", lambda: filled('{"a":["x",', "1,", "1‸"), cut_short("array", 5))
row("JSON cut short in a string of 10 MB",
    lambda: filled('{"a":"', "x", "‸"), cut_short("string", 5))
row("nothing", b"", failed("emptyBody", "webhook.1001"))
row("10 MB of white space", lambda: filled("", " \t\r\n", ""), failed("emptyBody", "webhook.1001"))
row("a mark and white space", b"\xEF\xBB\xBF \n", failed("emptyBody", "webhook.1001"))
row("XML for JSON", "‸<r><a>x</a></r>", malformed("HTML or XML"))
row("a page of HTML for JSON", "<!DOCTYPE html><html></html>",
    failed("contentTypeMismatch", "RM302"), content_type="text/html")

# --- Depth

for name, opening, closing in [
    ("arrays", "[", "]"), ("objects", '{"a":', "}"), ("unmapped objects", '{"b":', "}")]:
    row(f"512 {name}", opening * 512 + "1" + closing * 512,
        mapped(MISMATCH if opening == '{"a":' else MISSING))
    row(f"513 {name}", opening * 513 + "1" + closing * 513, DEPTH)
    row(f"1,000,000 {name}",
        lambda opening=opening, closing=closing: opening * 1_000_000 + "1" + closing * 1_000_000,
        DEPTH)
row("10 MB of `[`", lambda: filled("", "[", ""), DEPTH)
row("10 MB of `{`", lambda: filled("{‸", "{", ""), malformed("a name in double quotes"))
row("10 MB of `]`", lambda: filled("‸", "]", ""), malformed())
row("512 levels, mapped to the bottom", '{"a":' * 512 + '"x"' + "}" * 512, mapped("x"),
    [".".join(["a"] * 512)])
row("10 MB of subtrees 510 deep",
    lambda: filled('{"a":"x","b":[', "[" * 510 + "]" * 510 + ",", "1]}"), mapped("x"))

# --- Members

row("a key twice", '{"a":"x","b":1,"a":"y"}', mapped("y", warnings=REPEATED))
row("a key twice, the last null", '{"a":"x","a":null}', mapped(NULL, warnings=REPEATED))
row("a key twice, once with an escape", '{"a":"x","\\u0061":"y"}', mapped("y", warnings=REPEATED))
row("an object twice, the last without the member", '{"a":{"b":"x"},"a":{}}',
    mapped(MISSING, warnings=REPEATED), ["a.b"])
row("1,000,000 times a key", lambda: '{"a":{"b":1},' + '"a":1,' * 1_000_000 + '"a":"last"}',
    mapped("last", MISSING, warnings=REPEATED * 2), ["a", "a.b"])
row("10 MB of different keys",
    lambda: counted("{", lambda n: f'"k{n}":1,', '"a":"x"}'), mapped("x"))
row("10 MB of keys whose hashes collide",
    lambda: "{" + "".join(f'"{"".join(key)}":1,' for key in itertools.product(
        ["Aa", "BB"], repeat=18)) + '"a":"x"}', mapped("x"))
row("10 MB of keys like the wanted one but for their end",
    lambda: filled("{", f'"{"k" * 200}y":1,', f'"{"k" * 200}x":"x"}}'), mapped("x"),
    [f"{'k' * 200}x"])
row("1,000 mappings over 10 MB of other keys",
    lambda: counted("{", lambda n: f'"b{n}":1,', '"b":1}'), mapped(*[MISSING] * 1000),
    [f"key-number-{n}" for n in range(1000)])
row("1,000 mappings over 10 MB of the wanted keys",
    lambda: filled("{", "".join(f'"k{n}":"x",' for n in range(1000)), '"b":1}'),
    mapped(*["x"] * 1000, warnings=REPEATED * 1000), [f"k{n}" for n in range(1000)])
row("1,000 misspelled keys among 4,000",
    "{" + "".join(f'"prefix{n}y":1,' for n in range(4000)) + '"b":1}', mapped(*[MISSING] * 1000),
    [f"prefix{n}x" for n in range(1000)])
row("1,000 mappings that share a path of 20 keys",
    lambda: filled("{", '"p":' + '{"p":' * 19 + '{"z":1}' + "}" * 19 + ",", '"q":1}'),
    mapped(*[MISSING] * 1000, warnings=REPEATED * 1000), [f"{'p.' * 20}k{n}" for n in range(1000)])
row("1,000 mappings that share all but the last of 20 keys",
    lambda: filled('{"p":' * 20 + "{", "".join(f'"k{n}":"x",' for n in range(1000)),
                   '"q":1}' + "}" * 20),
    mapped(*["x"] * 1000, warnings=REPEATED * 1000), [f"{'p.' * 20}k{n}" for n in range(1000)])
row("1,000 mappings into 500 subtrees of 500 levels",
    lambda: filled("[", '{"p":' * 500 + "{}" + "}" * 500 + ",", "1]"), mapped(*[MISSING] * 1000),
    [f"[{n}].{'p.' * 20}k" for n in range(1000)])
row("the last of 1,000,000 elements", lambda: '{"a":[' + "0," * 999_999 + '"last"]}',
    mapped("last", MISSING, "0"), ["a[999999]", "a[1000000]", "a[0]"])
row("1,000 mappings into 1,000,000 elements", lambda: '{"a":[' + '"x",' * 999_999 + '"x"]}',
    mapped(*["x"] * 1000), [f"a[{n * 1000}]" for n in range(1000)])
row("a key of 10 MB", lambda: filled('{"a":"x","', "k", '":1}'), mapped("x"))
row("a key of 10 MB of escapes", lambda: filled('{"a":"x","', "\\u0061", '":1}'), mapped("x"))
row("an empty key", '{"":"x"}', mapped(MISSING))
row("a key with a NUL behind", '{"a\\u0000":"x"}', mapped(MISSING))
row("a key with half of a surrogate pair", '{"\\ud800":1,"a":"x"}', mapped("x"))

# --- Strings

row("a string of 10 MB", lambda: filled('{"b":"', "x", '","a":"x"}'), mapped("x"))
row("a string of 10 MB, mapped", lambda: filled('{"a":"', "x", '"}'), mapped(OVERLONG))
row("a string of 10 MB, mapped to a number", lambda: filled('{"a":"', "1", '"}'), mapped(MISMATCH),
    ["a : integer"])
row("10 MB of escapes", lambda: filled('{"b":"', "\\u0041", '","a":"x"}'), mapped("x"))
row("10 MB of escapes, mapped", lambda: filled('{"a":"', "\\n", '"}'), mapped(OVERLONG), ["a : text"])
row("10 MB of backslashes", lambda: filled('{"b":"', "\\\\", '","a":"x"}'), mapped("x"))
row("10 MB of quotes", lambda: filled('"a"‸', '"', ""), malformed())
row("10 MB of strings", lambda: filled('{"b":[', '"x",', '1],"a":"x"}'), mapped("x"))
row("half of a surrogate pair, mapped", '{"a":"\\ud800"}', mapped(MISMATCH))
row("the second half alone, mapped", '{"a":"\\udc00x"}', mapped(MISMATCH))
row("a pair the wrong way round, mapped", '{"a":"\\udc00\\ud800"}', mapped(MISMATCH))
row("half of a surrogate pair, skipped", '{"b":"\\ud800","a":"x"}', mapped("x"))
row("a surrogate pair", '{"a":"\\ud83d\\ude00"}', mapped("😀", warnings=["RM413"]))
row("\\u0000 in a string", '{"a":"x\\u0000y"}', mapped(MISMATCH))
row("\\u0000 in a number", '{"a":"4\\u0000"}', mapped(MISMATCH), ["a : integer"])
row("\\u0000, skipped", '{"b":"\\u0000","a":"x"}', mapped("x"))
row("control characters by escapes", '{"a":"\\u0001\\u001b"}', mapped("\x01\x1B"))
row("an empty string", '{"a":""}', mapped(EMPTY))
for name, body in [
    ("a tab", '{"a":"x‸\ty"}'), ("a line end", '{"a":"x‸\ny"}'), ("a NUL", '{"b":"‸\0"}'),
    ("an escape", '{"a":"x\x7F‸\x1By"}'),
]:
    row(f"{name} in a string", body, malformed())
for name, body in [
    ("\\x", '{"a":"\\‸x41"}'), ("\\u without digits", '{"a":"\\u‸x"}'),
    ("\\u with three digits", '{"a":"\\u004‸"}'), ("\\u with a wrong digit", '{"a":"\\u00‸G1"}'),
    ("\\'", '{"b":"\\‸\'"}'),
]:
    row(f"the escape {name}", body, malformed("backslash"))

# --- Numbers

DIGITS = "123456789012345678901234567890"
for name, source, as_integer, as_float in [
    ("1e400", "1e400", MISMATCH, Number("1e400")),
    ("-1e400", "-1e400", MISMATCH, Number("-1e400")),
    ("1e999999999", "1e999999999", MISMATCH, Number("1e999999999")),
    ("1e-999999999", "1e-999999999", MISMATCH, Number("1e-999999999")),
    ("2^53+1", "9007199254740993", Number("9007199254740993"), Number("9007199254740993")),
    ("2^63", "9223372036854775808", MISMATCH, Number("9223372036854775808")),
    ("30 digits", DIGITS, MISMATCH, Number(DIGITS)), ("-0", "-0", Number("0"), Number("-0")),
    ("0e999999999", "0e999999999", Number("0"), Number("0e999999999")),
    ("30 digits of a fraction", f"0.{DIGITS}", MISMATCH, Number(f"0.{DIGITS}")),
]:
    warnings = ["RM415"] if name == "2^53+1" else []
    row(f"the number {name}", f'{{"a":{source},"b":{source},"c":{source}}}',
        mapped(as_integer, as_float, source, warnings=warnings), ["a : integer", "b : float", "c"])
row("a number of 10 MB, mapped", lambda: filled('{"a":', "9", "}"),
    mapped(MISMATCH), ["a : integer"])
row("a number of 10 MB, mapped to a string", lambda: filled('{"a":', "9", "}"), mapped(OVERLONG))
row("a number of 10 MB of zeros", lambda: filled('{"a":1.', "0", "}"), mapped(MISMATCH),
    ["a : integer"])
row("an exponent of 10 MB", lambda: filled('{"b":1e', "9", ',"a":"x"}'), mapped("x"))
row("10 MB of numbers", lambda: filled('{"b":[', "0,", '1],"a":"x"}'), mapped("x"))
row("a text that is no number", '{"a":"0x10","b":"nan","c":"inf"}',
    mapped(MISMATCH, MISMATCH, MISMATCH), ["a : integer", "b : float", "c : float"])
for name, body in [
    ("0x10", '{"a":0‸x10}'), ("NaN", '{"a":‸NaN}'), ("Infinity", '{"a":‸Infinity}'),
    ("-Infinity", '{"a":-‸Infinity}'), ("+1", '{"a":‸+1}'), (".5", '{"a":‸.5}'),
    ("1.", '{"a":1.‸}'), ("01", '{"a":0‸1}'), ("-01", '{"a":-0‸1}'), ("1e", '{"a":1e‸}'),
    ("1e+", '[1e+‸]'), ("--1", '[-‸-1]'), ("1.2.3", "[1.2‸.3]"), ("1_000", "[1‸_000]"),
    ("a digit of another script", "[‸١]"),
]:
    row(f"no number: {name}", body, malformed())

# --- Grammar

for body in [
    '{"b":[1,‸]}', '{"a":1,‸}', "[‸,1]", "[1 ‸2]", '{"a"‸"x"}',
    "{‸a:1}", "{‸'a':1}", "{‸1:2}", '{"a":‸}', '{"a"‸,1}', '{"a":1‸]', '["a"‸:1]', "[1‸}",
    '{"a":1 ‸"b":2}', "‸undefined", "tr‸Ue", "‸True", "nul‸", "nul‸x", "true‸1",
    '{"a":‸/* x */1}', '{"a":1}‸// x', "‸#x", "‸\xA0{}", "[1,‸\x0C2]", "[1‸\u20282]", "‸)]}',\n{}", "‸;",
]:
    row(f"no JSON: {body.replace('‸', '')!r}", body, malformed())
row("10 MB of commas", lambda: filled("[‸", ",", ""), malformed())
row("10 MB of colons", lambda: filled('{"a":‸', ":", ""), malformed())
row("a comma too much behind 10 MB", lambda: filled('{"a":[', "1,", "‸]}"), malformed("comma"))
row("10 MB of empty objects", lambda: filled('{"b":[', "{},", '1],"a":"x"}'), mapped("x"))
row("10 MB of white space within", lambda: filled('{"a":', " \n", '"x"}'), mapped("x"))

# --- Longer than 10 MB: the right answer counts

row("a string of 60 MB", lambda: filled('{"b":"', "x", '","a":"x"}', 60_000_000), mapped("x"))
row("60 MB of numbers", lambda: filled('{"b":[', "0,", '1],"a":"x"}', 60_000_000), mapped("x"))
row("60 MB of `[`", lambda: filled("", "[", "", 60_000_000), DEPTH)
row("256 MiB and one byte", lambda: filled('{"a":"x"}', " ", "", 268_435_457),
    limit("bodyBytes", 268435456))
