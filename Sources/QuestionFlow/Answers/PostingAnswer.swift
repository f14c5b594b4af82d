/// A whole job posting, as it was pasted. Stored as `{"posting": …}`, spoken as it is.
enum PostingAnswer {
  static let form = "paste the whole posting"

  static func parse(_ typed: String) throws(Rejection) -> String { try TextAnswer.trimmed(typed) }
}
