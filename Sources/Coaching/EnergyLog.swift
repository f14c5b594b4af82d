public import QuestionFlow

/// One moment that gave or took energy.
public struct EnergyEntry: Hashable, Sendable, Codable {
  /// What the levels may be.
  public static let levels = -2...2

  /// Counts from 1 in the order in which entries were made.
  public let id: Int
  /// The day of the moment.
  public let day: CalendarDate
  /// From -2, which emptied, to 2, which filled.
  public let level: Int
  /// What it was, in the person's words.
  public let text: String

  /// Makes an entry; a level out of range is moved to the nearest in it.
  public init(id: Int, day: CalendarDate, level: Int, text: String) {
    self.id = id
    self.day = day
    self.level = min(Self.levels.upperBound, max(Self.levels.lowerBound, level))
    self.text = text
  }

  /// Reads an entry; the file that it comes from is not trusted with its level.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(Int.self, forKey: .id),
      day: try container.decode(CalendarDate.self, forKey: .day),
      level: try container.decode(Int.self, forKey: .level),
      text: try container.decode(String.self, forKey: .text))
  }
}

/// What has given and taken energy over some weeks: moments before labels.
public struct EnergyLog: Hashable, Sendable {
  /// By day, and by the order in which they were made.
  public private(set) var entries: [EnergyEntry] = []
  /// The number of the next entry; numbers are not used again.
  public private(set) var nextID = 1

  /// An empty log.
  public init() {}

  mutating func add(_ entry: EnergyEntry) {
    // A number that was given before is looked for; the next one, as nearly all are, is new.
    if entry.id < nextID { remove(entry.id) }
    let place = entries.lastIndex { ($0.day, $0.id) < (entry.day, entry.id) }.map { $0 + 1 } ?? 0
    entries.insert(entry, at: place)
    nextID = max(nextID, entry.id &+ 1)
  }

  mutating func remove(_ id: Int) { entries.removeAll { $0.id == id } }

  /// The entries that help with a question, the strongest and latest first.
  public func entries(for recall: Recall) -> [EnergyEntry] {
    entries.filter {
      switch recall {
      case .highs: $0.level > 0
      case .lows: $0.level < 0
      case .outline: false
      }
    }
    .sorted { (abs($0.level), $0.day, $0.id) > (abs($1.level), $1.day, $1.id) }
  }

  /// The mean level of each day that has entries, in order of days.
  public var days: [(day: CalendarDate, level: Double)] {
    Dictionary(grouping: entries, by: \.day).map { day, entries in
      (day, Double(entries.reduce(0) { $0 + $1.level }) / Double(entries.count))
    }.sorted { $0.day < $1.day }
  }
}

extension EnergyLog: Codable {
  /// Reads a stored log.
  public init(from decoder: any Decoder) throws {
    let stored = try StoredEnergyLog(from: decoder)
    guard let entries = stored.entries else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "columns that disagree"))
    }
    self.entries = entries
    nextID = stored.nextID
  }

  /// Writes a log to be stored.
  public func encode(to encoder: any Encoder) throws {
    try StoredEnergyLog(entries, nextID: nextID).encode(to: encoder)
  }
}
