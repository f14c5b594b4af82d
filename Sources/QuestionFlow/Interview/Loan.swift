/// An answer from outside, as the interview that it is lent to sees it.
public struct Loan: Hashable, Sendable, Codable {
  /// What conditions see.
  let value: Value
  /// The answer in words.
  let spoken: String
  /// Its elements, each with its words; `nil` where it has none.
  let elements: [Element]?

  /// A value that stands for an answer that is missing.
  init(_ value: Value) {
    let elements: [Element]? =
      if case .many(let texts) = value {
        texts.map { Element(id: .option($0), text: $0) }
      } else {
        nil
      }
    self.init(value: value, spoken: value.spoken ?? "…", elements: elements)
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
    given[id] ?? script.givens[id]?.fallback.map { Loan($0) }
  }

  /// The answer to an item outside rosters, or a calculated value, to be lent to another interview;
  /// `nil` where there is none.
  public func loan(of id: ItemID) -> Loan? {
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
  public mutating func take(_ loans: [ItemID: Loan]) -> [Note] {
    let known = loans.filter { script.givens[$0.key] != nil }
    guard known != given else { return [] }
    given = known
    return settle(from: [])
  }

  /// The answers that are given from outside now.
  public var loans: [ItemID: Loan] { given }

  /// The scripts whose answers are needed and missing, in the order of their names.
  public var missingScripts: [String] {
    Set(
      script.givens.values.compactMap { given -> String? in
        guard given.isNeeded, self.given[given.id] == nil,
          case .script(let script, _) = given.source
        else { return nil }
        return script
      }
    ).sorted()
  }
}
