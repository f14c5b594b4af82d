/// What a job comes to for a person, by what became of their statements and by how it shines.
///
/// Monotone: another finding against the person never makes it better, and what is unsure or silent moves nothing.
package struct Outlook: Sendable {
  /// What it comes to.
  package let verdict: Verdict
  /// In -1...1.
  package let energy: Double
  /// In 0...1: how much of what the person said is spoken of.
  package let confidence: Double

  /// The outlook of a posting.
  ///
  /// - Parameters:
  ///   - outcomes: each statement with what became of it.
  ///   - isShining: whether the job would impress most people, or this person.
  ///   - isPosting: whether the text reads like a posting.
  package init(
    _ outcomes: [(statement: Statement, kind: Finding.Kind)], isShining: Bool,
    isPosting: Bool = true, lexicon: Lexicon
  ) {
    let energy = Energy(outcomes, weights: lexicon.weights.energy)
    verdict = Verdict(
      energy, isShining: isShining, isPosting: isPosting, weights: lexicon.weights.verdict)
    self.energy = energy.value
    confidence = energy.confidence
  }
}
