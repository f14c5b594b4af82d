/// An answer from outside, as the interview that it is lent to sees it.
package struct Loan: Hashable, Sendable, Codable {
  /// What conditions see.
  let value: Value
  /// The answer in words.
  let spoken: String
  /// Its elements, each with its words; `nil` where it has none.
  let elements: [Element]?

  /// A value that stands for an answer that is missing, its options called as they are by an offer.
  init(_ value: Value, labels: Offer? = nil, language: String = "en") {
    func label(_ id: String) -> String {
      labels?.label(of: .option(id))?.text(in: language) ?? id
    }
    switch value {
    case .many(let ids):
      self.init(
        value: value, spoken: Listed.text(of: ids.map(label)),
        elements: ids.map { Element(id: .option($0), text: label($0)) })
    case .text(let id): self.init(value: value, spoken: label(id), elements: nil)
    default: self.init(value: value, spoken: value.spoken ?? "…", elements: nil)
    }
  }

  init(value: Value, spoken: String, elements: [Element]?) {
    self.value = value
    self.spoken = spoken
    self.elements = elements
  }
}

extension Interview {
  /// What was given under a name, or what stands for it where it is missing.
  func lent(_ id: ItemID) -> Loan? {
    if let loan = given[id] { return loan }
    guard let known = script.givens[id], let value = known.fallback else { return nil }
    return Loan(value, labels: known.labels, language: language)
  }

  /// The answer to an item outside rosters, or a calculated value, to be lent to another interview;
  /// `nil` where there is none.
  package func loan(of id: ItemID) -> Loan? {
    let value = value(of: id, at: [])
    guard value != .unknown else { return nil }
    let elements =
      script.kind(of: id)?.hasElements == true ? elements(of: id, around: []) : nil
    return Loan(value: value, spoken: spoken(id, at: []) ?? "…", elements: elements)
  }

  /// Takes over answers from outside, in the place of all that were given before.
  ///
  /// - Parameter loans: by the names under which the script speaks of them.
  @discardableResult
  package mutating func take(_ loans: [ItemID: Loan]) -> [Note] {
    let known = loans.filter { script.givens[$0.key] != nil }
    guard known != given else { return [] }
    let wasDone = front == nil
    given = known
    let notes = settle(from: [])
    guard wasDone, front != nil else { return notes }
    letStand()
    settle(from: [])
    passNotes()
    return notes.filter { note in
      if case .becameStale(let path) = note { records[path]?.isStale == true } else { true }
    }
  }

  /// Takes what is said and not asked for said, where nothing else is open: it is no reason to come back.
  private mutating func passNotes() {
    while progress.done > 0, let front, isDoneButForNotes, let item = script.item(front.path.item) {
      record(.answered(.seen), at: front, item: item)
      settle(from: front.position)
    }
  }

  /// Lets answers stand whose questions now quote something else: whoever is done with a script is not asked again
  /// because another one was answered anew.
  private mutating func letStand() {
    for (path, record) in records where record.isRelevant && record.isStale {
      guard let located = locate(path), let item = script.item(path.item) else { continue }
      let now = quoted(by: item, at: located)
      records[path]?.standsFor = now
    }
  }

  /// The answers that are given from outside now.
  package var loans: [ItemID: Loan] { given }

  /// The answers of other scripts that are needed and missing.
  package var missingAnswers: [NeededAnswer] {
    script.neededAnswers.filter { given[$0.name] == nil }
  }
}
