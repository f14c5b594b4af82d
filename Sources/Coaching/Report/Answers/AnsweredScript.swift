import QuestionFlow

/// What was answered to one script, question by question, as a report shows it.
package struct AnsweredScript: Codable, Hashable, Sendable {
  /// A question and its answer.
  package struct Line: Codable, Hashable, Sendable {
    /// The question as it was asked, or what a value is called.
    package let question: String
    /// The answer in words.
    package let answer: String
  }

  /// The script's title.
  package let title: String
  /// What was answered, in document order.
  package let lines: [Line]

  /// Every script that something was answered to, as it was answered last.
  static func all(of journey: Journey) -> [AnsweredScript] {
    journey.interviewsInOrder.compactMap { interview in
      var lines: [Line] = []
      var last: AnsweredValue?
      for value in interview.answered where value.part != .other {
        // What was said to a follow-up stands behind the answer that it is about.
        if value.part == .more, let before = last, before.id == value.id,
          value.names.starts(with: before.names), let line = lines.popLast()
        {
          lines.append(Line(question: line.question, answer: "\(line.answer) … \(value.words)"))
        } else {
          lines.append(Line(question: value.heading, answer: value.words))
          last = value
        }
      }
      return lines.isEmpty
        ? nil
        : AnsweredScript(title: interview.script.title.text(in: journey.language), lines: lines)
    }
  }
}

extension AnsweredValue {
  /// Its label, with the elements that it was asked for where the label does not name them.
  var heading: String {
    let unnamed = elements.filter { !label.contains($0) }
    return unnamed.isEmpty ? label : "\(label) (\(unnamed.joined(separator: ", ")))"
  }
}
