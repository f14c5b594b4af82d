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
      let script = interview.script
      let asked = interview.review.compactMap { line -> Line? in
        switch line.state {
        case .answered(let words), .stale(let words):
          Line(question: line.question, answer: ([words] + line.probes).joined(separator: " … "))
        case .open where !line.probes.isEmpty:
          Line(question: line.question, answer: line.probes.joined(separator: " … "))
        case .open, .declined, .dormant: nil
        }
      }
      let known = Set(script.items.map(\.id))
      let labels = Dictionary(
        script.columns(language: journey.language).map { ($0.name, $0.label) },
        uniquingKeysWith: { first, _ in first })
      let values = interview.answered.filter { !known.contains($0.id) }.map { value in
        let about = value.elements.isEmpty ? "" : " (\(value.elements.joined(separator: ", ")))"
        return Line(
          question: (labels[value.column] ?? value.column) + about, answer: value.words)
      }
      let lines = asked + values
      return lines.isEmpty
        ? nil : AnsweredScript(title: script.title.text(in: journey.language), lines: lines)
    }
  }
}
