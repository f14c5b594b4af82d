/// An answer as the interview holds it; every part of it has a type of its own.
public enum Answer: Hashable, Sendable, Codable {
  case text(String)
  case number(Double)
  case date(CalendarDate)
  case yesOrNo(Bool)
  /// The id of the chosen option.
  case choice(String)
  /// The ids of the chosen options, in the script's order.
  case choices([String])
  case scale(Int)
  case list([Element])
  /// The elements of another list, the first being the most important.
  case rank([ElementID])
  case person(Person)
  case posting(String)

  /// The answer in words, as a question quotes it and as `/answers` shows it.
  ///
  /// Options are spoken by id; ``Item/spoken(_:elementText:)`` knows their labels.
  func spoken(elementText: (ElementID) -> String?) -> String {
    switch self {
    case .text(let text), .posting(let text), .choice(let text): text
    case .number(let number): NumberAnswer.spoken(number)
    case .date(let date): date.description
    case .yesOrNo(let truth): YesOrNoAnswer.spoken(truth)
    case .choices(let ids): ids.joined(separator: ", ")
    case .scale(let point): String(point)
    case .list(let elements): elements.map(\.text).joined(separator: ", ")
    case .rank(let ids): ids.compactMap(elementText).joined(separator: ", then ")
    case .person(let person): person.name
    }
  }

  /// The answer as expressions see it.
  func value(elementText: (ElementID) -> String?) -> Value {
    switch self {
    case .text(let text), .posting(let text), .choice(let text): .text(text)
    case .number(let number): .number(number)
    case .date(let date): .date(date)
    case .yesOrNo(let truth): .truth(truth)
    case .choices(let ids): .many(ids)
    case .scale(let point): .number(Double(point))
    case .list(let elements): .many(elements.map(\.text))
    case .rank(let ids): .many(ids.compactMap(elementText))
    case .person(let person): .text(person.name)
    }
  }
}

/// Somebody named in an answer.
public struct Person: Hashable, Sendable, Codable {
  /// The name as typed.
  public let name: String
  /// What was typed after the first comma, such as a role.
  public let note: String?

  /// Makes a person.
  public init(name: String, note: String? = nil) {
    self.name = name
    self.note = note
  }
}

/// What somebody typed, parsed but not yet accepted: list elements have no identities yet.
public enum Response: Hashable, Sendable, Codable {
  case text(String)
  case number(Double)
  case date(CalendarDate)
  case yesOrNo(Bool)
  case choice(String)
  case choices([String])
  case scale(Int)
  case list([String])
  case rank([ElementID])
  case person(Person)
  case posting(String)
}
