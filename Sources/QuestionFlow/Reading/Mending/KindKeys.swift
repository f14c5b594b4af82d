import Phrases
import Yams

/// A kind of answer that stands where its key should: `scale: 1..5`, `text: true`.
extension ScriptReader {
  private static let flags: Set<String> = ["", "~", "null", "yes", "true", "on", "any"]

  /// Reports it with the line that is meant; `nil` where a key is no kind, or the kind is said elsewhere.
  mutating func reportKind(
    _ key: Node, _ plain: String, _ value: Node, in mapping: Node.Mapping, _ known: [String]
  ) -> (key: String, value: Node)? {
    // `text` may be the question, and `name` its id.
    let isOther = Mistakes.known.keys[plain]?.words.contains {
      known.contains($0) && mapping[$0] == nil
    }
    guard known.contains("answer"), mapping["answer"] == nil, isOther != true, plain != "name",
      let said = value.scalar?.string.trimmingWhitespace(),
      let lines = Self.kind(plain, said)
    else { return nil }
    let further = lines.dropFirst().map { line -> (key: String, value: String) in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingWhitespace() }
      return (parts[0], parts.count > 1 ? parts[1] : "")
    }
    report(
      "the kind of answer stands behind “answer”", at: key,
      mending: saying(lines[0], at: value, for: "answer", with: further))
    // What belongs below the kind is read when it stands there; a kind that needs it would be told twice.
    return (
      "answer",
      .scalar(Node.Scalar(further.isEmpty ? lines[0] : "text", .implicit, .plain, key.mark))
    )
  }

  /// The kind in the words of a script, and the lines that belong below it.
  private static func kind(_ plain: String, _ said: String) -> [String]? {
    let isFlag = flags.contains(said.lowercased())
    let isKind =
      AnswerKind.names.contains(plain) || Mistakes.known.kinds[plain] != nil
      || ["scale", "rank"].contains(plain)
    guard isKind else { return nil }
    let written = isFlag ? plain : "\(plain) \(said)"
    if ["number", "scale"].contains(plain), !isFlag {
      return WrittenRange(said).spoken(from: plain == "scale" ? 1 : 0, to: 100)
        .map { ["\(plain) \($0)"] }
    }
    if plain == "rank", !isFlag { return [written] }
    return OtherKinds(written).lines
  }
}
