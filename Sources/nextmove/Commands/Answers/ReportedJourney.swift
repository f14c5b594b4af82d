import Coaching
import Journal
import QuestionFlow

extension Journey {
  /// The postings checked with their texts, in the order of their first checks; those whose text is lost
  /// are left out.
  func postingTexts() throws(JournalError) -> [(posting: CheckedPosting, text: String)] {
    var texts: [(posting: CheckedPosting, text: String)] = []
    for posting in postings {
      if let text = try postingText(posting.digest) { texts.append((posting, text)) }
    }
    return texts
  }

  /// Further names that answers and entries may hold: the person's own, and those of people who were taken off
  /// the list.
  var namesInAnswers: [String] {
    sheet.proposals.map(\.name) + namesEverListed + [sheet.text(.messageName)].compactMap(\.self)
  }
}
