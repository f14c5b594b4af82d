/// An order over the elements of another list, by their numbers or words.
///
/// Stored as the elements' identities, spoken in order.
enum RankAnswer {
  static let form = "all the numbers in your order, such as 2 1 3"

  /// Every element has to be named, and each once: nobody's order is guessed.
  static func parse(_ typed: String, among elements: [Element]) throws(Rejection) -> [ElementID] {
    let places = try Ballot(elements.map { [$0.text] })
      .places(of: typed, between: [",", ";", ">", "\n", "\r\n"])
    var seen: Set<Int> = []
    for place in places where !seen.insert(place).inserted {
      throw Rejection(.rankedTwice(elements[place].text))
    }
    let missing = elements.indices.filter { !seen.contains($0) }
    guard missing.isEmpty else {
      throw Rejection(.unranked(missing.map { elements[$0].text }, of: elements.count))
    }
    return places.map { elements[$0].id }
  }
}
