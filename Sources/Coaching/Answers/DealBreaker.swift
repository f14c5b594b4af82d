import Foundation

/// What somebody would refuse, where they have said it as a wish: “no travel” is travel.
enum DealBreaker {
  /// The thing that is refused: without the bare “no” in front, unless what follows is what people want, as in
  /// “no respect”.
  static func thing(in answer: String) -> String {
    guard let data = HearingData.shipped?.deal_breakers else { return answer }
    let words = answer.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, words.count > 1,
      data.denials.contains(Hearing.key(String(first))),
      // “No, I would refuse travel” begins with an answer.
      first.allSatisfy(\.isLetter),
      !words.dropFirst().contains(where: { data.wanted.contains(Hearing.key(String($0))) })
    else { return answer }
    return words.dropFirst().joined(separator: " ")
  }
}
