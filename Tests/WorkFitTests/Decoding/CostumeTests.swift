import Testing
import WorkFit

@Suite("a “won’t” in any costume is read as one")
struct CostumeTests {
  /// The sentence in which each costume stands for `won’t`.
  private static func sentence(_ word: String) -> String { "You \(word) travel." }

  @Test(
    "entities, named, numbered, escaped again, or damaged",
    arguments: [
      "won&#39;t", "won&#039;t", "won&#x27;t", "won&#X27;t", "won&apos;t", "won&#39t", "won&#8217t",
    ])
  func straightEntities(word: String) {
    #expect(
      ["You won't travel.", "You won’t travel."].contains(TextAsRead(Self.sentence(word)).text))
  }

  @Test(
    "signs that look like an apostrophe, and what became of one on its way",
    arguments: [
      // Entities
      "won&rsquo;t", "won&#8217;t", "won&#x2019;t", "won&#146;t", "won&lsquo;t", "won&acute;t",
      "won&amp;rsquo;t", "won&amp;amp;rsquo;t", "won&amp;#8217;t", "won&RSQUO;t",
      "won&CloseCurlyQuote;t",
      "won& #39;t", "won&# 39;t", "won&#39 ;t", "won#39;t", "won#8217;t", "wonrsquo;t",
      "won&rsquot",
      // Signs
      "won´t", "won′t", "wonʼt", "won‘t", "won＇t", "won`t", "won‛t", "won\u{2B9}t", "won\u{A78C}t",
      "won’t",
      // Mojibake
      "wonâ€™t", "won\u{E2}\u{80}\u{99}t", "won\u{92}t", "wonÃ¢â‚¬â„¢t", "won‚Äôt", "wonΓÇÖt",
      "wonÔÇÖt",
      "wonвЂ™t", "wonÂ´t", "wonÂ\u{92}t", "won&acirc;&euro;&trade;t",
      // Other character sets, and lost ones
      "wonÕt", "wonÆt", "wonít", "won\u{FFFD}t", "won?t",
      // Spaces
      "won ’ t", "won ’t", "won’ t", "won 't", "won t", "wo n't", "wo n’t", "won \u{301}t",
      // Escapes
      #"won\'92t"#, #"won\rquote t"#, #"won\textquotesingle{}t"#, #"won\textquoteright{}t"#,
      "won<!-- -->’t", "won<wbr>’t", "won</b>’t",
      #"won\u2019t"#, #"won\'t"#, #"won\\'t"#, #"won\xe2\x80\x99t"#, #"won\x92t"#, "won%27t",
      "won%E2%80%99t", #"won\342\200\231t"#, #"won\2019t"#, "won%u2019t", "won<92>t",
      "won<U+2019>t",
      // Doubled, between tags, cut to its last byte
      "won''t", "won’’t", "won'’t", "won<span>'</span>t", "won<b>’</b>t",
      #"won<span class="q">'</span>t"#, "won\u{19}t",
      // Read as what it is not
      "won鈥檛", "won窶冲", "wonБ─≥t", "wonβ€™t", "wonït", "won˙t",
      // Transfer encodings
      "won=E2=80=99t", "won=92t", "won=27t", "won=\r\n=E2=80=99t", "=?utf-8?Q?won=E2=80=99t?=",
      "=?windows-1252?Q?won=92t?=", "=?UTF-8?B?d29u4oCZdA==?=",
      "w=?utf-8?q?on=E2=80=99?= =?utf-8?q?t?=",
      // What is inside and cannot be seen
      "wo\u{AD}n’t", "wo\u{200B}n’t", "won\u{2060}’t", "won’\u{FEFF}t", "won\u{200D}’t",
      "w\u{202E}on’t",
      "wo\u{E0041}n’t", "wo\u{0}n’t", "wo\u{1B}[1mn’t", "wo\u{1B}]0;x\u{7}n’t", "wo\u{9B}1mn’t",
      "won\u{7F}’t", "woo\u{8}n’t", "won\u{FE0F}’t",
      // Letters of other shapes
      "ｗｏｎ＇ｔ", "𝐰𝐨𝐧’𝐭", "𝘸𝘰𝘯´𝘵", "wоn’t", "ԝon’t",
    ])
  func costumes(word: String) {
    let read = TextAsRead(Self.sentence(word)).text.replacing("'", with: "’")
    #expect(read == "You won’t travel.")
  }

  @Test(
    "other words that turn into their opposite, and endings of words",
    arguments: [
      ("Nobody can t leave; it isn t late.", "Nobody can’t leave; it isn’t late."),
      ("CAN T and DON?T", "CAN’T and DON’T"),
      ("You do n't sell, and need n’t.", "You don't sell, and needn’t."),
      ("WeÕre here, youÕll see, itÆs so.", "We’re here, you’ll see, it’s so."),
      ("The team\u{FFFD}s work", "The team’s work"),
      ("You won’\nt sell.", "You won’t sell."),
      ("We鈥檙e here, it鈥檚 so.", "We’re here, it’s so."),
    ])
  func words(text: String, expected: String) { #expect(TextAsRead(text).text == expected) }

  @Test(
    "what is no apostrophe stays what it is",
    arguments: [
      "País, SÃO PAULO, CAFÉ’S, “IRMÃ” and Ærø", "Can T cells fail? Can't they?", "6′2″ tall",
      "`code` here",
      "Why not?the end", "What do you want? to grow", "in Õhtu", "rock ’n’ roll",
      "We plan t-shirts",
    ])
  func noApostrophes(text: String) {
    let read = TextAsRead(text)
    #expect(read.text == text)
    #expect(!read.isDecoded)
  }
}
