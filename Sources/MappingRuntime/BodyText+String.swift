extension BodyText {
  /// The text with its escapes resolved.
  ///
  /// - Parameter body: the body that the text was found in.
  package func string(in body: RawSpan) -> String {
    unsafe body.withUnsafeBytes { bytes in
      let last = min(end, bytes.count)
      let range = min(start, last)..<last
      let text = unsafe UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[range])
      guard isEscaped else { return unsafe String(decoding: text, as: UTF8.self) }
      var unescaped = String.UnicodeScalarView()
      var scalars = unsafe JSONStringScalars(text)
      while let value = scalars.next() { unescaped.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
      return String(unescaped)
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }
}

extension UTCTime: CustomStringConvertible {
  /// `YYYY-MM-DDThh:mm:ssZ`.
  package var description: String {
    "\(date)T\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))Z"
  }
}

extension Int {
  fileprivate func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
