/// What a script asks for or works out, as a column of a table.
public struct AnswerColumn: Hashable, Sendable {
  /// The item's or the value's name.
  public let id: ItemID
  /// The question, or what the value is called.
  public let label: String
  /// Whether there is one for each element of a list.
  public let isRepeated: Bool
  /// Whether it holds what was said when the item's answer was asked about further.
  public var isFollowUp = false

  /// What the column is called: the item's id, and `ID.more` for what was said on being asked further.
  public var name: String { isFollowUp ? "\(id).more" : id.rawValue }
}

/// An answer or a value that was worked out, as it leaves the program.
public struct AnsweredValue: Hashable, Sendable {
  /// What it is in itself.
  public enum Datum: Hashable, Sendable {
    case text(String)
    case number(Double)
    case truth(Bool)
    case many([String])
  }

  /// The item or the value that it belongs to.
  public let id: ItemID
  /// Whether it was said when the item's answer was asked about further.
  public var isFollowUp = false
  /// The elements that it was asked for, in words, outermost first.
  public let elements: [String]
  /// As a person would say it.
  public let words: String
  /// As a program would read it: options by their ids.
  public let datum: Datum

  /// The name of its column.
  public var column: String { isFollowUp ? "\(id).more" : id.rawValue }
}

extension Script {
  /// The columns that its answers have, in document order; notes have none.
  public func columns(language: String = "en") -> [AnswerColumn] {
    columns(of: entries, language, isRepeated: false)
  }

  private func columns(of entries: [Entry], _ language: String, isRepeated: Bool) -> [AnswerColumn]
  {
    entries.flatMap { entry -> [AnswerColumn] in
      switch entry {
      case .item(let item):
        item.isNote ? [] : columns(of: item, language, isRepeated: isRepeated)
      case .calculation(let value):
        [
          AnswerColumn(
            id: value.id, label: value.label?.text(in: language) ?? value.id.rawValue,
            isRepeated: isRepeated)
        ]
      case .section(let section):
        columns(of: section.entries, language, isRepeated: isRepeated)
      case .roster(let roster): columns(of: roster.entries, language, isRepeated: true)
      }
    }
  }

  private func columns(of item: Item, _ language: String, isRepeated: Bool) -> [AnswerColumn] {
    let own = AnswerColumn(
      id: item.id, label: item.ask.text(in: language), isRepeated: isRepeated)
    guard !item.probes.isEmpty else { return [own] }
    let asked = item.probes.map { $0.ask.text(in: language) }.joined(separator: " / ")
    return [
      own,
      AnswerColumn(
        id: item.id, label: asked,
        isRepeated: isRepeated || item.probes.contains(where: \.isPerElement), isFollowUp: true),
    ]
  }
}

extension Interview {
  /// Every answer that applies and every value that could be worked out, in document order.
  public var answered: [AnsweredValue] { answered(script.entries, elements: [], words: []) }

  private func answered(_ entries: [Entry], elements: [ElementID], words: [String])
    -> [AnsweredValue]
  {
    entries.flatMap { entry -> [AnsweredValue] in
      switch entry {
      case .item(let item):
        guard !item.isNote else { return [] }
        let own = one(item.id, elements, words)
        // What was said on being asked further stands though the answer itself should be lost.
        guard own != nil || isLost(item.id, elements) else { return [] }
        return [own].compactMap(\.self) + followUps(of: item.id, elements, words)
      case .calculation(let value): return [one(value.id, elements, words)].compactMap(\.self)
      case .section(let section):
        return answered(section.entries, elements: elements, words: words)
      case .roster(let roster):
        return self.elements(of: roster.list, around: elements).flatMap { element in
          answered(
            roster.entries, elements: elements + [element.id], words: words + [element.text])
        }
      }
    }
  }

  private func isLost(_ id: ItemID, _ elements: [ElementID]) -> Bool {
    guard let record = records[Path(id, elements: elements)] else { return false }
    return record.isRelevant && record.state == .open
  }

  private func one(_ id: ItemID, _ elements: [ElementID], _ words: [String]) -> AnsweredValue? {
    let datum: AnsweredValue.Datum
    switch value(of: id, at: elements) {
    case .unknown: return nil
    case .text(let text): datum = .text(text)
    case .number(let number): datum = .number(number)
    case .truth(let truth): datum = .truth(truth)
    case .date(let date): datum = .text(date.description)
    case .many(let texts): datum = .many(texts)
    }
    return AnsweredValue(
      id: id, elements: words, words: spoken(id, at: elements) ?? "", datum: datum)
  }

  private func followUps(of id: ItemID, _ elements: [ElementID], _ words: [String])
    -> [AnsweredValue]
  {
    let path = Path(id, elements: elements)
    let said = probeAnswers(records[path])
    let order: [ElementID?] = [nil] + self.elements(of: id, around: elements).map(\.id)
    return order.flatMap { element -> [AnsweredValue] in
      let about = element.flatMap { text(of: $0, of: id, at: elements) }
      return (said[element] ?? []).map { text in
        AnsweredValue(
          id: id, isFollowUp: true, elements: words + [about].compactMap(\.self), words: text,
          datum: .text(text))
      }
    }
  }
}
