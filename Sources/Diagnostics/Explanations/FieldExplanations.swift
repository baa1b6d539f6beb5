// Lead fields, their types, and the catalogue that lists them.

extension Explanation {
  static let unknownField = Explanation(
    """
    The lead-field catalogue of this file lists no field of this name. Marketo ignores a mapping to a \
    field that it does not know, in silence; so the name is checked before. If the field is new, \
    export the catalogue again.
    """,
    failing: .json("score -> FitScor", catalogue: Catalogues.score),
    corrected: .json("score -> FitScore", catalogue: Catalogues.score))

  static let unknownType = Explanation(
    """
    The word behind the colon is no type of a lead field. It says how values are converted, so it is \
    one of Marketo's types, in Marketo's words.
    """,
    failing: .json("score -> My_Score : intger"),
    corrected: .json("score -> My_Score : integer"))

  static let notWritable = Explanation(
    """
    Nothing can write this field: Marketo computes formulas and keeps references itself, or the \
    catalogue says that the field is read-only. A webhook that tries is ignored.
    """,
    failing: .json("score -> FitScore", catalogue: Catalogues.readOnlyScore),
    corrected: .json("score -> FitScore", catalogue: Catalogues.score))

  static let typeContradiction = Explanation(
    """
    The type behind the field is not the one on record for it. The annotation is followed, since the \
    record of a standard field may not be that of your instance; but if it is wrong, Marketo drops \
    values that were converted for another type.
    """,
    failing: .json("phone -> Phone : integer"),
    corrected: .json("phone -> Phone : phone"))

  static let lossyType = Explanation(
    """
    Marketo keeps float and currency fields as 32-bit floats: of a number about seven digits survive. \
    The value is sent exactly as it came; what gets lost, gets lost in Marketo.
    """,
    failing: .json("order.total -> Order_Total : currency"),
    corrected: .json("order.total |> multiply(100) |> integer -> Order_Cents : integer"))

  static let noSOAPName = Explanation(
    """
    A webhook's response mapping takes SOAP API names, and of this field none is on record, or the \
    export of the catalogue carries none. The REST name is kept; it is often the same, but not always.
    """,
    failing: .json("invalid -> emailInvalidCause"),
    corrected: .json("invalid -> Email_Invalid_Cause"))

  static let labelAsField = Explanation(
    """
    The target is the label of a standard field as Marketo's screens show it, not its name. As written \
    it is taken for a custom field that happens to have this name.
    """,
    failing: .json("title -> \"Job Title\""),
    corrected: .json("title -> Title"))

  static let ambiguousLabel = Explanation(
    """
    Several fields of the catalogue share this label, and none has it as its name. Name the one that \
    is meant.
    """,
    failing: .json("score -> \"Fit Score\"", catalogue: Catalogues.twoScores),
    corrected: .json("score -> FitScore", catalogue: Catalogues.twoScores))

  static let unavailableCatalogue = Explanation(
    """
    The file names a lead-field catalogue that is not there; the path is relative to the mapping file. \
    Without it no target can be checked, so the file is not taken as checked.
    """,
    failing: .json("fields \"no-such-export.json\"\nscore -> FitScore"),
    corrected: .json("score -> FitScore", catalogue: Catalogues.score))

  static let malformedCatalogue = Explanation(
    """
    The lead-field catalogue is there, but it is no answer of Marketo's REST API that lists fields. \
    Often it is the answer to a call that failed, with an expired access token say: the message quotes \
    Marketo's reason.
    """,
    failing: .json("score -> FitScore", catalogue: Catalogues.refused),
    corrected: .json("score -> FitScore", catalogue: Catalogues.score))

  static let notAWebhookTarget = Explanation(
    """
    `describe.json` has no SOAP API name for the field, and that is the name by which a webhook writes. \
    So no response mapping can name it.
    """,
    failing: .json("score -> fitScore", catalogue: Catalogues.scoreWithoutSOAPName),
    corrected: .json("score -> FitScore", catalogue: Catalogues.score))

  static let sideEffects = Explanation(
    """
    Writing this field does more than that. Fields of the company change for everybody of that \
    company, and `Unsubscribed` and its like decide whether Marketo mails the person. If that is meant, \
    a comment at the end of the line says so.
    """,
    failing: .json("company.name -> Company"),
    corrected: .json("company.name -> Company  # respmap: ignore[RM225] one lead a company"))
}

/// Exports of `GET /rest/v1/leads/describe.json` with one field or two.
private enum Catalogues {
  static let score = #"""
    {"success": true, "result": [
      {"id": 60, "displayName": "Fit Score", "dataType": "integer",
       "rest": {"name": "fitScore", "readOnly": false},
       "soap": {"name": "FitScore", "readOnly": false}}]}

    """#

  static let readOnlyScore = #"""
    {"success": true, "result": [
      {"id": 60, "displayName": "Fit Score", "dataType": "integer",
       "rest": {"name": "fitScore", "readOnly": true},
       "soap": {"name": "FitScore", "readOnly": true}}]}

    """#

  static let scoreWithoutSOAPName = #"""
    {"success": true, "result": [
      {"id": 60, "displayName": "Fit Score", "dataType": "integer",
       "rest": {"name": "fitScore", "readOnly": false}}]}

    """#

  static let twoScores = #"""
    {"success": true, "result": [
      {"id": 60, "displayName": "Fit Score", "dataType": "integer",
       "rest": {"name": "fitScore", "readOnly": false},
       "soap": {"name": "FitScore", "readOnly": false}},
      {"id": 61, "displayName": "Fit Score", "dataType": "integer",
       "rest": {"name": "fitScore2", "readOnly": false},
       "soap": {"name": "FitScore2", "readOnly": false}}]}

    """#

  static let refused = #"""
    {"success": false, "errors": [{"code": "602", "message": "Access token expired"}]}

    """#
}
