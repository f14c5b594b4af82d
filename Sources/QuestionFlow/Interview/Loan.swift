/// An answer from outside, as the interview that it is lent to sees it.
package struct Loan: Hashable, Sendable, Codable {
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

extension Loan {
  /// What somebody wrote for an answer from outside, with semicolons between several things; `nil` where it
  /// is none.
  init?(_ text: String, as given: Given, language: String) {
    let texts = text.split(separator: ";").map { String($0).trimmingWhitespace() }
    guard let kind = given.known.kind else {
      guard let number = Double(text) else { return nil }
      self.init(.number(number))
      return
    }
    let options = kind.offer?.ids?.map { id in
      AnswerKind.Option(
        id: .option(id), label: kind.offer?.label(of: .option(id)) ?? Wording(id))
    }
    let written = texts.enumerated().map {
      AnswerKind.Option(id: ElementID($0.offset + 1), label: Wording($0.element))
    }
    let offered = options ?? written
    let surroundings = AnswerKind.Surroundings(
      today: .first, offered: offered, language: language)
    guard
      var answer = try? kind.parse(
        texts.joined(separator: kind.offer == nil ? "\n" : ", "), in: surroundings)
    else { return nil }
    if case .list = answer {
      answer = .list(
        texts.enumerated().map { Element(id: ElementID($0.offset + 1), text: $0.element) })
    }
    func label(_ id: ElementID) -> String? {
      offered.first { $0.id == id }?.label.text(in: language)
    }
    let words = AnswerWords(
      language: language, text: label, plain: { $0.optionID ?? label($0) })
    var elements: [Element]?
    if case .list(let listed) = answer {
      elements = listed
    } else if kind.offer != nil {
      elements = answer.picks.map { Element(id: $0, text: label($0) ?? "…") }
    }
    self.init(
      value: kind.rules.value(of: answer, in: words),
      spoken: kind.rules.spoken(answer, in: words) ?? "…", elements: elements)
  }
}

extension Interview {
  /// What was given under a name, or what stands for it where it is missing.
  func lent(_ id: ItemID) -> Loan? {
    given[id] ?? script.givens[id]?.fallback.map { Loan($0) }
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

  /// The scripts whose answers are needed and missing, in the order of their names.
  package var missingScripts: [String] {
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
