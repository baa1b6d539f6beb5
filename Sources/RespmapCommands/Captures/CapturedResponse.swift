internal import JSONText
internal import ResponseMapping

/// A response as it was recorded, with the id that its record gives it.
struct CapturedResponse {
  var id: JSONValue?
  var response: Response
}
