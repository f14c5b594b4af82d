/// Elements that were there before, and can be taken up again by their words.
struct KnownElements {
  private var exact: [String: [Element]] = [:]
  private var alike: [String: [Element]] = [:]
  private var taken: Set<ElementID> = []

  /// Of two with the same words the earlier one is taken first.
  init(_ elements: [Element]) {
    for element in elements.reversed() {
      exact[element.text, default: []].append(element)
      let key = Words.key(element.text)
      if !key.isEmpty { alike[key, default: []].append(element) }
    }
  }

  /// Takes the one that has just these words.
  mutating func take(exactly text: String) -> Element? { take(text, from: \.exact) }

  /// Takes one whose words differ by no more than case, accents, punctuation and white space.
  mutating func take(like text: String) -> Element? { take(Words.key(text), from: \.alike) }

  private mutating func take(
    _ key: String, from elements: WritableKeyPath<KnownElements, [String: [Element]]>
  ) -> Element? {
    while let element = self[keyPath: elements][key]?.popLast() {
      if taken.insert(element.id).inserted { return element }
    }
    return nil
  }
}
