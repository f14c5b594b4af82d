/// What digits with their separators mean: `1,500.00`, `37,5`, `60.000`.
struct NumberReading {
  let value: Double
  /// Whether they can be read in two ways.
  let isDoubtful: Bool

  /// More digits than any amount of work has are not read.
  private static let mostDigits = 15

  /// Reads a numeral; `nil` where it is none.
  init?(_ numeral: String) {
    let digits = numeral.filter(\.isWholeNumber).count
    guard digits > 0, digits <= Self.mostDigits, numeral.utf8.allSatisfy(Self.isPart) else {
      return nil
    }
    let separators = numeral.filter { $0 == "," || $0 == "." }
    let groups = numeral.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard let mark = separators.last, groups.allSatisfy({ !$0.isEmpty }) else {
      guard separators.isEmpty, let value = Double(numeral) else { return nil }
      self.value = value
      isDoubtful = false
      return
    }
    let isMixed = separators.contains { $0 != mark }
    let areThousands = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
    let whole = isMixed ? groups.dropLast().joined() : groups.joined()
    if isMixed {
      // The last mark parts the decimals, where it stands once and the others part thousands.
      let isClear =
        separators.filter { $0 == mark }.count == 1
        && groups.dropFirst().dropLast().allSatisfy { $0.count == 3 } && groups[0].count <= 3
      guard let value = Double(whole + "." + (groups.last ?? "0")) else { return nil }
      self.value = value
      isDoubtful = !isClear
    } else if areThousands {
      guard let value = Double(whole) else { return nil }
      self.value = value
      // In English a comma parts thousands; one point with three digits behind it may part either.
      isDoubtful = mark == "." && separators.count == 1 || groups[0] == "0"
    } else if separators.count == 1 {
      guard let value = Double(groups.joined(separator: ".")) else { return nil }
      self.value = value
      isDoubtful = false
    } else {
      guard let value = Double(whole) else { return nil }
      self.value = value
      // “22,00,000”
      let isIndian =
        mark == "," && groups.last?.count == 3 && groups[0].count <= 2
        && groups.dropFirst().dropLast().allSatisfy { $0.count == 2 }
      isDoubtful = !isIndian
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }
}
