/// What came of asking for a line.
public enum LineInput: Hashable, Sendable {
  /// A line, or a paste with all its lines; the end of the line is not part of it.
  case line(String)
  /// Ctrl-C; whether something had been typed, which is then gone from the screen.
  case interrupted(discarding: String)
  /// Ctrl-D, or the end of a file.
  case end
  /// The terminal is closing or the program is asked to stop: SIGTERM or SIGHUP, by number.
  case stopped(Int32)
}

/// Something that lines come from: a terminal with editing, or a plain stream.
public protocol LineSource: AnyObject {
  /// Reads one line.
  ///
  /// - Parameters:
  ///   - prompt: shown before the line where somebody is typing.
  ///   - initial: stands in the line at first, where the line can be edited.
  ///   - completing: whole answers that complete what has been typed.
  func readLine(prompt: String, initial: String, completing: @escaping (String) -> [String])
    -> LineInput

  /// Whether a person sits at the other end.
  var isInteractive: Bool { get }

  /// Whether the last line came, in whole or in part, as one paste.
  var lastLineWasPasted: Bool { get }
}
