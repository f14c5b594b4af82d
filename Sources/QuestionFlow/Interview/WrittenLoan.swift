/// What somebody wrote for an answer from outside, as transcripts do, and why it is none where it is none.
extension Loan {
  /// A part of what was written that the answer cannot have.
  struct Mismatch: Error {
    /// What was written.
    let part: String
    /// What could stand in its place; empty where it is not one of a few.
    let options: [String]
  }

  /// Reads an answer, with semicolons between several things; options by their labels or their names, and words
  /// beside the options behind a colon, as in `other: a dog`.
  init(_ text: String, as given: Given, language: String) throws(Mismatch) {
    let parts = text.split(separator: ";").map { String($0).trimmingWhitespace() }
    guard let kind = given.known.kind else {
      guard let value = Self.value(text, of: given.known.type) else {
        throw Mismatch(part: text, options: [])
      }
      self.init(value, labels: given.labels, language: language)
      return
    }
    if kind.offer == nil {
      try self.init(text, parts, of: kind, language)
    } else if let ids = kind.offer?.ids {
      try self.init(picked: parts, of: kind, ids, given.labels, language)
    } else {
      try self.init(words: parts, of: kind, language)
    }
  }

  /// The value of something that is worked out.
  private static func value(_ text: String, of type: ExpressionType) -> Value? {
    switch type {
    case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .date: CalendarDate(iso: text).map(Value.date)
    case .truth: ["yes": .truth(true), "no": .truth(false)][text]
    case .text, .choice: .text(text)
    case .choices, .list, .nothing, .broken: nil
    }
  }

  /// An answer of one's own words, of a number, of a day.
  private init(_ text: String, _ parts: [String], of kind: AnswerKind, _ language: String)
    throws(Mismatch)
  {
    var isList = false
    if case .list = kind { isList = true }
    let surroundings = AnswerKind.Surroundings(today: .first, language: language)
    guard
      var answer = try? kind.parse(
        isList ? parts.joined(separator: "\n") : text, in: surroundings)
    else { throw Mismatch(part: text, options: []) }
    var elements: [Element]?
    if isList {
      let listed = parts.enumerated().map {
        Element(id: ElementID($0.offset + 1), text: $0.element)
      }
      answer = .list(listed)
      elements = listed
    }
    let words = AnswerWords(language: language, text: { $0.optionID }, plain: { $0.optionID })
    self.init(
      value: kind.rules.value(of: answer, in: words),
      spoken: kind.rules.spoken(answer, in: words) ?? "…", elements: elements)
  }

  /// What was chosen of options, or put in order.
  private init(
    picked parts: [String], of kind: AnswerKind, _ ids: [String], _ labels: Offer?,
    _ language: String
  ) throws(Mismatch) {
    let options = ids.map { id in
      AnswerKind.Option(
        id: .option(id),
        label: kind.offer?.label(of: .option(id)) ?? labels?.label(of: .option(id)) ?? Wording(id))
    }
    let ballot = Ballot(options, language: language)
    var own: String?
    var picks: [ElementID] = []
    for part in parts {
      if let other = options.first(where: { $0.id == .other }),
        let words = Self.words(of: part, behind: other.label.all + ["other"])
      {
        own = words
        picks.append(.other)
      } else {
        guard let place = try? ballot.place(of: part), options[place].id != .other else {
          throw Mismatch(part: part, options: options.map { $0.label.text(in: language) })
        }
        picks.append(options[place].id)
      }
    }
    try self.init(picks, own, of: kind, offered: options.map(\.id)) { id in
      id == .other ? own : options.first { $0.id == id }?.label.text(in: language)
    }
  }

  /// What was chosen of somebody's own words, or put in order.
  private init(words parts: [String], of kind: AnswerKind, _ language: String) throws(Mismatch) {
    let picks = parts.indices.map { ElementID($0 + 1) }
    try self.init(picks, nil, of: kind, offered: picks) { id in
      picks.firstIndex(of: id).map { parts[$0] }
    }
  }

  private init(
    _ picks: [ElementID], _ own: String?, of kind: AnswerKind, offered: [ElementID],
    text: @escaping (ElementID) -> String?
  ) throws(Mismatch) {
    let answer: Answer
    switch kind {
    case .choices: answer = .choices(picks, other: own)
    case .rank: answer = .rank(picks)
    default:
      guard picks.count == 1, let pick = picks.first else {
        throw Mismatch(part: picks.compactMap(text).joined(separator: "; "), options: [])
      }
      answer = .choice(pick, other: own)
    }
    // Of what was offered there, as opposed to what can be, nothing is known here.
    guard kind.offer?.isFixed == false || kind.rules.takes(answer, offered: { offered }) else {
      throw Mismatch(part: picks.compactMap(text).joined(separator: "; "), options: [])
    }
    let words = AnswerWords(
      language: "en", text: text, plain: { $0.optionID ?? text($0) })
    self.init(
      value: kind.rules.value(of: answer, in: words),
      spoken: kind.rules.spoken(answer, in: words) ?? "…",
      elements: picks.filter { $0 != .none }.map { Element(id: $0, text: text($0) ?? "…") })
  }

  /// The words behind a colon, where one of some names stands before it.
  private static func words(of part: String, behind names: [String]) -> String? {
    guard let colon = part.firstIndex(of: ":") else { return nil }
    let head = Words.folded(String(part[..<colon]))
    let words = String(part[part.index(after: colon)...]).trimmingWhitespace()
    return names.contains { Words.folded($0) == head } && !words.isEmpty ? words : nil
  }
}
