import Foundation
import LineEditor
import Phrases

/// Asks for several lines as one text: one paste, or lines up to a single full stop.
struct LinesPrompt {
  let console: Console
  let source: any LineSource
  /// What came before, when the program was ended in the middle.
  var begun = ""
  /// Keeps what has come so far safe, the line included that is not sent yet.
  let keep: (String) -> Void

  /// What came of asking.
  enum Outcome {
    case text(String)
    case none
    case stopped(Int32)
  }

  /// Asks for a posting.
  func posting() -> Outcome { ask("Paste the posting, all of it, and press Enter.") }

  /// Asks for an answer of several lines.
  func answer() -> Outcome { ask("Paste or type as many lines as you like.") }

  private func ask(_ invitation: Phrase) -> Outcome {
    if source.isInteractive {
      console.say(begun.isEmpty ? invitation : takingUp)
      console.say(
        "(If it arrives line by line, end it with a line that is a single full stop, or with Ctrl-D. Ctrl-C: never mind.)",
        .faint)
    }
    var lines = begun.isEmpty ? [] : [begun]
    func whole(_ typed: String) -> String {
      (lines + (typed.isEmpty ? [] : [typed])).joined(separator: "\n")
    }
    reading: while true {
      let before = lines
      let request = LineRequest(
        prompt: "| ", history: "lines",
        resting: { [keep] typed in
          keep((before + (typed.isEmpty ? [] : [typed])).joined(separator: "\n"))
        })
      switch source.readLine(request) {
      case .line(let line) where source.lastLineWasPasted:
        lines.append(line)
        break reading
      case .line("."): break reading
      case .end(let typed):
        lines.append(typed)
        break reading
      case .line(let line):
        lines.append(line)
        keep(whole(""))
      case .interrupted: return .none
      case .stopped(let signal, let typed):
        let text = whole(typed)
        if !text.isEmpty { keep(text) }
        return .stopped(signal)
      }
    }
    let text = lines.joined(separator: "\n")
    return text.contains { !$0.isWhitespace } ? .text(text) : .none
  }

  private var takingUp: Phrase {
    let lines = begun.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let first = lines.first { $0.contains { !$0.isWhitespace } } ?? ""
    let begun = first.prefix(60)
    return .counted(
      lines.count, one: "You had begun with a line, “\(begun)”. What comes now goes behind that.",
      many:
        "You had begun with \(lines.count) lines, “\(begun)”. What comes now goes behind that.")
  }
}
