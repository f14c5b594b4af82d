/// What the file says of its own form.
enum JournalFormat {
  /// What `user_version` says, so that an older program refuses a newer file.
  static let version = 3
  /// Marks the file as a journal: "nxmv" in ASCII.
  static let applicationID = 0x6E78_6D76
}
