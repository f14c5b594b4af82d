package import QuestionFlow

/// What has given and taken energy over some weeks: moments before labels.
package struct EnergyLog: Hashable, Sendable {
  /// By day, and by the order in which they were made.
  package private(set) var entries: [EnergyEntry] = []
  /// The number of the next entry; numbers are not used again.
  package private(set) var nextID = 1

  /// An empty log.
  package init() {}

  mutating func add(_ entry: EnergyEntry) {
    // A number that was given before is looked for; the next one, as nearly all are, is new.
    if entry.id < nextID { remove(entry.id) }
    let place = entries.lastIndex { ($0.day, $0.id) < (entry.day, entry.id) }.map { $0 + 1 } ?? 0
    entries.insert(entry, at: place)
    nextID = max(nextID, entry.id &+ 1)
  }

  mutating func remove(_ id: Int) { entries.removeAll { $0.id == id } }

  /// The entries that help with a question, the strongest and latest first.
  package func entries(for recall: Recall) -> [EnergyEntry] {
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
  package var days: [(day: CalendarDate, level: Double)] {
    Dictionary(grouping: entries, by: \.day).map { day, entries in
      (day, Double(entries.reduce(0) { $0 + $1.level }) / Double(entries.count))
    }.sorted { $0.day < $1.day }
  }
}

extension EnergyLog: Codable {
  /// Reads a stored log.
  package init(from decoder: any Decoder) throws {
    let stored = try StoredEnergyLog(from: decoder)
    guard let entries = stored.entries else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "columns that disagree"))
    }
    self.entries = entries
    nextID = stored.nextID
  }

  /// Writes a log to be stored.
  package func encode(to encoder: any Encoder) throws {
    try StoredEnergyLog(entries, nextID: nextID).encode(to: encoder)
  }
}
