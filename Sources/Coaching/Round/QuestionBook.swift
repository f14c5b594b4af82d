import EmbeddedFiles
import Yams

/// The questions that ship.
struct QuestionBook: Decodable {
  struct Entry: Decodable {
    let from, to: Int
    let ask: String
  }

  let opening, outline, closing: [Entry]

  static let shipped: QuestionBook =
    (try? YAMLDecoder().decode(QuestionBook.self, from: EmbeddedFile.questions.text))
    ?? QuestionBook(opening: [], outline: [], closing: [])
}
