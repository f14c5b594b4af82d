/// A phrase as the lexicon writes it, ready to be matched against tokens.
///
/// The notation is explained at the head of `Lexicon/facets.yaml`.
struct Pattern: Sendable {
  enum Atom: Sendable {
    case word([WordKey])
    case prefix(String)
    case number(ClosedRange<Double>)
  }

  struct Part: Sendable {
    let atoms: [Atom]
    let isOptional: Bool
    /// How many words may stand before it.
    let gap: Int
  }

  let parts: [Part]

  /// Compiles a phrase; `nil` where it has no word in it.
  init?(_ phrase: String) {
    var parts: [Part] = []
    var gap = 0
    for piece in phrase.split(whereSeparator: \.isWhitespace) {
      if piece == ".." {
        gap = 3
        continue
      }
      let isOptional = piece.hasSuffix("?")
      let alternatives = (isOptional ? piece.dropLast() : piece).split(separator: "|")
      let atoms = alternatives.flatMap { Self.atoms(String($0)) }
      guard !atoms.isEmpty else { continue }
      parts.append(Part(atoms: atoms, isOptional: isOptional, gap: parts.isEmpty ? 0 : gap))
      gap = 0
    }
    guard let first = parts.first, !first.isOptional else { return nil }
    self.parts = parts
  }

  private static func atoms(_ text: String) -> [Atom] {
    let text = Tokenizer.folded(text)
    if text.hasPrefix("\\d") {
      let bound = Double(text.dropFirst(4))
      return [
        .number(
          text.hasPrefix("\\d<=") ? -.infinity...(bound ?? .infinity) : (bound ?? -1)...(.infinity))
      ]
    }
    if text.hasSuffix("*") { return [.prefix(String(text.dropLast()))] }
    if text.hasSuffix("~") {
      return [.word(Inflection.verb(String(text.dropLast())).map(WordKey.init))]
    }
    return [.word(Inflection.plural(text).map(WordKey.init))]
  }
}

/// Many patterns, matched in one pass by their first words.
///
/// What matching reads is laid out flat, so that nothing is counted in and out while it runs: with that,
/// two cores would wait for each other.
struct PatternIndex<Label: Sendable>: Sendable {
  struct Match {
    let label: Label
    let range: Range<Int>
  }

  private enum Atom: Sendable {
    case key(WordKey)
    /// A place among the prefixes.
    case prefix(Int32)
    case number(ClosedRange<Double>)
  }

  private struct Part: Sendable {
    let atoms: Range<Int32>
    let isOptional: Bool
    let gap: Int8
  }

  private var atoms: [Atom] = []
  private var parts: [Part] = []
  private var prefixes: [String] = []
  private var patterns: [(parts: Range<Int32>, label: Label)] = []
  private var byWord: [WordKey: [Int]] = [:]
  /// By the first three bytes of a prefix, which is at least that long.
  private var byPrefix: [UInt32: [Int]] = [:]
  private var byNumber: [Int] = []
  /// A bit for each word or beginning of a word that a pattern may begin with: most words of a text begin
  /// none, and this says so sooner than a dictionary.
  private var openings = [UInt64](repeating: 0, count: 1024)

  private static func spread(_ beginning: UInt32) -> UInt64 {
    UInt64(beginning) &* 0x9E37_79B9_7F4A_7C15
  }

  private func mayOpen(_ bits: UInt64) -> Bool {
    let place = Int(truncatingIfNeeded: bits ^ (bits >> 32)) & 0xFFFF
    return openings[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private mutating func setOpening(_ bits: UInt64) {
    let place = Int(truncatingIfNeeded: bits ^ (bits >> 32)) & 0xFFFF
    openings[place >> 6] |= 1 << UInt64(place & 63)
  }

  mutating func insert(_ phrase: String, label: Label) {
    guard let pattern = Pattern(phrase) else { return }
    let index = patterns.count
    let first = Int32(parts.count)
    for part in pattern.parts {
      let start = Int32(atoms.count)
      for atom in part.atoms {
        switch atom {
        case .word(let words): atoms += words.map(Atom.key)
        case .prefix(let prefix):
          atoms.append(.prefix(Int32(prefixes.count)))
          prefixes.append(prefix)
        case .number(let range): atoms.append(.number(range))
        }
      }
      parts.append(
        Part(
          atoms: start..<Int32(atoms.count), isOptional: part.isOptional, gap: Int8(part.gap)))
    }
    patterns.append((first..<Int32(parts.count), label))
    for atom in pattern.parts[0].atoms {
      switch atom {
      case .word(let words):
        for word in words {
          byWord[word, default: []].append(index)
          setOpening(word.value)
        }
      case .prefix(let prefix):
        let beginning = WordKey(prefix).beginning
        byPrefix[beginning, default: []].append(index)
        setOpening(Self.spread(beginning))
      case .number: byNumber.append(index)
      }
    }
  }

  func matches(in tokens: [Token]) -> [Match] {
    var matches: [Match] = []
    parts.withUnsafeBufferPointer { parts in
      atoms.withUnsafeBufferPointer { atoms in
        tokens.withUnsafeBufferPointer { tokens in
          let table = Table(parts: parts, atoms: atoms, prefixes: prefixes, tokens: tokens)
          for start in tokens.indices {
            func tryAll(_ candidates: [Int]) {
              for index in candidates {
                let pattern = patterns[index].parts
                if let end = table.matchEnd(
                  of: pattern.lowerBound, to: pattern.upperBound, at: start)
                {
                  matches.append(Match(label: patterns[index].label, range: start..<end))
                }
              }
            }
            let key = tokens[start].key
            if mayOpen(key.value), let candidates = byWord[key] { tryAll(candidates) }
            if key.beginning != 0, mayOpen(Self.spread(key.beginning)),
              let candidates = byPrefix[key.beginning]
            {
              tryAll(candidates)
            }
            if tokens[start].number != nil { tryAll(byNumber) }
          }
        }
      }
    }
    return matches
  }

  /// What one matching run reads.
  private struct Table {
    let parts: UnsafeBufferPointer<Part>
    let atoms: UnsafeBufferPointer<Atom>
    let prefixes: [String]
    let tokens: UnsafeBufferPointer<Token>

    /// The end of the match of a run of parts that starts at a token, or `nil` where there is none.
    func matchEnd(of index: Int32, to end: Int32, at position: Int) -> Int? {
      guard index < end else { return position }
      let part = parts[Int(index)]
      for skipped in 0...Int(part.gap) {
        let place = position + skipped
        guard place < tokens.count else { break }
        // A gap stays within its phrase: it does not reach over a comma.
        if skipped > 1, tokens[place - 1].isParted { break }
        if fits(part, at: place), let last = matchEnd(of: index + 1, to: end, at: place + 1) {
          return last
        }
      }
      return part.isOptional ? matchEnd(of: index + 1, to: end, at: position) : nil
    }

    private func fits(_ part: Part, at place: Int) -> Bool {
      for atom in part.atoms {
        switch atoms[Int(atom)] {
        case .key(let key): if tokens[place].key == key { return true }
        case .prefix(let prefix):
          if tokens[place].word.hasPrefix(prefixes[Int(prefix)]) { return true }
        case .number(let range):
          if let number = tokens[place].number, range.contains(number) { return true }
        }
      }
      return false
    }
  }
}
