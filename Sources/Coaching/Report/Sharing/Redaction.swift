import Foundation

/// Takes names out of texts: whole, and each part of one by itself, in any case, with or without accents,
/// and with the endings that languages give to names.
///
/// Rather a word too many is taken out than a name left in.
struct Redaction {
  static let mark = "[name]"
  private let pattern: NSRegularExpression?

  /// - Parameter names: as they were typed; what follows a comma says who somebody is, and is no name.
  /// - Throws: where the names cannot be looked for, so that nothing is shown as if they had been.
  init(names: [String]) throws {
    var words: Set<String> = []
    for name in names {
      for whole in Self.spellings(of: String(name.prefix { $0 != "," }))
      where whole.contains(where: \.isLetter) {
        words.insert(whole.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        let parts = whole.split { !$0.isLetter && $0 != "'" }.map(String.init)
        words.formUnion(
          (parts + parts.flatMap(Self.givenNames) + Self.addresses(of: whole)).filter {
            $0.count >= 2 && !Self.particles.contains($0)
          })
      }
    }
    // Whole names come before their parts.
    let longestFirst = words.sorted { ($0.count, $1) > ($1.count, $0) }
    let alternatives = longestFirst.map(Self.alternative).joined(separator: "|")
    pattern = words.isEmpty ? nil : try NSRegularExpression(pattern: alternatives)
  }

  /// A tree of JSON with every string in it redacted.
  func applied(to tree: Any) -> Any {
    switch tree {
    case let text as String: return applied(to: text)
    case let list as [Any]: return list.map(applied)
    case let object as [String: Any]: return object.mapValues(applied)
    default: return tree
    }
  }

  /// A text without the names.
  func applied(to text: String) -> String {
    guard let pattern else { return text }
    // Looked for in a folded copy whose characters stand for those of the text one by one.
    let characters = Array(text)
    var starts: [Int] = []
    var folded = ""
    for character in characters {
      starts.append(folded.utf16.count)
      folded += Self.folded(String(character))
    }
    var redacted = ""
    var next = 0
    for match in pattern.matches(
      in: folded, range: NSRange(location: 0, length: folded.utf16.count))
    {
      guard let first = starts.lastIndex(where: { $0 <= match.range.location }) else { continue }
      let end = starts.firstIndex { $0 >= NSMaxRange(match.range) } ?? characters.count
      guard first >= next else { continue }
      redacted += String(characters[next..<first]) + Self.mark
      next = end
    }
    return redacted + String(characters[next...])
  }

  /// A name folded, and as it is spelled where there are no accents: “Müller” is “Mueller” too, and the other
  /// way round.
  private static func spellings(of name: String) -> [String] {
    let composed = name.precomposedStringWithCanonicalMapping.lowercased()
    var spellings = [composed, folded(name)]
    for (accented, plain) in spelledOut {
      spellings += spellings.map { $0.replacing(accented, with: plain) }
      spellings += spellings.map { $0.replacing(plain, with: folded(accented)) }
    }
    return Array(Set(spellings.map(folded)))
  }

  private static let spelledOut: [(accented: String, plain: String)] = [
    ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"),
  ]

  /// A name as addresses and handles have it: without its hyphens and apostrophes, its parts in one, the first or
  /// its initial before the last, the last before the first.
  private static func addresses(of name: String) -> [String] {
    let tokens = name.split(whereSeparator: \.isWhitespace)
    let bare = tokens.map { $0.filter(\.isLetter) }.filter { !$0.isEmpty }
    var found = zip(tokens, bare).filter { $0 != $1 }.map(\.1)
    found += tokens.filter { $0.contains { "-'".contains($0) } }.map {
      $0.split { "-'".contains($0) }.joined(separator: " ")
    }
    guard let first = bare.first, let last = bare.last, bare.count > 1 else { return found }
    found += [bare.joined(), first + last, last + first]
    return found
      + (last.count >= 4 ? ["\(first.prefix(1))\(last)", "\(last)\(first.prefix(1))"] : [])
  }

  /// Without its family name, which comes first where names are written without spaces.
  private static func givenNames(of name: String) -> [String] {
    guard name.unicodeScalars.allSatisfy(isWrittenWithoutSpaces), name.count >= 3 else { return [] }
    return (1...(name.count >= 4 ? 2 : 1)).map { String(name.dropFirst($0)) }
  }

  /// Nothing is left of what is not seen, such as a soft hyphen in the middle of a name.
  private static func folded(_ text: String) -> String {
    var plain = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    for (letter, other) in letters { plain = plain.replacing(letter, with: other) }
    plain.unicodeScalars.removeAll(where: \.properties.isDefaultIgnorableCodePoint)
    return plain
  }

  private static let letters = [
    ("ł", "l"), ("ß", "ss"), ("ø", "o"), ("’", "'"), ("ʼ", "'"), ("‘", "'"), ("´", "'"), ("′", "'"),
    ("`", "'"),
  ]

  /// A name as a pattern: between other things than letters, where its script has spaces at all.
  private static func alternative(_ name: String) -> String {
    let escaped = name.split(separator: " ").map {
      NSRegularExpression.escapedPattern(for: String($0))
    }.joined(separator: "[\\s\\u00A0]+")
    guard let last = name.last, !name.unicodeScalars.contains(where: isWrittenWithoutSpaces) else {
      return escaped
    }
    // “Anna” is “Annas” and “Annę”; a name of two letters would be half the language so.
    guard name.count >= 3 else { return "(?<!\\p{L})\(escaped)(?:'?s)?(?!\\p{L})" }
    let stem = "aeiouy".contains(last) && name.count >= 4 ? String(escaped.dropLast()) : escaped
    let vowel = stem == escaped ? "" : "(?:\(last)|\(endings))?"
    return "(?<!\\p{L})\(stem)\(vowel)(?:'?(?:\(endings)))?(?!\\p{L})"
  }

  /// Endings of possession, of number and of case, folded.
  private static let endings =
    "s|es|n|en|ens|a|e|i|o|u|y|ie|owi|em|om|im|ym|ego|emu|ej|iem|ach|ami|ov|ova|ovi|ka|ia|ja|nak|nal|hoz"

  /// Parts of names that are words of their own.
  private static let particles: Set<String> = [
    "al", "and", "at", "bin", "ben", "da", "das", "de", "del", "della", "den", "der", "di", "do",
    "dos", "dr", "du", "el", "from", "fr", "herr", "frau", "ibn", "in", "la", "le", "les", "mr",
    "mrs", "ms", "my", "of", "or", "prof", "the", "und", "van", "vom", "von", "with", "zu", "zum",
    "zur",
  ]

  /// Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese: words, or particles, follow without a space.
  private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3040...0x30FF,
      0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
