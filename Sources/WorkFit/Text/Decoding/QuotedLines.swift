/// The marks before the lines of a quoted mail: `> `, one or several, or `| `.
///
/// A `>` before a number is a comparison, and one line alone is no quotation.
enum QuotedLines {
  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains(">") || text.contains("|") else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < lines.count {
      var end = index
      while end < lines.count, markEnd(lines[end]) != nil { end += 1 }
      let block = lines[index..<end]
      if isQuotation(block) {
        for line in block {
          result += line[(markEnd(line) ?? line.startIndex)...]
          result.append("\n")
        }
        isChanged = true
        index = end
      } else {
        let last = max(end, index + 1)
        for line in lines[index..<last] {
          result += line
          result.append("\n")
        }
        index = last
      }
    }
    result.removeLast()
    return isChanged ? result : nil
  }

  private static func isQuotation(_ block: ArraySlice<ArraySlice<Unicode.Scalar>>) -> Bool {
    guard block.count > 1 else { return false }
    let words = block.filter { line in
      guard let end = markEnd(line), end < line.endIndex else { return true }
      return !line[end].isDigit && line[end] != "=" && line[end] != "£" && line[end] != "$"
    }
    return words.count * 2 > block.count
  }

  /// Behind the marks that a line begins with, and one space behind them.
  private static func markEnd(_ line: ArraySlice<Unicode.Scalar>) -> Int? {
    var index = line.startIndex
    var end: Int?
    while index < line.endIndex, line[index] == ">" || end != nil && line[index] == " " {
      index += 1
      if line[index - 1] == ">" { end = index }
    }
    if end == nil, line.first == "|", line.dropFirst().first == " ",
      // A table has more of them.
      !line.dropFirst().contains("|")
    {
      return line.startIndex + 2
    }
    guard let end else { return nil }
    return end < line.endIndex && line[end] == " " ? end + 1 : end
  }
}
