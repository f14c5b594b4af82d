import Foundation
import Phrases
import SafeOutput
import WorkFit

/// Texts from files and pipes: bounded, and refused in one sentence where they are none. Postings are decoded,
/// whatever they are written in; what the person writes for nextmove is UTF-8.
enum TextInput {
  static let maximumBytes = 2_000_000
  /// Of a document with pictures, of which only the text is taken.
  private static let maximumDocument = 20_000_000

  /// The text of a file.
  static func file(_ path: String, called name: Phrase, in world: World) throws(Failure) -> String {
    let handle = try opened(path, called: name, in: world)
    defer { if path != "-" { try? handle.close() } }
    return try read(handle, from: "“\(path)”", called: name)
  }

  /// A file, opened for reading; standard input where the path is “-” or missing.
  static func opened(_ path: String?, called name: Phrase, in world: World) throws(Failure)
    -> FileHandle
  {
    guard let path, path != "-" else { return standard(in: world) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure("There is no file “\(path)”; check the name, or use “-” to read from a pipe.")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure("“\(path)” is a folder; name the file with the \(name) in it.")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure("“\(path)” may not be read; check its permissions.")
    }
    return handle
  }

  /// Standard input, which stays open when the handle is gone.
  static func standard(in world: World) -> FileHandle {
    FileHandle(fileDescriptor: world.streams.input, closeOnDealloc: false)
  }

  /// A posting from a file; from standard input where the path is “-”.
  static func posting(_ path: String, in world: World) throws(Failure) -> TextAsRead {
    let name: Phrase = "posting"
    let source: Phrase = path == "-" ? "Standard input" : "“\(path)”"
    let handle = try opened(path, called: name, in: world)
    defer { if path != "-" { try? handle.close() } }
    let bytes = Array(try data(handle, from: source, called: name, most: maximumDocument))
    let kind = DocumentKind.of(bytes)
    guard kind != nil || bytes.count <= maximumBytes else { throw tooLong(source, called: name) }
    let read: TextAsRead? =
      if let kind { try converted(bytes, kind, from: source, in: world) } else {
        TextAsRead(bytes: bytes)
      }
    guard let text = read else { throw binary(source, called: name) }
    guard text.text.contains(where: { !$0.isWhitespace }) else {
      if let kind {
        throw Failure(
          "\(source) is \(kind.name) with no text in it, perhaps pictures of pages; copy the \(name) out of it by hand."
        )
      }
      throw Failure("\(source) is empty; there is no \(name) in it.")
    }
    return text
  }

  /// The text of a document, by the program that reads its kind; `nil` where it wrote no text.
  private static func converted(
    _ document: [UInt8], _ kind: DocumentKind, from source: Phrase, in world: World
  ) throws(Failure) -> TextAsRead? {
    let converter = Converter(kind: kind, environment: world.environment)
    do throws(Converter.Fault) {
      return TextAsRead(
        converted: try converter.text(of: kind.prepared(document), most: maximumBytes))
    } catch {
      switch error {
      case .missing:
        throw Failure(
          "\(source) is \(kind.name), which \(kind.program) turns into text; install it (apt-get install \(kind.package)), or save the posting as plain text."
        )
      case .failed:
        throw Failure(
          "\(source) is \(kind.name) that \(kind.program) could not read; open it and save the posting as plain text."
        )
      case .tooSlow:
        throw Failure(
          "\(source) is \(kind.name) that \(kind.program) took more than 20 seconds over; save the posting as plain text."
        )
      case .tooLong: throw tooLong(source, called: "posting")
      }
    }
  }

  private static func read(_ handle: FileHandle, from source: Phrase, called name: Phrase)
    throws(Failure) -> String
  {
    try text(try data(handle, from: source, called: name), from: source, called: name)
  }

  /// - Parameter most: how many bytes there may be.
  private static func data(
    _ handle: FileHandle, from source: Phrase, called name: Phrase, most: Int = maximumBytes
  ) throws(Failure) -> Data {
    var data = Data()
    do {
      while data.count <= most, let chunk = try handle.read(upToCount: 262_144),
        !chunk.isEmpty
      {
        data.append(chunk)
      }
    } catch {
      throw Failure("\(source) could not be read; check that it is a plain file.")
    }
    guard data.count <= most else { throw tooLong(source, called: name) }
    return data
  }

  private static func tooLong(_ source: Phrase, called name: Phrase) -> Failure {
    Failure(
      "\(source) has more than two million bytes, which no \(name) needs; cut it down to the \(name) itself."
    )
  }

  private static func binary(_ source: Phrase, called name: Phrase) -> Failure {
    Failure(
      "\(source) is not a text but binary data; save the \(name) as plain text and try again.")
  }

  private static func text(_ data: Data, from source: Phrase, called name: Phrase)
    throws(Failure) -> String
  {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      throw Failure(
        "\(source) is UTF-16 text; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8).")
    }
    if data.contains(0) { throw binary(source, called: name) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(
        "\(source) is not UTF-8 text (byte \(firstInvalidByte(data))); convert it first, for example with iconv -f WINDOWS-1252 -t UTF-8."
      )
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure("\(source) is empty; there is no \(name) in it.")
    }
    return text
  }

  /// Counts from 1.
  private static func firstInvalidByte(_ data: Data) -> Int {
    var valid = 0
    var decoder = UTF8()
    var bytes = data.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): valid += UTF8.width(scalar)
      case .emptyInput, .error: return valid + 1
      }
    }
  }
}
