/// The amounts that a posting names, clause by clause.
struct PostingAmounts: Sendable {
  /// An amount with the clause that names it.
  struct Named: Sendable {
    /// The clause's place in the posting.
    let place: Int
    let read: ReadAmount
    /// The words, verbatim.
    let words: String
    let line: Int
  }

  /// The places where the work is said to be.
  struct Workplace: Sendable {
    let place: Int
    let named: NamedPlace
    let words: String
    let line: Int
  }

  let named: [Named]
  let workplaces: [Workplace]

  /// More are not read of one posting.
  private static let most = 600

  init(_ posting: Posting, lexicon: QuantityLexicon) {
    var named: [Named] = []
    var workplaces: [Workplace] = []
    let reader = AmountReader(lexicon: lexicon, side: .posting)
    let places = PlaceReader(lexicon: lexicon.places)
    for (place, clause) in posting.clauses.enumerated() {
      guard named.count < Self.most else { break }
      let cell =
        place > 0 ? Self.cell(posting.clauses[place - 1], before: clause, of: posting) : nil
      var words = Self.words(clause, under: cell, of: posting)
      if let answer = Self.denial(behind: place, of: posting) {
        words = words.followed(by: answer)
      }
      // “0.6 FTE” stands like a heading, and announces nothing.
      let isNumbered = clause.tokens.contains { $0.number != nil }
      guard !clause.isHeading || clause.segment == .title || isNumbered else { continue }
      let isForReading = clause.segment != .boilerplate
      let read = reader.amounts(of: words).filter {
        isForReading || $0.kind == .visa || $0.kind == .clearance
      }
      named += read.map {
        Named(
          place: place, read: $0, words: posting.source.text(in: $0.range),
          line: posting.source.line(at: $0.range.lowerBound))
      }
      guard isForReading, workplaces.count < Self.most,
        !Ownership(words, lexicon: lexicon).isOfOthers
      else { continue }
      workplaces += places.workplaces(in: words).map {
        Workplace(
          place: place, named: $0, words: posting.source.text(in: $0.range),
          line: posting.source.line(at: $0.range.lowerBound))
      }
    }
    named = Self.parted(named, lexicon: lexicon)
    self.named = Self.scaled(named, to: Self.fullWeek(of: named))
    // The head office is where the work is only where no other place is named.
    let own = workplaces.filter { !$0.named.isSeat }
    self.workplaces = own.isEmpty ? workplaces : own
  }

  /// The hours of a full week that the posting states, where it states them once.
  private static func fullWeek(of named: [Named]) -> Double? {
    let weeks = Set(
      named.filter {
        $0.read.kind == .fullWeek && $0.read.doubts.isEmpty && $0.read.interval.isPoint
      }
      .map(\.read.interval.low))
    return weeks.count == 1 ? weeks.first : nil
  }

  /// With hours that stand beside a part of a full week as those of the full week, where that is what they can
  /// be and they are the part of none: “0.8 FTE (35-hour week)”, unlike “0.8 FTE (30 hours)”.
  private static func parted(_ named: [Named], lexicon: QuantityLexicon) -> [Named] {
    let whole = Interval(1, 1)
    // “0.8 FTE (1.0 FTE = 37.5 hours)” says what a full week is.
    let named = named.filter { one in
      one.read.part != whole
        || !named.contains { $0.place == one.place && $0.read.part.map { $0.high < 1 } ?? false }
    }
    return named.map { one in
      guard one.read.kind == .hours, one.read.isNumber, one.read.part == nil,
        one.read.interval.isPoint, one.read.interval.isWithin(lexicon.fullWeek),
        let part = named.first(where: { $0.place == one.place && $0.read.part != nil })?.read.part,
        part.isPoint, part.low > 0,
        !one.read.interval.scaled(by: 1 / part.low).isWithin(lexicon.fullWeek)
      else { return one }
      var read = one.read
      read.kind = .fullWeek
      return Named(place: one.place, read: read, words: one.words, line: one.line)
    }
  }

