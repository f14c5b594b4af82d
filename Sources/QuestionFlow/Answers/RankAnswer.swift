/// An order over the elements of another list, by their numbers or words.
///
/// Stored as the elements' identities, spoken in order.
enum RankAnswer {
  static let form = "the numbers in your order, such as 2 1 3"

  /// What is not named keeps its place after what is.
  static func parse(_ typed: String, among elements: [Element]) throws(Rejection) -> [ElementID] {
    var ranked: [ElementID] = []
    for part in parts(of: typed) {
      let element = try element(part, among: elements)
      guard !ranked.contains(element.id) else { throw Rejection(.rankedTwice(element.text)) }
      ranked.append(element.id)
    }
    guard !ranked.isEmpty else { throw Rejection(.empty) }
    return ranked + elements.map(\.id).filter { !ranked.contains($0) }
  }

  private static func parts(of typed: String) -> [String] {
    let marks: Set<Character> = [",", ";", ">", "\n"]
    if typed.contains(where: marks.contains) {
      return typed.split(whereSeparator: marks.contains).map(String.init)
        .filter { !Words.key($0).isEmpty }
    }
    let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.allSatisfy { Int($0) != nil } ? words : [typed]
  }

  private static func element(_ typed: String, among elements: [Element]) throws(Rejection)
    -> Element
  {
    let key = Words.key(typed)
    if let number = Int(key) {
      guard elements.indices.contains(number - 1) else {
        throw Rejection(.outOfRange("1", String(elements.count)))
      }
      return elements[number - 1]
    }
    let exact = elements.filter { Words.key($0.text) == key }
    let matches = exact.isEmpty ? elements.filter { Words.key($0.text).hasPrefix(key) } : exact
    switch matches.count {
    case 1: return matches[0]
    case 0: throw Rejection(.notAChoice(typed, elements.map(\.text)))
    default: throw Rejection(.ambiguousChoice(typed, matches.map(\.text)))
    }
  }
}
