import EmotionCore
import SpacedRepetition
import Terminal
import Testing

@testable import Screens

@Suite struct Keys {
  /// Every key in a footer does something: the screen, the log or the program changes.
  @Test(arguments: GoldenTests.scenes.indices)
  func everyKeyInTheFooterWorks(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    for hint in rehearsal.app.hints(rehearsal.world) where hint.inFooter {
      let responds = hint.keys.contains { key in
        var copy = rehearsal
        copy.press(key)
        return copy.frame() != rehearsal.frame() || copy.log.count != rehearsal.log.count
          || copy.hasQuit
      }
      // At the end of a list ↓ has nowhere to go, but then ↑ has; a list of one has neither.
      let isMove = hint.shown == "↑↓"
      #expect(
        responds || isMove && (moves(rehearsal, "<Up>") || !moves(rehearsal, "<Down>")),
        "\(scene.name): \(hint.shown) \(hint.label)")
    }
  }

  private func moves(_ rehearsal: Rehearsal, _ key: String) -> Bool {
    var copy = rehearsal
    copy.press(key)
    return copy.frame() != rehearsal.frame()
  }

  @Test(arguments: GoldenTests.scenes.indices)
  func escapeAlwaysLeadsOut(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    for _ in 0..<6 { rehearsal.press("<Esc>") }
    if !rehearsal.hasQuit { rehearsal.press("q") }
    #expect(rehearsal.hasQuit, "\(scene.name)")
  }

  @Test(arguments: GoldenTests.scenes.indices)
  func controlCAlwaysLeaves(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    rehearsal.press("<^C>")
    #expect(rehearsal.hasQuit)
  }

  /// Every size from too small to large draws without a trap, and nothing stands outside.
  @Test(arguments: GoldenTests.scenes.indices)
  func everySizeDraws(_ index: Int) {
    let scene = GoldenTests.scenes[index]
    var rehearsal = Rehearsal(scene.start, after: scene.deeds)
    rehearsal.play(scene.keys)
    for (columns, rows) in [(1, 1), (20, 5), (40, 12), (41, 13), (59, 17), (60, 18), (200, 70)] {
      let frame = rehearsal.frame(columns: columns, rows: rows)
      #expect(frame.size == Size(columns: columns, rows: rows))
    }
  }

  @Test func helpListsEveryKeyOfTheScreen() {
    let rehearsal = Rehearsal(.name)
    let hints = rehearsal.app.hints(rehearsal.world)
    var helped = rehearsal
    helped.press("?")
    let area = Area(columns: 76, rows: 100, isCompact: false)
    let page = helped.app.content(helped.world, area).lines
      .map { $0.spans.map(\.text).joined() }.joined(separator: "\n")
    for hint in hints { #expect(page.contains(hint.help)) }
  }
}
