import Foundation
import QuestionFlow

/// A measure of numbered cases that runs in a process of its own, so that a trap ends one case and not
/// the count.
protocol CaseMeasure {
  /// - Parameter folder: an empty folder for whatever it writes.
  init(folder: URL) throws
  /// Runs a case; what is random in it comes from `random` alone.
  mutating func run(_ number: Int, _ random: inout SeededRandom) throws -> CaseOutcome
}

/// What came of a case.
struct CaseOutcome {
  var lost = 0
  var doubled = 0
  /// Something was wrong, and was told.
  var told = 0
}

/// The measures by name, as the process of its own gets it.
enum CaseKind: String, CaseIterable {
  case power
  case flips
  case fuzz

  var measure: any CaseMeasure.Type {
    switch self {
    case .power: PowerCuts.self
    case .flips: ByteFlips.self
    case .fuzz: ParserFuzz.self
    }
  }

  var title: String {
    switch self {
    case .power: "power cuts replayed"
    case .flips: "flipped bytes"
    case .fuzz: "fuzz cases"
    }
  }
}

/// How far a process with cases has come: a file of numbers, written before and after every case.
struct CaseProgress {
  var number = 0
  var lost = 0
  var doubled = 0
  var told = 0
  var slow = 0
  /// In nanoseconds.
  var slowest = 0
  var slowestNumber = 0

  init() {}

  init?(at path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 7 else { return nil }
    (number, lost, doubled, told) = (numbers[0], numbers[1], numbers[2], numbers[3])
    (slow, slowest, slowestNumber) = (numbers[4], numbers[5], numbers[6])
  }

  func write(to descriptor: Int32) {
    let numbers = [number, lost, doubled, told, slow, slowest, slowestNumber]
    // Of one length always, so that nothing of a longer one before remains.
    let text = numbers.map {
      String(repeating: "0", count: max(0, 19 - String($0).count)) + String($0)
    }.joined(separator: " ")
    _ = Array(text.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }
}
