import Foundation

/// What came of a measure.
struct Tally {
  let name: String
  var cases = 0
  /// Acknowledged, and not there afterwards, or altered without a word.
  var lost = 0
  /// There more than once.
  var doubled = 0
  var traps = 0
  /// Cases that did not end by themselves.
  var hangs = 0
  /// Cases that took over a second of processor time.
  var slow = 0
  /// Seconds of processor time that the slowest case took, and which it was.
  var slowest = (seconds: 0.0, number: 0)
  /// The most memory held, in megabytes.
  var megabytes = 0.0
  /// What else is worth saying, such as how often something was told.
  var remarks: [String] = []

  /// The most that a case may hold, in megabytes.
  static let memoryLimit = 200.0

  init(_ name: String) { self.name = name }

  var isSound: Bool {
    lost + doubled + traps + hangs + slow == 0 && megabytes <= Self.memoryLimit
  }

  var line: String {
    var line = "\(name): \(cases) cases, \(lost) lost, \(doubled) doubled, \(traps) traps, "
    line += "\(hangs) hangs, \(slow) over a second"
    if slowest.seconds > 0 {
      line += String(format: ", slowest %.3f s (case %d)", slowest.seconds, slowest.number)
    }
    if megabytes > 0 { line += String(format: ", at most %.0f MB", megabytes) }
    return ([line] + remarks.map { "  \($0)" }).joined(separator: "\n")
  }
}
