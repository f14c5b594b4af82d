import Phrases
internal import Yams

/// What may be meant where YAML's own reader gave up: a change of a line or two, with which it goes on.
struct YAMLRepair {
  let message: Phrase
  /// Counts from 1.
  let line: Int
  /// Counts characters from 1.
  let column: Int
  /// The lines as they should be.
  let correction: Correction?
  /// All lines with the change.
  let lines: [String]
  /// The last line that was changed, among those.
  let last: Int
}

extension YAMLRepair {
  /// Longer files are not read again for every change that comes to mind.
  private static let largest = 200_000

  /// The change with which the whole can be read, else the first with which the reader comes further.
  ///
  /// - Parameters:
  ///   - mark: the line where the reader gave up.
  ///   - began: the line where it began what it could not end.
  static func likeliest(
    in lines: [String], at mark: Int, from began: Int, _ problem: String
  ) -> YAMLRepair? {
    guard lines.reduce(0, { $0 + $1.utf8.count }) < largest else { return nil }
    let slips = YAMLSlips(lines: lines, problem: problem)
    let last = min(max(mark, 1), lines.count)
    let first = max(1, min(began, last) - 2)
    var near: [YAMLRepair] = []
    for number in (max(first, last - 60)...max(first, last)).reversed()
    where number <= lines.count {
      near += slips.repairs(of: number)
    }
    if let found = firstThatHelps(near + slips.repairsOfAll(), in: lines) { return found }
    var far: [YAMLRepair] = []
    for number in 1...min(max(1, lines.count), 400) where number <= lines.count {
      far += slips.repairs(of: number)
    }
    return firstThatHelps(far, in: lines)
  }

  private static func firstThatHelps(_ repairs: [YAMLRepair], in lines: [String]) -> YAMLRepair? {
    var further: YAMLRepair?
    for repair in repairs.prefix(80) where repair.lines != lines {
      guard let next = errorLine(in: repair.lines) else { return repair }
      if further == nil, next > repair.last { further = repair }
    }
    return further
  }

  /// The line at which the reader gives up; `nil` where it does not.
  static func errorLine(in lines: [String]) -> Int? {
    do {
      _ = try Node.ofTexts(lines.joined(separator: "\n"))
      return nil
    } catch let error as YamlError {
      switch error {
      case .scanner(let context, let problem, let mark, _),
        .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        // What is never closed is noticed at the end of the file.
        let isOpen = problem.contains("quoted") || problem.contains("end of stream")
        return isOpen ? context?.mark.line ?? mark.line : mark.line
      case .duplicatedKeysInMapping: return nil
      default: return 1
      }
    } catch { return 1 }
  }
}
