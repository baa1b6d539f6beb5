/// An immutable array without bounds checks, freed with its owner.
///
/// Safety: whoever reads it proves the index; a program's own indices are right by construction.
@safe
final class FlatBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let start: UnsafePointer<Element>
  private let storage: UnsafeMutablePointer<Element>

  init(_ elements: [Element]) {
    unsafe storage = .allocate(capacity: max(1, elements.count))
    for (index, element) in elements.enumerated() {
      unsafe storage.advanced(by: index).initialize(to: element)
    }
    unsafe start = UnsafePointer(storage)
  }

  deinit { unsafe storage.deallocate() }
}
