import Testing

@testable import LineEditor

@Suite("where a line is on the screen")
struct PlacementTests {
  private func placement(_ count: Int, of width: Int = 1, in window: Int) -> [Int] {
    let placement = Placement(of: Array(repeating: width, count: count), window: window)
    return [placement.row, placement.column]
  }

  @Test(
    "a text that fills its row ends in the next one; what is too wide for its end goes there whole")
  func rows() {
    #expect(placement(9, in: 10) == [0, 9])
    #expect(placement(10, in: 10) == [1, 0])
    #expect(placement(21, in: 10) == [2, 1])
    #expect(placement(5, of: 2, in: 11) == [0, 10])
    #expect(placement(6, of: 2, in: 11) == [1, 2])
    #expect(placement(3, in: 0) == [3, 0])
  }

  @Test("where a wide character does not fit, the row is filled, and a terminal takes that along")
  func filledUp() {
    let widths = Array(repeating: 1, count: 19) + [2, 1]
    #expect(Placement.drawn(widths, window: 20) == Array(repeating: 1, count: 20) + [2, 1])
    #expect(Placement.drawn(widths, window: 21) == widths)
    let reflowed = Placement(of: Placement.drawn(widths, window: 20), window: 17)
    #expect([reflowed.row, reflowed.column] == [1, 6])
  }

  private func rowsAbove(_ cells: Int, from old: Int, to new: Int, reported: Int?) -> Int? {
    let widths = Array(repeating: 1, count: cells)
    return CursorPlace(
      kept: Placement(of: widths, window: old), reflowed: Placement(of: widths, window: new),
      window: WindowSize(columns: new, rows: 24)
    ).rowsAbove(reportedColumn: reported)
  }

  @Test("a terminal that flows its lines anew tells by the cursor's column")
  func reflowed() {
    #expect(rowsAbove(60, from: 80, to: 40, reported: 21) == 1)
    #expect(rowsAbove(60, from: 40, to: 80, reported: 61) == 0)
  }

  @Test("a line that fills its new row exactly leaves the cursor in that row")
  func filled() {
    #expect(rowsAbove(40, from: 80, to: 40, reported: 40) == 0)
    #expect(rowsAbove(40, from: 80, to: 40, reported: 41) == 0)
    #expect(rowsAbove(80, from: 100, to: 40, reported: 40) == 1)
    // Here it was written into the next row, and the terminal's cursor is there.
    #expect(rowsAbove(80, from: 40, to: 40, reported: 1) == 2)
  }

  @Test("a terminal that leaves its lines alone is known by the column, or by saying nothing")
  func kept() {
    #expect(rowsAbove(60, from: 80, to: 40, reported: 40) == 0)
    #expect(rowsAbove(60, from: 80, to: 40, reported: nil) == 0)
    #expect(rowsAbove(60, from: 40, to: 80, reported: nil) == 1)
  }

  @Test("rows that end with a space are lines of their own, and flow each by itself")
  func apart() {
    let cells = (0..<34).map { (width: 1, isSpace: $0 == 20) }
    let end = Placement.apart(cells, from: 21, to: 12)
    #expect(end.map { [$0.row, $0.column] } == [3, 1])
    #expect(Placement.apart(cells, from: 20, to: 12) == nil)
    let widths = cells.map(\.width)
    var place = CursorPlace(
      kept: Placement(of: widths, window: 21), reflowed: Placement(of: widths, window: 12),
      apart: end, window: WindowSize(columns: 12, rows: 24))
    #expect(place.rowsAbove(reportedColumn: 2) == 3)
    #expect(place.showsFlowing(reportedColumn: 2))
    // The column may be the one that it was at a terminal that leaves its lines alone, too.
    place = CursorPlace(
      kept: Placement(of: widths.dropLast(6), window: 21),
      reflowed: Placement(of: widths.dropLast(6), window: 12),
      apart: Placement.apart(cells.dropLast(6), from: 21, to: 12),
      window: WindowSize(columns: 12, rows: 24))
    #expect(place.rowsAbove(reportedColumn: 8) == 1)
    place.isFlowing = true
    #expect(place.rowsAbove(reportedColumn: 8) == 2)
  }

  @Test("where somebody else has moved the cursor, nothing above it is the line's")
  func moved() {
    #expect(rowsAbove(60, from: 80, to: 80, reported: 1) == nil)
  }
}

@Suite("a line at a plain terminal")
struct PlainLineTests {
  private func line(_ text: String) -> PlainLine {
    var line = PlainLine()
    for scalar in text.unicodeScalars { _ = line.append(scalar) }
    return line
  }

  @Test(
    "Backspace takes a whole character, of however many scalars",
    arguments: ["é", "e\u{301}", "👩‍🔧", "👍🏽", "❤️", "🇩🇪", "日", "한", "नि"])
  func deleting(character: String) {
    #expect(line("a" + character).removingLast().text == "a")
  }

  @Test("a paste goes as one, and so does a word")
  func words() {
    var line = line("one two  ")
    #expect(line.removingLastWord().text == "one ")
    line.append(paste: "a\nb")
    #expect(line.hasPastes)
    #expect(line.text == "one two  a\nb")
    #expect(line.removingLast().text == "one two  ")
    #expect(line.removingLastWord().text == "one two  ")
  }

  @Test("what is deleted is wiped out where that can be done within a row")
  func erasing() {
    let long = line("abc日")
    #expect(long.removingLast().columnsToErase(of: long, after: "> ", window: 80) == 2)
    #expect(long.removingLast().columnsToErase(of: long, after: "> ", window: 6) == nil)
    let joined = line("👩‍🔧")
    #expect(joined.removingLast().columnsToErase(of: joined, after: "> ", window: 80) == nil)
  }

  @Test("nothing that steers a terminal is echoed")
  func echo() {
    var line = PlainLine()
    #expect(line.append("\u{202E}").isEmpty)
    #expect(line.append("a") == "a")
    #expect(line.text == "\u{202E}a")
    #expect(line.append("\u{200D}").isEmpty)
  }

  @Test("an emoji of several scalars is echoed as the one that it is")
  func joined() {
    var line = PlainLine()
    let echoed = "👩‍🔧❤️".unicodeScalars.map { line.append($0) }.joined()
    #expect(Array(echoed.unicodeScalars) == Array("👩‍🔧❤️".unicodeScalars))
    #expect(line.shown == echoed)
  }
}
