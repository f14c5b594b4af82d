internal import Foundation
internal import LineEditor

/// Asks for several lines as one text: one paste, or lines up to a single full stop.
struct LinesPrompt {
  let console: Console
  let source: any LineSource

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

  private func ask(_ invitation: String) -> Outcome {
    if source.isInteractive {
      console.say(invitation)
      console.say(
        "(If it arrives line by line, end it with a line that is a single full stop, or with Ctrl-D. Ctrl-C: never mind.)",
        .faint)
    }
    var lines: [String] = []
    reading: while true {
      switch source.readLine(LineRequest(prompt: "| ", history: "lines")) {
      case .line(let line) where source.lastLineWasPasted:
        lines.append(line)
        break reading
      case .line("."): break reading
      case .end(let typed):
        lines.append(typed)
        break reading
      case .line(let line): lines.append(line)
      case .interrupted: return .none
      case .stopped(let signal, _): return .stopped(signal)
      }
    }
    let text = lines.joined(separator: "\n")
    return text.contains { !$0.isWhitespace } ? .text(text) : .none
  }
}
