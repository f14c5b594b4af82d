import Testing
@testable import WorkFit

@Suite("a profile file")
struct ProfileFileTests {
  @Test("reads texts and weights, and writes what it reads")
  func roundTrip() throws {
    let yaml = """
      energizers:
        - a quiet morning
        - {text: 'a "hard" proof: with a colon', weight: 2, means: [geometry]}
      drains: [meetings]
      strengths: [{text: patience, tires: true}]
      must_haves: []
      """
    let profile = try Profile(yaml: yaml, file: "p.yaml")
    #expect(profile.statements(.energizer).map(\.weight) == [1, 2])
    #expect(profile.statements(.energizer).map(\.rank) == [1, 2])
    #expect(try Profile(yaml: profile.yaml(), file: "again.yaml") == profile)
  }

  @Test(
    "whatever somebody typed comes back from it as it was",
    arguments: [
      "yes", "3.5", "- a dash", "a: colon # and a sign", "“quoted” and \"plain\"", "two\nlines",
      "a\\backslash", "tab\there", "\u{85}\u{2028}\u{FEFF}\u{9B}31m", "null", "~", "{brace", "👩‍🔧 ",
      String(repeating: "long words that go on ", count: 40),
    ])
  func anyWords(text: String) throws {
    let statement = Statement(
      role: .energizer, text: text, rank: 1, weight: 0.5, elaborations: [text, "no"])
    let profile = Profile(statements: [statement])
    let again = try Profile(yaml: profile.yaml(), file: "again.yaml")
    #expect(again.statements(.energizer).map(\.text) == [text])
    #expect(again.statements(.energizer).map(\.elaborations) == [[text, "no"]])
  }

  @Test(
    "a fault names its place and what to do",
    arguments: [
      (
        "energisers: [x]",
        "p.yaml:1:1: unknown key “energisers”; there are energizers, drains, strengths, must_haves, deal_breakers, prestige_pulls"
      ),
      ("energizers: quiet", "p.yaml:1:13: “energizers” needs a list, one entry a line"),
      (
        "energizers: [{text: x, weight: none}]",
        "p.yaml:1:32: a weight is a number above 0, at most 100"
      ),
      ("- x", "p.yaml:1:1: a profile is a mapping with lists such as “energizers”"),
    ])
  func faults(yaml: String, message: String) {
    do throws(Profile.Fault) {
      _ = try Profile(yaml: yaml, file: "p.yaml")
      Issue.record("no fault found")
    } catch {
      #expect(error.description == message)
    }
  }
}
