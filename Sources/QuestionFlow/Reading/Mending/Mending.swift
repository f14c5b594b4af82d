internal import Foundation
import Phrases
import Yams

/// Corrections of what is wrong with a script, in lines of their own and in braces alike.
extension ScriptReader {
  /// The entry of brackets, the key or the entry of a list that a node is in is left out.
  ///
  /// - Parameter isKey: whether the node is the key itself, and not what stands behind it.
  func without(_ node: Node, isKey: Bool = false) -> Correction? {
    let all = lines[file] ?? []
    guard let mark = node.mark, all.indices.contains(mark.line - 1) else { return nil }
    if let line = line(leavingOut: node) {
      // Empty braces behind a key say nothing, so that the key goes as well.
      return line.firstMatch(of: Self.emptyBraces) != nil
        ? Correction([.without(mark.line...mark.line)]) : Correction([.line(mark.line, line)])
    }
    var number = mark.line
    let head = all[number - 1].prefix(mark.column - 1)
    let isEntry = !isKey && !head.contains(":") && head.hasSuffix("- ") && node.sequence == nil
    if !isKey, !isEntry, !head.contains(":") {
      // What is opened below its key goes with it.
      number = (1..<number).last { !all[$0 - 1].allSatisfy(\.isWhitespace) } ?? number
    }
    let lead = all[number - 1].prefix { isEntry ? $0 == " " : " -".contains($0) }
    let range = extent(from: number, at: lead.count, isKeyed: !isEntry)
    let indent = String(repeating: " ", count: lead.count)
    guard lead.contains("-"), all.indices.contains(range.upperBound),
      all[range.upperBound].hasPrefix(indent)
    else { return Correction([.without(range)]) }
    // The next key takes the dash over.
    return Correction([
      .without(range),
      .line(range.upperBound + 1, "\(lead)\(all[range.upperBound].dropFirst(lead.count))"),
    ])
  }

  private static let emptyBraces = WrittenForm(regex: /^\s*[^:{\["']+:\s*\{\s*\}\s*$/)

  /// The lines of a key or of an entry, the first of which is known.
  private func extent(from first: Int, at column: Int, isKeyed: Bool) -> ClosedRange<Int> {
    let all = lines[file] ?? []
    var last = first
    for number in all.indices.dropFirst(first) {
      let line = all[number]
      let indent = line.prefix { $0 == " " }.count
      if line.allSatisfy(\.isWhitespace) { continue }
      let isBelow =
        indent > column || isKeyed && indent == column && line.dropFirst(indent).hasPrefix("- ")
      guard isBelow else { break }
      last = number + 1
    }
    return first...last
  }

  /// The key in whose line a node is says something else, with further keys behind it.
  func saying(
    _ value: String, at node: Node, for key: String? = nil,
    with more: [(key: String, value: String)] = []
  ) -> Correction? {
    guard let number = node.mark?.line else { return nil }
    if isWithinFlow(node) {
      return flowLine(of: node, saying: value, for: key, with: more).map {
        Correction([.line(number, $0)])
      }
    }
    let indent = indent(of: node)
    return line(of: node, saying: value, for: key).map { line in
      Correction([
        .line(
          number,
          ([line] + more.map { "\(indent)\($0.key): \($0.value)" }).joined(separator: "\n"))
      ])
    }
  }

  /// What a key says goes into another one, which stands in the same entry.
  func saying(_ value: String, at node: Node, leavingOut other: Node) -> Correction? {
    guard node.mark?.line == other.mark?.line, isWithinFlow(node) else {
      return saying(value, at: node)?.and(without(other))
    }
    guard let line = line(of: node), let mark = node.mark,
      let kept = Self.flowEntry(in: line, at: mark.column), let rest = self.line(leavingOut: other),
      let range = rest.firstRange(of: String(line[kept]))
    else { return nil }
    let entry = "\(line[kept].prefix { $0 != ":" }): \(Self.inFlow(value))"
    return Correction([.line(mark.line, rest.replacingCharacters(in: range, with: entry))])
  }

  /// An entry says one thing more.
  ///
  /// - Parameter before: the value behind which the new line stands.
  func adding(_ key: String, _ value: String, to entry: Node, behind before: Node? = nil)
    -> Correction?
  {
    if isFlow(entry) {
      return line(of: entry, adding: key, value).flatMap { line in
        entry.mark.map { Correction([.line($0.line, line)]) }
      }
    }
    guard let number = (before ?? entry).mark?.line, let line = line(of: before ?? entry) else {
      return nil
    }
    return Correction([.line(number, "\(line)\n\(indent(of: entry))\(key): \(value)")])
  }

  /// A text of a node in the place of all that it says.
  func with(_ text: String, at node: Node) -> Correction? {
    guard let number = node.mark?.line, let old = node.scalar?.string else { return nil }
    let line =
      line(of: node, with: text, for: old)
      ?? flowLine(of: node, saying: text, for: nil, with: [])
      ?? line(of: node, saying: Self.plain(text))
    return line.map { Correction([.line(number, $0)]) }
  }

  /// Lines of an example, each as far in as a column says.
  static func example(_ name: String, indent: Int, _ places: [String: String] = [:]) -> String {
    var text = Mistakes.known.examples[name] ?? ""
    for (place, value) in places { text = text.replacing("{\(place)}", with: value) }
    let lead = String(repeating: " ", count: indent)
    return text.split(separator: "\n").map { lead + $0 }.joined(separator: "\n")
  }

  /// A question that is asked above the entry that is being read.
  func asking(_ name: String, _ kind: String) -> Correction? {
    guard let entry = around.last, let number = entry.mark?.line, let line = line(of: entry)
    else { return nil }
    let lead = line.prefix { $0 == " " }.count
    let form = isFlow(entry) ? "entry in braces" : "entry"
    let new = Self.example(form, indent: lead, ["id": name, "kind": kind])
    return Correction([.line(number, "\(new)\n\(line)")])
  }

  /// The answer of an item gets another kind, or something beside it.
  func answering(_ item: ItemID, _ kind: String? = nil, with more: [(key: String, value: String)])
    -> Correction?
  {
    guard let node = answers[item], placements[item]?.item.place.file == file else { return nil }
    return saying(kind ?? node.scalar?.string ?? "", at: node, with: more)
  }

  // MARK: - Reporting

  mutating func report(
    _ message: Phrase, _ severity: ScriptFault.Severity = .error, at place: SourcePlace,
    mending: Correction?
  ) {
    let lines = lines[place.file] ?? []
    let excerpt = lines.indices.contains(place.line - 1) ? lines[place.line - 1].prefix(200) : ""
    faults.append(
      ScriptFault(
        severity: severity, file: place.file, line: place.line, column: place.column,
        phrase: message, excerpt: String(excerpt), correction: mending))
  }

  mutating func report(
    _ message: Phrase, _ severity: ScriptFault.Severity = .error, at node: Node,
    mending: Correction?
  ) {
    report(message, severity, at: place(of: node), mending: mending)
  }
}
