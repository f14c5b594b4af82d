import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

/// The script files that a command's argument names.
enum ScriptFiles {
  /// The file itself, or every script of a folder.
  static func named(_ written: String, in world: World) throws -> [URL] {
    let path = world.home.path(written)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure("There is no file or folder “\(path)”; check the name.")
    }
    guard isFolder.boolValue else { return [URL(filePath: path)] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    // Named as the caller named them, so that messages can be clicked.
    return try ScriptLibrary.scripts(in: URL(filePath: path)).map {
      URL(filePath: "\(folder)/\($0.lastPathComponent)")
    }
  }

  /// The scripts in a file or a folder, read as they would be beside the others at hand.
  static func volumes(at path: String, in world: World) throws -> [ScriptLibrary.Volume] {
    let volumes = try named(path, in: world).map { try volume(at: $0, in: world) }
    try requireNames(volumes)
    return volumes
  }

  /// Refuses two scripts of one name, which no session could tell apart.
  static func requireNames(_ volumes: [ScriptLibrary.Volume]) throws(ScriptLibrary.Fault) {
    var seen: Set<String> = []
    for volume in volumes where !seen.insert(volume.script.id).inserted {
      throw .twice(volume.file, id: volume.script.id)
    }
  }

  /// A script file, read as it would be beside the others at hand.
  static func volume(at file: URL, in world: World) throws -> ScriptLibrary.Volume {
    let library = try ScriptLibrary(
      files: [file], beside: try layers(beside: file, in: world))
    guard let volume = library.volumes.first else { throw ScriptLibrary.Fault.empty(file.path) }
    return volume
  }

  /// Where scripts are whose answers one in a file may use: first of all in its own folder.
  static func layers(beside file: URL, in world: World) throws -> [ScriptLayer] {
    [ScriptLayer(beside: file)] + (try world.home.layers(prompts: nil))
  }
}
