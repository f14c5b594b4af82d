import Foundation

/// Damaged journals that were kept when they were repaired.
struct DamagedCopies {
  static let folderName = "damaged"

  let file: JournalFile
  let folder: String

  init(of file: JournalFile) {
    self.file = file
    folder = file.folder.appendingPathComponent(Self.folderName).path
  }

  /// Where the next one goes.
  func place(at time: Date) -> URL {
    let name = "\(folder)/nextmove-\(Backups.stamp(time))"
    var path = "\(name).sqlite"
    var number = 2
    while JournalFile.mode(of: path) != nil {
      path = "\(name)-\(number).sqlite"
      number += 1
    }
    return URL(fileURLWithPath: path)
  }

  /// Moves the journal there, with what was written ahead.
  func take(to place: URL) throws(JournalError) {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST, rename(file.path, place.path) == 0 else {
      throw JournalError(.directoryNotWritable(folder), url: file.url)
    }
    for suffix in ["-wal", "-shm"] { rename(file.path + suffix, place.path + suffix) }
  }

  /// Moves what was taken back to where it was.
  func putBack(from place: URL) {
    for suffix in ["", "-wal", "-shm"] { rename(place.path + suffix, file.path + suffix) }
  }

  /// The names of those there are.
  var names: [String] { Folder.names(in: folder).filter { $0.hasSuffix(".sqlite") } }

  /// Takes all of them away.
  ///
  /// - Returns: the paths of what could not be.
  func removeAll() -> [String] { Folder.remove(folder) }
}
