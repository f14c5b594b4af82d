/// Something that phrases stand for.
protocol Phrasing: Decodable, Sendable {
  var phrases: [String] { get }
}

/// A list of things with the phrases that stand for them.
struct PhraseTable<Item: Phrasing>: Decodable, Sendable {
  let items: [Item]
  /// By the places of the items.
  let phrases: PatternIndex<Int>

  init(from decoder: any Decoder) throws {
    items = try [Item](from: decoder)
    var phrases = PatternIndex<Int>()
    for (place, item) in items.enumerated() {
      for phrase in item.phrases { phrases.insert(phrase, label: place) }
    }
    self.phrases = phrases
  }

  subscript(place: Int) -> Item { items[place] }
}

/// Names by the words that are listed under them.
struct NamesByWord: Decodable, Sendable {
  private let names: [String: String]

  init(from decoder: any Decoder) throws {
    var names: [String: String] = [:]
    for (name, words) in try InOrder<[String]>(from: decoder).pairs {
      for word in words { names[Tokenizer.folded(word)] = name }
    }
    self.names = names
  }

  subscript(word: String) -> String? { names[word] }
}

/// What stands before and behind a number and bounds it.
struct BoundWords: Decodable, Sendable {
  let before, after: [AmountBound: PhraseList]
  /// Words that may stand between.
  let fillers: Set<String>

  init(from decoder: any Decoder) throws {
    let lists = try [String: [String]](from: decoder)
    func phrases(_ place: String) -> [AmountBound: PhraseList] {
      AmountBound.allCases.reduce(into: [:]) { found, bound in
        found[bound] = lists["\(bound.rawValue)_\(place)"].map(PhraseList.init)
      }
    }
    before = phrases("before")
    after = phrases("after")
    fillers = Set(lists["fillers"] ?? [])
  }
}

/// What is said of a number beside its bound.
struct MarkWords: Decodable, Sendable {
  let phrases: PatternIndex<AmountMark>

  init(from decoder: any Decoder) throws {
    var phrases = PatternIndex<AmountMark>()
    for (mark, words) in try [AmountMark: [String]](from: decoder).sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      for phrase in words { phrases.insert(phrase, label: mark) }
    }
    self.phrases = phrases
  }
}

extension AmountMark: Decodable, CodingKeyRepresentable {}
