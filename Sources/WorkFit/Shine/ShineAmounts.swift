/// The cues of shine that amounts and facts are: how far the highest pay lies from plain pay, and what else the data name.
struct ShineAmounts {
  /// By the places of their clauses.
  let byPlace: [Int: [ShineCues.Found]]

  init(_ posting: Posting, lexicon: some ShineSources) {
    let amounts = PostingAmounts(posting, lexicon: lexicon.quantities)
    var byPlace: [Int: [ShineCues.Found]] = [:]
    for (cue, amount) in lexicon.shine.cues.enumerated().compactMap({ cue, item in
      item.amount.map { (cue, $0) }
    }) {
      for (named, share) in Self.shares(of: amount, in: amounts, lexicon: lexicon.shine) {
        byPlace[named.place, default: []].append(
          ShineCues.Found(cue: cue, share: share, span: named.read.range))
      }
    }
    self.byPlace = byPlace
  }

  /// The amounts that are such a cue, each with its share; of pay at most the highest.
  private static func shares(
    of cue: ShineCueFile.AmountCue, in amounts: PostingAmounts, lexicon: ShineLexicon
  ) -> [(PostingAmounts.Named, Double)] {
    guard let beyond = cue.beyond else {
      var places: Set<Int> = []
      return amounts.named(cue.kind).filter {
        $0.read.interval.high > 0 && places.insert($0.place).inserted
      }.map { ($0, 1) }
    }
    let highest = amounts.named(cue.kind).compactMap { named in
      lexicon.plainPay.doublings(of: named.read).map { (named, $0) }
    }.max { $0.1 < $1.1 }
    guard let (named, doublings) = highest else { return [] }
    let share = beyond == .above ? doublings : -doublings
    return share > 0 ? [(named, min(share, cue.most ?? share))] : []
  }
}
