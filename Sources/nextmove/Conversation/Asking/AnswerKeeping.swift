import Coaching
import Foundation
import LineEditor
import QuestionFlow

/// Keeping what is not sent yet, where the conversation ends in the middle of a line.
extension AnswerInput {
  /// The answer that waits for a reply: whether it is one, how many entries it is, how it is to be read, or
  /// how it is to be mended. Empty where none does.
  var waiting: String {
    if let line = doubt?.line ?? split?.line { return line }
    if gathersLines { return offered.isEmpty || !lines.isEmpty ? "" : refused }
    return Hearing.standard.reading(of: refused) == .answer ? refused : ""
  }

  /// What is to be kept, with a line that is not sent yet: what waits for a reply, and the line where it is more
  /// than one.
  private func unsent(with typed: String) -> String {
    let waiting = waiting
    let parts = typed.hasPrefix(waiting) ? [typed] : [waiting, isReply(typed) ? "" : typed]
    return (lines + parts.filter { !$0.isEmpty }).joined(separator: "\n")
  }

  /// Whether a line, half typed perhaps, does no more than reply to what was asked about the answer that waits.
  private func isReply(_ typed: String) -> Bool {
    guard !waiting.isEmpty else { return false }
    let word = typed.trimmingCharacters(in: .whitespaces).lowercased()
    return word.isEmpty || Self.letters.contains(word) || waiting.hasPrefix(typed)
      || Hearing.standard.beginsReply(word) || Self.isHeardAsCommand(typed)
  }

  /// What is told when the keys rest for a moment.
  var keepingAtRest: (String) -> Void {
    { typed in
      // A command that is being typed is no answer, and takes no answer's place.
      let isCommand = Self.isCommand(typed) || Self.isHeardAsCommand(typed)
      if !isCommand { return keep(unsent(with: typed)) }
      if !waiting.isEmpty { keep(unsent(with: "")) }
    }
  }

  /// Keeps what has been typed so far, where the conversation ends in the middle of a line.
  ///
  /// A command, half typed or whole, is no answer, and must not come back as one; neither does it, or an
  /// empty line, take the place of a draft.
  func keepBeforeEnding(_ typed: String) {
    let isCommand = !source.lastLineWasPasted && Self.isCommand(typed)
    let unsent = unsent(with: isCommand ? "" : typed)
    if !unsent.isEmpty { keep(unsent) }
  }

  private static func isCommand(_ typed: String) -> Bool {
    if case .answer = SlashCommand.read(typed) { false } else { true }
  }

  private static func isHeardAsCommand(_ typed: String) -> Bool {
    if case .command = Hearing.standard.reading(of: typed) { true } else { false }
  }
}
