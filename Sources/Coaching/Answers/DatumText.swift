import QuestionFlow

extension AnsweredValue.Datum {
  /// As one text.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .truth(let truth): truth ? "yes" : "no"
    case .many(let texts): texts.joined(separator: ", ")
    }
  }
}
