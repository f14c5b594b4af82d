/// A list answer that is given anew.
extension ListAnswer {
  private static let numberedLine = WrittenForm(regex: /([0-9]{1,4})[.)](?:\s+(.*))?/)

  /// A list given anew, where a line such as `2. other words` rewords the second element of before.
  ///
  /// - Returns: `nil` where no line has a number that stands for an element.
  func arrangement(of typed: String, before: [Element]) throws(Rejection) -> [Event.Arrangement]? {
    var isNumbered = false
    var taken: Set<ElementID> = []
    var arrangement: [Event.Arrangement] = []
    for line in typed.split(whereSeparator: \.isNewline) {
      let line = String(line).trimmingWhitespace()
      guard !line.isEmpty else { continue }
      if let match = line.wholeMatch(of: Self.numberedLine), let number = Int(match.1),
        before.indices.contains(number - 1), taken.insert(before[number - 1].id).inserted
      {
        isNumbered = true
        let words = String(match.2 ?? "").trimmingWhitespace()
        let element = before[number - 1]
        arrangement.append(.init(id: element.id, text: words.isEmpty ? element.text : words))
      } else {
        let words = ListLine.withoutBullet(line)
        guard !words.isEmpty else { continue }
        arrangement.append(.init(id: nil, text: words))
      }
    }
    guard isNumbered else { return nil }
    try requireCount(arrangement.count)
    return Self.recognized(arrangement, among: before.filter { !taken.contains($0.id) })
  }

  /// Elements without a number are known by their words; the same text goes before a like one.
  private static func recognized(_ arrangement: [Event.Arrangement], among before: [Element])
    -> [Event.Arrangement]
  {
    var known = KnownElements(before)
    var ids = arrangement.map { $0.id ?? known.take(exactly: $0.text)?.id }
    for index in ids.indices where ids[index] == nil {
      ids[index] = known.take(like: arrangement[index].text)?.id
    }
    return zip(ids, arrangement).map { Event.Arrangement(id: $0, text: $1.text) }
  }
}
