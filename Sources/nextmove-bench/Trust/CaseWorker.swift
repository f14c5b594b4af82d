import ArgumentParser
import Foundation
import QuestionFlow

/// `nextmove-bench cases`: the process in which the cases of a measure run; started by ``CaseRun``.
struct CaseWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "Run cases of a measure.", shouldDisplay: false)

  @Argument var kind: String
  @Option var seed: UInt64
  @Option var from: Int
  @Option var to: Int
  @Option var folder: String
  @Option var progress: String

  func run() throws {
    guard let kind = CaseKind(rawValue: kind) else { throw ValidationError("No such measure.") }
    let descriptor = open(progress, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ValidationError("“\(progress)” cannot be written.") }
    defer { close(descriptor) }
    var measure = try kind.measure.init(folder: URL(fileURLWithPath: folder))
    var state = CaseProgress()
    for number in from..<to {
      state.number = number
      state.write(to: descriptor)
      var random = SeededRandom(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
      let start = processorTime()
      let outcome = try measure.run(number, &random)
      let time = processorTime() - start
      state.lost += outcome.lost
      state.doubled += outcome.doubled
      state.told += outcome.told
      if outcome.lost + outcome.doubled > 0 {
        FileHandle.standardError.write(Data("\(kind.rawValue) case \(number) failed\n".utf8))
      }
      if time > 1_000_000_000 { state.slow += 1 }
      if time > state.slowest { (state.slowest, state.slowestNumber) = (time, number) }
    }
    state.number = to
    state.write(to: descriptor)
  }

  /// Nanoseconds of processor time, which other programs on the machine do not lengthen.
  private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
