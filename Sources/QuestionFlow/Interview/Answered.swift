/// What a script asks for or works out, as a column of a table.
public struct AnswerColumn: Hashable, Sendable {
  /// The item's or the value's name.
  public let id: ItemID
  /// The question, or what the value is called.
  public let label: String
  /// Whether there is one for each element of a list.
  public let isRepeated: Bool
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

  /// The column that it belongs to.
  public let id: ItemID
  /// The elements that it was asked for, in words, outermost first.
  public let elements: [String]
  /// As a person would say it.
  public let words: String
  /// As a program would read it: options by their ids.
  public let datum: Datum
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
        item.isNote
          ? []
          : [
            AnswerColumn(
              id: item.id, label: item.ask.text(in: language), isRepeated: isRepeated)
          ]
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
        return item.isNote ? [] : [one(item.id, elements, words)].compactMap(\.self)
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
}
