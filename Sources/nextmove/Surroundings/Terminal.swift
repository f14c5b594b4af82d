internal import Foundation
internal import LineEditor

/// Where answers come from: a terminal with editing, or a plain stream.
enum Terminal {
  static func lineSource(
    console: Console, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> any LineSource {
    // A screen reader follows a plain prompt best, and a dumb terminal cannot move its cursor.
    if !console.isAccessible, environment["TERM"] != "dumb", let source = TerminalLineSource() {
      return source
    }
    return PlainLineSource { console.put($0) }
  }
}
