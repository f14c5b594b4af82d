internal import Foundation
internal import LineEditor

/// Asks for a posting: one paste, or lines up to a single full stop.
struct PostingPrompt {
  let console: Console
  let source: any LineSource

  /// Why there is no posting.
  enum Outcome {
    case posting(String)
    case none
    case stopped(Int32)
  }

  func ask() -> Outcome {
    if source.isInteractive {
      console.say("Paste the posting, all of it, and press Enter.")
      console.say(
        "(If it arrives line by line, end it with a line that is a single full stop. Ctrl-C: never mind.)",
        .faint)
    }
    var lines: [String] = []
    reading: while true {
      switch source.readLine(prompt: "| ", initial: "", completing: { _ in [] }) {
      case .line(let line) where source.lastLineWasPasted:
        lines.append(line)
        break reading
      case .line("."), .end: break reading
      case .line(let line): lines.append(line)
      case .interrupted: return .none
      case .stopped(let signal): return .stopped(signal)
      }
    }
    let text = lines.joined(separator: "\n")
    return text.contains { !$0.isWhitespace } ? .posting(text) : .none
  }
}
