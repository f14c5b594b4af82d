/// Gives clauses their place: the segment that each belongs to, and the heading that it stands under.
struct ClausePlacing {
  private let source: SourceText
  private let segments: SegmentLexicon
  private let reading: ClauseReading
  private let signature: Int

  /// The part of the posting that goes on until another begins.
  private var section: Segment?
  private var sectionHeading: String?
  private var announcement: Announcement?
  private var hasTitle = false
  private var titleIsNext = false
  /// Whether other postings of the page are being read.
  private var isElsewhere = false
  /// The places of the pieces that are a site's menu.
  private var menus: Set<Int> = []

  /// A line that announces what follows, and that is over where the list behind it is.
  private struct Announcement {
    let heading: String?
    /// Where what it announces belongs; `nil` where the section says it.
    let segment: Segment?
    /// “Job type:” says what the next line is, and no more.
    let isLabel: Bool
    var hasEntries = false
    var hasAny = false
  }

  init(_ source: SourceText, segments: SegmentLexicon) {
    self.source = source
    self.segments = segments
    reading = ClauseReading(source: source)
    signature = Self.signature(of: source)
  }

  /// The clauses of pieces in their order.
  mutating func clauses(of pieces: [Piece]) -> [Clause] {
    menus = PageMenus(segments: segments).places(in: pieces)
    return pieces.indices.map { index in
      isOfPage(pieces[index], at: index)
        ? make(
          pieces[index], source.line(at: pieces[index].range.lowerBound), .boilerplate, under: nil)
        : clause(pieces[index], before: index + 1 < pieces.count ? pieces[index + 1] : nil)
    }
  }

  /// Whether a piece belongs to the page around the posting: its menus, and other postings on it.
  private mutating func isOfPage(_ piece: Piece, at index: Int) -> Bool {
    if menus.contains(index) { return true }
    if piece.opensLine, segments.leadsElsewhere(piece.tokens) {
      isElsewhere = true
      section = nil
      sectionHeading = nil
      announcement = nil
    } else if isElsewhere, piece.opensLine, let known = segments.heading(in: piece.tokens[...]),
      known.count == piece.tokens.count,
      known.segment == .responsibilities || known.segment == .requirements
    {
      isElsewhere = false
    }
    return isElsewhere
  }

  private mutating func clause(_ piece: Piece, before next: Piece?) -> Clause {
    let line = source.line(at: piece.range.lowerBound)
    if line >= signature || segments.isNavigation(piece.tokens, text: source.text(in: piece.range))
    {
      return make(piece, line, .boilerplate, under: nil)
    }
    let known = segments.heading(in: piece.tokens[...])
    // An entry of a list that is one word of the lexicon, such as “Travel”, announces nothing.
    let isWhole =
      known.map { $0.count == piece.tokens.count } ?? false
      && (!piece.isEntry || piece.isHeading || endsInColon(piece))
    if !hasTitle, !isWhole, !isLabel(piece, known), piece.tokens.count <= Self.longestTitle,
      segments.always(piece.tokens) != .boilerplate
    {
      // The first short line of a posting is what it calls itself.
      hasTitle = true
      return make(piece, line, .title, under: nil)
    }
    if titleIsNext, !isWhole {
      titleIsNext = false
      return make(piece, line, .title, under: nil)
    }
    if isWhole || announces(piece, before: next) {
      return heading(piece, line, known: isWhole ? known?.segment : nil, before: next)
    }
    hasTitle = true
    var place: Segment?
    var above: String?
    if let known, isLabel(piece, known) {
      // “Location: Leeds” speaks for itself alone, “Duties: you plant trees” for what follows as well.
      place = known.segment
      announcement = nil
      if known.segment != .title,
        !segments.isLabel(piece.tokens.prefix(known.count), known.segment)
      {
        section = known.segment
        sectionHeading = label(of: piece, known.count)
      }
    } else {
      close(before: piece)
      above = announcement?.heading ?? sectionHeading
    }
    return make(piece, line, segment(of: piece, place: place), under: above)
  }

  // MARK: - Headings

  /// In words.
  private static let longestTitle = 14
  private static let longestAnnouncement = 20
  private static let longestBareHeading = 8
  private static let longestLabel = 2

