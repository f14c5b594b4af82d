/// What keys do that libedit has no function for; each has a character that nobody can type.
enum Command: Unicode.Scalar, CaseIterable {
  case paste = "\u{80}"
  case join = "\u{81}"
  case goToEnd = "\u{82}"
  /// libedit's own takes an empty line for the end of the input among vi's keys.
  case delete = "\u{83}"
  case complete = "\t"

  /// The character that stands for an editing key.
  static func scalar(of key: EditingKey) -> Unicode.Scalar {
    if key == .delete { return Command.delete.rawValue }
    let index = EditingKey.allCases.firstIndex(of: key) ?? 0
    return Unicode.Scalar(UInt8(0x84 + index))
  }
}

extension EditingKey {
  /// libedit's functions for them, which its keys of vi know too.
  static let functions: [EditingKey: String] = [
    .left: "ed-prev-char", .right: "ed-next-char",
    .up: "ed-prev-history", .down: "ed-next-history",
    .wordLeft: "ed-prev-word", .wordRight: "em-next-word",
    .home: "ed-move-to-beg", .end: "ed-move-to-end",
    .deleteWord: "em-delete-next-word", .deleteWordBefore: "ed-delete-prev-word",
  ]
}