  /// With the parts of a full week counted in its hours.
  private static func scaled(_ named: [Named], to week: Double?) -> [Named] {
    guard let week else { return named }
    return named.map { one in
      guard let part = one.read.part else { return one }
      var read = one.read
      read.interval = part.scaled(by: week)
      return Named(place: one.place, read: read, words: one.words, line: one.line)
    }
  }

  /// What part of a full week the job is, where the posting states it once.
  var part: Interval? {
    let parts = Set(named.compactMap(\.read.part))
    if parts.count == 1, let part = parts.first { return part }
    guard parts.isEmpty, let full = Self.fullWeek(of: named), full > 0, let week, week.high <= full
    else { return nil }
    return week.scaled(by: 1 / full)
  }

  /// The cell of a table that says what the one behind it is: “Employees | 640”.
  private static func cell(_ label: Clause, before clause: Clause, of posting: Posting) -> [Token]?
  {
    guard label.tokens.count <= mostInCell, label.tokens.allSatisfy({ $0.number == nil }),
      let from = label.tokens.last?.range.upperBound,
      let to = clause.tokens.first?.range.lowerBound,
      from <= to, to - from < mostBetweenCells,
      posting.source.bytes[from..<to].contains(where: { "|\t".utf8.contains($0) }),
      !posting.source.bytes[from..<to].contains(UInt8(ascii: "\n"))
    else { return nil }
    return label.tokens
  }

  /// The clause behind one, on its line, that denies what it names or asks: “Weekend work | none”, “Will you work
  /// weekends? No.”
  private static func denial(behind place: Int, of posting: Posting) -> [Token]? {
    guard place + 1 < posting.clauses.count, let last = posting.clauses[place].tokens.last else {
      return nil
    }
    let answer = PlainWords.tokens(posting.clauses[place + 1].tokens)
    guard let first = answer.first, last.range.upperBound <= first.range.lowerBound,
      NegationWords.shipped.labels.beginning(at: 0, in: answer)?.upperBound == answer.count
    else { return nil }
    let between = posting.source.bytes[last.range.upperBound..<first.range.lowerBound]
    return between.count < mostBetweenCells && !between.contains(UInt8(ascii: "\n"))
      && between.contains { "|?\t".utf8.contains($0) } ? answer : nil
  }

  /// In words, and in bytes.
  private static let (mostInCell, mostBetweenCells) = (4, 40)

  private static func words(_ clause: Clause, under cell: [Token]?, of posting: Posting)
    -> AmountReader.Words
  {
    var heading: [Token] = cell ?? []
    if cell == nil, let text = clause.heading {
      let source = SourceText(text)
      heading = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    }
    return AmountReader.Words(
      tokens: PlainWords.tokens(clause.tokens), source: posting.source, heading: heading,
      segment: clause.segment)
  }

  /// What the clause at a place names, as others are told of it.
  func amounts(at place: Int) -> [Amount] {
    named.filter { $0.place == place }.map(\.read.amount)
      + workplaces.filter { $0.place == place }.compactMap { workplace in
        workplace.named.places.first.map {
          Amount(kind: .place, low: 1, high: 1, unit: $0.name, per: nil)
        }
      }
  }

  func named(_ kind: AmountKind) -> [Named] { named.filter { $0.read.kind == kind } }

  /// The hours of the week that the posting states, where it states them once.
  var week: Interval? {
    let hours = named(.hours).filter { $0.read.isNumber && $0.read.doubts.isEmpty }
    guard let first = hours.first?.read.interval, hours.allSatisfy({ $0.read.interval == first })
    else { return nil }
    return first
  }

  /// Whether nobody need come to any place.
  var isRemote: Bool {
    let office = named(.office)
    return office.contains { $0.read.interval == Interval(0, 0) }
      && office.allSatisfy { $0.read.interval.low == 0 }
  }
}
