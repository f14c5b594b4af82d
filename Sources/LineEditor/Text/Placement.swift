/// Where a text ends that is drawn from the beginning of a row, rows and columns counted from 0.
///
/// A text that fills its row exactly ends at the beginning of the next one.
struct Placement: Equatable {
  private(set) var row = 0
  private(set) var column = 0

  /// - Parameters:
  ///   - widths: the columns of each character.
  ///   - window: how many columns a row has.
  init(of widths: some Sequence<Int>, window: Int) {
    let window = max(1, window)
    for width in widths {
      // What does not fit at the end of a row begins the next.
      if column + width > window { (row, column) = (row + 1, 0) }
      column += width
      if column >= window { (row, column) = (row + 1, 0) }
    }
  }

  /// Where a text ends whose rows are flowed anew each by itself, as they are where one ends with a space: libedit
  /// writes none there, but goes to the next row, so that the terminal takes the rows for lines of their own.
  ///
  /// - Parameters:
  ///   - cells: the columns of each character as it was drawn, and whether it is a space.
  ///   - old: how many columns a row had.
  ///   - new: how many it has.
  /// - Returns: `nil` where no row ends with a space.
  static func apart(
    _ cells: some Sequence<(width: Int, isSpace: Bool)>, from old: Int, to new: Int
  ) -> Placement? {
    let old = max(1, old)
    var (rows, row, column) = (0, [(width: Int, isSpace: Bool)](), 0)
    var isApart = false
    for cell in cells {
      row.append(cell)
      column += cell.width
      guard column >= old else { continue }
      while row.last?.isSpace ?? false {
        row.removeLast()
        isApart = true
      }
      let end = Placement(of: row.map(\.width), window: new)
      rows += end.row + (end.column > 0 ? 1 : 0)
      (row, column) = ([], 0)
    }
    guard isApart else { return nil }
    var end = Placement(of: row.map(\.width), window: new)
    end.row += rows
    return end
  }

  /// The widths with the spaces between that libedit writes at the end of a row into which a wide character
  /// does not fit. A terminal that flows its lines anew takes them along.
  static func drawn(_ widths: some Sequence<Int>, window: Int) -> [Int] {
    let window = max(1, window)
    var drawn: [Int] = []
    var column = 0
    for width in widths {
      if column + width > window {
        drawn += [Int](repeating: 1, count: window - column)
        column = 0
      }
      drawn.append(width)
      column += width
      if column >= window { column = 0 }
    }
    return drawn
  }
}
