/// Free text whose line ends are kept. Stored as `{"text": …}`, spoken as it is.
enum LongTextAnswer {
  static let form = "as much as you like; paste is welcome"

  static func parse(_ typed: String) throws(Rejection) -> String { try TextAnswer.trimmed(typed) }
}
