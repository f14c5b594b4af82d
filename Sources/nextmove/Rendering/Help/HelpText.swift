/// A help as ArgumentParser words it, made to fit a screen.
enum HelpText {
  private static let columns = 80

  /// Folds the usage, which is the one part of a help that comes on a single line however long it is.
  static func folded(_ help: String) -> String {
    help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("USAGE: ") && line.count > columns ? folded(usage: line) : String(line)
    }.joined(separator: "\n")
  }

  /// What stands in brackets stays together; what is folded is set in deeper than a usage of its own.
  private static func folded(usage: Substring) -> String {
    var lines: [String] = []
    var line = ""
    for part in parts(of: usage) {
      if !line.isEmpty, line.count + 1 + part.count > columns {
        lines.append(line)
        line = String(repeating: " ", count: "USAGE: ".count + 1)
      }
      line += line.isEmpty ? part : " \(part)"
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// The words of a usage, with `[--option <value>]` as one.
  private static func parts(of usage: Substring) -> [String] {
    var parts: [String] = []
    var depth = 0
    for word in usage.split(separator: " ") {
      if depth > 0, let last = parts.popLast() {
        parts.append("\(last) \(word)")
      } else {
        parts.append(String(word))
      }
      depth += word.count { $0 == "[" } - word.count { $0 == "]" }
    }
    return parts
  }
}
