import ControlSequences
import Foundation

/// What the program has shown of its questions, “Question 7?”, through a pipe or on a terminal.
struct AskedQuestions {
  private var text = ""

  mutating func take(_ piece: String) { text += piece }

  /// The number of the question that was asked last; `nil` where none was.
  var last: Int? { place?.number }

  /// Whether the prompt is shown behind it, so that it can be answered.
  var isPrompted: Bool {
    guard let place else { return false }
    let behind = String(text[place.end...]).withoutControlSequences
    return behind.split(whereSeparator: \.isNewline).last?.hasPrefix("> ") ?? false
  }

  private var place: (number: Int, end: String.Index)? {
    // A piece may end inside of a question, so a number counts once what closes it has come.
    guard let start = text.range(of: "Question ", options: .backwards) else { return nil }
    guard let end = text[start.upperBound...].firstIndex(of: "?"),
      let number = Int(text[start.upperBound..<end])
    else { return nil }
    return (number, text.index(after: end))
  }
}
