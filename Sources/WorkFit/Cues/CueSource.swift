/// Something that finds cues in a clause.
///
/// The reader asks each of its sources and adds up what they say. Phrases and trained heads are two; the
/// heads are asked once for their own cues and for what they make of the phrases. A sentence encoder
/// that runs in-process would be a third, beside the phrases in the reader's list.
protocol CueSource: Sendable {
  /// The cues in a clause, in any order.
  ///
  /// - Parameters:
  ///   - index: the clause's place in the reading, which the cues carry.
  ///   - scopes: the words of the clause that turn, weaken or strengthen others.
  func cues(in clause: Clause, at index: Int, scopes: Scopes) -> [Cue]
}
