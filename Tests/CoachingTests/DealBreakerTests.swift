import Testing

@testable import Coaching

@Suite("what somebody would refuse")
struct DealBreakerTests {
  @Test(
    "a deal-breaker that was said as a wish is the thing itself",
    arguments: [
      ("no travel", "travel"), ("No night shifts at all", "night shifts at all"),
      ("keine Reisen", "Reisen"), ("kein Großraumbüro", "Großraumbüro"),
    ])
  func wish(answer: String, thing: String) {
    #expect(DealBreaker.thing(in: answer) == thing)
  }

  @Test(
    "what nobody refuses, and any other words, stay as they are said",
    arguments: [
      "no respect", "no lunch break", "keine Wertschätzung", "travel", "no", "nobody to talk to",
      "No, I would refuse travel",
    ])
  func asSaid(answer: String) {
    #expect(DealBreaker.thing(in: answer) == answer)
  }
}
