/// How far an input is read.
struct InputMark: Hashable {
  /// In bytes.
  let length: Int
  /// Tells whether those bytes are the same ones again.
  let digest: UInt64
}
