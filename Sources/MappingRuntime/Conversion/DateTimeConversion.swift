internal import CalendarTime
internal import LeadFields

extension FieldType.Conversion {
  /// datetime: a date and time of ISO 8601, brought to UTC.
  ///
  /// Taken are calendar dates with a time of hours and minutes or finer, both in the extended or
  /// both in the basic form: `2016-08-28T02:21:00+02:00`, `20160828T022100Z`. A fraction of a second
  /// is dropped; a time without offset is taken as UTC. A leap second (`:60`) is refused: no other
  /// value stands for it.
  func convertToDateTime(_ text: Span<UInt8>, of scalar: Scalar) -> SlotResult {
    if let mismatch = kindMismatch(scalar) { return SlotResult(.mismatch(mismatch)) }
    var reader = DateTimeReader()
    guard let time = reader.read(text) else {
      return SlotResult(.mismatch(reader.mismatch))
    }
    return SlotResult(.written(.dateTime(time)), reader.warnings)
  }
}

/// Reads one date and time; afterwards it knows what was odd or wrong.
private struct DateTimeReader {
  private(set) var warnings: ValueWarnings = []
  private(set) var mismatch = Mismatch.notDateTime
  private var offset = 0

  mutating func read(_ text: Span<UInt8>) -> UTCTime? {
    let isExtended = text.count > 4 && text[4] == UInt8(ascii: "-")
    guard let date = CalendarDate(text, at: &offset, isExtended: isExtended) else { return nil }
    guard offset < text.count else {
      mismatch = .dateAlone
      return nil
    }
    guard text[offset] | 0x20 == UInt8(ascii: "t") else { return nil }
    offset += 1
    guard let secondOfDay = timeOfDay(text, isExtended),
      let offsetSeconds = utcOffset(text), offset == text.count
    else { return nil }
    return UTCTime(secondsSinceEpoch: date.daysSinceEpoch * 86_400 + secondOfDay - offsetSeconds)
  }

  /// hh:mm[:ss[.fraction]] or hhmm[ss[.fraction]], in seconds.
  private mutating func timeOfDay(_ text: Span<UInt8>, _ isExtended: Bool) -> Int? {
    guard let hour = number(text, at: &offset, digits: 2),
      !isExtended || take(UInt8(ascii: ":"), of: text, at: &offset),
      let minute = number(text, at: &offset, digits: 2)
    else { return nil }
    var second = 0
    let hasSecond =
      isExtended
      ? take(UInt8(ascii: ":"), of: text, at: &offset)
      : offset < text.count && text[offset] &- 0x30 < 10
    if hasSecond {
      guard let value = number(text, at: &offset, digits: 2) else { return nil }
      second = value
      guard fraction(text) else { return nil }
    }
    guard hour < 24, minute < 60, second < 60 else {
      mismatch = .noSuchTime
      return nil
    }
    return hour * 3600 + minute * 60 + second
  }

  /// Passes a fraction of a second; false if its digits are missing.
  private mutating func fraction(_ text: Span<UInt8>) -> Bool {
    guard
      take(UInt8(ascii: "."), of: text, at: &offset)
        || take(UInt8(ascii: ","), of: text, at: &offset)
    else { return true }
    let start = offset
    while offset < text.count, text[offset] &- 0x30 < 10 { offset += 1 }
    warnings.insert(.fractionDropped)
    return offset > start
  }

  /// Z, ±hh:mm, ±hhmm or ±hh, in seconds east of UTC.
  private mutating func utcOffset(_ text: Span<UInt8>) -> Int? {
    guard offset < text.count else {
      warnings.insert(.assumedUTC)
      return 0
    }
    if take(UInt8(ascii: "Z"), of: text, at: &offset) { return 0 }
    if take(UInt8(ascii: "z"), of: text, at: &offset) { return 0 }
    let isWest = take(UInt8(ascii: "-"), of: text, at: &offset)
    guard isWest || take(UInt8(ascii: "+"), of: text, at: &offset),
      let hours = number(text, at: &offset, digits: 2)
    else { return nil }
    var minutes = 0
    if offset < text.count {
      _ = take(UInt8(ascii: ":"), of: text, at: &offset)
      guard let value = number(text, at: &offset, digits: 2) else { return nil }
      minutes = value
    }
    guard hours < 24, minutes < 60 else {
      mismatch = .noSuchTime
      return nil
    }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
