import Coaching
import Foundation
import Journal
import Phrases
import SafeOutput

/// Where nextmove keeps things on this computer.
struct Home {
  private static let databaseName = "nextmove.sqlite"
  private static let judgementsName = "judgements"
  private let environment: [String: String]

  init(environment: [String: String]) {
    self.environment = environment
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A path as somebody wrote it where no shell has read it: `~/…` is below their home.
  ///
  /// Foundation would look up the home of whoever else a tilde names, over a socket; here that is the name of
  /// a file.
  func path(_ written: String) -> String {
    guard written.hasPrefix("~") else { return written }
    if written == "~" || written.hasPrefix("~/"), let home = value("HOME"), !home.hasPrefix("~") {
      return home + written.dropFirst()
    }
    return "./" + written
  }

  private func url(_ written: String) -> URL { URL(fileURLWithPath: path(written)) }

  private func base(_ variable: String, _ fallback: String) throws(Failure) -> URL {
    // The XDG specification has relative paths ignored.
    if let path = value(variable), path.hasPrefix("/") { return URL(fileURLWithPath: path) }
    guard let home = value("HOME") else {
      throw Failure(
        "There is no HOME to keep your answers in; set NEXTMOVE_HOME to a folder of your own.")
    }
    return url(home).appendingPathComponent(fallback)
  }

  /// `$NEXTMOVE_HOME`, or `nextmove` in the XDG data directory.
  func dataFolder() throws(Failure) -> URL {
    if let folder = value("NEXTMOVE_HOME") { return url(folder) }
    return try base("XDG_DATA_HOME", ".local/share").appendingPathComponent("nextmove")
  }

  /// The file that everything is saved in.
  func journalFile() throws(Failure) -> URL {
    try dataFolder().appendingPathComponent(Self.databaseName)
  }

  /// The file that judgements are kept in, so that a posting is not read twice.
  func judgements() throws(Failure) -> URL {
    try dataFolder().appendingPathComponent(Self.judgementsName)
  }

  /// The files that everything is kept in; no output takes the place of one. `nil` where there is no home.
  var ownFiles: OwnFiles? {
    guard let journal = try? journalFile() else { return nil }
    return OwnFiles(in: journal.deletingLastPathComponent().path) { name in
      Journal.owns(name, beside: journal)
        || [Self.judgementsName, EditorFile.place].contains(name)
        || name.hasPrefix(WholeFile.temporaryPrefix)
    }
  }

  /// The language that questions are asked in where a script has it: the first two or three letters of
  /// the locale for messages, as POSIX orders the variables.
  var language: String {
    let locale = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? ""
    let code = locale.prefix { $0.isASCII && $0.isLetter }.lowercased()
    return (2...3).contains(code.count) ? code : "en"
  }

  /// The character set of the locale, as the system knows it.
  var charset: String {
    let name = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
    // One that is not installed is as good as none.
    guard let locale = newlocale(LC_CTYPE_MASK, name, nil) ?? newlocale(LC_CTYPE_MASK, "C", nil)
    else { return "" }
    defer { freelocale(locale) }
    return String(cString: nl_langinfo_l(nl_item(CODESET), locale))
  }

  /// The folder of what is thrown away soon.
  var passingFolder: URL { url(value("TMPDIR") ?? "/tmp") }

  /// The folder of the person's own scripts, whether it is there or not; `nil` where there is no home.
  var promptsFolder: URL? {
    configFolder?.appendingPathComponent("prompts")
  }

  /// The folder of the person's settings, whether it is there or not; `nil` where there is no home.
  var configFolder: URL? {
    (try? base("XDG_CONFIG_HOME", ".config"))?.appendingPathComponent("nextmove")
  }

  /// Where scripts are, the nearest first: the option's folder, that of `$NEXTMOVE_PROMPTS`, the person's
  /// own, and the program itself.
  func layers(prompts: String?) throws -> [ScriptLayer] {
    var layers: [ScriptLayer] = []
    if let prompts {
      layers.append(
        try ScriptLayer(folder: url(prompts), origin: .named))
    }
    if let folder = value("NEXTMOVE_PROMPTS") {
      layers.append(
        try ScriptLayer(folder: url(folder), origin: .environment))
    }
    // An empty folder of one's own says nothing.
    if let promptsFolder, FileManager.default.fileExists(atPath: promptsFolder.path) {
      do throws(ScriptLibrary.Fault) {
        layers.append(try ScriptLayer(folder: promptsFolder, origin: .own))
      } catch {
        guard case .empty = error else { throw error }
      }
    }
    return layers + [.shipped]
  }
}
