import ArgumentParser
import Phrases
import WorkFit

/// `nextmove facets`: the vocabulary for what answers are about.
struct FacetsCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "List the facets of work, or explain one.")

  @Argument(
    help: "The facet to explain.",
    completion: .custom { _, _, _ in
      (try? Lexicon())?.facets.all.map(\.id.rawValue) ?? []
    })
  var facet: String?
  @Flag(help: "Print JSON.") var json = false

  private struct Report: Encodable {
    struct Pole: Encodable {
      let id: String
      let name: String
      let ask: String
      let words: [String]
    }

    let id: String
    let source: String
    let a: Pole
    let b: Pole

    init(_ facet: Facet) {
      func pole(_ pole: Facet.Pole) -> Pole {
        Pole(id: pole.id, name: pole.name, ask: pole.ask, words: pole.words)
      }
      id = facet.id.rawValue
      source = facet.source
      a = pole(facet.a)
      b = pole(facet.b)
    }
  }

  func run(in world: World) throws {
    let lexicon = try world.lexicon()
    let console = world.console
    guard let name = facet else {
      if json { return try JSONOutput.print(lexicon.facets.all.map(Report.init), in: world) }
      let column = 2 + (lexicon.facets.all.map(\.id.rawValue.count).max() ?? 0)
      for facet in lexicon.facets.all {
        console.row("\(facet.id)", "\(facet.a.name) ↔ \(facet.b.name)", column: column)
      }
      return
    }
    guard let facet = lexicon.facets.facet(FacetID(name)) else {
      throw Failure(
        "There is no facet “\(name)”; “nextmove facets” lists them.", status: .usage)
    }
    if json { return try JSONOutput.print(Report(facet), in: world) }
    console.say("\(facet.id)", .strong)
    console.say("Source: \(facet.source)", .faint)
    for pole in facet.poles {
      console.say()
      console.say("\(pole.name) (\(pole.id))", .strong)
      console.say("Ask: \(pole.ask)", indent: 2)
      console.say("Named by: \(pole.words.joined(separator: "; "))", indent: 2)
    }
  }
}
