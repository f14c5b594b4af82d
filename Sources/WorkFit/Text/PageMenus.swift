/// The menus of a site in what was pasted from it: several of its words line after line, with a line or two
/// between them that only this site has.
struct PageMenus {
  let segments: SegmentLexicon

  private static let fewestWords = 4
  private static let mostBetween = 2
  /// In words.
  private static let longestBetween = 2
  /// How many words of a menu one line needs.
  private static let fewestInLine = 3

  /// The places of the pieces that are menus.
  func places(in pieces: [Piece]) -> Set<Int> {
    var places: Set<Int> = []
    var run: [Int] = []
    func close() {
      // One word behind a gap may be a heading behind a title.
      if let last = run.last, run.count > 1, last - run[run.count - 2] > 1 { run.removeLast() }
      if run.count >= Self.fewestWords, let first = run.first, let last = run.last {
        places.formUnion(first...last)
      }
      run = []
    }
    for index in pieces.indices {
      let words = pieces[index].tokens
      if segments.isMenu(words) {
        run.append(index)
      } else if segments.menuPhrases(in: words) >= Self.fewestInLine {
        places.insert(index)
      } else if let last = run.last {
        // “Apply” and “Save” stand around a posting's title, and not around a menu's word.
        let isBetween =
          index - last <= Self.mostBetween && words.count <= Self.longestBetween
          && !segments.isNavigation(words)
        if !isBetween { close() }
      }
    }
    close()
    return places
  }
}
