import Foundation
import TestSupport

extension Binary {
  /// Runs the program as somebody whom the modes of files bind.
  ///
  /// - Returns: `nil` where that cannot be done here.
  static func runAsPlainUser(_ arguments: [String], home: TemporaryHome) throws -> Result? {
    guard getuid() == 0 else { return try process(arguments, home: home) }
    let nobody = "65534"
    let owned = try process(
      ["-R", "\(nobody):\(nobody)", home.url.path], program: "/bin/chown", home: home)
    let program = "/usr/bin/setpriv"
    guard owned.status == 0, access(program, X_OK) == 0 else { return nil }
    let user = ["--reuid", nobody, "--regid", nobody, "--clear-groups", path]
    // The folder of the build may be closed to others.
    guard try process(user + ["--version"], program: program, home: home).status == 0 else {
      return nil
    }
    return try process(user + arguments, program: program, home: home)
  }
}
