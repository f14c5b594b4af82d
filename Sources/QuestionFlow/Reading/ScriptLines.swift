internal import Foundation
import Phrases
internal import Yams

/// The lines of a script as they should be, made from those that are there.
extension ScriptReader {
  /// The line that a node begins in; `nil` where it has no place.
  func line(of node: Node) -> String? {
    guard let number = node.mark?.line, let lines = lines[file], lines.indices.contains(number - 1)
    else { return nil }
    return String(lines[number - 1])
  }

  /// The lines from the one that a node begins in as far as they stand further in than it, or with it.
  func lines(of node: Node, from column: Int) -> [String] {
    guard let number = node.mark?.line, let lines = lines[file] else { return [] }
    let rest = lines.dropFirst(number)
    let more = rest.prefix { line in
      line.allSatisfy(\.isWhitespace) || line.prefix { $0 == " " }.count >= column
    }
    return lines[(number - 1)..<number].map(String.init) + more.map(String.init)
  }

  /// The blanks before the keys of the entry that a node is, or is in.
  func indent(of node: Node) -> String {
    guard let line = line(of: node) else { return "" }
    let lead = line.prefix { $0 == " " || $0 == "-" }
    return String(repeating: " ", count: lead.count)
  }

  private static let keyInFront = WrittenForm(regex: /^(\s*(?:- +)*)("?[^:"{\[]+"?)\s*:(?:\s|$)/)

  /// A line with another text behind its key, or behind the key in braces that a node is in.
  func line(of node: Node, saying value: String, for key: String? = nil) -> String? {
    if isWithinFlow(node) { return flowLine(of: node, saying: value, for: key, with: []) }
    guard let line = line(of: node),
      let match = line.firstMatch(of: Self.keyInFront)
    else { return nil }
    return "\(match.1)\(key ?? String(match.2)): \(value)"
  }

  /// The line of a node with another text in the place of the one that it holds.
  func line(of node: Node, with text: String, for old: String) -> String? {
    guard let line = line(of: node), let mark = node.mark, let scalar = node.scalar,
      mark.column - 1 <= line.count
    else { return nil }
    let head = line.prefix(mark.column - 1)
    let rest = line.dropFirst(mark.column - 1)
    let isFlow = rest.contains { ",}]".contains($0) } && head.contains { "{[".contains($0) }
    switch scalar.style {
    case .doubleQuoted:
      guard let range = rest.firstRange(of: old) else { return nil }
      return head + rest.replacingCharacters(in: range, with: text.replacing("\"", with: "\\\""))
    case .singleQuoted:
      let stands = old.replacing("'", with: "''")
      guard let range = rest.firstRange(of: stands) else { return nil }
      return head + rest.replacingCharacters(in: range, with: text.replacing("'", with: "''"))
    default:
      guard let range = rest.firstRange(of: old), range.lowerBound == rest.startIndex else {
        return nil
      }
      return head + rest.replacingCharacters(in: range, with: Self.plain(text, isFlow: isFlow))
    }
  }

  /// A text as it can stand behind a key, in quotation marks where it has to.
  static func plain(_ text: String, isFlow: Bool = false) -> String {
    if isFlow { return FlowText.quoted(text) }
    let isPlain =
      !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":")
      && text.first.map { "-?:!&*|>%@`#'\"[]{},".contains($0) } != true
    // A minus and a question mark are signs of YAML's only where a blank follows.
    if isPlain || text.first == "-" && text.dropFirst().first?.isNumber == true { return text }
    return FlowText.inQuotes(text)
  }

  /// Reports that a key is missing, with the line in which it would stand behind another line.
  mutating func reportMissing(
    _ message: Phrase, at node: Node, adding key: String, _ value: String, behind before: Node?
  ) {
    report(message, at: node, mending: adding(key, value, to: node, behind: before))
  }

  // MARK: - Expressions

  /// Reads an expression; what is wrong with it is reported, with the expression as it should be.
  ///
  /// - Parameters:
  ///   - behind: how many characters of the node's text stand before the expression.
  ///   - isValue: whether it may be of any type, and not only true or false.
  ///   - parse: reads it.
  mutating func reading<T>(
    _ source: String, at node: Node, behind: Int = 0, isValue: Bool = false,
    _ parse: (String, Scope) throws(ExpressionFault) -> T
  ) -> T? {
    let scope = scope
    do throws(ExpressionFault) {
      return try parse(source, scope)
    } catch {
      if reportOddName(in: source, at: node) { return nil }
      let outcome = outcome(of: source, error, isValue) { source in
        do throws(ExpressionFault) {
          _ = try parse(source, scope)
          return nil
        } catch { return error }
      }
      let whole = node.scalar?.string.trimmingWhitespace() ?? ""
      let blanks = source.prefix(while: \.isWhitespace)
      let mended = outcome.source.flatMap { mended in
        line(
          of: node, with: whole.prefix(behind) + blanks + mended.trimmingWhitespace(), for: whole)
      }
      let mark = node.mark
      let isQuoted = [.doubleQuoted, .singleQuoted].contains(node.scalar?.style ?? .plain)
      let offset = outcome.offset + behind
      report(
        outcome.message,
        at: SourcePlace(
          file: file, line: max(1, mark?.line ?? 1),
          column: max(1, (mark?.column ?? 1) + offset + (offset > 0 && isQuoted ? 1 : 0))),
        mending: mended.flatMap { line in mark.map { Correction([.line($0.line, line)]) } }
          ?? remedy(of: error, in: source, at: node, behind: behind, parse))
      return nil
    }
  }

  /// Reports an id that is no name where it is spoken of, as in `good-day`.
  private mutating func reportOddName(in source: String, at node: Node) -> Bool {
    let odd = scope.items.keys.map(\.rawValue).filter {
      $0.contains { !$0.isLetter && !$0.isNumber && !"_.".contains($0) } && source.contains($0)
    }
    guard let name = odd.max(by: { $0.count < $1.count }), let whole = node.scalar?.string else {
      return false
    }
    report(
      "an id is a word of letters, digits and underscores, unlike “\(name)”", at: node,
      mending: with(
        whole.trimmingWhitespace().replacing(name, with: Self.underscored(name)), at: node))
    return true
  }

  private mutating func outcome(
    of source: String, _ error: ExpressionFault, _ isValue: Bool,
    _ fault: (String) -> ExpressionFault?
  ) -> ExpressionMending.Outcome {
    guard mendingsLeft > 0 else {
      return ExpressionMending.Outcome(
        message: error.message, offset: error.offset, source: nil)
    }
    mendingsLeft -= 1
    var mending = ExpressionMending(
      in: scope, item: asking, isValue: isValue,
      asked: placements.mapValues { $0.item.ask.text() })
    return mending.outcome(of: source, error, fault)
  }
}

extension [String] {
  /// How many lines there are without the blank ones at the end, at least one.
  var extent: Int { (lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0) + 1 }
}
