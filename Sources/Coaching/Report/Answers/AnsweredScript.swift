package import QuestionFlow

/// What was answered to one script at one time, question by question, as a report shows it.
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
  /// Counts the times that the script was answered, from 1.
  package let instance: Int
  /// How many times there are.
  package let times: Int
  /// The day on which it was begun; `nil` where it was not kept.
  package let day: CalendarDate?
  /// What was answered, in document order.
  package let lines: [Line]

  /// Every time that something was answered to a script: script by script, the first time first.
  static func all(of journey: Journey) -> [AnsweredScript] {
    journey.interviewsInOrder.flatMap { interview -> [AnsweredScript] in
      let id = interview.script.id
      let times =
        (journey.state.past[id] ?? []).map { (day: $0.day, lines: lines(of: $0.interview)) }
        + [(day: journey.state.begun[id], lines: lines(of: interview))]
      let answered = times.filter { !$0.lines.isEmpty }
      return answered.enumerated().map { number, time in
        AnsweredScript(
          title: interview.script.title.text(in: journey.language), instance: number + 1,
          times: answered.count, day: time.day, lines: time.lines)
      }
    }
  }

  private static func lines(of interview: Interview) -> [Line] {
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
    return lines
  }
}

extension AnsweredValue {
  /// Its label, with the elements that it was asked for where the label does not name them.
  var heading: String {
    let unnamed = elements.filter { !label.contains($0) }
    return unnamed.isEmpty ? label : "\(label) (\(unnamed.joined(separator: ", ")))"
  }
}
