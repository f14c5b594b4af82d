internal import Foundation

/// Why something could not be written, as one sentence.
public struct WriteFault: Error, Hashable, Sendable {
  /// What stood in the way.
  public enum Reason: Hashable, Sendable {
    /// The system refused, with this `errno`.
    case system(Int32)
    /// The destination is a folder.
    case folder
    /// The file is marked read-only, and so is not replaced.
    case readOnly
    /// The path names a descriptor that whoever started the program did not hand over.
    case notHandedOver
    /// A chain of symbolic links that leads nowhere.
    case tooManyLinks
    /// There is a file, and only a new one was wanted.
    case exists
    /// It is one of the files that the program keeps what was saved in.
    case own
  }

  /// What was written to: “standard output”, or a path in quotation marks.
  public let destination: String
  /// What stood in the way.
  public let reason: Reason

  /// Makes a fault.
  public init(_ reason: Reason, at destination: String) {
    self.reason = reason
    self.destination = destination
  }

  /// Whether a reader has gone away, which ends a program quietly.
  public var isBrokenPipe: Bool { reason == .system(EPIPE) }
}

extension WriteFault: CustomStringConvertible {
  /// What could not be written, why, and what to do.
  public var description: String {
    let text =
      switch reason {
      case .folder: "\(destination) is a folder; name a file in it."
      case .readOnly: "\(destination) is marked read-only; name another file, or change its mode."
      case .notHandedOver:
        "\(destination) is no file that this program was given; name a file, or “-”."
      case .tooManyLinks:
        "\(destination) is a link that leads round in a circle; name a file."
      case .exists: "\(destination) is there already; name another file."
      case .own:
        "\(destination) is one of the files that nextmove keeps your answers in; name another file."
      case .system(let code):
        "\(destination) could not be written: \(Self.cause(code))\(Self.advice(code).map { "; \($0)" } ?? "")."
      }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The same where what was to be done is done, so that nothing is to be tried again.
  public var afterSaving: String {
    let cause = if case .system(let code) = reason { Self.cause(code) } else { description }
    return
      "It is saved, and need not be done again; only what was to be said of it could not be shown, because \(destination) could not be written: \(cause)."
  }

  private static func cause(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your share of the disk is used up"
    case EFBIG: "it would be larger than files may be here"
    case EBADF: "it is closed"
    case EPIPE: "its reader has gone away"
    case ENOENT: "there is no such folder"
    case ENOTDIR: "a part of the path is no folder"
    case EACCES, EPERM: "the folder or the file does not allow it"
    case EROFS: "the disk is read-only"
    case EIO: "the device reports an error"
    case ENAMETOOLONG: "the name is too long"
    case ENXIO: "nobody reads from it"
    default: "\(String(cString: strerror(code)).lowercased()) (\(code))"
    }
  }

  private static func advice(_ code: Int32) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "make room and try again"
    case EBADF: "leave it open, or send it to a file"
    case ENOENT: "make it first"
    case EACCES, EPERM: "check the permissions"
    case EROFS: "name a place on another"
    case EIO: "check the disk or the terminal"
    case EFBIG, EPIPE, ENOTDIR, ENAMETOOLONG, ENXIO: nil
    default: "check the place"
    }
  }
}
