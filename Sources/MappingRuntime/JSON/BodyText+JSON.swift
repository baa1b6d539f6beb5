extension BodyText {
  /// The text of a JSON body with its escapes resolved.
  ///
  /// - Parameter body: the body that the text was found in.
  func jsonString(in body: RawSpan) -> String {
    unsafe body.withUnsafeBytes { bytes in
      let range = range.clamped(to: 0..<bytes.count)
      let text = unsafe UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[range])
      guard storage == .escaped else { return unsafe String(decoding: text, as: UTF8.self) }
      var unescaped = String.UnicodeScalarView()
      var scalars = unsafe JSONStringScalars(text)
      while let value = scalars.next() { unescaped.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
      return String(unescaped)
    }
  }
}
