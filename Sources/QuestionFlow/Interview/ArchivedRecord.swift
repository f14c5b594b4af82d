/// An answer whose item is not there, or not of its kind: kept aside until it fits again.
struct ArchivedRecord: Hashable, Sendable, Codable {
  let record: Record
  /// The lists of the rosters that the item stood in.
  let rosters: [ItemID]
  /// The question as it last read, in English.
  let question: String
}
