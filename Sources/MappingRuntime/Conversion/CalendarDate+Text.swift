internal import CalendarTime

extension CalendarDate {
  /// Reads `YYYY-MM-DD`, or `YYYYMMDD` in the basic form, and moves the offset behind it.
  init?(_ text: Span<UInt8>, at offset: inout Int, isExtended: Bool) {
    guard let year = number(text, at: &offset, digits: 4),
      !isExtended || take(UInt8(ascii: "-"), of: text, at: &offset),
      let month = number(text, at: &offset, digits: 2),
      !isExtended || take(UInt8(ascii: "-"), of: text, at: &offset),
      let day = number(text, at: &offset, digits: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
