/// A range as somebody wrote it who does not know how it is written here: its two ends, as far as they are said.
struct WrittenRange {
  /// Where it begins; `nil` where that is not said.
  private(set) var low: Double?
  /// Where it ends; `nil` where that is not said.
  private(set) var high: Double?
  /// Whether numbers in it have commas between their thousands.
  private(set) var hasCommas = false

  private static let upTo: Set<String> = [
    "to", "up", "max", "maximum", "most", "under", "below", "bis", "höchstens", "limit",
  ]

  init(_ text: String) {
    let (numbers, commas) = Self.numbers(in: text)
    hasCommas = commas
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    switch numbers.count {
    case 0: break
    case 1:
      let isUpper =
        text.hasPrefix("..") || text.contains("<") || words.contains(where: Self.upTo.contains)
        || words.contains("of")
      if isUpper { high = numbers[0] } else { low = numbers[0] }
    default:
      low = numbers[0]
      high = numbers[1]
    }
  }

  /// Both ends as a range is written, with ends where none are said.
  func spoken(from lowest: Double, to highest: Double) -> String? {
    guard low != nil || high != nil else { return nil }
    let low = low ?? lowest
    let high = high ?? (low < highest ? highest : low * 10)
    return "\(NumberAnswer.spoken(min(low, high)))..\(NumberAnswer.spoken(max(low, high)))"
  }

  var isOpen: Bool { (low == nil) != (high == nil) }

  private static let groupedDigits = WrittenForm(regex: /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/)
  private static let decimalDigits = WrittenForm(regex: /[0-9]+(?:[.,][0-9]+)?/)

  /// The numbers of a text, in digits or in words; a hyphen between two of them is no minus.
  private static func numbers(in text: String) -> (numbers: [Double], hasCommas: Bool) {
    var numbers: [Double] = []
    var hasCommas = false
    var rest = text[...]
    while let first = rest.first {
      let follows = rest.startIndex == text.startIndex || !isPart(text[..<rest.startIndex])
      if first.isASCII,
        first.isNumber
          || first == "-" && follows
            && rest.dropFirst().first?.isNumber == true
      {
        let sign = first == "-" ? "-" : ""
        let digits = rest.dropFirst(sign.count)
        if let match = digits.prefixMatch(of: Self.groupedDigits) {
          hasCommas = true
          numbers.append(Double(sign + match.0.filter { $0 != "," }) ?? 0)
          rest = digits[match.range.upperBound...]
        } else if let match = digits.prefixMatch(of: Self.decimalDigits) {
          var number = Double(sign + match.0.replacing(",", with: ".")) ?? 0
          rest = digits[match.range.upperBound...]
          if rest.first == "k" || rest.first == "K" {
            number *= 1000
            rest = rest.dropFirst()
          }
          numbers.append(number)
        } else {
          rest = rest.dropFirst()
        }
      } else if first.isLetter {
        let word = rest.prefix(while: \.isLetter)
        if let number = Mistakes.known.numerals[word.lowercased()] {
          numbers.append(Double(number))
        }
        rest = rest.dropFirst(word.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return (numbers, hasCommas)
  }

  /// Whether a text ends with a number, so that a hyphen behind it joins it to the next.
  private static func isPart(_ text: Substring) -> Bool {
    let bare = text.last { !$0.isWhitespace }
    return bare.map { $0.isNumber || $0.isLetter } ?? false
  }
}
