import Testing
@testable import nextmove_bench

@Suite("how lists of numbers go together")
struct CorrelationTests {
  @Test("the same order is 1, the reverse −1, whatever the distances")
  func orders() {
    #expect(abs(Correlation.spearman([1, 2, 3, 4], [10, 20, 21, 900]) - 1) < 1e-12)
    #expect(abs(Correlation.spearman([1, 2, 3, 4], [9, 5, 2, -7]) + 1) < 1e-12)
  }

  @Test("equal values share their rank")
  func ties() {
    #expect(abs(Correlation.spearman([1, 1, 2, 2], [1, 2, 1, 2])) < 1e-12)
  }

  @Test("a list that does not vary goes with nothing")
  func constant() {
    #expect(Correlation.spearman([1, 2, 3], [5, 5, 5]) == 0)
    #expect(Correlation.spearman([], []) == 0)
  }

  @Test("the area counts how often one is above the other, equal ones by half")
  func area() {
    #expect(Correlation.areaUnderCurve([3, 4], [1, 2]) == 1)
    #expect(Correlation.areaUnderCurve([1, 2], [1, 2]) == 0.5)
    #expect(Correlation.areaUnderCurve([], [1]) == 0.5)
  }
}
