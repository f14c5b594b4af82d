import Foundation

/// The files of a program's own folder, which no output may take the place of.
package struct OwnFiles: Sendable {
  private let folder: String
  private let isOwn: @Sendable (String) -> Bool

  /// Names the files.
  ///
  /// - Parameters:
  ///   - folder: the path of the folder, whether it is there or not.
  ///   - isOwn: whether something of that name in the folder is the program's own; of a folder, all that is in it.
  package init(in folder: String, where isOwn: @escaping @Sendable (String) -> Bool) {
    self.folder = folder
    self.isOwn = isOwn
  }

  /// Whether a path, its links followed, leads to one of them or to where one of them will be.
  func holds(_ path: String) -> Bool {
    if let identity = Identity(path), identities.contains(identity) { return true }
    guard let own = Identity(folder), var place = Self.real(Destination.folder(of: path)) else {
      return false
    }
    var name = Self.name(of: path)
    // Folders are compared and not their paths, which may be spelled in many ways.
    while Identity(place) != own {
      guard place != "/" else { return false }
      name = Self.name(of: place)
      place = Destination.folder(of: place)
    }
    return isOwn(name)
  }

  /// Whether a descriptor is open on one of them.
  func holds(_ descriptor: Int32) -> Bool {
    Identity(descriptor).map(identities.contains) ?? false
  }

  private struct Identity: Hashable {
    let device: UInt64
    let number: UInt64

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      self.init(status)
    }

    init?(_ descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return nil }
      self.init(status)
    }

    private init(_ status: stat) {
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
    }
  }

  /// Those there are: a second name of one of them leads to the same file.
  private var identities: Set<Identity> {
    Set(
      Self.names(in: folder + "/").filter(isOwn).flatMap {
        Self.identities(under: "\(folder)/\($0)")
      })
  }

  private static func identities(under path: String) -> [Identity] {
    [Identity(path)].compactMap(\.self)
      + names(in: path).flatMap { identities(under: "\(path)/\($0)") }
  }

  /// The names in a folder that is no link to one; none in what is no folder.
  private static func names(in path: String) -> [String] {
    var status = stat()
    // A link with a slash behind it is followed.
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [] }
    return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}
