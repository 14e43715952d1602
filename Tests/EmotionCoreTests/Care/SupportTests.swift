import Foundation
import Testing

@testable import EmotionCore

@Suite struct SupportTests {
  @Test func manyCountriesAreKnown() {
    let support = RealData.library().support
    #expect(support.count >= 25)
    for country in ["US", "CA", "GB", "IE", "AU", "NZ", "ZA", "IN", "DE", "FR", "ES", "BR", "JP"] {
      #expect(support.contains { $0.country == country }, "\(country)")
    }
  }

  @Test(
    arguments: [
      ([nil, nil, "en_US.UTF-8"], "US"), ([nil, nil, "en_GB"], "GB"),
      ([nil, "de_AT@euro", "en_US"], "AT"),
      (["fr_CH.UTF-8", "de_DE", "en_US"], "CH"), (["C.UTF-8", nil, "pt_BR.UTF-8"], "BR"),
      ([nil, nil, "C"], nil), ([nil, nil, "POSIX"], nil), ([nil, nil, nil], nil),
      (["", "", ""], nil),
      ([nil, nil, "en"], nil), ([nil, nil, "sr_RS.UTF-8@latin"], "RS"), ([nil, nil, "_"], nil),
      ([nil, nil, "en_us"], nil), ([nil, nil, "zh_Hans_HK.UTF-8"], "HK"),
    ] as [([String?], String?)])
  func theLocaleSaysWhere(_ names: [String?], _ territory: String?) {
    #expect(Support.territory(ofLocales: names) == territory)
  }

  @Test(arguments: [
    ("DE", "DE"), ("germany", "DE"), ("new zea", "NZ"), ("UK", "GB"), ("usa", "US"), ("xx", nil),
    ("", nil),
    ("…", nil),
  ])
  func aCountryIsFoundByName(_ text: String, _ country: String?) {
    #expect(RealData.library().support(named: text)?.country == country)
  }

  @Test func aLineSaysHowItIsReached() throws {
    let library = RealData.library()
    let us = try #require(library.support(in: "US"))
    #expect(us.lines.first?.way == "call or text, any hour")
    let shout = try #require(library.support(in: "GB")?.lines.last)
    #expect(shout.way == "text SHOUT, any hour")
    #expect(library.support(in: "XX") == nil)
    #expect(library.support(in: nil) == nil)
  }

  private static let sound = """
    {"country": "US", "name": "United States", "emergency": "911", "lines": [{"name": "Lifeline",
    "how": ["call"], "number": "988", "hours": "any hour", "languages": "English",
    "source": "https://example.org", "seen": "https://example.org/news", "checked": "2026-12-01"}]}
    """

  private static func problems(_ change: (String) -> String, today: String = "2026-12-02")
    -> [String]
  {
    Sample.withLibrary(["support.json": "[\(change(sound))]"]) { library in
      ContentCheck(library, today: CalendarDay(iso: today)?.daysSince1970).supportProblems()
        .map(\.description)
    }
  }

  @Test(arguments: [
    ("\"US\"", "\"us\"", "is not two capital letters"),
    ("\"911\"", "\"\"", "is not a number to call"),
    ("\"988\"", "\"call us\"", "is not a number to call"),
    ("\"call\"", "\"fax\"", "not by call, text"),
    ("\"any hour\"", "\"\"", "is empty"), ("https://example.org\",", "example.org\",", "own page"),
    ("2026-12-01", "2026-13-01", "is not a date"),
    ("2026-12-01", "2025-12-01", "more than a year ago"),
  ])
  func whatBreaksARuleIsTold(_ old: String, _ new: String, _ what: String) {
    #expect(Self.problems { $0 } == [])
    let problems = Self.problems { $0.replacing(old, with: new) }
    #expect(problems.contains { $0.contains(what) }, "\(problems)")
  }

  @Test func aYearIsLongEnough() {
    #expect(Self.problems({ $0 }, today: "2027-12-01") == [])
    #expect(Self.problems({ $0 }, today: "2027-12-02").count == 1)
  }
}

/// This suite is meant to fail one day: a number that was checked more than a year ago may ring nowhere.
@Suite struct SupportLinesAreFresh {
  @Test func everyLineWasCheckedWithinAYear() {
    let today = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
    for problem in ContentCheck(RealData.library(), today: today).supportProblems() {
      Issue.record(
        """
        \(problem)
        Time has passed, and that's all that's wrong: look every line of Data/support.json up anew, as \
        Data/README.md says, and set its “checked” to the day you did.
        """)
    }
  }
}
