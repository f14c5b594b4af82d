/// A model of a terminal's screen: enough of the escape sequences to know what a person would see.
struct Screen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// Lines that scrolled out at the top, then the lines of the screen.
  private var lines: [[String]]
  private var top = 0
  private var row = 0
  private var column = 0
  private var escape: String?
  private(set) var isCursorShown = true

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    lines = Array(repeating: [], count: rows)
  }

  /// All that was ever shown, scrolled-out lines first, without spaces at line ends.
  var text: String {
    var shown = lines.map { line in
      String(line.joined().reversed().drop(while: \.isWhitespace).reversed())
    }
    while shown.last == "" { shown.removeLast() }
    return shown.joined(separator: "\n")
  }

  /// As ``text``, with line ends and runs of spaces as single spaces, to look for wrapped sentences.
  var flowing: String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// All lines run together, to find what wraps at the window's edge.
  var joined: String { lines.map { $0.joined() }.joined() }

  var cursorLine: String { lines[top + row].joined() }
  var cursorColumn: Int { column }
  /// The cursor's row, counting lines that have scrolled out too.
  var absoluteRow: Int { top + row }

  mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    while lines.count < top + rows { lines.append([]) }
    if row >= rows { top += row - rows + 1; row = rows - 1 }
    while lines.count < top + rows { lines.append([]) }
    self.rows = rows
    column = min(column, columns - 1)
  }

  mutating func feed(_ text: String) {
    for scalar in text.unicodeScalars {
      if escape != nil {
        continueEscape(scalar)
        continue
      }
      switch scalar {
      case "\u{1B}": escape = ""
      case "\r": column = 0
      case "\n": lineFeed()
      case "\u{08}": column = max(0, column - 1)
      case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
      case "\u{07}": break
      default: if scalar.value >= 0x20 { put(scalar) }
      }
    }
  }

  private mutating func lineFeed() {
    if row + 1 < rows {
      row += 1
    } else {
      top += 1
      lines.append([])
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.properties.canonicalCombiningClass != .notReordered || scalar == "\u{200D}" {
      if column > 0, lines[top + row].indices.contains(column - 1) {
        // The right half of a wide character is empty.
        let place = lines[top + row][column - 1].isEmpty && column > 1 ? column - 2 : column - 1
        lines[top + row][place] += String(scalar)
      }
      return
    }
    let width = Self.isWide(scalar) ? 2 : 1
    if column + width > columns {
      column = 0
      lineFeed()
    }
    while lines[top + row].count < column + width { lines[top + row].append(" ") }
    lines[top + row][column] = String(scalar)
    if width == 2 { lines[top + row][column + 1] = "" }
    column += width
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x231A...0x231B, 0x23E9...0x23EC, 0x23F0, 0x23F3, 0x2705, 0x274C, 0x2B50: true
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F300...0x1FAFF:
      true
    default: false
    }
  }

  private mutating func continueEscape(_ scalar: Unicode.Scalar) {
    let sequence = (escape ?? "") + String(scalar)
    escape = sequence
    if sequence.hasPrefix("[") {
      guard sequence.count > 1, (0x40...0x7E).contains(scalar.value) else { return }
      perform(scalar, parameters: String(sequence.dropFirst().dropLast()))
    } else if sequence.hasPrefix("]") {
      guard scalar == "\u{07}" else { return }
    } else if sequence.hasPrefix("(") {
      guard sequence.count == 2 else { return }
    }
    escape = nil
  }

  private mutating func perform(_ final: Unicode.Scalar, parameters: String) {
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.dropFirst().first ?? 1)) - 1
    case "K" where (numbers.first ?? 0) == 0:
      lines[top + row] = Array(lines[top + row].prefix(column))
    case "J" where (numbers.first ?? 0) == 0:
      lines[top + row] = Array(lines[top + row].prefix(column))
      for line in (top + row + 1)..<max(top + row + 1, lines.count) { lines[line] = [] }
    case "J":
      for line in top..<lines.count { lines[line] = [] }
    case "P":
      let line = lines[top + row]
      lines[top + row] = Array(
        line.prefix(column) + line.dropFirst(min(line.count, column + count)))
    case "@":
      while lines[top + row].count < column { lines[top + row].append(" ") }
      lines[top + row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    case "h" where parameters == "?25": isCursorShown = true
    case "l" where parameters == "?25": isCursorShown = false
    default: break
    }
  }
}
