internal import Foundation
internal import QuestionFlow

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

/// Values in a row of which each follows from the first of its run.
private struct Runs<Value: Codable & Equatable>: Codable {
  private var firsts: [Value] = []
  private var counts: [Int] = []

  /// - Parameter following: the value so many places behind another, where they are of one run.
  mutating func add(_ value: Value, following: (Value, Int) -> Value) {
    if let first = firsts.last, let count = counts.last, following(first, count) == value {
      counts[counts.count - 1] = count + 1
    } else {
      firsts.append(value)
      counts.append(1)
    }
  }

  /// How many values there are; `nil` where it makes no sense, or they are more than so many.
  func count(most: Int) -> Int? {
    guard firsts.count == counts.count else { return nil }
    var left = most
    for count in counts {
      guard (1...max(1, left)).contains(count), left > 0 else { return nil }
      left -= count
    }
    return most - left
  }

  func reader(following: @escaping (Value, Int) -> Value) -> AnyIterator<Value> {
    var (run, place) = (0, 0)
    return AnyIterator {
      guard run < firsts.count else { return nil }
      defer {
        place += 1
        if place == counts[run] { (run, place) = (run + 1, 0) }
      }
      return following(firsts[run], place)
    }
  }
}
