import MappingRuntime
import Testing

@Suite struct XPathNumberTests {
  @Test(
    arguments: [
      (1.0, "1"), (-0.0, "0"), (0.1, "0.1"), (-1.5, "-1.5"), (1e21, "1000000000000000000000"),
      (1.25e20, "125000000000000000000"), (123456789012.5, "123456789012.5"),
      (1e-7, "0.0000001"), (1.5e-10, "0.00000000015"), (100, "100"), (1e16, "10000000000000000"),
      (.nan, "NaN"), (.infinity, "Infinity"), (-.infinity, "-Infinity"),
      (0.30000000000000004, "0.30000000000000004"),
    ] as [(Double, String)])
  func `a number is written in decimal without an exponent`(number: Double, text: String) {
    #expect(XPathNumber.text(of: number) == text)
  }

  @Test(arguments: [Double.greatestFiniteMagnitude, .leastNonzeroMagnitude, .pi, .ulpOfOne])
  func `the text is the number again`(number: Double) {
    let text = XPathNumber.text(of: number)
    #expect(Double(text) == number)
    #expect(!text.contains("e"))
  }
}
