/// Something in the posting that makes the job look impressive.
public struct PrestigeSignal: Hashable, Sendable {
  /// What kind of thing it is, such as `title` or `scope`; `own-pull` for what pulls this person.
  public let signal: String
  /// The same in plain words.
  public let name: String
  /// The posting's words.
  public let quote: Quote
}
