/// Yes or no, in the many ways people say it. Stored as `true` or `false`, spoken as yes or no.
enum YesOrNoAnswer {
  static let form = "yes or no"
  static let completions = ["yes", "no"]

  static func spoken(_ truth: Bool) -> String { truth ? "yes" : "no" }

  private static let yes: Set<String> = [
    "y", "yes", "yeah", "yep", "yup", "yess", "sure", "true", "ok", "okay", "of course",
    "absolutely", "definitely", "certainly", "i have", "i do", "i am", "i did", "i would", "1",
  ]
  private static let no: Set<String> = [
    "n", "no", "nope", "nah", "never", "false", "not really", "not at all", "no way", "i haven't",
    "i don't", "i do not", "i have not", "i didn't", "i'm not", "0",
  ]

  static func parse(_ typed: String) throws(Rejection) -> Bool {
    let key = Words.key(typed)
    if yes.contains(key) { return true }
    if no.contains(key) { return false }
    // “yes, twice” and “no, thank goodness” begin with the answer.
    let first = Words.tokens(of: typed).first ?? ""
    if ["yes", "yeah", "yep"].contains(first) { return true }
    if ["no", "nope", "never"].contains(first) { return false }
    throw Rejection(.notYesOrNo(typed))
  }
}
