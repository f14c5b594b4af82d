/// A mail as it is sent (RFC 2045): of several versions of its text the plain one, each part decoded by what
/// its header says.
struct Mail {
  private let text: [UInt8]
  private var notes: [DecodingNote]

  /// Parts inside parts go no deeper.
  private static let deepest = 8
  private static let attachments = "attachment"

  /// The mail that the text is, or ends with, as its reader would see it; `nil` where there is none, or
  /// where nothing about it tells that it is one, or is encoded.
  static func decoded(_ text: [UInt8], notes: inout [DecodingNote]) -> [UInt8]? {
    guard let start = start(text) else { return nil }
    var mail = Mail(text: text, notes: notes)
    var result = Array(text[..<start.place])
    if let boundary = start.boundary {
      result += mail.parts(boundary, in: start.place..<text.count, isAlternative: true, depth: 1)
    } else {
      guard let header = MailHeader(text, at: start.place) else { return nil }
      result += mail.message(header, to: text.count, depth: 0)
    }
    notes = mail.notes
    return result
  }

  // MARK: - Where it begins

  private typealias Start = (place: Int, boundary: [UInt8]?)

  /// The first header that says that what follows is encoded, or the first boundary with one.
  private static func start(_ text: [UInt8]) -> Start? {
    var block = 0
    // A header is looked at once, however many of its lines tell something.
    var lastSeen: Int?
    var boundary: (place: Int, mark: [UInt8])?
    var index = 0
    while index < text.count {
      let lineEnd = text[index...].firstIndex(of: 0x0A) ?? text.count
      let line = text[index..<lineEnd]
      if line.allSatisfy({ $0 == 0x0D || $0 == 0x20 }) {
        block = lineEnd + 1
        boundary = nil
      } else if line.starts(with: [0x2D, 0x2D]), line.count > 5 {
        boundary = (index, line.dropFirst(2).filter { $0 != 0x0D })
        block = lineEnd + 1
      } else if line.starts(with: Array("From ".utf8)), index == block {
        // The line that parts the mails of a mailbox.
        block = lineEnd + 1
      } else if lastSeen != block, isTelling(line) {
        lastSeen = block
        if let header = MailHeader(text, at: block), header.end > index,
          isEncoded(header) || boundary != nil
        {
          return boundary.map { ($0.place, $0.mark) } ?? (block, nil)
        }
      }
      index = lineEnd + 1
    }
    return nil
  }

