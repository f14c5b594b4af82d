import Yams

/// Lines of a mapping in braces as they should be: with a key more, or with one less.
extension ScriptReader {
  /// The line of a mapping in braces with one more key at its end; `nil` where it goes on in further lines.
  func line(of node: Node, adding key: String, _ value: String) -> String? {
    guard isFlow(node), let line = line(of: node), let mark = node.mark, mark.column <= line.count
    else { return nil }
    let start = line.index(line.startIndex, offsetBy: mark.column - 1)
    guard line[start] == "{",
      let end = Self.bounds(in: line, from: line.index(after: start)).last, line[end] == "}"
    else { return nil }
    var inside = line[..<end]
    while inside.last?.isWhitespace ?? false { inside = inside.dropLast() }
    return "\(inside)\(inside.hasSuffix("{") ? "" : ", ")\(key): \(value)\(line[end...])"
  }

  /// The line of a mapping in braces without the key that a node is the value of; `nil` where the value has a
  /// line of its own, which is simply left out.
  func line(leavingOut node: Node) -> String? {
    guard let line = line(of: node), let mark = node.mark, mark.column <= line.count,
      let brace = line.firstIndex(of: "{")
    else { return nil }
    let value = line.index(line.startIndex, offsetBy: mark.column - 1)
    guard brace < value else { return nil }
    let bounds = [brace] + Self.bounds(in: line, from: line.index(after: brace))
    guard let end = bounds.first(where: { $0 > value }),
      let start = bounds.last(where: { $0 < value })
    else { return nil }
    // The comma before it goes with it; the first key takes the one behind it.
    guard start == brace else { return "\(line[..<start])\(line[end...])" }
    let behind = line[end] == "," ? line.index(after: end) : end
    return "\(line[...start])\(line[behind...].drop(while: \.isWhitespace))"
  }

  /// Where the commas stand between the keys of a mapping, and the brace that closes it.
  private static func bounds(in line: String, from start: String.Index) -> [String.Index] {
    var bounds: [String.Index] = []
    var quote: Character?
    var depth = 0
    var index = start
    while index < line.endIndex {
      let character = line[index]
      if let mark = quote {
        if character == mark { quote = nil }
      } else if "\"'".contains(character), line[..<index].last?.isWhitespace ?? true {
        quote = character
      } else if "[{(".contains(character) {
        depth += 1
      } else if depth == 0, character == "}" {
        return bounds + [index]
      } else if "]})".contains(character) {
        depth -= 1
      } else if depth == 0, character == "," {
        bounds.append(index)
      }
      index = line.index(after: index)
    }
    return bounds
  }
}
