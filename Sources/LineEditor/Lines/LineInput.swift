/// What came of asking for a line.
package enum LineInput: Hashable, Sendable {
  /// A line, or a paste with all its lines; the end of the line is not part of it.
  case line(String)
  /// Ctrl-C; what had been typed, which is then gone from the screen.
  case interrupted(discarding: String)
  /// Ctrl-D, the end of a file, or a terminal that was closed; with what had been typed.
  case end(typed: String)
  /// The program is asked to stop: SIGTERM or SIGHUP, by number; with what had been typed.
  case stopped(Int32, typed: String)
}

/// What completion offers.
package struct Completion: Hashable, Sendable {
  /// The whole of what would stand in the line.
  package let text: String
  /// A few words on it, shown in a list.
  package let description: String

  /// Makes a completion.
  package init(_ text: String, description: String = "") {
    self.text = text
    self.description = description
  }
}

/// How a line is asked for.
package struct LineRequest {
  /// Shown before the line.
  package var prompt: String
  /// Stands in the line at first, where the line can be edited.
  package var initial: String
  /// Which lines the arrow keys bring back: those given under the same name.
  package var history: String
  /// What the first Up on an empty line brings back, before any earlier line.
  package var recalled: String
  /// What completes a beginning.
  package var completing: (String) -> [Completion]
  /// Told what has been typed when the keys rest for a moment, to keep it safe.
  package var resting: ((String) -> Void)?

  /// Makes a request.
  package init(
    prompt: String, initial: String = "", history: String = "commands", recalled: String = "",
    completing: @escaping (String) -> [Completion] = { _ in [] },
    resting: ((String) -> Void)? = nil
  ) {
    self.prompt = prompt
    self.initial = initial
    self.history = history
    self.recalled = recalled
    self.completing = completing
    self.resting = resting
  }
}

/// Something that lines come from: a terminal with editing, a plain terminal, or a stream.
package protocol LineSource: AnyObject {
  /// Reads one line.
  func readLine(_ request: LineRequest) -> LineInput

  /// Whether a person sits at the other end.
  var isInteractive: Bool { get }

  /// Whether the last line came, in whole or in part, as one paste.
  var lastLineWasPasted: Bool { get }

  /// Waits for any key, which is then taken; false where none came in time.
  func waitForKey(milliseconds: Int32) -> Bool

  /// Leaves the terminal as it was found, for others such as an editor; reading on takes it again.
  func close()
}
