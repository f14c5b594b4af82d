import Foundation

/// A line of what a measure has to say.
enum OutputLine {
  /// Prints it at once, so that whoever reads along behind a pipe sees how far it has come.
  static func print(_ text: String) {
    Swift.print(text)
    fflush(nil)
  }
}