  private mutating func heading(_ piece: Piece, _ line: Int, known: Segment?, before next: Piece?)
    -> Clause
  {
    hasTitle = hasTitle || known != .title
    let text = reading.heading(piece.range)
    if known == .title {
      titleIsNext = true
      return make(piece, line, .title, under: nil, isHeading: true)
    }
    let isColon = endsInColon(piece)
    if let known {
      section = known
      sectionHeading = text
      announcement = nil
      // “Location:” has one line under it, a heading of duties many.
      if isColon, segments.isLabel(piece.tokens[...], known), next?.isEntry == false {
        sectionHeading = nil
        section = nil
        announcement = Announcement(heading: text, segment: known, isLabel: true)
        return make(piece, line, known, under: nil, isHeading: true)
      }
    } else if isColon || !piece.isHeading && next?.isEntry == true {
      announcement = Announcement(
        heading: text, segment: nil,
        isLabel: piece.tokens.count <= Self.longestLabel && !piece.isHeading)
    } else {
      sectionHeading = text
      announcement = nil
    }
    return make(piece, line, section ?? .other, under: nil, isHeading: true)
  }

  /// Whether a piece that is no heading of the lexicon announces what stands behind it.
  private func announces(_ piece: Piece, before next: Piece?) -> Bool {
    guard let next else { return false }
    if piece.isHeading { return piece.tokens.count <= Self.longestAnnouncement }
    if endsInColon(piece) { return piece.tokens.count <= Self.longestAnnouncement }
    guard piece.opensLine, !piece.isEntry, next.opensLine,
      source.line(at: next.range.lowerBound) > source.line(at: piece.range.lowerBound),
      piece.tokens.count <= Self.longestBareHeading,
      piece.range.count <= ClauseReading.longestHeading
    else { return false }
    let last = source.bytes[piece.range.upperBound - 1]
    if ".!;,".utf8.contains(last) { return false }
    if next.isEntry { return true }
    let text = source.text(in: piece.range)
    let isShouted =
      piece.tokens.count >= 2 && text == text.uppercased() && text != text.lowercased()
    let below = source.text(in: next.range)
    return isShouted && below != below.uppercased()
  }

  private func endsInColon(_ piece: Piece) -> Bool {
    let words = piece.tokens.last?.range.upperBound ?? piece.range.lowerBound
    return source.bytes[words..<max(words, min(piece.range.upperBound + 3, source.bytes.count))]
      .prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "<") }
      .contains(UInt8(ascii: ":"))
  }

  /// Whether a piece begins with a heading and has its own words behind the colon: “Location: Leeds”.
  private func isLabel(_ piece: Piece, _ known: (segment: Segment, count: Int)?) -> Bool {
    guard let known, known.count < piece.tokens.count else { return false }
    let last = piece.tokens[known.count - 1].range.upperBound
    return source.bytes[last..<piece.tokens[known.count].range.lowerBound].contains(
      UInt8(ascii: ":"))
  }

  private func label(of piece: Piece, _ count: Int) -> String? {
    reading.heading(piece.range.lowerBound..<piece.tokens[count - 1].range.upperBound)
  }

  /// Ends an announcement where its list is over.
  private mutating func close(before piece: Piece) {
    guard var open = announcement else { return }
    let isOver =
      piece.opensLine && !piece.isEntry
      && (open.hasEntries || open.hasAny && (open.isLabel || piece.isAfterBlank))
    guard !isOver else {
      announcement = nil
      return
    }
    open.hasAny = true
    open.hasEntries = open.hasEntries || piece.isEntry
    announcement = open
  }

  // MARK: - Segments

  private mutating func segment(of piece: Piece, place: Segment?) -> Segment {
    if let segment = segments.always(piece.tokens) { return segment }
    if let place { return place }
    if let announced = announcement?.segment { return announced }
    guard let section else {
      return segments.otherwise(piece.tokens) ?? .other
    }
    // Under “About us” stands whatever somebody pasted there, duties included.
    if section == .about || section == .boilerplate,
      let placed = segments.otherwise(piece.tokens),
      placed == .responsibilities || placed == .benefits
    {
      return placed
    }
    return section
  }

  private func make(
    _ piece: Piece, _ line: Int, _ segment: Segment, under heading: String?, isHeading: Bool = false
  ) -> Clause {
    Clause(
      line: line, range: piece.range, segment: segment, heading: heading, isHeading: isHeading,
      reading: reading.text(piece.range, under: heading), tokens: piece.tokens)
  }

  private static let longestSignature = 12

  /// The line on which a mail's signature begins, behind `--`; past the end where there is none.
  private static func signature(of source: SourceText) -> Int {
    let last = source.lines.indices.suffix(longestSignature).first { index in
      source.bytes[Layout.trimmed(source.lines[index], source)].elementsEqual("--".utf8)
    }
    return last.map { $0 + 1 } ?? .max
  }
}
