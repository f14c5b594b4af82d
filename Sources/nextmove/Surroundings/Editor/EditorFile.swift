import Foundation
import SafeOutput

/// The file that an editor is opened on, in a folder of its own that nobody else may enter.
///
/// The folder is locked for as long as this program or the editor that it started lives, so that the
/// next start can tell what was left behind from what is in use.
struct EditorFile {
  /// Where the folders are, inside of the folder for everything saved.
  static let place = "editing"

  let path: String
  private let folder: URL
  private let lock: Int32

  /// Writes a text to a file of its own.
  init(holding text: String, in dataFolder: URL) throws(WriteFault) {
    let place = dataFolder.appendingPathComponent(Self.place)
    try WholeFile.makeFolder(place.path)
    folder = place.appendingPathComponent(UUID().uuidString)
    try WholeFile.makeFolder(folder.path)
    guard let lock = Self.lock(folder) else {
      throw WriteFault(.system(EIO), at: "“\(folder.path)”")
    }
    self.lock = lock
    path = folder.appendingPathComponent("answer.txt").path
    do throws(WriteFault) {
      try WholeFile.write(text, to: path)
    } catch {
      remove()
      throw error
    }
  }

  /// What is in the file; `nil` where that is no text that an answer can be.
  var text: String? {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)),
      data.count <= TextInput.maximumBytes
    else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  /// Takes the file away, with whatever the editor has put beside it.
  func remove() {
    try? FileManager.default.removeItem(at: folder)
    close(lock)
  }

  /// The folders that programs have left behind that were killed.
  static func abandoned(in dataFolder: URL) -> [String] {
    var paths: [String] = []
    forEachAbandoned(in: dataFolder) { paths.append($0.path) }
    return paths
  }

  /// Takes them away.
  static func sweep(in dataFolder: URL) {
    forEachAbandoned(in: dataFolder) { try? FileManager.default.removeItem(at: $0) }
  }

  private static func forEachAbandoned(in dataFolder: URL, _ body: (URL) -> Void) {
    let place = dataFolder.appendingPathComponent(place)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    for name in names.sorted() {
      let folder = place.appendingPathComponent(name)
      guard let lock = lock(folder) else { continue }
      body(folder)
      close(lock)
    }
  }

  /// Takes the lock; `nil` where somebody has it. The editor inherits it.
  private static func lock(_ folder: URL) -> Int32? {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
