import Encoder
import EmbeddedFiles
import Testing
@testable import WorkFit

@Suite("statements in another language")
struct StatementLanguagesTests {
  private let languages: LanguageLexicon
  private let reading: EncoderReading

  init() throws {
    languages = try LanguageLexicon(.languages)
    reading = try EncoderReading(model: ModelFile(embedded: .readerModel))
  }

  private func foreign(_ texts: [String]) -> [String] {
    let statements = texts.enumerated().map { Statement(.energizer, $1, rank: $0 + 1) }
    let told = StatementLanguages(statements, languages: languages, knows: reading.knows)
    return statements.filter(told.isForeign).map(\.text)
  }

  @Test(
    "nouns of somebody who writes in another language throughout",
    arguments: [
      ["Ordnung in Akten bringen", "Bürger beraten", "Formulare", "Großraumbüro", "Homeoffice"],
      ["travail en équipe", "réunions interminables", "responsabilité", "encadrement"],
      ["reuniones interminables", "trabajo tranquilo", "horario flexible"],
      ["spotkania bez końca", "spokojna praca", "odpowiedzialność"],
    ])
  func throughout(texts: [String]) {
    #expect(foreign(texts) == texts)
  }

  @Test("one sentence of three words of no English")
  func alone() {
    #expect(foreign(["Sitzungen ohne Ergebnis"]) == ["Sitzungen ohne Ergebnis"])
  }

  @Test("what is English among them is read")
  func mixed() {
    let own = ["Papierkram", "Schichtdienst", "Verantwortung", "Akten ordnen", "Gesetze auslegen"]
    #expect(foreign(own + ["open space", "small teams"]) == own)
  }

  @Test(
    "rare English words are English",
    arguments: [
      ["triage", "pipetting", "kubernetes", "mentoring juniors"], ["shaving off nanoseconds"],
      ["soldering and python and stubbornness"], ["spreadsheets"],
      ["mopping", "no micromanagement", "the rota", "quiet mornings"],
    ])
  func rare(texts: [String]) {
    #expect(foreign(texts).isEmpty)
  }

  @Test("somebody who says most of it in another language is told so, and nothing is claimed")
  func sentence() throws {
    let check = FitCheck(lexicon: try lexicon.get(), reader: reading)
    let profile = try Profile(
      yaml: "drains: [Sitzungen ohne Ergebnis, Formulare, Großraumbüro]\n", file: "p.yaml")
    let result = try check.check(
      """
      Clerk in the registry
      You will sit in meetings for most of the day and fill in forms.
      You will work in an open-plan office with forty colleagues and answer the telephone.
      The salary is paid monthly, and the contract is permanent.
      """, against: profile)
    #expect(result.findings.allSatisfy { $0.kind == .unclear && $0.isForeign })
    #expect(result.sentence.hasPrefix("Most of what you told me does not seem to be in English"))
  }
}
