import WorkFit

/// What is asserted, asked and left unsaid of people's statements, beside what careful readers found.
struct StatementsMeasure {
  let check: FitCheck
  let files: RelationFiles

  init(lexicon: Lexicon, reader: any RelationReading, files: RelationFiles) {
    check = FitCheck(lexicon: lexicon, reader: reader)
    self.files = files
  }

  func run() throws {
    print(
      """
        The reader has not seen these postings. The judge and its thresholds were fitted on them, by folds: its
        figures here are in-sample, and those out of fold are what judge.py prints.
        Statements with arguable marks alone are left out; marked both ways, they are right for either.
      """)
    let judged = try HeldPeople(check: check, files: files).judged()
    print(
      "By two readings; lines of over 350 characters, which few people were held against, left out")
    show(judged.twice)
    print("By the first reading alone, long lines included")
    show(judged.first)
  }

  private func show(_ judged: [JudgedStatement]) {
    for knew in Acquaintance.allCases {
      let people = judged.filter { $0.knew == knew }
      guard !people.isEmpty else { continue }
      print("  \(knew.rawValue)")
      StatementsTally(people).show()
    }
  }
}
