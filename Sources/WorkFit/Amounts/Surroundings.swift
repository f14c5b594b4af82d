/// What stands around a fact and turns it round, or makes it less sure.
struct Surroundings {
  private let tokens: [Token]
  let denials: Denials
  private let denialsWithin, hedges, others: [Range<Int>]
  private let isHeadingDenial, isHeadingHedge: Bool
  private let lexicon: QuantityLexicon
  private let label: Range<Int>?

  init(_ words: AmountReader.Words, lexicon: QuantityLexicon) {
    tokens = words.tokens
    self.lexicon = lexicon
    label = words.label.flatMap { $0.tokens.isEmpty ? nil : $0.tokens }
    denials = Denials(tokens)
    denialsWithin = lexicon.denialsWithin.matches(in: tokens).map(\.range)
    let noHedges = lexicon.noHedges.matches(in: tokens).map(\.range)
    hedges = lexicon.hedges.matches(in: tokens).map(\.range).filter { hedge in
      !noHedges.contains { $0.overlaps(hedge) }
    }
    others = lexicon.others.matches(in: tokens).map(\.range)
    isHeadingDenial = !NegationWords.shipped.before.matches(in: words.heading).isEmpty
    isHeadingHedge = !lexicon.hedges.matches(in: words.heading).isEmpty
  }

  /// - Parameter within: whether a denial among the words of the fact counts too: “travel is not required”.
  /// - Parameter isDenial: whether the fact denies by itself: “overtime that is not unpaid”.
  func denial(of range: Range<Int>, within: Bool, isDenial: Bool = false) -> Denials.Found? {
    // “Security clearance: Not Required”
    if let label, label.contains(range.lowerBound), label.contains(range.upperBound - 1),
      let denied = NegationWords.shipped.labels.beginning(at: label.upperBound, in: tokens),
      denied.upperBound == tokens.count || tokens[denied.upperBound].isParted
        || denied.count > 1
    {
      return Denials.Found(range: denied)
    }
    if within,
      let inside = denialsWithin.first(where: {
        $0.clamped(to: range) == $0 && $0.lowerBound > range.lowerBound && !$0.isEmpty
      })
    {
      return Denials.Found(range: inside)
    }
    if isDenial,
      let inside = range.dropFirst().first(where: {
        lexicon.denialsOfDenials.contains(tokens[$0].word)
      })
    {
      return Denials.Found(range: inside..<inside + 1)
    }
    return denials.denial(of: range, isInside: within)
  }

  /// Whether there is a denial that may or may not be of the fact.
  func isDeniedSomewhere(_ range: Range<Int>) -> Bool {
    denials.isDeniedSomewhere(range, conjunctions: lexicon.conjunctions)
  }

  /// - Parameter isInside: whether a hedge between the words of the fact counts too: “clearance may be required”.
  /// “A relocation package of up to £8,000” is one.
  func isHedged(_ range: Range<Int>, within near: Int, isInside: Bool, isOffer: Bool) -> Bool {
    isHeadingHedge || isHeadingDenial
      || hedges.contains {
        if isOffer, lexicon.bounds.before[.most]?.ending(before: $0.upperBound, in: tokens) == $0 {
          return false
        }
        let isBetween = $0.lowerBound > range.lowerBound && $0.upperBound < range.upperBound
        return isInside && isBetween || !$0.overlaps(range) && distance($0, range) <= near
      }
  }

  /// Whether somebody else stands near a fact, whose it may be. “Saturdays with five colleagues” are one's own.
  func isOfOthers(near range: Range<Int>, within near: Int) -> Bool {
    others.contains {
      distance($0, range) <= near && !($0.lowerBound >= range.upperBound && isCompany($0))
    }
  }

  /// Whether somebody is only there too, as after “with our”.
  private func isCompany(_ somebody: Range<Int>) -> Bool {
    tokens[max(0, somebody.lowerBound - Self.companyReach)..<somebody.lowerBound].contains {
      lexicon.company.contains($0.word)
    }
  }

  /// So many words before somebody one may say that they are only there too.
  private static let companyReach = 2

  func bound(_ bound: AmountBound, _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    for _ in 0..<3 {
      if let found = lexicon.bounds.before[bound]?.ending(before: start, in: tokens) {
        return found
      }
      start -= 1
      guard start > 0 else { return nil }
    }
    return nil
  }

  private func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    if one.overlaps(other) { return 0 }
    return one.lowerBound >= other.upperBound
      ? one.lowerBound - other.upperBound : other.lowerBound - one.upperBound
  }
}
