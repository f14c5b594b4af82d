import Foundation
import Testing
import WorkFit

@testable import Coaching

@Suite("judgements kept from one run to the next")
final class JudgementFileTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "judgements-\(UUID().uuidString)")
  private var url: URL { folder.appendingPathComponent("judgements") }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func key(_ number: Int, model: String = "a model") -> JudgementKey {
    JudgementKey(
      model: model,
      pair: RelationPair(statement: "mending clock \(number)", clause: "You mend \(number) clocks.")
    )
  }

  private func relation(_ number: Int) -> Relation {
    Relation(supplies: 1 / Double(number + 2), opposes: 0.1)
  }

  private func fill(_ numbers: Range<Int>) {
    JudgementFile(at: url).keep(numbers.map { (key($0), relation($0)) })
  }

  @Test("another run knows them, and what another model or pair is judged by is not known")
  func kept() {
    fill(0..<9)
    let known = JudgementFile(at: url).relations([key(3), key(9), key(3, model: "b"), key(0)])
    #expect(known == [relation(3), nil, nil, relation(0)])
  }

  @Test("no text running into the next makes two judgements one")
  func borders() {
    let file = JudgementFile(at: url)
    func key(_ model: String, _ statement: String, _ clause: String) -> JudgementKey {
      JudgementKey(model: model, pair: RelationPair(statement: statement, clause: clause))
    }
    file.keep([(key("m", "ab", "c"), relation(1))])
    #expect(file.relations([key("m", "a", "bc"), key("ma", "b", "c")]) == [nil, nil])
  }

  @Test("the file is its owner's alone, and nothing that was said stands in it")
  func privacy() throws {
    fill(0..<3)
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    let data = try Data(contentsOf: url)
    for word in ["mending", "clock", "a model"] { #expect(data.range(of: Data(word.utf8)) == nil) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["judgements"])
  }

  @Test("a file that is cut short or altered anywhere is passed over, and written anew")
  func altered() throws {
    fill(0..<3)
    let whole = try Data(contentsOf: url)
    for place in 0..<whole.count {
      var altered = whole
      altered[place] ^= 0x10
      for bytes in [altered, whole.prefix(place)] {
        try bytes.write(to: url)
        #expect(JudgementFile(at: url).relations([key(0), key(1), key(2)]) == [nil, nil, nil])
      }
    }
    fill(4..<5)
    #expect(JudgementFile(at: url).relations([key(2), key(4)]) == [nil, relation(4)])
  }

  @Test(
    "numbers that are no probabilities are not believed, even where the sum of the file is right")
  func numbers() throws {
    for wrong in [Double.nan, .infinity, -0.1, 1.5] {
      let name = JudgementRecords.name(of: key(0))
      let bytes = JudgementRecords.bytes(of: [(name, Relation(supplies: 0.5, opposes: wrong))])
      #expect(JudgementRecords.records(in: bytes) == nil)
    }
  }

  @Test("a folder, a pipe or an endless file in its place is neither read nor replaced")
  func strange() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    fill(0..<3)
    #expect(JudgementFile(at: url).relations([key(0)]) == [nil])
    try FileManager.default.removeItem(at: url)
    #expect(mkfifo(url.path, 0o600) == 0)
    fill(0..<3)
    #expect(JudgementFile(at: url).relations([key(0)]) == [nil])
    try FileManager.default.removeItem(at: url)
    fill(0..<3)
    #expect(JudgementFile(at: url, most: 2).relations([key(0)]) == [nil])
  }

  @Test("where it cannot be written, what was judged is known as long as the program runs")
  func unwritable() {
    let file = JudgementFile(at: URL(fileURLWithPath: "/dev/null/judgements"))
    file.keep([(key(0), relation(0))])
    #expect(file.relations([key(0)]) == [relation(0)])
  }

  @Test("there are no more than so many, and those not asked for the longest go first")
  func bounded() throws {
    let file = JudgementFile(at: url, most: 10)
    file.keep((0..<10).map { (key($0), relation($0)) })
    _ = file.relations([key(0)])
    file.keep((10..<15).map { (key($0), relation($0)) })
    let again = JudgementFile(at: url, most: 10)
    let known = again.relations((0..<15).map { key($0) })
    #expect(
      known.map { $0 != nil } == [true] + Array(repeating: false, count: 5)
        + Array(repeating: true, count: 9))
    #expect(try Data(contentsOf: url).count == JudgementRecords.length(of: 10))
  }

  @Test("what is forgotten is gone, and another window does not write it back")
  func forgotten() throws {
    let file = JudgementFile(at: url)
    let other = JudgementFile(at: url)
    file.keep([(key(0), relation(0))])
    #expect(other.relations([key(0)]) == [relation(0)])
    try file.forget()
    #expect(file.relations([key(0)]) == [nil])
    #expect(!FileManager.default.fileExists(atPath: url.path))
    other.keep([(key(1), relation(1))])
    #expect(JudgementFile(at: url).relations([key(0), key(1)]) == [nil, relation(1)])
    try file.forget()
    try file.forget()
  }
}
