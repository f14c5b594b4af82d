import ArgumentParser
import Foundation
import WorkFit

/// `nextmove-bench decoding`: what it takes to decode very long texts, each in a process of its own.
struct DecodingBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decoding",
    abstract: "Time decoding long texts, and see how much memory it takes.",
    discussion: "Exits with status 1 where more than 200 MB are held.")

  /// What a text is wrapped in.
  enum Wrapping: String, ExpressibleByArgument, CaseIterable {
    case nothing, entities, hyphens, quotedPrintable, base64, utf16, windows1252

    /// What such a text repeats.
    private var line: [UInt8] {
      let plain = "You will not travel, and nobody asks you to manage.\n"
      return switch self {
      case .nothing: Array(plain.utf8)
      case .entities: Array("You won&rsquo;t travel, and you don&#39;t manage.\n".utf8)
      case .hyphens: Array("You are respon-\nsible for the apprentices and their clocks.\n".utf8)
      case .quotedPrintable: Array("You won=E2=80=99t travel, and you don=E2=80=99t manage.\n".utf8)
      case .base64: Array(Data((plain + plain).utf8).base64EncodedString().utf8) + [0x0A]
      case .utf16: plain.utf8.flatMap { [$0, 0] }
      case .windows1252: Array("You won".utf8) + [0x92] + Array("t travel, nor manage.\n".utf8)
      }
    }

    func text(of length: Int) -> [UInt8] {
      let line = line
      var text: [UInt8] = self == .utf16 ? [0xFF, 0xFE] : []
      text.reserveCapacity(length + line.count)
      while text.count < length { text += line }
      return text
    }
  }

  @Option(help: "How long the texts are, in millions of bytes.") var megabytes = 20
  @Option(help: "Decode one alone, in this process.") var only: Wrapping?

  func validate() throws {
    guard (1...1_000).contains(megabytes) else {
      throw ValidationError("The length is from 1 to 1000, in millions of bytes.")
    }
  }

  func run() throws {
    if let only {
      guard let read = TextAsRead(bytes: only.text(of: megabytes * 1_000_000)) else {
        throw BenchFault(description: "“\(only.rawValue)” is taken for no text.")
      }
      return OutputLine.print(
        "\(read.text.utf8.count) bytes, \(read.isDecoded ? "decoded" : "as given")")
    }
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var isKept = true
    for wrapping in Wrapping.allCases {
      let end = try Child(
        own, ["decoding", "--megabytes", "\(megabytes)", "--only", wrapping.rawValue],
        environment: [:], errors: true
      ).wait()
      guard end.status == 0 else {
        throw BenchFault(description: "“\(wrapping.rawValue)” ended with status \(end.status).")
      }
      let name = wrapping.rawValue.padding(toLength: 18, withPad: " ", startingAt: 0)
      OutputLine.print(
        name + String(format: "processor %8.3f s   %6.1f MB", end.seconds, end.megabytes))
      isKept = isKept && end.megabytes <= Tally.memoryLimit
    }
    guard isKept else { throw ExitCode(1) }
  }
}
