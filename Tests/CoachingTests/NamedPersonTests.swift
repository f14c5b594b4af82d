import Testing

@testable import Coaching

@Suite("people as answers name them")
struct NamedPersonTests {
  @Test(
    "nobody is nobody, however it is said",
    arguments: [
      "nobody", "n/a", "N.A.", "everyone", "me", "him", "nobody comes to mind",
      "no one I could ask",
      "niemand sonst", "keiner", "Keine Ahnung", "ich", "none of them", "can't think of anybody",
      "mir fällt gerade keiner ein", "TBD", "nobody yet",
      "They are all dead.", "they moved abroad", "Not Anna", "nee, sonst keinen",
      "fällt mir keiner ein",
    ])
  func nobody(entry: String) {
    #expect(NamedPerson.people(in: entry).isEmpty)
  }

  @Test("a semicolon parts who goes by no name from who does")
  func semicolon() {
    let people = NamedPerson.people(in: "my boss; Dr. Imke Sand")
    #expect(people.map(\.name) == ["my boss", "Dr. Imke Sand"])
    #expect(people.map(\.isNamed) == [false, true])
  }

  @Test(
    "are read from an entry by their names: one, or several",
    arguments: [
      ("Rosa Beispiel", ["Rosa Beispiel"]), ("radka", ["Radka"]), ("dr. kline", ["Dr. Kline"]),
      ("Radka, and my brother in law Tom", ["Radka", "Tom"]),
      ("Ana Lopez; Dr. Imke Sand; nobody else", ["Ana Lopez", "Dr. Imke Sand"]),
      ("Jan Muster, keeper of instruments", ["Jan Muster"]), ("Doe, Jane", ["Jane Doe"]),
      ("Ölçer, İbrahim", ["İbrahim Ölçer"]), ("Dr. Ana Lopez", ["Dr. Ana Lopez"]),
      ("Tom from accounting", ["Tom"]), ("Radka and Tom", ["Radka", "Tom"]),
      ("Hanna van der Berg", ["Hanna van der Berg"]), ("nobody but Tom", ["Tom"]),
      ("not sure, maybe Noor", ["Noor"]), ("I'd say Tom from IT", ["Tom"]),
      ("perhaps Mina Muster", ["Mina Muster"]),
      ("Ich würde sagen, Petra aus dem Einkauf", ["Petra"]),
      ("Dr. med. Ana Lopez", ["Dr. med. Ana Lopez"]), ("Lopez Ana MD", ["Lopez Ana"]),
      ("Freiherr von Hohenfels", ["Freiherr von Hohenfels"]),
      ("Herrn Dr. Beispiel", ["Herr Dr. Beispiel"]),
      ("Meine frühere Amtsleiterin, Frau Brandl", ["Frau Brandl"]),
      ("my first lead, Noor Example", ["Noor Example"]), ("mein Kollege Yusuf", ["Yusuf"]),
      ("meine Frau Petra", ["Petra"]), ("die Frau Brandl vom Bauamt", ["Frau Brandl"]),
      ("Dana, Lee, or Pat", ["Dana", "Lee", "Pat"]), ("dana, lee and pat", ["Dana", "Lee", "Pat"]),
      ("Tom & Dana & Lee", ["Tom", "Dana", "Lee"]), ("Sam (CTO)", ["Sam"]),
      ("Rosa Beispiel <rosa@example.com>", ["Rosa Beispiel"]),
      ("talked to kline today, went great", ["Kline"]),
      ("gesprochen mit Frau Brandl", ["Frau Brandl"]),
      ("I once had lunch with Maria Beispiel", ["Maria Beispiel"]),
      ("Mr and Mrs Novak", ["Mr Novak", "Mrs Novak"]),
      ("Herr und Frau Novak", ["Herr Novak", "Frau Novak"]), ("Ask Petra", ["Petra"]),
      ("my sister Lena", ["Lena"]), ("Sister Agnes", ["Sister Agnes"]),
      ("Uncle Joe, he is a dentist", ["Uncle Joe"]), ("Tante Erna", ["Tante Erna"]),
      ("my cousin Reza and me", ["Reza"]), ("none, oh wait, maybe Sister Maeve", ["Sister Maeve"]),
      ("mit Frau Brandt am Mittwoch, war nett", ["Frau Brandt"]),
    ])
  func people(entry: String, names: [String]) {
    #expect(NamedPerson.people(in: entry).map(\.name) == names)
    #expect(!NamedPerson.people(in: entry).contains { !$0.isNamed })
  }

  @Test(
    "who is only described is kept, without a name, and no greeting is made of it",
    arguments: [
      "HR", "my boss", "the author of the paper", "my lead at Siemens", "VP of Sales", "the CNO",
      "CNO", "mgr", "the lady who runs the ICU", "meine Chefin", "die Personalabteilung",
      "irgendwer vom Landratsamt", "die Chefin vom Landrat", "Ben's boss", "anyone in HR",
      "rosa@example.com", "the Dean", "der Leiter Vertrieb", "Charge nurse on my ward",
      "somebody at the museum", "mein Schwager", "jemand aus dem Personalrat",
      "the two Schmidts", "my mum", "Mama",
    ])
  func unnamed(entry: String) {
    let people = NamedPerson.people(in: entry)
    #expect(people.map(\.name) == [entry] && !people.contains { $0.isNamed })
    #expect(NamedPerson.address(of: entry, isFormal: false) == nil)
    #expect(NamedPerson.address(of: entry, isFormal: true) == nil)
  }