  private static func isTelling(_ line: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: line.prefix(26), as: UTF8.self).lowercased()
    return start.hasPrefix("content-type:") || start.hasPrefix("content-transfer-encoding:")
  }

  private static func isEncoded(_ header: MailHeader) -> Bool {
    let encoding = header.value("content-transfer-encoding")
    let type = header.value("content-type")
    // A mail program says which version of MIME it writes, and a page is seen without its tags.
    return encoding == "quoted-printable" || encoding == "base64" || type == "text/html"
      || header.value("mime-version") != nil
      || type?.hasPrefix("multipart/") == true
        && header.parameter("boundary", of: "content-type") != nil
      || header.parameter("format", of: "content-type")?.lowercased() == "flowed"
  }

  // MARK: - Parts

  private mutating func message(_ header: MailHeader, to end: Int, depth: Int) -> [UInt8] {
    let shown = header.shown
    let body = body(header, to: end, depth: depth) ?? []
    guard !shown.isEmpty else { return body }
    return Array((shown.joined(separator: "\n") + "\n\n").utf8) + body
  }

  /// The text of a part; `nil` where it is no text.
  private mutating func body(_ header: MailHeader, to end: Int, depth: Int) -> [UInt8]? {
    let body = min(header.end, end)..<end
    let type = header.value("content-type") ?? "text/plain"
    if type.hasPrefix("multipart/"), let boundary = header.parameter("boundary", of: "content-type")
    {
      return parts(
        Array(boundary.utf8), in: body, isAlternative: type != "multipart/mixed", depth: depth + 1)
    }
    if type == "message/rfc822", depth < Self.deepest,
      let inner = MailHeader(text, at: body.lowerBound)
    {
      return message(inner, to: end, depth: depth + 1)
    }
    guard type.hasPrefix("text/"), type != "text/calendar" else {
      note(.attachment(String(type.prefix(40))))
      return nil
    }
    let raw = Array(text[body])
    let bytes: [UInt8]
    switch header.value("content-transfer-encoding") {
    case "quoted-printable"?: bytes = TransferEncoding.quotedPrintable(raw)
    case "base64"?:
      guard let decoded = TransferEncoding.base64(raw) else {
        note(.damaged("base64"))
        return raw
      }
      bytes = decoded
    // Its bytes have become characters with those of the whole.
    default: return Self.unflowed(raw, header)
    }
    let charset = header.parameter("charset", of: "content-type")
    return Self.unflowed(TransferEncoding.text(bytes, charset: charset, notes: &notes), header)
  }

  private mutating func note(_ note: DecodingNote) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// - Parameter isAlternative: whether the parts are versions of one text, of which one is enough.
  private mutating func parts(
    _ boundary: [UInt8], in range: Range<Int>, isAlternative: Bool, depth: Int
  ) -> [UInt8] {
    guard depth <= Self.deepest else {
      note(.tooDeep)
      return Array(text[range])
    }
    let (ranges, rest) = split(range, at: boundary)
    guard !ranges.isEmpty else { return Array(text[range]) }
    var texts: [(type: String, text: [UInt8])] = []
    for range in ranges {
      let header = MailHeader(text, at: range.lowerBound)
      let hasHeader =
        header.map {
          $0.value("content-type") != nil || $0.value("content-transfer-encoding") != nil
        } ?? false
      guard let header, hasHeader else {
        texts.append(("text/plain", Array(text[range])))
        continue
      }
      let isAttached = header.value("content-disposition") == Self.attachments
      if let body = body(header, to: range.upperBound, depth: depth) {
        texts.append(
          (isAttached ? Self.attachments : header.value("content-type") ?? "text/plain", body))
      }
    }
    let chosen = isAlternative ? Self.best(texts) : texts.map(\.text)
    return Array(chosen.joined(separator: [0x0A])) + text[rest]
  }

  /// The plain version, unless it only says where the other one is; and what is attached.
  private static func best(_ texts: [(type: String, text: [UInt8])]) -> [[UInt8]] {
    let versions = texts.filter { $0.type != attachments }
    let plain = versions.first { $0.type == "text/plain" }?.text ?? []
    let other = versions.first { $0.type != "text/plain" }?.text ?? []
    let words = plain.count { $0 > 0x20 }
    let isStub = words == 0 || words < 300 && words * 10 < other.count
    let best = isStub && !other.isEmpty ? other : plain
    return [best] + texts.filter { $0.type == attachments }.map(\.text)
  }

  /// The ranges between the boundaries, and what stands behind the last.
  private func split(_ range: Range<Int>, at boundary: [UInt8]) -> (
    parts: [Range<Int>], rest: Range<Int>
  ) {
    let mark = [0x2D, 0x2D] + boundary
    var parts: [Range<Int>] = []
    var start: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let lineEnd = text[index..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      if text[index..<lineEnd].starts(with: mark) {
        let behind = text[(index + mark.count)..<lineEnd].filter { $0 > 0x20 }
        if behind.isEmpty || behind == [0x2D, 0x2D] {
          if let start { parts.append(start..<max(start, endOfPart(index, from: start))) }
          start = min(lineEnd + 1, range.upperBound)
          if !behind.isEmpty { return (parts, (start ?? range.upperBound)..<range.upperBound) }
        }
      }
      index = lineEnd + 1
    }
    // What is cut off before its last boundary ends where the text does.
    if let start { parts.append(start..<range.upperBound) }
    return (parts, range.upperBound..<range.upperBound)
  }

  /// The line end before a boundary belongs to it.
  private func endOfPart(_ index: Int, from start: Int) -> Int {
    guard index > start, text[index - 1] == 0x0A else { return index }
    return index - 1 > start && text[index - 2] == 0x0D ? index - 2 : index - 1
  }

  // MARK: - Flowed text

  /// Text whose lines end with a space where they go on (RFC 3676), its paragraphs as one line each.
  private static func unflowed(_ text: [UInt8], _ header: MailHeader) -> [UInt8] {
    guard header.parameter("format", of: "content-type")?.lowercased() == "flowed" else {
      return text
    }
    let isSpaceless = header.parameter("delsp", of: "content-type")?.lowercased() == "yes"
    var result: [UInt8] = []
    var isOpen = false
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var line = line.last == 0x0D ? line.dropLast() : line
      let quotes = line.prefix { $0 == UInt8(ascii: ">") }.count
      line = line.dropFirst(quotes)
      // A space at the beginning only keeps the line from being taken for something else.
      if line.first == 0x20 { line = line.dropFirst() }
      // The line before a signature is no text.
      isOpen = line.last == 0x20 && line != [0x2D, 0x2D, 0x20]
      if isOpen, isSpaceless { line = line.dropLast() }
      result += line
      if !isOpen { result.append(0x0A) }
    }
    // The last line has no end of its own.
    if !isOpen { result.removeLast() }
    return result
  }
}
