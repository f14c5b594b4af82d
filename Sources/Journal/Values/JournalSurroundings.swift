package import Foundation

/// What a journal needs of the world around it.
package struct JournalSurroundings: Sendable {
  /// The moment it is.
  package var clock: @Sendable () -> Date
  /// The folder for copies that are gone as soon as they are open.
  package var passingFolder: String

  /// Makes them.
  package init(
    clock: @escaping @Sendable () -> Date = { Date() }, passingFolder: String = "/tmp"
  ) {
    self.clock = clock
    self.passingFolder = passingFolder
  }
}
