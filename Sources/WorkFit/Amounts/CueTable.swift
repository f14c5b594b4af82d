/// Where the cues of rules stand in a clause, and how far they are from a number.
struct CueTable {
  private let tokens: [Token]
  private let lexicon: QuantityLexicon
  private let cues: [Int: [Range<Int>]]
  private let fromHeading: Set<Int>
  private let numerals: [Range<Int>]
  private let denials: [Range<Int>]

  init(_ words: AmountReader.Words, numerals: [Numeral], lexicon: QuantityLexicon) {
    tokens = words.tokens
    self.lexicon = lexicon
    self.numerals = numerals.map(\.tokens)
    denials = numerals.isEmpty ? [] : Denials(words.tokens).before
    cues = numerals.isEmpty ? [:] : Self.cues(in: words.tokens, lexicon)
    fromHeading =
      numerals.isEmpty ? [] : Set(lexicon.rules.phrases.matches(in: words.heading).map(\.label))
  }

  /// The cues by their rules; one that is part of a longer cue of another rule is none: “home office”.
  private static func cues(in tokens: [Token], _ lexicon: QuantityLexicon) -> [Int: [Range<Int>]] {
    let matches = lexicon.rules.phrases.matches(in: tokens)
    let long = matches.filter { $0.range.count > 1 }
    let whole = matches.filter { match in
      !isDenied(match.range, lexicon.rules[match.label], tokens, lexicon)
        && !long.contains {
          $0.range.count > match.range.count && $0.range.lowerBound <= match.range.lowerBound
            && $0.range.upperBound >= match.range.upperBound
            && lexicon.rules[$0.label].isOtherThan(lexicon.rules[match.label])
            && !lexicon.rules[$0.label].units.isDisjoint(with: lexicon.rules[match.label].units)
        }
    }
    return Dictionary(grouping: whole, by: \.label).mapValues { $0.map(\.range) }
  }

  /// Whether a cue from which is counted backwards is denied: “five days a week; remote work is not possible”, “no
  /// remote work: five days a week on site”.
  private static func isDenied(
    _ cue: Range<Int>, _ rule: AmountRule, _ tokens: [Token], _ lexicon: QuantityLexicon
  ) -> Bool {
    guard rule.isInverted else { return false }
    if cue.lowerBound > 0, NegationWords.shipped.lists.contains(tokens[cue.lowerBound - 1].word) {
      return true
    }
    let behind = Array(tokens.dropFirst(cue.upperBound).prefix(deniedReach))
    return NegationWords.shipped.after.matches(in: behind).contains { $0.range.lowerBound <= 1 }
  }

  /// In words.
  private static let deniedReach = 5

  /// The distance in words of a rule's nearest cue, with the cue.
  func nearest(_ rule: Int, to numeral: Numeral) -> (Double, Range<Int>)? {
    let here = numeral.tokens
    // “One without managing people” is not one who is managed.
    let ours = (cues[rule] ?? []).filter { cue in
      !denials.contains {
        $0.lowerBound > here.lowerBound && $0.upperBound <= cue.lowerBound
      }
    }
    var best = ours.map { (distance($0, here), $0) }.min { $0.0 < $1.0 }
    if fromHeading.contains(rule), best?.0 ?? .infinity > lexicon.distances.heading {
      best = (lexicon.distances.heading, here.lowerBound..<here.lowerBound)
    }
    return best
  }

  func distance(_ cue: Range<Int>, _ here: Range<Int>) -> Double {
    if cue.overlaps(here) { return 0 }
    let isBehind = cue.lowerBound >= here.upperBound
    let between = isBehind ? here.upperBound..<cue.lowerBound : cue.upperBound..<here.lowerBound
    var distance = Double(between.count) + (isBehind ? 0 : lexicon.distances.before)
    for place in between.lowerBound...between.upperBound where place < tokens.count {
      if place > 0, tokens[place].isParted, place > (isBehind ? here.lowerBound : cue.lowerBound) {
        distance += lexicon.parted
      }
      if place < between.upperBound, lexicon.conjunctions.contains(tokens[place].word) {
        distance += lexicon.parted
      }
    }
    distance +=
      lexicon.distances.beyond
      * Double(
        numerals.count {
          $0.lowerBound >= between.lowerBound && $0.upperBound <= between.upperBound && !$0.isEmpty
            && $0 != here
        })
    return distance
  }
}
