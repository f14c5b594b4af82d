import LineEditor
import QuestionFlow
import SafeOutput

/// Lines for as long as somebody can see what is asked: once standard output takes nothing more, the
/// input counts as ended, because an answer to an unseen question is none.
final class HeardSource: LineSource {
  private let source: any LineSource
  private let streams: Streams

  init(_ source: any LineSource, on streams: Streams) {
    self.source = source
    self.streams = streams
  }

  var isInteractive: Bool { source.isInteractive }
  var lastLineWasPasted: Bool { source.lastLineWasPasted }

  func readLine(_ request: LineRequest) -> LineInput {
    guard streams.fault == nil else { return .end(typed: "") }
    let input = source.readLine(request)
    // What shows nothing, such as a soft hyphen alone, is an empty line to whoever sees it.
    if case .line(let line) = input, line.isBlank { return .line("") }
    return input
  }

  func waitForKey(milliseconds: Int32) -> Bool {
    streams.fault != nil || source.waitForKey(milliseconds: milliseconds)
  }

  func close() { source.close() }
}
