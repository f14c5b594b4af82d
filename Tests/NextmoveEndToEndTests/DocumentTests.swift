import Foundation
import Testing
import TestSupport

@Suite("a document is read by the program for its kind", .serialized, .waiting)
struct DocumentTests {
  private static let pdf = Data("%PDF-1.7\n1 0 obj".utf8)
  private static let word = Data([0x50, 0x4B, 0x03, 0x04] + Array("....word/document.xml".utf8))

  /// A program of that name, first in the `PATH` that is returned.
  private func path(_ program: String, _ script: String, in home: TemporaryHome) throws -> [String:
    String]
  {
    let file = try home.write("#!/bin/sh\n\(script)\n", to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return ["PATH": "\(home.url.path):/usr/bin:/bin"]
  }

  @Test("a PDF by pdftotext, which is given it and nothing else")
  func pdf() throws {
    let home = try TemporaryHome()
    let path = try path(
      "pdftotext", "[ \"$(head -c 8)\" = %PDF-1.7 ] && printf 'Gardener\\nYou mow.\\n'", in: home)
    let file = try home.write(Self.pdf, to: "-job $(x).pdf")
    let read = try Binary.process(["read", "--text", file], home: home, environment: path)
    #expect(read.output == "Gardener\nYou mow.\n")
    #expect(read.status == 0)
    let clauses = try Binary.process(["read", file], home: home, environment: path)
    #expect(
      clauses.output.contains("\"decoded\" : true") || clauses.output.contains("\"decoded\": true"))
  }

  @Test("a .docx by pandoc, from a pipe as well")
  func word() throws {
    let home = try TemporaryHome()
    let path = try path("pandoc", "cat >/dev/null; echo You mow.; echo \"$@\"", in: home)
    let read = try Binary.process(
      ["read", "--text", "-"], home: home, input: Self.word, environment: path)
    #expect(read.output == "You mow.\n--sandbox --from=docx --to=plain --wrap=none\n")
  }

  @Test("an .rtf by pandoc")
  func richText() throws {
    let home = try TemporaryHome()
    let path = try path("pandoc", "cat >/dev/null; echo You mow.; echo \"$@\"", in: home)
    let read = try Binary.process(
      ["read", "--text", "-"], home: home, input: Data("{\\rtf1\\ansi You mow.}".utf8),
      environment: path)
    #expect(read.output == "You mow.\n--sandbox --from=rtf --to=plain --wrap=none\n")
  }

  @Test("without it one sentence says what to install")
  func missing() throws {
    let home = try TemporaryHome()
    let cases = [
      (
        Self.pdf,
        "a PDF, which pdftotext turns into text; install it (apt-get install poppler-utils)"
      ),
      (
        Self.word,
        "a Word document, which pandoc turns into text; install it (apt-get install pandoc)"
      ),
    ]
    for (document, sentence) in cases {
      let file = try home.write(document, to: "job")
      let read = try Binary.process(["read", file], home: home, environment: ["PATH": "relative:"])
      #expect(
        read.error == "nextmove: “\(file)” is \(sentence), or save the posting as plain text.\n")
      #expect(read.status == 3)
    }
  }

  @Test("where it fails, or writes without end, one sentence says so")
  func failing() throws {
    let home = try TemporaryHome()
    let file = try home.write(Self.pdf, to: "job.pdf")
    let failed = try Binary.process(
      ["read", file], home: home, environment: try path("pdftotext", "exit 1", in: home))
    #expect(
      failed.error
        == "nextmove: “\(file)” is a PDF that pdftotext could not read; open it and save the posting as plain text.\n"
    )
    let endless = try Binary.process(
      ["read", file], home: home, environment: try path("pdftotext", "exec yes", in: home))
    #expect(endless.error.contains("more than two million bytes"))
    let silent = try Binary.process(
      ["read", file], home: home, environment: try path("pdftotext", "exit 0", in: home))
    #expect(silent.error.contains("a PDF with no text in it"))
  }
}
