import Foundation
import TestSupport

/// Homes that several tests begin from: each is made once, by the program itself, and copied for every test.
enum PreparedHome {
  /// Every question of the first scripts is answered.
  static func finished() throws -> TemporaryHome { try copy(of: templates.finished.get()) }

  /// …and there are two people to talk with.
  static func withPeople() throws -> TemporaryHome { try copy(of: templates.withPeople.get()) }

  /// …and a log, a round and a posting; some of what was typed is hostile.
  static func full() throws -> TemporaryHome { try copy(of: templates.full.get()) }

  private enum templates {
    static let finished = Result {
      let home = try TemporaryHome()
      _ = try Binary.run([], home: home, input: Dialogue.allAnswers)
      return home
    }

    static let withPeople = Result {
      let home = try copy(of: finished.get())
      _ = try Binary.run(
        [
          "people", "add", "Rosa Beispiel", "--level", "2", "--relation", "former lead",
          "--sponsor", "let's talk about you", "--due", "2030-03-05", "--next", "write to her",
        ], home: home)
      _ = try Binary.run(["people", "add", "Jan Muster", "--level", "0"], home: home)
      return home
    }

    static let full = Result {
      let home = try copy(of: withPeople.get())
      let posting = try home.write(Dialogue.posting, to: "posting.txt")
      _ = try Binary.run(["fit", posting], home: home)
      _ = try Binary.run(["log", "<script>alert(1)</script> & “quotes”", "+2"], home: home)
      _ = try Binary.run(["log", "a call with Rosa about \u{1B}[31mred", "-1"], home: home)
      _ = try Binary.run(["round", "start"], home: home)
      return home
    }
  }

  private static func copy(of template: TemporaryHome) throws -> TemporaryHome {
    let home = try TemporaryHome()
    try FileManager.default.copyItem(at: template.data, to: home.data)
    return home
  }
}
