internal import Coaching
internal import Journal
internal import QuestionFlow

extension Journey {
  /// The texts of the postings checked, the last one last.
  func postingTexts() throws(JournalError) -> [String] {
    var texts: [String] = []
    for digest in postings { if let text = try postingText(digest) { texts.append(text) } }
    return texts
  }

  /// Further names that answers hold, the person's own among them.
  var namesInAnswers: [String] {
    sheet.proposals.map(\.name) + [sheet.text(.messageName)].compactMap(\.self)
  }
}
