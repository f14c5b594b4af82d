import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow

/// Answers that are pasted, or written in an editor.
extension Conversation {
  private func send(
    _ text: String, at step: Step, of interview: Interview, in script: String,
    _ input: inout AnswerInput
  ) throws -> Obeyed {
    let today = world.today
    guard let remedy = try take(text, at: step, of: interview, in: script, today: today) else {
      return .moved
    }
    // Mended in the editor again, or in the line.
    try mend(text, remedy, at: step, in: script, &input)
    return .stayed
  }

  /// Takes several lines as one answer; in a list they go behind those that were typed.
  func paste(
    at step: Step, of interview: Interview, in script: String, _ input: inout AnswerInput
  ) throws -> Obeyed {
    let before = try journey.draft(of: step, in: script)
    let keep = input.keep
    let begun = input
    switch LinesPrompt(console: console, source: source, keep: { keep(begun.whole($0)) }).answer() {
    case .text(let text):
      return try send(input.whole(text), at: step, of: interview, in: script, &input)
    case .none:
      // What was left of it is not wanted; what was there before is.
      try journey.keep(draft: before, of: step, in: script, at: world.now)
      return .stayed
    case .stopped(let signal): return .ended(.stopped(signal))
    }
  }

  func edit(
    at step: Step, of interview: Interview, in script: String, _ input: inout AnswerInput
  ) throws -> Obeyed {
    guard source.isInteractive else {
      console.say("There is no terminal for an editor here.", indent: 2)
      return .stayed
    }
    var before = input.whole(input.split?.line ?? "")
    if before.isEmpty { before = input.refused.isEmpty ? input.initial : input.refused }
    if before.isEmpty { before = try journey.draft(of: step, in: script) }
    if before.isEmpty, step.form == .question {
      before = Self.editable(interview.answer(to: step.path))
    }
    let edited: String
    do throws(Failure) {
      switch try Editor.edit(before, in: world) {
      case .text(let text): edited = text
      case .unchanged:
        console.say("Left as it was.", indent: 2)
        return .stayed
      case .stopped(let signal, let saved):
        if let saved { try? journey.keep(draft: saved, of: step, in: script, at: world.now) }
        return .ended(.stopped(signal))
      }
    } catch {
      console.say(error.message, indent: 2)
      return .stayed
    }
    input.split = nil
    guard edited.contains(where: { !$0.isWhitespace }) else {
      console.say("The editor left nothing; the question is still open.", indent: 2)
      return .stayed
    }
    return try send(edited, at: step, of: interview, in: script, &input)
  }

  /// An answer as lines to edit; the numbers before a list's elements keep who is who.
  private static func editable(_ answer: Answer?) -> String {
    switch answer {
    case .text(let text)?, .posting(let text)?: text
    case .list(let elements)?:
      elements.enumerated().map { "\($0.offset + 1). \($0.element.text)" }.joined(separator: "\n")
    default: ""
    }
  }
}
