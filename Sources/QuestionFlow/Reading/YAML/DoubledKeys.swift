import Foundation
import Phrases
import Yams

/// Keys and documents that a file has twice.
extension YAMLMistake {
  /// Where a key stands for the second time in braces on one line.
  static func secondInBraces(_ name: String, after mark: Mark, in lines: [String]) -> (
    line: Int, column: Int
  )? {
    guard !name.isEmpty, lines.indices.contains(mark.line - 1) else { return nil }
    let line = lines[mark.line - 1]
    var places: [Int] = []
    var column = max(1, mark.column) + 1
    while column <= line.count, let range = ScriptReader.flowEntry(in: line, at: column) {
      let entry = line[range]
      if entry.prefix(while: { $0 != ":" }).trimmingWhitespace() == name {
        places.append(line.distance(from: line.startIndex, to: range.lowerBound) + 1)
      }
      let end = line[range.upperBound...].firstIndex { !$0.isWhitespace }
      guard let end, line[end] == "," else { break }
      column = line.distance(from: line.startIndex, to: end) + 2
    }
    return places.count > 1 ? (mark.line, places[1]) : nil
  }

  static func another(in lines: [String]) -> Cause {
    let marks = lines.indices.filter { lines[$0].hasPrefix("---") }
    let second = marks.first { $0 > 0 } ?? 0
    let isScript = lines.dropFirst(second + 1).contains { $0.hasPrefix("script:") }
    return (
      isScript
        ? "“---” begins another script here, and a file holds one; move what follows into a file of its own"
        : "“---” begins another document, and a script is one; take the line out",
      second + 1, 1, nil
    )
  }

  /// The later of two lines that begin with the same key.
  static func second(_ name: String, after start: Int, in lines: [String]) -> Cause? {
    let first = lines.indices.first { $0 >= start - 1 && key(of: lines[$0])?.name == name }
    guard let first, let column = key(of: lines[first])?.column else { return nil }
    let second = lines.indices.first { index in
      index > first && key(of: lines[index])?.name == name
        && key(of: lines[index])?.column == column
    }
    guard let end = second else { return nil }
    // The first key that comes again says best where the next question begins.
    let start =
      (0...first).last {
        lines[$0].trimmingWhitespace().hasPrefix("- ") && key(of: lines[$0])?.column == column
      }
      ?? first
    var seen: [String: Int] = [:]
    var found = (name: name, first: first, second: end)
    for index in start...end {
      guard let key = key(of: lines[index]), key.column == column else { continue }
      if let before = seen.updateValue(index, forKey: key.name) {
        found = (key.name, before, index)
        break
      }
    }
    let line = lines[found.second]
    let begins = ["id", "note", "section", "let"].contains(found.name) && column > 2
    return (
      "“\(found.name)” stands twice in this mapping, first in line \(String(found.first + 1)); keep one, or begin the next question with a dash",
      found.second + 1, column,
      begins
        ? String(repeating: " ", count: column - 3) + "- " + line.trimmingWhitespace() : nil
    )
  }

  private static let keyForm = WrittenForm(
    regex: /^(\s*(?:- )*\s*)([^\s:#"'][^:#"']*?)\s*:(?:\s|$)/)

  static func key(of line: String) -> (name: String, column: Int)? {
    guard let match = line.firstMatch(of: Self.keyForm) else {
      return nil
    }
    return (String(match.2), match.1.count + 1)
  }
}
