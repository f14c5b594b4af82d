import QuestionFlow

/// An energy log as it is stored: by columns, and what repeats by runs, so that a log of any length is a few
/// values. They are read many times faster, and in less room, than as many objects.
struct StoredEnergyLog: Codable {
  /// Numbers that follow each other.
  private var ids = Runs<Int>()
  private var days = Runs<CalendarDate>()
  /// A letter for each entry, “a” for the lowest level.
  private var levels = ""
  /// The words of all entries with nothing between them, and how many bytes of UTF-8 are whose.
  private var texts = ""
  private var lengths: [Int] = []
  let nextID: Int

  private static let lowest = Int(UInt8(ascii: "a"))

  init(_ entries: [EnergyEntry], nextID: Int) {
    self.nextID = nextID
    for entry in entries {
      ids.add(entry.id) { first, count in first &+ count }
      days.add(entry.day) { day, _ in day }
      let level = Self.lowest + entry.level - EnergyEntry.levels.lowerBound
      levels.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: level)))
      texts += entry.text
      lengths.append(entry.text.utf8.count)
    }
  }

  /// The entries again; `nil` where the columns do not agree with each other.
  var entries: [EnergyEntry]? {
    let count = lengths.count
    guard levels.utf8.count == count, ids.count(most: count) == count,
      days.count(most: count) == count
    else { return nil }
    var entries: [EnergyEntry] = []
    entries.reserveCapacity(count)
    let (id, day) = (ids.reader { $0 &+ $1 }, days.reader { day, _ in day })
    var place = texts.utf8.startIndex
    for (length, level) in zip(lengths, levels.utf8) {
      guard length >= 0, let id = id.next(), let day = day.next(),
        let end = texts.utf8.index(place, offsetBy: length, limitedBy: texts.utf8.endIndex),
        let text = String(texts.utf8[place..<end])
      else { return nil }
      let level = Int(level) - Self.lowest + EnergyEntry.levels.lowerBound
      entries.append(EnergyEntry(id: id, day: day, level: level, text: text))
      place = end
    }
    return place == texts.utf8.endIndex ? entries : nil
  }
}
