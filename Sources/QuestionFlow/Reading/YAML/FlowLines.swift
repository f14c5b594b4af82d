internal import Foundation
import Yams

/// Lines of a list or a mapping in brackets as they should be: with an entry more, with one less, or another.
extension ScriptReader {
  /// The entry of brackets on one line that a column is in, without blanks around it; `nil` where no bracket is
  /// open there.
  ///
  /// - Parameter column: counts characters from 1.
  static func flowEntry(in line: String, at column: Int) -> Range<String.Index>? {
    guard column >= 1, column <= line.count else { return nil }
    let target = line.index(line.startIndex, offsetBy: column - 1)
    var starts: [String.Index] = []
    var quote: Character?
    var wanted: Int?
    /// A quotation or a bracket is opened only where a value begins.
    var before: Character?
    var start = line.startIndex
    var index = line.startIndex
    scan: while index < line.endIndex {
      let character = line[index]
      if index == target {
        guard let last = starts.last else { return nil }
        wanted = starts.count
        start = last
      }
      let next = line.index(after: index)
      if let mark = quote {
        if character == mark { quote = nil }
      } else if "\"'".contains(character), before.map({ "[{,:".contains($0) }) ?? true {
        quote = character
      } else if "[{".contains(character), before.map({ "[{,:-".contains($0) }) ?? true {
        starts.append(next)
      } else if "]}".contains(character) {
        if starts.count == wanted { break scan }
        _ = starts.popLast()
      } else if character == ",", !starts.isEmpty {
        if starts.count == wanted { break scan }
        starts[starts.count - 1] = next
      }
      if !character.isWhitespace { before = character }
      index = next
    }
    guard wanted != nil else { return nil }
    let text = line[start..<index]
    let lead = text.prefix(while: \.isWhitespace).endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { line.index(after: $0) } ?? lead
    return lead..<max(lead, end)
  }

  /// Whether a node stands within brackets that are opened before it on its line.
  func isWithinFlow(_ node: Node) -> Bool {
    guard let line = line(of: node), let mark = node.mark else { return false }
    return Self.flowEntry(in: line, at: mark.column) != nil
  }

  private static let keyOfEntry = WrittenForm(regex: /^("?[^:{}\[\]"]+"?)\s*:(?:\s|$)/)

  /// The line of an entry in brackets with another value, and further keys behind it.
  func flowLine(
    of node: Node, saying value: String, for key: String?, with more: [(key: String, value: String)]
  ) -> String? {
    guard let line = line(of: node), let mark = node.mark,
      let range = Self.flowEntry(in: line, at: mark.column)
    else { return nil }
    let own = line[range].firstMatch(of: Self.keyOfEntry).map { String($0.1) }
    let name = key ?? own
    let entry = name.map { "\($0): \(Self.inFlow(value))" } ?? Self.inFlow(value)
    let further = more.map { ", \($0.key): \(Self.inFlow($0.value))" }.joined()
    return line.replacingCharacters(in: range, with: entry + further)
  }

  /// A value as it can stand in brackets; one that is in brackets or quotation marks stays as it is.
  static func inFlow(_ value: String) -> String {
    if let first = value.first, let last = value.last, value.count > 1,
      "[{\"'".contains(first), "]}\"'".contains(last)
    {
      return value
    }
    return FlowText.quoted(value)
  }

  /// The line of a mapping in braces with one more key at its end; `nil` where it goes on in further lines.
  func line(of node: Node, adding key: String, _ value: String) -> String? {
    guard isFlow(node), let line = line(of: node), let mark = node.mark, mark.column < line.count
    else { return nil }
    let start = line.index(line.startIndex, offsetBy: mark.column - 1)
    guard line[start] == "{" else { return nil }
    // The last entry is the one behind the last comma of these braces.
    var column = mark.column + 1
    var last: Range<String.Index>?
    while let entry = Self.flowEntry(in: line, at: column) {
      last = entry
      guard let comma = line[entry.upperBound...].firstIndex(where: { !$0.isWhitespace }),
        line[comma] == ","
      else { break }
      column = line.distance(from: line.startIndex, to: comma) + 2
    }
    guard let last, line[last.upperBound...].contains("}") else { return nil }
    let comma = last.isEmpty ? "" : ", "
    return
      "\(line[..<last.upperBound])\(comma)\(key): \(Self.inFlow(value))\(line[last.upperBound...])"
  }

  /// The line without the entry of brackets that a node is in; `nil` where it has a line of its own, which is
  /// simply left out.
  func line(leavingOut node: Node) -> String? {
    guard let line = line(of: node), let mark = node.mark else { return nil }
    return Self.line(line, leavingOut: mark.column)
  }

  /// A line without the entry of brackets that a column is in; `nil` where it is in none.
  static func line(_ line: String, leavingOut column: Int) -> String? {
    guard let range = Self.flowEntry(in: line, at: column) else { return nil }
    let before = line[..<range.lowerBound]
    let behind = line[range.upperBound...]
    // The comma before it goes with it; the first entry takes the one behind it.
    if let comma = before.lastIndex(where: { !$0.isWhitespace }), line[comma] == "," {
      return "\(line[..<comma])\(behind.drop(while: \.isWhitespace))"
    }
    let rest = behind.drop(while: \.isWhitespace)
    return "\(before)\(rest.first == "," ? rest.dropFirst().drop(while: \.isWhitespace) : rest)"
  }
}
