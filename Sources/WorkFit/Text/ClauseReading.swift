/// What the relation reader is given of a clause.
struct ClauseReading {
  /// In characters. A longer heading explains nothing.
  static let longestHeading = 60
  /// In bytes. What goes on for longer is read up to here.
  private static let longest = 1_200

  let source: SourceText

  /// A heading without its marks and its colon; `nil` where it is too long to be read along.
  func heading(_ range: Range<Int>) -> String? {
    let text = plain(range)
    let bare = text.drop { "#*_- ".contains($0) }
    var end = bare.endIndex
    while end > bare.startIndex, ":?!.…–-*_ ".contains(bare[bare.index(before: end)]) {
      end = bare.index(before: end)
    }
    let heading = bare[..<end]
    return heading.isEmpty || heading.count > Self.longestHeading ? nil : String(heading)
  }

  /// A clause in its place: “What you will not do: sell anything”.
  func text(_ range: Range<Int>, under heading: String?) -> String {
    let text = plain(range)
    return heading.map { "\($0): \(text)" } ?? text
  }

  /// The words without tags, control sequences and marks of emphasis, on one line.
  private func plain(_ range: Range<Int>) -> String {
    let bytes = source.bytes
    var plain: [UInt8] = []
    var index = range.lowerBound
    func space() { if plain.last.map({ $0 != 0x20 }) ?? false { plain.append(0x20) } }
    while index < range.upperBound, plain.count < Self.longest {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let tag = Markup.tag(bytes, at: index, limit: bytes.count) {
        if tag.isBlock { space() }
        index = max(index + 1, min(tag.end, range.upperBound))
      } else if let end = Markup.controlEnd(bytes, at: index, limit: range.upperBound) {
        index = end
      } else if let end = Markup.entityEnd(bytes, at: index, limit: range.upperBound) {
        plain += Self.entities[source.text(in: index..<end)].map { Array($0.utf8) } ?? [0x20]
        index = end
      } else if byte <= 0x20 || byte == 0x7F {
        space()
        index += 1
      } else if byte == UInt8(ascii: "*"), isEmphasis(at: index, in: range) {
        index += 1
      } else {
        plain.append(byte)
        index += 1
      }
    }
    // Nothing is cut inside a scalar.
    if index < range.upperBound {
      while let last = plain.last, last & 0xC0 == 0x80 { plain.removeLast() }
      if let last = plain.last, last >= 0xC0 { plain.removeLast() }
    }
    while plain.last == 0x20 { plain.removeLast() }
    return PlainWords.text(Apostrophes.restored(in: String(decoding: plain, as: UTF8.self)))
  }

  private static let entities = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&apos;": "'",
    "&rsquo;": "’", "&ndash;": "–", "&mdash;": "—", "&pound;": "£", "&euro;": "€",
  ]

  /// Whether a star marks emphasis: it touches a word, or another star, and stands between no two numbers.
  private func isEmphasis(at index: Int, in range: Range<Int>) -> Bool {
    let before = index > range.lowerBound ? source.bytes[index - 1] : 0x20
    let after = index + 1 < range.upperBound ? source.bytes[index + 1] : 0x20
    return before > 0x20 || after > 0x20
  }
}
