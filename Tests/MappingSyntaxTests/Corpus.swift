/// Good texts that use the whole language.
enum Corpus {
  static let file = """
    # Company enrichment, answered by the vendor as JSON.
    response json
    fields   "lead-fields.json"                        # export of the lead-field catalogue
    fields "more \\"fields\\" \\u0041.json"
    profile extended
    namespace soap = "http://schemas.xmlsoap.org/soap/envelope/"

    accept  when $.status == "ok"                      # a 2xx answer can still be a failure
    pending when $.error.type == 'queued'              # ... or not ready yet
    reject  when $.error && $.error != null because "vendor # error"
    on 404 skip                                        # the vendor's "no such company"
    on 429, 5xx retry
    on 202 , 204,1xx pending
    on missing fail

    company.name                          -> Company
    company.metrics.employees             -> NumberOfEmployees  # respmap: ignore[RM207] no cents
    company.phone ?? company.site.phone   -> Phone
    person.email |> trim |> lowercase     -> Email  required
    $.company.tags[*] |> join(";")        -> Tags : text on overlong truncate when blank
    $.results[0].parts[?@.types[0] == "postal -> code"].long_name
        |> first ?? "none"   # or so

        # a comment between
        -> PostalCode
    "{company.city}, {company.country}"   -> Location  on overlong truncate
    company.category ?? "Unknown"         -> Industry
    /soap:Envelope/soap:Body/*[@id='a"b'][. > 3]/text() -> "Marketo Jigsaw Contact Id"
    (count(//order) + 1) |> multiply(-1.5e3) -> Orders : integer required
    order.line[0].@ID -> "Line"
    status |> lookup("Y": true, "N": false, else: null) -> Active
    payload |> json($.a['x)'][?@.b == ")"].c) ?? 42 -> Score
    """

  static let statements: [String] = [
    "response xml", "profile marketo", "fields \"é.json\"", "namespace _p.1-é = \"urn:a\"",
    "accept when $.a[?@.b == 'x#y' && @.c != \"because\"]", "pending when (/a/b = 'because')",
    "reject when $.because because \"b\"", "reject when $.a ==\"x\"because \"b\"", "on 100 skip",
    "reject when /because/because = 'x' because\"y\"", "reject when because = 'x'",
    "on 599,5xx alert", "on 1xx fail", "on null clear", "on empty skip", "on overlong truncate",
    "on mismatch fail", "true -> A", "false ?? null -> A", "-0.5e+3 |> abs -> A", "$ -> A",
    "$['a\"b'][\"c'd\"] -> A", "$.a[?match(@.b, 'x|>y ?? z -> #')] |> first() -> A",
    "$..a ?? $.b[-1:] -> A", "/a|/b ?? //c -> A", "/a[.='C:\\'] -> A", "/a[.='\\'] |> trim -> A",
    "(\"a -> b\") -> A", "(/a[.=\"it's\"])|>trim->A", "/a/b->X", "$.a->X", "\"\" -> A",
    "\"{{a}}{{{b}}}\" -> A", "\"{ a . b [ 0 ] }{$['}']}{/a[. = '}']}{'}'.x}\" -> A",
    "\"\\u0041\\n{a.@b}\\\\\" -> A", "\"a # b ?? c |> d -> e\" -> A", "\"it's {a[0]}\" -> A",
    "@ID -> A", "a.@soap:id x -> A", "'a'.'b'.@c -> A", "a ?? 'b ?? c' |> trim -> A",
    "a\n?? b\n|> trim\n\n?? c # d\n# e\n-> A", "a |> replace( \"a\" , \"\\\"\" ) -> A",
    "a |> x(1,-2,true,false,null,\"\") -> A", "a |> lookup(1 : \"one\", true: null, else : 0)->A",
    "a |> json( $ ) |> json($['a'][0]) -> A", "a |> f () -> A", "a -> A on null clear required",
    "a -> A when blank on null clear on empty clear",
    "a -> \"A\" : text when blank required", "a -> required required", "a -> on : text",
    "reject when x -> A", "on 404 -> A", "a -> A # respmap: ignore[ RM207 , RM225 ]",
    "a -> A #respmap:ignore[RM250] as agreed", "a -> A # respmap ignore", "# respmap\na -> A",
  ]
}
