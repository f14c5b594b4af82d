/// What divides a posting: headings, and phrases that place a sentence by what it says.
struct SegmentLexicon: LexiconPart {
  /// Headings by their words; the longest that fits counts.
  private let headings: [UInt64: Segment]
  private let longestHeading: Int
  /// Headings that have one value, on their own line or the next: “Salary:”.
  private let labels: Set<UInt64>
  /// Whole lines of a web page that lead elsewhere.
  private let navigation: Set<UInt64>
  /// Those of which the menu of a site is made.
  private let menu: Set<UInt64>
  /// Lines behind which other postings stand: “Similar jobs”.
  private let elsewhere: Set<UInt64>
  private let always: PatternIndex<Segment>
  private let otherwise: PatternIndex<Segment>
  private let namesJob: PatternIndex<Bool>

  private enum CodingKeys: String, CodingKey {
    case headings, labels, navigation, menu, elsewhere, always, otherwise
    case namesJob = "names_job"
  }

  init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    var headings: [UInt64: Segment] = [:]
    var longest = 0
    for (segment, phrase) in try Self.phrases(file, .headings) {
      let keys = Self.keys(of: phrase)
      headings[WordKey.run(keys)] = segment
      longest = max(longest, keys.count)
    }
    self.headings = headings
    longestHeading = longest
    func lines(_ key: CodingKeys) throws -> Set<UInt64> {
      Set(try file.decode([String].self, forKey: key).map { WordKey.run(Self.keys(of: $0)) })
    }
    labels = try lines(.labels)
    navigation = try lines(.navigation)
    menu = try lines(.menu)
    elsewhere = try lines(.elsewhere)
    func index(_ key: CodingKeys) throws -> PatternIndex<Segment> {
      var index = PatternIndex<Segment>()
      for (segment, phrase) in try Self.phrases(file, key) { index.insert(phrase, label: segment) }
      return index
    }
    always = try index(.always)
    otherwise = try index(.otherwise)
    namesJob = try file.decode(PatternIndex<Bool>.self, forKey: .namesJob)
  }

  private static func keys(of phrase: String) -> [WordKey] {
    let source = SourceText(phrase)
    return Tokenizer.tokens(of: source, in: 0..<source.bytes.count).map(\.key)
  }

  /// The phrases under each segment, in the order of the file.
  private static func phrases(_ file: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys) throws
    -> [(Segment, String)]
  {
    try file.decode(InOrder<[String]>.self, forKey: key).pairs.flatMap { name, phrases in
      guard let segment = Segment(rawValue: name) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: file, debugDescription: "there is no segment “\(name)”")
      }
      return phrases.map { (segment, $0) }
    }
  }

  /// The longest heading that a run of words begins with, and how many words it has.
  func heading(in words: ArraySlice<Token>) -> (segment: Segment, count: Int)? {
    var found: (Segment, Int)?
    for (count, run) in WordKey.runs(words.prefix(longestHeading).lazy.map(\.key)).enumerated() {
      if let segment = headings[run] { found = (segment, count + 1) }
    }
    return found
  }

  /// Whether a heading has one value, and not a part of the posting under it.
  func isLabel(_ words: ArraySlice<Token>, _ segment: Segment) -> Bool {
    segment == .conditions || labels.contains(WordKey.run(words.lazy.map(\.key)))
  }

  /// Whether a sentence says which job it is: “We are looking for a nurse”.
  func namesJob(_ words: [Token]) -> Bool { !namesJob.matches(in: words).isEmpty }

  /// Whether a line leads elsewhere on a web page: “Save job”, “Jobs > Education > Primary”.
  func isNavigation(_ words: [Token], text: @autoclosure () -> String) -> Bool {
    guard !navigation.contains(WordKey.run(words.lazy.map(\.key))) else { return true }
    guard words.count <= 10 else { return false }
    let text = text()
    return text.contains(" > ") || text.contains(" › ") || text.contains(" » ")
  }

  /// Whether a line is a word of a site's menu: “Sign in”.
  func isMenu(_ words: [Token]) -> Bool { menu.contains(WordKey.run(words.lazy.map(\.key))) }

  /// Whether a line is one of a page that leads elsewhere.
  func isNavigation(_ words: [Token]) -> Bool {
    navigation.contains(WordKey.run(words.lazy.map(\.key)))
  }

  /// Whether other postings stand behind a line: “Similar jobs”.
  func leadsElsewhere(_ words: [Token]) -> Bool {
    elsewhere.contains(WordKey.run(words.lazy.map(\.key)))
  }

  /// How many words and phrases of a menu a line is made of; 0 where it has others.
  func menuPhrases(in words: [Token]) -> Int {
    var count = 0
    var rest = words[...]
    while !rest.isEmpty {
      let runs = WordKey.runs(rest.prefix(Self.longestMenuPhrase).lazy.map(\.key))
      guard let last = runs.lastIndex(where: { menu.contains($0) || navigation.contains($0) })
      else { return 0 }
      count += 1
      rest = rest.dropFirst(last + 1)
    }
    return count
  }

  /// In words.
  private static let longestMenuPhrase = 5

  /// Where a sentence belongs by what it says, whatever heading stands above it.
  func always(_ words: [Token]) -> Segment? { always.matches(in: words).first?.label }

  /// Where a sentence belongs that stands under no heading.
  func otherwise(_ words: [Token]) -> Segment? { otherwise.matches(in: words).first?.label }
}

extension Segment: CodingKeyRepresentable {}