  @Test(
    "several stand in one entry, some of them without a name",
    arguments: [
      ("mein Schwager und Petra", ["mein Schwager", "Petra"]),
      ("Kim Lee and her deputy", ["Kim Lee", "her deputy"]),
      (
        "Dr. Kline, and the CNO (I keep forgetting her last name), also Marcus from finance",
        ["Dr. Kline", "the CNO", "Marcus"]
      ),
      (
        "she told me to talk to Ben's boss, and somebody in the union",
        ["Ben's boss", "somebody in the union"]
      ),
      ("sam\ncto", ["Sam", "cto"]), ("Frau Weber und ihr Mann", ["Frau Weber", "ihr Mann"]),
      ("Kim and HR", ["Kim", "HR"]),
    ])
  func several(entry: String, names: [String]) {
    #expect(NamedPerson.people(in: entry).map(\.name) == names)
  }

  @Test(
    "an “and” inside what somebody is makes no two of them",
    arguments: [
      ("the head of sales and marketing", "the head of sales and marketing"),
      ("Kim from sales and marketing", "Kim"), ("my boss and mentor Tom", "Tom"),
      ("Rosa, director and owner", "Rosa"),
    ])
  func one(entry: String, name: String) {
    #expect(NamedPerson.people(in: entry).map(\.name) == [name])
  }

  @Test(
    "are greeted by their given name, or by titles and surname; a surname alone is left open",
    arguments: [
      ("Rosa Beispiel", "Rosa"), ("Dr. Ana Lopez", "Dr. Lopez"), ("Doe, Jane", "Jane"),
      ("Ölçer, İbrahim", "İbrahim"), ("Prof. Hanna van der Berg", "Prof. van der Berg"),
      ("tom", "Tom"), ("Herr Ministerialrat Dr. Beispiel", "Herr Dr. Beispiel"),
      ("Dr. med. Ana Lopez", "Dr. Lopez"), ("Lopez Ana", "Ana"),
      ("Freiherr von Hohenfels", "Freiherr von Hohenfels"), ("J. Muster", "J. Muster"),
      ("van der Berg", nil), ("Uncle Joe", "Uncle Joe"), ("Sister Agnes", "Sister Agnes"),
    ])
  func address(name: String, greeting: String?) {
    #expect(NamedPerson.address(of: name, isFormal: false) == greeting)
  }

  @Test(
    "who they are goes with them",
    arguments: [
      ("my brother in law Tom", "my brother in law"),
      ("Jan Muster, keeper of instruments", "keeper of instruments"),
      ("Meine frühere Amtsleiterin, Frau Brandl", "Meine frühere Amtsleiterin"),
      ("Mina Muster, her paper on night shifts", "her paper on night shifts"),
      ("Rosa Beispiel <rosa@example.com>", "rosa@example.com"), ("die Petra", nil),
      ("my sister Lena", "my sister"), ("my cousin Reza and me", "my cousin"),
    ])
  func notes(entry: String, note: String?) {
    #expect(NamedPerson.people(in: entry).map(\.note) == [note])
  }

  @Test(
    "the name alone is told where a sentence was made of it",
    arguments: [
      ("talked to kline today, went great", "Kline"), ("Rosa Beispiel", nil),
      ("Radka and Tom", nil),
      ("had coffee with Noor Example yesterday", "Noor Example"), ("my boss", nil),
      ("mit Frau Brandt am Mittwoch, war nett", "Frau Brandt"),
      ("Reza, on sunday, over dinner", "Reza"), ("Jan Muster, keeper of instruments", nil),
    ])
  func spokenOf(entry: String, name: String?) {
    #expect(NamedPerson.nameSpokenOf(in: entry) == name)
  }

  @Test("“Dr Who's colleague” is somebody else, whose name follows")
  func ofAnother() {
    #expect(NamedPerson.people(in: "Dr Who's colleague, Amy Pond").map(\.name) == ["Amy Pond"])
  }

  @Test("who is family is known by what was said of them, and called so where that is a name")
  func family() {
    func contact(_ name: String, _ relation: String? = nil) -> Contact {
      var contact = Contact(name: name)
      contact.relation = relation
      return contact
    }
    #expect(contact("my mum").kinName == "Mum" && contact("Mama").kinName == "Mama")
    #expect(contact("my boss").kinName == nil && contact("my brother").kinName == nil)
    let family = [
      contact("my brother"), contact("Reza", "my cousin"), contact("Uncle Joe"), contact("Oma"),
      contact("Lena", "my sister"),
    ]
    #expect(family.filter { !$0.isFamily }.map(\.name) == [])
    let others = [
      contact("Sister Agnes"), contact("Agnes", "Schwester"), contact("Rosa", "my old boss"),
      contact("my boss"),
    ]
    #expect(others.filter(\.isFamily).map(\.name) == [])
  }
}
