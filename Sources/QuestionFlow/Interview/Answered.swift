import Phrases

/// What a script asks for or works out, as a column of a table.
public struct AnswerColumn: Hashable, Sendable {
  /// The item's or the value's name.
  public let id: ItemID
  /// The question, or what the value is called.
  public let label: String
  /// Whether there is one for each element of a list.
  public let isRepeated: Bool
  /// What of the item it holds.
  public var part = Part.answer

  /// What of an item a column holds.
  public enum Part: String, Hashable, Sendable {
    /// The answer, or the value.
    case answer
    /// The words of the respondent's own, beside the options.
    case other
    /// What was said when the answer was asked about further.
    case more
  }

  /// What the column is called: the item's id, `ID.other` for words beside the options, and `ID.more` for what
  /// was said on being asked further.
  public var name: String { Self.name(id, part) }

  static func name(_ id: ItemID, _ part: Part) -> String {
    part == .answer ? id.rawValue : "\(id).\(part.rawValue)"
  }
}

/// An answer or a value that was worked out, as it leaves the program.
public struct AnsweredValue: Hashable, Sendable {
  /// What it is in itself.
  public enum Datum: Hashable, Sendable {
    case text(String)
    case number(Double)
    case truth(Bool)
    case many([String])

    /// A number as a person reads it: with at most two decimals, as the language writes it.
    public static func words(for number: Double, in language: String) -> String {
      Numeral.read(number, in: language)
    }
  }

  /// The item or the value that it belongs to.
  public let id: ItemID
  /// What of the item it is.
  public var part = AnswerColumn.Part.answer
  /// The question as it was asked, or what the value is called.
  public let label: String
  /// The elements that it was asked for, in words, outermost first.
  public let elements: [String]
  /// The same as a program would read them: options by their ids.
  public let names: [String]
  /// As a person would say it.
  public let words: String
  /// As a program would read it: options by their ids.
  public let datum: Datum

  /// The name of its column.
  public var column: String { AnswerColumn.name(id, part) }
}

extension Script {
  /// The columns that its answers have, in document order; notes have none.
  public func columns(language: String = "en") -> [AnswerColumn] {
    columns(of: entries, language, isRepeated: false)
  }

  /// The headings that its items and values stand under, those of a matrix among them.
  public func headings(language: String = "en") -> [ItemID: String] {
    headings(of: entries, nil, language)
  }

  private func headings(of entries: [Entry], _ above: String?, _ language: String)
    -> [ItemID: String]
  {
    entries.reduce(into: [:]) { headings, entry in
      switch entry {
      case .item(let item): headings[item.id] = above
      case .calculation(let value): headings[value.id] = above
      case .roster(let roster):
        headings.merge(self.headings(of: roster.entries, above, language)) { first, _ in first }
      case .section(let section):
        let inner = self.headings(of: section.entries, section.title.text(in: language), language)
        headings.merge(inner) { first, _ in first }
      }
    }
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
    var columns = [own]
    if let other = item.kind.offer?.other {
      columns.append(
        AnswerColumn(
          id: item.id, label: other.text(in: language), isRepeated: isRepeated, part: .other))
    }
    if !item.probes.isEmpty {
      columns.append(
        AnswerColumn(
          id: item.id,
          label: item.probes.map { $0.ask.text(in: language) }.joined(separator: " / "),
          isRepeated: isRepeated || item.probes.contains(where: \.isPerElement), part: .more))
    }
    return columns
  }
}

extension Interview {
  /// The elements around a place: by their identities, in words, and as conditions see them.
  private struct Surrounding {
    var ids: [ElementID] = []
    var words: [String] = []
    var names: [String] = []
  }

  /// Every answer that applies and every value that could be worked out, in document order.
  public var answered: [AnsweredValue] { answered(script.entries, Surrounding()) }

  private func answered(_ entries: [Entry], _ here: Surrounding) -> [AnsweredValue] {
    entries.flatMap { entry -> [AnsweredValue] in
      switch entry {
      case .item(let item):
        guard !item.isNote else { return [] }
        let context = Context(interview: self, elements: here.ids)
        let own = one(item.id, item.ask.rendered(in: context, language: language), here)
        // What was said on being asked further stands though the answer itself should be lost.
        guard own != nil || isLost(item.id, here.ids) else { return [] }
        return [own].compactMap(\.self) + otherWords(of: item, here) + followUps(of: item, here)
      case .calculation(let value):
        let label = value.label?.text(in: language) ?? value.id.rawValue
        return [one(value.id, label, here)].compactMap(\.self)
      case .section(let section): return answered(section.entries, here)
      case .roster(let roster):
        return self.elements(of: roster.list, around: here.ids).flatMap { element in
          var inner = here
          inner.ids.append(element.id)
          inner.words.append(element.text)
          inner.names.append(plain(element.id, of: roster.list, at: here.ids) ?? element.text)
          return answered(roster.entries, inner)
        }
      }
    }
  }

  private func isLost(_ id: ItemID, _ elements: [ElementID]) -> Bool {
    guard let record = records[Path(id, elements: elements)] else { return false }
    return record.isRelevant && record.state == .open
  }

  private func one(_ id: ItemID, _ label: String, _ here: Surrounding) -> AnsweredValue? {
    let datum: AnsweredValue.Datum
    var written: String?
    switch value(of: id, at: here.ids) {
    case .unknown: return nil
    case .text(let text): datum = .text(text)
    case .number(let number): datum = .number(number)
    case .truth(let truth): datum = .truth(truth)
    case .date(let date):
      datum = .text(date.description)
      written = PhraseBook.shipped(language).text("\(written: date)")
    case .many(let texts): datum = .many(texts)
    }
    return AnsweredValue(
      id: id, label: label, elements: here.words, names: here.names,
      words: written ?? spoken(id, at: here.ids) ?? "", datum: datum)
  }

  /// What the respondent named in words of their own, beside the options.
  private func otherWords(of item: Item, _ here: Surrounding) -> [AnsweredValue] {
    guard let text = answer(to: Path(item.id, elements: here.ids))?.otherWords else { return [] }
    return [
      AnsweredValue(
        id: item.id, part: .other, label: item.kind.offer?.other?.text(in: language) ?? "",
        elements: here.words, names: here.names, words: text, datum: .text(text))
    ]
  }

  private func followUps(of item: Item, _ here: Surrounding) -> [AnsweredValue] {
    let said = probesInOrder(records[Path(item.id, elements: here.ids)])
    let order: [ElementID?] = [nil] + elements(of: item.id, around: here.ids).map(\.id)
    return order.flatMap { element in
      said.filter { $0.id.element == element }.map { probe in
        let about = element.flatMap { text(of: $0, of: item.id, at: here.ids) }
        let context = Context(interview: self, elements: here.ids, probedElement: about)
        let asked = item.probes.indices.contains(probe.id.index) ? item.probes[probe.id.index] : nil
        return AnsweredValue(
          id: item.id, part: .more,
          label: asked?.ask.rendered(in: context, language: language) ?? "",
          elements: here.words + [about].compactMap(\.self),
          names: here.names + [about].compactMap(\.self), words: probe.text,
          datum: .text(probe.text))
      }
    }
  }
}
