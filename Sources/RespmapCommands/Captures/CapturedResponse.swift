package import JSONText
package import ResponseMapping

/// A response as it was recorded, with the id that its record gives it.
package struct CapturedResponse {
  package var id: JSONValue?
  package var response: Response
}

/// What a capture file holds, in its order; a record that cannot be read stands among those that can.
package typealias CaptureRecords = [Result<CapturedResponse, CaptureProblem>]
