package import QuestionFlow

extension AnswerTable: Encodable {
  private enum Key: String, CodingKey { case session, answers }
  private enum RowKey: String, CodingKey { case script, instance, day, values }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct OfElement: Encodable {
    let elements: [String]
    let value: AnsweredValue.Datum
  }

  /// `{"session", "answers": [{"script", "instance", "day", "values": {id: value}}]}`, where the value of
  /// what is asked for each element is a list of `{"elements", "value"}`.
  package func encode(to encoder: any Encoder) throws {
    var whole = encoder.container(keyedBy: Key.self)
    try whole.encode(session, forKey: .session)
    var list = whole.nestedUnkeyedContainer(forKey: .answers)
    for row in rows {
      var fields = list.nestedContainer(keyedBy: RowKey.self)
      try fields.encode(row.script.id, forKey: .script)
      try fields.encode(row.instance, forKey: .instance)
      try fields.encodeIfPresent(row.day, forKey: .day)
      var values = fields.nestedContainer(keyedBy: Name.self, forKey: .values)
      let byItem = Dictionary(grouping: row.values, by: \.column)
      for column in row.script.columns() {
        guard let found = byItem[column.name], let first = found.first else { continue }
        let name = Name(stringValue: column.name)
        if column.isRepeated || column.part == .more {
          try values.encode(
            found.map { OfElement(elements: $0.names, value: $0.datum) }, forKey: name)
        } else {
          try values.encode(first.datum, forKey: name)
        }
      }
    }
  }
}

extension AnsweredValue.Datum: Encodable {
  /// As what it is: a text, a number, a truth, or a list of texts.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .truth(let truth): try container.encode(truth)
    case .many(let texts): try container.encode(texts)
    }
  }
}
