internal import Foundation
import Phrases
internal import Yams

/// Options as they should be: with one more, with one less, or with other words.
extension ScriptReader {
  /// Options with one more at their end; of too many, those that are too many are left out.
  func withAnother(_ count: Int, in node: Node) -> Correction? {
    guard count < 2 else { return .some(Correction([.words("leave all options but 200 out")])) }
    let words = Mistakes.known.lastOptions["other"] ?? ""
    if let mapping = node.mapping {
      guard let last = mapping.map(\.value).last, !isFlow(node) else {
        return line(of: node, adding: "another", words).flatMap { line in
          node.mark.map { Correction([.line($0.line, line)]) }
        } ?? saying(Mistakes.known.examples["options"] ?? "", at: node)
      }
      return belowLine(of: last) { "\($0)another: \(words)" }
    }
    let own = options(onLinesOf: node) ?? node.sequence?.compactMap { $0.scalar?.string } ?? []
    if own.count > 1 { return FlowText.list(own).flatMap { saying($0, at: node) } }
    guard let last = node.sequence?.last, !isFlow(node) else {
      return FlowText.list(own.isEmpty ? Self.examples : own + [words])
        .flatMap { saying($0, at: node) }
    }
    return belowLine(of: last) { "\($0)- \(words)" }
  }

  /// What stands on several lines of one bracket without commas; `nil` where it is one line.
  private func options(onLinesOf node: Node) -> [String]? {
    guard isFlow(node), node.sequence?.count == 1, let mark = node.mark, let all = lines[file],
      all.indices.contains(mark.line - 1), !all[mark.line - 1].contains("]")
    else { return nil }
    let below = all.dropFirst(mark.line).prefix { !$0.contains("]") }
      .map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
    return below.count > 1 ? Array(below) : nil
  }

  private static var examples: [String] {
    FlowText.parts(FlowText.inside(Mistakes.known.examples["options"] ?? ""), between: [","])
  }

  private func belowLine(of node: Node, _ make: (String) -> String) -> Correction? {
    guard let line = line(of: node), let mark = node.mark else { return nil }
    let lead = String(line.prefix { $0 == " " })
    return Correction([.line(mark.line, "\(line)\n\(make(lead))")])
  }

  /// A mapping of options with one more score.
  func scoring(_ option: String, _ score: String, in node: Node) -> Correction? {
    if isFlow(node) {
      return line(of: node, adding: option, score).flatMap { line in
        node.mark.map { Correction([.line($0.line, line)]) }
      }
    }
    return node.mapping?.map(\.value).last.flatMap {
      belowLine(of: $0) { "\($0)\(option): \(score)" }
    }
  }

  /// An option or its name in other words, where it stands.
  func renaming(_ node: Node, _ words: String) -> Correction? {
    guard let line = line(of: node), let mark = node.mark, let old = node.scalar?.string,
      mark.column <= line.count
    else { return nil }
    let start = line.index(line.startIndex, offsetBy: mark.column - 1)
    guard let range = line[start...].firstRange(of: old) else { return nil }
    return Correction([.line(mark.line, line.replacingCharacters(in: range, with: words))])
  }

  /// The second of two options that read the same: left out where enough remain, else in words that differ.
  func parting(_ words: String, in options: Node, among count: Int, language: String)
    -> Correction?
  {
    if let sequence = options.sequence {
      guard let child = sequence.last(where: { $0.scalar?.string.trimmingWhitespace() == words })
      else { return nil }
      return count > 2
        ? without(child) : renaming(child, Mistakes.known.lastOptions["other"] ?? "another")
    }
    for (key, value) in (options.mapping?.reversed() ?? []) {
      let label = value.mapping?["label"] ?? value
      let text = label.mapping?[language] ?? (label.scalar == nil ? nil : label)
      guard let text, text.scalar?.string.trimmingWhitespace() == words else { continue }
      // What tells two options apart is the English text of the one, or its name.
      let english = label.mapping?["en"]?.scalar?.string
      let other = language == "en" ? nil : english
      let name = other ?? key.scalar?.string.replacing("_", with: " ") ?? ""
      return renaming(text, "\(words) (\(name))")
    }
    return nil
  }
}
