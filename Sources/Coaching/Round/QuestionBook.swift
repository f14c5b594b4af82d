internal import EmbeddedFiles
internal import Yams

/// The questions that ship.
struct QuestionBook: Decodable {
  struct Entry: Decodable {
    let from, to: Int
    let ask: String
  }

  let opening, outline, closing: [Entry]

  static let shipped: QuestionBook =
    (try? EmbeddedFile.data(named: "questions.yaml").map {
      try YAMLDecoder().decode(QuestionBook.self, from: $0.text)
    }) ?? QuestionBook(opening: [], outline: [], closing: [])
}
