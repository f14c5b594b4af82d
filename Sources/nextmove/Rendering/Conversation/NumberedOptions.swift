import LineEditor
import Phrases
import SafeOutput

/// What there is to choose from, with numbers: one a line, or in columns where many short ones are offered.
struct NumberedOptions {
  let texts: [String]
  let console: Console

  /// More are put into columns.
  private static let mostInOne = 9
  private static let indent = 2
  private static let gap = 2

  /// Shows them; returns how many lines that took.
  func show() -> Int {
    let cells = texts.enumerated().map { number, text in
      let number = String(number + 1)
      let blanks = String(repeating: " ", count: max(1, numberWidth - number.count))
      return number + blanks + Sanitizer.line(text)
    }
    let widest = cells.map { DisplayWidth.columns($0) }.max() ?? 0
    let columns = min(3, (console.width - Self.indent + Self.gap) / (widest + Self.gap))
    guard cells.count > Self.mostInOne, columns > 1, !console.isAccessible else {
      return oneByOne()
    }
    let rows = (cells.count + columns - 1) / columns
    console.show(
      (0..<rows).map { row in
        let line = stride(from: row, to: cells.count, by: rows).map { cells[$0] }
        let padded = line.dropLast().map { cell in
          cell + String(repeating: " ", count: widest + Self.gap - DisplayWidth.columns(cell))
        }
        return String(repeating: " ", count: Self.indent) + (padded + [line.last ?? ""]).joined()
      })
    return rows
  }

  private var numberWidth: Int { max(4, String(texts.count).count + 2) }

  private func oneByOne() -> Int {
    var lines = 0
    for (index, text) in texts.enumerated() {
      console.row("\(index + 1)", "\(text)", column: numberWidth, indent: Self.indent)
      lines += 1 + text.count / max(1, console.width - numberWidth - Self.indent)
    }
    return lines
  }
}
