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
        value: value, spoken: ids.map(label).joined(separator: ", "),
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
    given = known
    return settle(from: [])
  }

  /// The answers that are given from outside now.
  package var loans: [ItemID: Loan] { given }

  /// The answers of other scripts that are needed and missing.
  package var missingAnswers: [NeededAnswer] {
    script.neededAnswers.filter { given[$0.name] == nil }
  }
}
