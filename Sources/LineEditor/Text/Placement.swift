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
