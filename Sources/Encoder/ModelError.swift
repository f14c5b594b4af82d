package import Phrases

/// Why a model file cannot be read. Nothing is made up from such a file.
package enum ModelError: Error, Equatable, Sendable {
  /// The file could not be opened or mapped; `reason` is the system's.
  case unreadable(file: String, reason: String)
  /// The file is of another kind.
  case notAModel(file: String)
  /// The file is in a version of the format that this program does not know.
  case otherVersion(file: String, version: UInt32)
  /// The file ends before its last tensor does.
  case cutShort(file: String)
  /// The file's bytes are not those that were written.
  case altered(file: String)
  /// The header is no header of a model; `reason` says where it fails.
  case impossible(file: String, reason: String)
}

/// Why a pair of texts could not be read.
package enum EncoderError: Error, Equatable, Sendable {
  /// The library that multiplies matrices is not installed; `reason` is the loader's.
  case libraryMissing(reason: String)
  /// The library refused a product, with this status.
  case productRefused(status: Int)
  /// What came out is no probability, so nothing is said.
  case notNumbers
  /// The caller asked to stop.
  case stopped
}

extension ModelError: Phrased {
  /// The same in English.
  package var description: String { phrase.description }

  /// One sentence: which file, what is wrong with it, what to do.
  package var phrase: Phrase {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): this model cannot be opened: \(reason)."
    case .notAModel(let file):
      "\(file): this is not a model file; give one that pack.py has written."
    case .otherVersion(let file, let version):
      "\(file): this model has format \(version), and this program reads format \(ModelFile.formatVersion); write it again with the program's own pack.py."
    case .cutShort(let file):
      "\(file): this model ends too early; copy it again."
    case .altered(let file):
      "\(file): this model is not as it was written, its checksum differs; copy it again."
    case .impossible(let file, let reason):
      "\(file): this model's header cannot be right (\(reason)); write it again with pack.py."
    }
  }
}

extension EncoderError: Phrased {
  /// The same in English.
  package var description: String { phrase.description }

  /// One sentence: what is wrong, and what to do.
  package var phrase: Phrase {
    switch self {
    case .libraryMissing(let reason):
      "Reading needs the library oneDNN, which was not found (\(reason)); on Debian, `apt-get install libdnnl2` installs it."
    case .productRefused(let status):
      "The library oneDNN refused a product of matrices (status \(status)); another version of it may help."
    case .notNumbers:
      "The model gave something that is no probability, so nothing was judged; copy or write its file again."
    case .stopped:
      "Reading was stopped before its end."
    }
  }
}
