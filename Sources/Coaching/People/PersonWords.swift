import EmbeddedFiles
import Foundation
import Yams

/// The words of `people.yaml`.
struct PersonWords: Decodable, Sendable {
  var nobody, nobodyBegins, but, openings, leads, leadOpeners: Set<String>
  var determiners, articles, nounDeterminers, somebodies, possessives: Set<String>
  var prepositions, relatives, pronouns, called, roles, titles, titleParts: Set<String>
  /// Family, and those of it who are called by what they are; who has learned from somebody; days; what counts
  /// people.
  var kin, kinPossessed, juniors, days, countings: Set<String>
  var kinNames: [String: String]
  /// Before a name, and part of what somebody is called: “Uncle Joe”.
  var kinTitles: Set<String>
  var postnominals, particles, joining, recruiters, saidSo, trailing, givenNames,
    noNames: Set<String>
  var roleEndings, nameEndings: [String]
  /// How a title is written in a greeting, by how it is typed, with its capitals.
  var titleForms: [String: String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func read(_ key: CodingKeys) throws -> Set<String> {
      Set(try container.decode([String].self, forKey: key).map(Self.key))
    }
    nobody = try read(.nobody)
    nobodyBegins = try read(.nobodyBegins)
    but = try read(.but)
    openings = try read(.openings)
    leads = try read(.leads)
    leadOpeners = try read(.leadOpeners)
    determiners = try read(.determiners)
    articles = try read(.articles)
    nounDeterminers = try read(.nounDeterminers)
    somebodies = try read(.somebodies)
    possessives = try read(.possessives)
    prepositions = try read(.prepositions)
    relatives = try read(.relatives)
    pronouns = try read(.pronouns)
    called = try read(.called)
    roles = try read(.roles)
    titles = try read(.titles)
    titleParts = try read(.titleParts)
    postnominals = try read(.postnominals)
    particles = try read(.particles)
    joining = try read(.joining)
    recruiters = try read(.recruiters)
    saidSo = try read(.saidSo)
    trailing = try read(.trailing)
    givenNames = try read(.givenNames)
    noNames = try read(.noNames)
    kin = try read(.kin)
    kinPossessed = try read(.kinPossessed)
    juniors = try read(.juniors)
    days = try read(.days)
    countings = try read(.countings)
    kinTitles = try read(.kinTitles)
    kinNames = try container.decode([String: String].self, forKey: .kinNames)
    roleEndings = try container.decode([String].self, forKey: .roleEndings)
    nameEndings = try container.decode([String].self, forKey: .nameEndings)
    titleForms = try container.decode([String: String].self, forKey: .titleForms)
  }

  private enum CodingKeys: String, CodingKey {
    case nobody, but, openings, leads, determiners, articles, somebodies, possessives, prepositions,
      relatives, pronouns, called, roles, titles, postnominals, particles, joining, recruiters,
      trailing, kin, juniors, days, countings
    case kinTitles = "kin_titles"
    case kinPossessed = "kin_possessed"
    case kinNames = "kin_names"
    case nobodyBegins = "nobody_begins"
    case leadOpeners = "lead_openers"
    case nounDeterminers = "noun_determiners"
    case titleParts = "title_parts"
    case titleForms = "title_forms"
    case roleEndings = "role_endings"
    case givenNames = "given_names"
    case noNames = "no_names"
    case saidSo = "said_so"
    case nameEndings = "name_endings"
  }

  private init() {
    (nobody, nobodyBegins, but, openings, leads, leadOpeners) = ([], [], [], [], [], [])
    (determiners, articles, nounDeterminers, somebodies, possessives) = ([], [], [], [], [])
    (prepositions, relatives, pronouns, called, roles, titles) = ([], [], [], [], [], [])
    (titleParts, postnominals, particles, joining, recruiters) = ([], [], [], [], [])
    (saidSo, trailing, givenNames, noNames) = ([], [], [], [])
    (roleEndings, nameEndings, titleForms) = ([], [], [:])
    (kin, kinPossessed, juniors, days, countings) = ([], [], [], [], [])
    (kinTitles, kinNames) = ([], [:])
  }

  // The data is compiled in and a test reads it, so that it is never empty.
  static let shipped: PersonWords =
    (try? YAMLDecoder().decode(PersonWords.self, from: EmbeddedFile.people.text))
    ?? PersonWords()

  /// A word without case, and without the full stops in and the signs around it.
  static func key(_ text: String) -> String {
    let plain = text.lowercased().replacingOccurrences(of: "’", with: "'")
      .trimmingCharacters(in: .whitespaces)
    let bare = plain.replacingOccurrences(of: ".", with: "")
      .trimmingCharacters(in: CharacterSet(charactersIn: "!,;:"))
    return bare.isEmpty ? plain : bare
  }
}
