import EmbeddedFiles

/// The entities of HTML: `&rsquo;`, `&#39;`, `&#x2019;`, escaped once or several times over.
///
/// Entities inside tags stay: they are no words, and a `>` among them would end the tag.
enum Entities {
  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains(where: { $0 == "&" || $0 == ";" }) else { return nil }
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < text.count {
      switch text[index] {
      case "<":
        let end = tagEnd(text, at: index)
        result += text[index..<end]
        index = end
      case "&":
        if let (scalars, end) = entity(text, at: index) ?? LooseApostrophe.at(index, in: text) {
          result += scalars
          index = end
          isChanged = true
        } else {
          result.append("&")
          index += 1
        }
      default:
        if let (scalars, end) = LooseApostrophe.at(index, in: text) {
          result += scalars
          index = end
          isChanged = true
        } else {
          result.append(text[index])
          index += 1
        }
      }
    }
    return isChanged ? result : nil
  }

  /// Behind a tag, or behind the `<` where none begins.
  private static func tagEnd(_ text: Scalars, at index: Int) -> Int {
    guard let first = text.at(index + 1), first.isLatin || first == "/" || first == "!" else {
      return index + 1
    }
    var end = index + 1
    while end < text.count, text[end] != "<", text[end] != ">" { end += 1 }
    return end < text.count && text[end] == ">" ? end + 1 : index + 1
  }

  /// The characters of an entity that begins at a `&`, and the place behind it.
  private static func entity(_ text: Scalars, at index: Int) -> (Scalars, Int)? {
    // `&amp;rsquo;` is the same, escaped once more.
    var start = index + 1
    while matches(text, at: start, "amp;"),
      text.at(start + 4) == "#" || text.at(start + 4)?.isLatin == true,
      reference(text, from: start + 4) != nil
    {
      start += 4
    }
    return reference(text, from: start)
  }

  private static func matches(_ text: Scalars, at index: Int, _ word: String) -> Bool {
    text[min(index, text.count)...].starts(with: word.unicodeScalars)
  }

  /// What stands behind the `&`.
  private static func reference(_ text: Scalars, from start: Int) -> (Scalars, Int)? {
    text.at(start) == "#" ? number(text, from: start + 1) : name(text, from: start)
  }

  private static let longestNumber = 8

  private static func number(_ text: Scalars, from start: Int) -> (Scalars, Int)? {
    let isHexadecimal = text.at(start) == "x" || text.at(start) == "X"
    var end = isHexadecimal ? start + 1 : start
    let first = end
    var value: UInt32 = 0
    while let digit = text.at(end)?.hexadecimal, isHexadecimal || digit < 10 {
      guard end - first < longestNumber else { return nil }
      value = value &* (isHexadecimal ? 16 : 10) &+ digit
      end += 1
    }
    guard end > first else { return nil }
    // A semicolon may have been moved away by a space.
    if text.at(end) == " ", text.at(end + 1) == ";" { end += 1 }
    return ([character(value)], text.at(end) == ";" ? end + 1 : end)
  }

  /// The character of a number; those of control characters are of Windows-1252, as browsers have it.
  static func character(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value), let charset = Charset.windows1252 {
      return charset.scalar(of: UInt8(truncatingIfNeeded: value))
    }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func name(_ text: Scalars, from start: Int) -> (Scalars, Int)? {
    var end = start
    while let scalar = text.at(end), scalar.value < 0x80, scalar.isLatin || scalar.isDigit,
      end - start < EntityTable.longestName
    {
      end += 1
    }
    guard end > start else { return nil }
    let name = String(decoding: Array(text[start..<end]).utf8, as: UTF8.self)
    if text.at(end) == ";" {
      return EntityTable.shipped[name].map { ($0.scalars, end + 1) }
    }
    // Some need no semicolon; what follows them may be a value in an address: `?a=1&copy=2`.
    guard text.at(end) != "=", let entity = EntityTable.shipped[name], entity.endsAlone else {
      return nil
    }
    return (entity.scalars, end)
  }
}

/// The entities that HTML names.
struct EntityTable: Sendable {
  struct Entity: Sendable {
    let scalars: Scalars
    /// Whether browsers take it without a semicolon too.
    let endsAlone: Bool
  }

  /// In characters.
  static let longestName = 32

  private let entities: [String: Entity]

  /// The list of HTML's standard, from `entities.txt`: a name, a star where it needs no semicolon, and the
  /// characters in hexadecimal.
  static let shipped = EntityTable(EmbeddedFile.entities.text)

  private init(_ text: String) {
    var entities: [String: Entity] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let name = words.first else { continue }
      let scalars = words.dropFirst().compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      let endsAlone = name.hasSuffix("*")
      entities[String(endsAlone ? name.dropLast() : name)] = Entity(
        scalars: scalars, endsAlone: endsAlone)
    }
    self.entities = entities
  }

  /// The entity of a name, in its own letters or else in lower-case ones.
  subscript(name: String) -> Entity? { entities[name] ?? entities[name.lowercased()] }
}
