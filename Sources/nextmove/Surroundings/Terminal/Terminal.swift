import Foundation
import LineEditor
import SafeOutput

/// Where answers come from: a terminal with editing, a plain terminal, or a stream.
enum Terminal {
  static func lineSource(
    console: Console, surroundings: Surroundings
  ) -> any LineSource {
    HeardSource(
      source(console: console, surroundings: surroundings), on: surroundings.streams)
  }

  private static func source(console: Console, surroundings: Surroundings) -> any LineSource {
    let streams = surroundings.streams
    let plain = { PlainLineSource(descriptor: streams.input) }
    guard streams.isTyped else { return plain() }
    let isDumb = surroundings.environment["TERM"] == "dumb"
    let obeysSignals = surroundings.interruption == .bySignals
    // A screen reader follows a plain prompt best, and a dumb terminal cannot move its cursor. libedit is there
    // once in a process, as its signals are.
    if !console.isAccessible, !isDumb, obeysSignals,
      let source = TerminalLineSource(on: streams, words: console.words)
    {
      return source
    }
    return PlainTerminalSource(
      on: streams, bracketsPastes: !isDumb, obeysSignals: obeysSignals, words: console.words)
      ?? plain()
  }
}
