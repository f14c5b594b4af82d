import Phrases

/// What stands behind `rank`, as somebody wrote it who knows other tools.
struct WrittenRank {
  /// What is wrong, with what stands behind `answer` and the lines below it; `nil` where nothing is.
  private(set) var better: (message: Phrase, lines: [String])?

  private static let firstOfList = WrittenForm(
    regex: /(?:(?:the\s+)?(?:top|first|best)\s+)?([\p{L}]+|[0-9]+)\s+(?:of|from|in)\s+(.+)/)
  private static let topInWords = WrittenForm(regex: /top\s+([\p{L}]+)/)
  private static let topOfList = WrittenForm(regex: /top\s+[0-9]+(?:\s+of)?(?:\s+.+)?/)
  private static let allOfList = WrittenForm(regex: /(?:of|the|all|from|all of)\s+(\w+)/)
  private static let listBeforeTop = WrittenForm(regex: /(\w+)\s+top\s+([0-9]+)/)

  init(_ text: String) {
    if let first = text.first, "[{(".contains(first) || text.contains(",") {
      let parts = FlowText.parts(FlowText.inside(text), between: [",", ";"])
      guard let list = FlowText.list(parts) else { return }
      better = (
        "the options of a ranking stand on a line of their own", ["rank", "choices: \(list)"]
      )
      return
    }
    let number = Self.firstOfList
    if let match = text.wholeMatch(of: Self.topInWords),
      let count = Mistakes.number(String(match.1))
    {
      better = (
        "a number is written in digits", ["rank top \(NumberAnswer.spoken(count))"]
      )
    } else if let match = text.wholeMatch(of: number), let count = Mistakes.number(String(match.1)),
      text.wholeMatch(of: Self.topOfList) == nil
    {
      better = (
        "the first few are written rank top 3 of LIST",
        ["rank top \(NumberAnswer.spoken(count)) of \(match.2)"]
      )
    } else if let match = text.wholeMatch(of: Self.allOfList) {
      better = ("a ranking names its list alone", ["rank \(match.1)"])
    } else if let match = text.wholeMatch(of: Self.listBeforeTop) {
      better = (
        "the first few are written rank top 3 of LIST", ["rank top \(match.2) of \(match.1)"]
      )
    }
  }
}
