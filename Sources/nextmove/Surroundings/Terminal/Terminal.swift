import Foundation
import LineEditor

/// Where answers come from: a terminal with editing, a plain terminal, or a stream.
enum Terminal {
  static func lineSource(
    console: Console, environment: [String: String]
  ) -> any LineSource {
    HeardSource(source(console: console, environment: environment))
  }

  private static func source(console: Console, environment: [String: String]) -> any LineSource {
    guard isatty(0) == 1 else { return PlainLineSource() }
    let isDumb = environment["TERM"] == "dumb"
    // A screen reader follows a plain prompt best, and a dumb terminal cannot move its cursor.
    if !console.isAccessible, !isDumb, let source = TerminalLineSource(words: console.words) {
      return source
    }
    return PlainTerminalSource(bracketsPastes: !isDumb, words: console.words) ?? PlainLineSource()
  }
}
