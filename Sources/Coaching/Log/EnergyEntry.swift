package import QuestionFlow

/// One moment that gave or took energy.
package struct EnergyEntry: Hashable, Sendable, Codable {
  /// What the levels may be.
  package static let levels = -2...2

  /// Counts from 1 in the order in which entries were made.
  package let id: Int
  /// The day of the moment.
  package let day: CalendarDate
  /// From -2, which emptied, to 2, which filled.
  package let level: Int
  /// What it was, in the person's words.
  package let text: String

  /// Makes an entry; a level out of range is moved to the nearest in it.
  package init(id: Int, day: CalendarDate, level: Int, text: String) {
    self.id = id
    self.day = day
    self.level = min(Self.levels.upperBound, max(Self.levels.lowerBound, level))
    self.text = text
  }

  /// Reads an entry; the file that it comes from is not trusted with its level.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(Int.self, forKey: .id),
      day: try container.decode(CalendarDate.self, forKey: .day),
      level: try container.decode(Int.self, forKey: .level),
      text: try container.decode(String.self, forKey: .text))
  }
}
