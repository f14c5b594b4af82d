internal import Foundation
import Phrases

/// Names and words that stand for something else where they stand: things of a list, the time before, options,
/// the words of a question.
extension ExpressionMending {
  private func step(_ message: Phrase, _ source: String, _ pattern: String, _ right: String)
    -> Step?
  {
    guard let range = source.range(of: pattern, options: .regularExpression) else { return nil }
    return Step(
      message: message, offset: source.distance(from: source.startIndex, to: range.lowerBound),
      source: source.replacingOccurrences(of: pattern, with: right, options: .regularExpression))
  }

  /// In `where`, the list's own name and a bare answer, for the one thing that is looked at.
  func ofElements(in source: String) -> [Step] {
    guard let list = scope.filtered else { return [] }
    let message: Phrase = "each thing of “\(list)” is called “element” here"
    let others = scope.items.filter { id, known in
      id != list && source.contains(id.rawValue)
        && (known.type == .text || known.type.hasMembers || known.type.options != nil)
    }.keys.sorted()
    let bare = others.flatMap { other -> [Step?] in
      let name = NSRegularExpression.escapedPattern(for: other.rawValue)
      let isSeveral = scope.items[other]?.type.hasMembers == true
      return [
        step(
          message, source, #"^\s*not\s+"# + name + #"\s*$"#,
          isSeveral ? "not (element in \(other))" : "element != \(other)"),
        step(
          message, source, #"^\s*"# + name + #"\s*$"#,
          isSeveral ? "element in \(other)" : "element = \(other)"),
      ]
    }
    let own = NSRegularExpression.escapedPattern(for: list.rawValue)
    return
      ([
        step(message, source, #"\b"# + own + #"\b(?=\s*(?:=|!=|<|>|in\s))"#, "element"),
        step(message, source, #"^\s*not\s+('[^']*'|"[^"]*")\s*$"#, "element != $1"),
      ] + bare).compactMap(\.self)
  }

  /// `last` and `first time`, for whether there was a time before.
  func ofTimes(in source: String) -> [Step] {
    guard let last = scope.last, let name = last.keys.sorted().first, !isValue else { return [] }
    let message: Phrase = "whether there was a time before is asked by answered(last.\(name))"
    return [
      step(
        message, source, #"^\s*(?:not\s+)?(?:is\s+)?first(?:\s*_?time)?\s*$"#,
        source.trimmingWhitespace().hasPrefix("not ")
          ? "answered(last.\(name))" : "not answered(last.\(name))"),
      step(
        message, source, #"^\s*(not\s+)?(?:last(?:\s*_?time)?|before|again)\s*$"#,
        "$1answered(last.\(name))"),
    ].compactMap(\.self)
  }

  /// An option with an apostrophe between single quotation marks.
  func apostrophes(in source: String) -> [Step] {
    let options = scope.items.values.flatMap { $0.type.options ?? [] }
    return options.filter { $0.contains("'") && source.contains("'\($0)'") }.compactMap { option in
      step(
        "a word with an apostrophe in it stands between double quotation marks", source,
        NSRegularExpression.escapedPattern(for: "'\(option)'"),
        NSRegularExpression.escapedTemplate(for: "\"\(option)\""))
    }
  }

  /// `north chosen`, for an option that is among those chosen.
  func chosen(in source: String) -> [Step] {
    let verbs = #"\s+(?:is\s+|was\s+)?(?:chosen|selected|picked|ticked|checked|marked)\b"#
    guard source.range(of: verbs, options: .regularExpression) != nil else { return [] }
    return scope.items.sorted { $0.key < $1.key }.flatMap { id, known in
      (known.type.options ?? []).compactMap { option in
        let words = NSRegularExpression.escapedPattern(for: option)
        let meant = known.type.hasMembers ? "'\(option)' in \(id)" : "\(id) = '\(option)'"
        return step(
          known.type.hasMembers
            ? "whether something is among them is written “in”"
            : "an option stands in quotation marks: '\(option)'",
          source, "['\"]?\\b\(words)\\b['\"]?\(verbs)", meant)
      }
    }
  }

  /// The words of a question, for its answer.
  func byQuestion(in source: String) -> [Step] {
    asked.sorted { $0.value.count > $1.value.count }.compactMap { id, words in
      let bare = words.filter { !"?!.:".contains($0) }.trimmingWhitespace()
      guard bare.contains(" "), source.range(of: bare, options: .caseInsensitive) != nil,
        scope.known(id.rawValue) != nil
      else { return nil }
      return step(
        "an answer is spoken of by its id, which is \(id) here", source,
        "(?i)['\"]?" + NSRegularExpression.escapedPattern(for: bare) + #"\??['"]?"#, id.rawValue)
    }
  }
}
