/// The header of a mail or of one of its parts (RFC 5322).
struct MailHeader {
  private let fields: [(name: String, value: String)]
  /// Behind the header and the empty line that ends it.
  let end: Int

  private static let most = 1_000
  private static let longestName = 60

  /// The header whose first field begins at a place; `nil` where there is none.
  init?(_ text: [UInt8], at start: Int) {
    var fields: [(name: String, value: String)] = []
    var index = start
    while index < text.count, fields.count < Self.most {
      let lineEnd = text[index...].firstIndex(of: 0x0A) ?? text.count
      let line = text[index..<lineEnd].filter { $0 != 0x0D }
      if line.isEmpty {
        index = min(lineEnd + 1, text.count)
        break
      }
      if line[0] == 0x20 || line[0] == 0x09, !fields.isEmpty {
        // Long values go on in the next line.
        fields[fields.count - 1].value += " " + Self.text(line)
      } else if let colon = Self.colon(line) {
        fields.append((Self.text(line[..<colon]).lowercased(), Self.text(line[(colon + 1)...])))
      } else {
        break
      }
      index = min(lineEnd + 1, text.count)
    }
    guard !fields.isEmpty else { return nil }
    self.fields = fields
    end = index
  }

  private static func colon(_ line: [UInt8]) -> Int? {
    guard let colon = line.prefix(longestName).firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
      return nil
    }
    let isName = line[..<colon].allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    return isName ? colon : nil
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String {
    let end = bytes.reversed().drop { $0 <= 0x20 }.count
    return String(decoding: bytes.prefix(end).drop { $0 <= 0x20 }, as: UTF8.self)
  }

  /// A field's value without its parameters, in lower case.
  func value(_ name: String) -> String? {
    field(name)?.split(separator: ";").first?.lowercased().split(separator: " ").first.map(
      String.init)
  }

  /// A parameter of a field: the `charset` of `Content-Type`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let field = field(name) else { return nil }
    for part in field.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, Self.bare(sides[0]).lowercased() == parameter else { continue }
      return Self.bare(sides[1])
    }
    return nil
  }

  private static func bare(_ text: Substring) -> String {
    String(text.drop { " \"'\t".contains($0) }.reversed().drop { " \"'\t".contains($0) }.reversed())
  }

  private func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// What its reader sees of it: who wrote to whom, when, about what.
  var shown: [String] {
    ["from", "to", "cc", "date", "subject"].compactMap { name in
      field(name).map { "\(name.prefix(1).uppercased())\(name.dropFirst()): \($0)" }
    }
  }
}
