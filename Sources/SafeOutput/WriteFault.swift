import Foundation
package import Phrases

/// Why something could not be written, as one sentence.
package struct WriteFault: Error, Hashable, Sendable {
  /// What stood in the way.
  package enum Reason: Hashable, Sendable {
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
  package let destination: String
  /// What stood in the way.
  package let reason: Reason

  /// Makes a fault.
  package init(_ reason: Reason, at destination: String) {
    self.reason = reason
    self.destination = destination
  }

  /// Whether a reader has gone away.
  package var isBrokenPipe: Bool { reason == .system(EPIPE) }
}

extension WriteFault: Phrased {
  /// The same in English.
  package var description: String { phrase.description }

  /// What could not be written, why, and what to do.
  package var phrase: Phrase {
    switch reason {
    case .folder: "\(place) is a folder; name a file in it."
    case .readOnly: "\(place) is marked read-only; name another file, or change its mode."
    case .notHandedOver:
      "\(place) is no file that this program was given; name a file, or “-”."
    case .tooManyLinks: "\(place) is a link that leads round in a circle; name a file."
    case .exists: "\(place) is there already; name another file."
    case .own:
      "\(place) is one of the files that nextmove keeps your answers in; name another file."
    case .system(let code): "\(place) could not be written: \(Self.cause(code))."
    }
  }

  /// What is said instead where it was standard output that failed, and what was to be done is done.
  package static var afterSaving: Phrase {
    "It is saved, and need not be done again. Only what there was to say of it could not be shown, since standard output takes nothing."
  }

  private var place: Phrase {
    switch destination {
    case OutputDescriptor.nameOfOutput: "Standard output"
    case OutputDescriptor.nameOfError: "Standard error"
    default: Phrase(verbatim: destination)
    }
  }

  private static func cause(_ code: Int32) -> Phrase {
    switch code {
    case ENOSPC: "the disk is full; make room and try again"
    case EDQUOT: "your share of the disk is used up; make room and try again"
    case EFBIG: "it would be larger than files may be here"
    case EBADF: "it is closed; leave it open, or send it to a file"
    case EPIPE: "its reader has gone away, and the rest was not written"
    case ENOENT: "there is no such folder; make it first"
    case ENOTDIR: "a part of the path is no folder"
    case EACCES, EPERM: "the folder or the file does not allow it; check the permissions"
    case EROFS: "the disk is read-only; make it writable again, or name a place on another"
    case EIO: "the device reports an error; check the disk or the terminal"
    case ENAMETOOLONG: "the name is too long"
    case ENXIO: "nobody reads from it"
    default: "\(String(cString: strerror(code)).lowercased()) (\(code)); check the place"
    }
  }
}
