import Foundation
import SafeOutput
import WorkFit

/// What comes in from outside: variables, streams, the time, and the wish to stop.
///
/// Below the program's entry nothing else is asked for them, so that whatever the program does can be done
/// anywhere: by a process, or by a test beside others.
struct Surroundings: Sendable {
  /// The variables.
  var environment: [String: String]
  var streams: Streams
  /// The moment it is.
  var clock: @Sendable () -> Date
  var interruption: Interruption
  /// What is known to have been judged, beside what a home keeps of it.
  var judged: (any JudgementKeeping)?

  /// Those of this process.
  static func ofThisProcess() -> Surroundings {
    Surroundings(
      environment: ProcessInfo.processInfo.environment, streams: .ofThisProcess(),
      clock: { Date() }, interruption: .bySignals)
  }

  /// Where ArgumentParser asks for completions, of which it hands on nothing but the words typed.
  @TaskLocal static var completing: Surroundings?
}
