/// What is to become of an entry of the list that is open, said in words: “remove 2”, “change 3 to other words”,
/// “verschiebe 5 auf 1”.
package struct EntryArrangement: Hashable, Sendable {
  /// What is done with the entry.
  package enum Act: String, Sendable, CaseIterable {
    case remove, change, move, swap
  }

  /// Stands in an argument for the number of the last entry.
  package static let last = "last"

  /// What is done.
  package let act: Act
  /// The entry's number, and behind a space what it is to be changed to, or the place where it is to go; empty
  /// where a command of that name stands alone.
  package let argument: String

  /// Reads a line as it is typed among the entries; `nil` where it is no such wish.
  package init?(_ line: String) {
    guard let words = Words(line), let act = words.act else { return nil }
    guard let number = words.number, words.rest.isEmpty == (act == .remove) else { return nil }
    // “change 3 things a week” has no “to”, and may well be an entry.
    guard act != .change || words.hasTo else { return nil }
    self.act = act
    guard act == .move || act == .swap else {
      argument = words.rest.isEmpty ? number : number + " " + words.rest
      return
    }
    guard let place = words.place else { return nil }
    argument = number + " " + place
  }

  /// Reads what stands behind a stroke, where nothing else can be meant: “/entferne 2”, “/ändern 1 andere Worte”.
  ///
  /// - Returns: `nil` where the first word is none of these, or no number follows a word that is a command by
  ///   itself.
  package init?(command line: String) {
    guard let words = Words(line), let act = words.act else { return nil }
    self.act = act
    guard let number = words.number else {
      guard words.isAlone, Hearing.standard.reading(of: line) == .answer else { return nil }
      argument = ""
      return
    }
    // Its words are taken as they are: “/ändern 1 mit Kindern arbeiten”.
    let rest = act == .change ? words.given : words.place ?? words.rest
    argument = rest.isEmpty ? number : number + " " + rest
  }

  /// A line by its parts.
  private struct Words {
    var act: Act?
    var number: String?
    var hasTo = false
    /// What stands behind the number.
    var given = ""
    /// The same without what only leads to it.
    var rest = ""
    /// The second number, where nothing but one is left.
    var place: String?
    /// Whether the first words are all that there is.
    var isAlone = false

    init?(_ line: String) {
      guard let data = HearingData.shipped?.arranging, line.utf8.count <= 2000,
        !line.contains(where: \.isNewline)
      else { return nil }
      var words = line.split(whereSeparator: \.isWhitespace)
      // “actually, scratch the last one”
      let padding = HearingData.shipped?.padding ?? []
      while words.count > 2, padding.contains(Hearing.key(String(words[0]))) {
        words.removeFirst()
      }
      let verbs: [(Act, [String])] = [
        (.swap, data.swap), (.remove, data.remove), (.change, data.change), (.move, data.move),
      ]
      for (act, sayings) in verbs {
        guard let count = Self.count(of: sayings, before: words[...]) else { continue }
        self.act = act
        words.removeFirst(count)
        break
      }
      isAlone = words.isEmpty
      func dropBeside() {
        while let count = Self.count(of: data.beside, before: words[...]) {
          words.removeFirst(count)
        }
      }
      dropBeside()
      guard let first = words.first, let found = Self.number(first, data.places) else { return }
      number = found.number
      hasTo = found.hasTo
      words.removeFirst()
      given = words.joined(separator: " ")
      if let count = Self.count(of: data.to, before: words[...]) {
        words.removeFirst(count)
        hasTo = true
      }
      if act != .change {
        if act == .swap, let count = Self.count(of: data.and, before: words[...]) {
          words.removeFirst(count)
        }
        dropBeside()
        if let second = words.first, let found = Self.number(second, data.places) {
          var behind = words.dropFirst()
          while let count = Self.count(of: data.beside, before: behind) {
            behind = behind.dropFirst(count)
          }
          if behind.isEmpty { place = found.number }
        }
      }
      rest = words.joined(separator: " ")
    }

    /// The number that a word is, “#2” or “second” or “last”, and whether “=” or a colon stands behind it.
    private static func number(_ word: Substring, _ places: [String: Int]) -> (
      number: String, hasTo: Bool
    )? {
      let digits = word.drop { $0 == "#" }.prefix { $0.isASCII && $0.isNumber }
      if digits.isEmpty {
        return places[Hearing.key(String(word))].map { ($0 < 0 ? last : String($0), false) }
      }
      let behind = word.drop { $0 == "#" }.dropFirst(digits.count)
      guard digits.count <= 4, behind.allSatisfy({ ".):=,".contains($0) }) else { return nil }
      return (String(digits), behind.contains { ":=".contains($0) })
    }

    /// Stands for the number of the last entry.
    private static let last = EntryArrangement.last

    /// How many words the longest of some sayings is that stands at the beginning.
    private static func count(of sayings: [String], before words: ArraySlice<Substring>) -> Int? {
      sayings.compactMap { saying -> Int? in
        let said = saying.split(separator: " ")
        guard said.count <= words.count,
          zip(said, words).allSatisfy({ $0 == $1.lowercased() })
        else { return nil }
        return said.count
      }.max()
    }
  }
}
