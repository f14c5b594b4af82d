import Foundation
import Journal
import Phrases
import SafeOutput

/// What programs that were killed have left behind in the folder for everything saved.
enum Leftovers {
  /// Takes away what nobody uses any more: files of editors, and files that were not written to their end.
  static func sweep(_ home: Home) {
    guard let folder = try? home.dataFolder() else { return }
    EditorFile.sweep(in: folder)
    AbandonedFiles.sweep(folder.path)
  }

  /// Those of editors, as `doctor` names them.
  static func ofEditors(_ home: Home) -> [Examination.Leftover] {
    guard let folder = try? home.dataFolder() else { return [] }
    return EditorFile.abandoned(in: folder).map {
      Examination.Leftover(path: $0, what: "an answer that was being written in an editor")
    }
  }
}
