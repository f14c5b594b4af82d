import EmbeddedFiles
import Yams

/// The regular forms of English words, with the irregular verbs that the lexicon uses.
enum Inflection {
  // The data is compiled in and a test reads it, so that it is never empty.
  private static let irregular =
    (try? YAMLDecoder().decode([String: [String]].self, from: EmbeddedFile.verbs.text)) ?? [:]

  static func plural(_ word: String) -> Set<String> {
    guard word.count >= 3, word.allSatisfy(\.isLetter), !word.hasSuffix("s") else { return [word] }
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
      return [word, word.dropLast() + "ies"]
    }
    let needsE = ["x", "ch", "sh", "z"].contains { word.hasSuffix($0) }
    return [word, word + (needsE ? "es" : "s")]
  }

  static func verb(_ word: String) -> Set<String> {
    var forms = plural(word)
    forms.formUnion(irregular[word] ?? [])
    guard let last = word.last else { return forms }
    if last == "e" {
      forms.formUnion([word + "d", word.dropLast() + "ing"])
    } else if last == "y", let before = word.dropLast().last, !"aeiou".contains(before) {
      forms.formUnion([word.dropLast() + "ied", word + "ing"])
    } else {
      forms.formUnion([word + "ed", word + "ing"])
      // stop, stopping: a single vowel before a single final consonant.
      let letters = Array(word)
      if letters.count >= 3, letters.count <= 6, !"aeiouwxy".contains(last),
        "aeiou".contains(letters[letters.count - 2]), !"aeiou".contains(letters[letters.count - 3])
      {
        forms.formUnion([word + String(last) + "ed", word + String(last) + "ing"])
      }
    }
    if word.hasSuffix("s") || word.hasSuffix("ch") || word.hasSuffix("sh") {
      forms.insert(word + "es")
    }
    return forms
  }
}
