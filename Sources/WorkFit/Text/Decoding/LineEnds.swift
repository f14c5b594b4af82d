/// Line ends that are carriage returns alone, as old files and some clipboards have them.
enum LineEnds {
  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains("\r") else { return nil }
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < text.count {
      guard text[index] == "\r" else {
        result.append(text[index])
        index += 1
        continue
      }
      var end = index
      while text.at(end) == "\r" { end += 1 }
      let count = end - index
      if text.at(end) == "\n" {
        result += count == 1 ? ["\r", "\n"] : ["\n"]
        isChanged = isChanged || count > 1
        end += 1
      } else {
        // Behind a line feed the first is only the other half of the same end.
        let isHalf = text.at(index - 1) == "\n"
        result += Array(repeating: "\n", count: isHalf ? count - 1 : count)
        isChanged = true
      }
      index = end
    }
    return isChanged ? result : nil
  }
}
