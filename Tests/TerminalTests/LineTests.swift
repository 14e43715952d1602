import Terminal
import Testing

@Suite struct LineTests {
  @Test(
    arguments: [
      ("overwhelmed", 11, "overwhelmed"), ("overwhelmed", 5, "over…"), ("overwhelmed", 1, "…"),
      ("overwhelmed", 0, ""), ("overwhelmed", -1, ""), ("a bc", 3, "a…"), ("你好吗", 4, "你…"),
      ("你好吗", 5, "你好…"), ("", 0, ""), ("", 4, ""),
    ])
  func isCutWithAnEllipsis(_ text: String, _ columns: Int, _ cut: String) {
    #expect(Line(text).clipped(columns).text == cut)
  }

  @Test(
    arguments: [
      (["ab", "cd"], 2, "a…"), (["ab", "cd"], 3, "ab…"), (["ab", "ab"], 2, "a…"),
      (["ab", "ab"], 3, "ab…"), (["ab", "", "cd"], 2, "a…"), (["ab", " cd"], 3, "ab…"),
      (["ab  ", "cd"], 4, "ab…"), (["ab", ""], 2, "ab"), (["", "ab"], 1, "…"),
    ])
  func isCutWithAnEllipsisWhereverTheSpansMeet(_ spans: [String], _ columns: Int, _ cut: String) {
    let line = Line(spans.map { Span($0) })
    #expect(line.clipped(columns).text == cut)
  }

  @Test func whatIsKeptKeepsItsStyle() {
    let line = Line("ab", .strong) + Line("cdef", .faint)
    #expect(line.clipped(4) == Line("ab", .strong) + Line("c…", .faint))
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func anyLineIsExactlyAsWideAsAsked(_ seed: UInt64) {
    var random = RandomText(seed)
    let line = random.line()
    for columns in 0...30 {
      let clipped = line.clipped(columns)
      #expect(line.fitted(columns).width == columns)
      #expect(clipped.width <= columns)
      #expect(line.fitted(columns).text.hasPrefix(clipped.text))
      if line.width <= columns {
        #expect(clipped == line)
      } else if columns > 0 {
        #expect(clipped.text.last == "…", "\(line.text) in \(columns)")
        #expect(line.text.hasPrefix(clipped.text.dropLast()))
      }
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func twoLinesStandAtTheEdgesOrTheRightOneYields(_ seed: UInt64) {
    var random = RandomText(seed)
    let left = random.line()
    let right = random.line()
    for columns in 0...40 {
      let both = left.justified(with: right, columns: columns)
      guard left.width + 1 + right.width <= columns else {
        #expect(both == left.clipped(columns))
        continue
      }
      #expect(both.width == columns)
      #expect(both.text.hasPrefix(left.text) && both.text.hasSuffix(right.text))
    }
  }
}
