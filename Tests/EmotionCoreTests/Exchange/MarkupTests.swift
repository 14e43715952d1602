import Testing

@testable import EmotionCore

@Suite struct MarkupTests {
  @Test(arguments: [
    ("a<br>b", "a\nb"), ("a<br/>b<BR />c", "a\nb\nc"), ("<p>a</p><p>b</p>", "a\nb\n"),
    ("<div>a</div>", "a\n"), ("<b>a</b> <i class=\"x\">b</i>", "a b"),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n- b\n\n"), ("&lt;3 &amp; &quot;x&quot;", "<3 & \"x\""),
    ("&#39;&#x27;&nbsp;&hellip;", "'' …"), ("<span style='color:red'>a</span>", "a"),
  ])
  func tagsAndEntities(_ text: String, _ plain: String) { #expect(Markup.plain(text) == plain) }

  @Test(arguments: [
    "a < b > c", "<3", "<", "&", "&&amp", "&nosuch;", "&#x110000;", "&#xD800;", "<brother>", "<b",
    "x<y & y>z", "<https://example.org>", "R&D;", "<!-- -->", "&;", "&#;",
  ])
  func whatPeopleWriteStays(_ text: String) { #expect(Markup.plain(text) == text) }

  @Test func manySignsTakeNoLongTime() {
    let text = String(repeating: "<&", count: 50_000)
    #expect(Markup.plain(text) == text)
  }
}
