import Foundation

/// The last event that was acknowledged, noted in a file of its own beside the journal.
///
/// It is written after the event is on disk, so it is never ahead of a sound journal; where the journal
/// does not have the event, some of it was lost, such as its write-ahead log. It tells a number and a
/// digest, and nothing of what was answered.
struct LastWord: Equatable {
  static let suffix = "-last"

  let session: SessionID
  let sequence: Int
  let digest: Data

  private var body: String {
    "nextmove last 1 \(session) \(sequence) \(Hex.text(of: digest))"
  }

  private static func line(_ body: String) -> String {
    "\(body) \(Hex.text(of: Chain.seal(Data(body.utf8)).prefix(8)))\n"
  }

  /// Writes it; one that cannot be written is missed by nobody but the next check.
  func write(beside file: JournalFile) {
    guard
      let descriptor = SmallFile.open(file.path + Self.suffix, O_WRONLY | O_CREAT | O_NOFOLLOW)
    else { return }
    defer { close(descriptor) }
    let bytes = Array(Self.line(body).utf8)
    guard bytes.withUnsafeBytes({ pwrite(descriptor, $0.baseAddress, $0.count, 0) }) == bytes.count
    else { return }
    ftruncate(descriptor, off_t(bytes.count))
  }

  /// Takes the note away, where the journal starts anew.
  static func remove(beside file: JournalFile) { unlink(file.path + suffix) }

  /// Reads it; `nil` where there is none, or one that was not written to its end.
  init?(beside file: JournalFile) {
    guard let data = try? SmallFile.read(file.path + Self.suffix, most: 512) else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    let words = text.split(separator: " ")
    guard words.count == 7, let session = Int64(words[3]), let sequence = Int(words[4]),
      let digest = Hex.bytes(of: words[5])
    else { return nil }
    self.init(session: SessionID(session), sequence: sequence, digest: digest)
    guard Self.line(body) == text else { return nil }
  }

  init(session: SessionID, sequence: Int, digest: Data) {
    self.session = session
    self.sequence = sequence
    self.digest = digest
  }
}
