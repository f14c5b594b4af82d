import QuestionFlow
import WorkFit

/// Tells thin answers by what was learned from labelled ones, with the model that reads postings.
///
/// It judges English alone, and nothing where the program has no model; the engine's own measure is left then.
package final class LearnedThinness: ThinnessJudge {
  // Opened with the first answer: whoever only looks at a session does not pay for it.
  private lazy var reader = ThinnessReader.shipped()

  /// A judge that opens its model when it is first asked.
  package init() {}

  /// Whether each text is thin; `nil` for all that is not English.
  package func judgements(of texts: [String], language: String) -> [Bool?] {
    guard language == "en", let reader else { return texts.map { _ in nil } }
    return reader.judgements(of: texts)
  }
}
