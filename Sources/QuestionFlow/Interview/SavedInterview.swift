/// What was answered in an interview, apart from the script that it was answered over.
///
/// It stands for the events that led to it: an interview made from it asks, reads and migrates as one to
/// which they were all applied. It is opaque, and of use only with the very text of the script.
package struct SavedInterview: Hashable, Sendable, Codable {
  let records: [Path: Record]
  let elementTexts: [ElementID: String]
  let archive: [Path: [ArchivedRecord]]
  let focus: Path?
  let reach: [Int]
  let nextElement: Int
  let given: [ItemID: Loan]
  let today: CalendarDate?
  let seed: UInt64
  let judged: [String: Bool]
  let hasEnded: Bool
}

extension Interview {
  /// What was answered, to be stored.
  package var saved: SavedInterview {
    SavedInterview(
      // What is open holds nothing; it is found again on the way through the script.
      records: records.filter { $0.value.isWorthKeeping }, elementTexts: elementTexts,
      archive: archive, focus: focus, reach: reach, nextElement: nextElement,
      given: given, today: today, seed: seed, judged: judged, hasEnded: hasEnded)
  }

  /// An interview as it was when it was saved.
  ///
  /// - Parameter script: the script that it was answered over, of the same text.
  package init(
    _ saved: SavedInterview, over script: Script, language: String = "en",
    vagueness: Vagueness = .standard
  ) {
    self.init(
      script: script, language: language, vagueness: vagueness, seed: saved.seed,
      today: saved.today, given: saved.given)
    judged = saved.judged
    records = saved.records
    elementTexts = saved.elementTexts
    archive = saved.archive
    focus = saved.focus
    reach = saved.reach
    nextElement = saved.nextElement
    front = nil
    hasEnded = saved.hasEnded
    settle(from: [])
  }
}
