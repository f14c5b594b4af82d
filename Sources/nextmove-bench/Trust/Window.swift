import ControlSequences
import Foundation

/// A conversation at a terminal, one step after the other.
final class Window {
  private let child: Child
  private var shown = ""
  /// Whether it is at home, where no question is open.
  private(set) var isHome = false

  init(at home: TrustHome) throws {
    child = try home.start([], at: .terminal)
    try wait(for: "> ")
  }

  /// Gives an answer; it is acknowledged when this returns.
  func answer(_ text: String) throws { try say(text, until: "> ") }

  func goHome() throws {
    try say("/home", until: "nextmove> ")
    isHome = true
  }

  /// Runs a command at home.
  func run(_ command: String) throws { try say(command, until: "nextmove> ") }

  func goOn() throws {
    try say("", until: "> ")
    isHome = false
  }

  func quit() -> Child.End {
    child.send("/quit\r")
    while let piece = child.receive(milliseconds: 30_000), !piece.isEmpty {}
    return child.wait()
  }

  private func say(_ text: String, until prompt: String) throws {
    shown = ""
    child.send(text + "\r")
    try wait(for: prompt)
  }

  /// Waits until a line begins with a prompt and nothing stands behind it, below what was typed.
  private func wait(for prompt: String) throws {
    while true {
      guard let piece = child.receive(milliseconds: 30_000), !piece.isEmpty else {
        throw TrustFailure("A conversation does not go on; it showed: \(shown.suffix(500))")
      }
      shown += piece
      let lines = shown.withoutControlSequences.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      if lines.count > 1, lines.last.map({ $0 == prompt }) ?? false { return }
    }
  }
}
