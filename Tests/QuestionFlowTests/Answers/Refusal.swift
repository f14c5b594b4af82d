@testable import QuestionFlow

/// The sentence with which an answer is refused, or `nil` where it is taken.
func refusal(_ answering: () throws -> Void) -> String? {
  do {
    try answering()
    return nil
  } catch {
    return String(describing: error)
  }
}

/// What an answer could have meant, in the form in which each reading is typed.
func readings(_ answering: () throws -> Void) -> [String] {
  do {
    try answering()
    return []
  } catch {
    return (error as? Rejection)?.readings.map(\.typed) ?? []
  }
}
