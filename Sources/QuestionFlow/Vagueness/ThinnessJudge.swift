/// Says of answers whether they are thin, by more than phrases; whoever runs the interview supplies it.
///
/// The engine asks nobody by itself: what was judged comes in with the event that brings the answer, and is kept
/// with it, so that a replay is the same wherever and whenever it runs.
package protocol ThinnessJudge {
  /// Whether each text is thin; `nil` for one that is not this judge's to judge.
  ///
  /// - Parameter language: the language of the interview.
  func judgements(of texts: [String], language: String) -> [Bool?]
}
