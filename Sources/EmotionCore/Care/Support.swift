/// Whom one can call in a country, out of `Data/support.json`.
public struct Support: Equatable, Sendable {
  /// Two capital letters: "US".
  public let country: String
  /// In English: "United States".
  public let name: String
  /// The number for an emergency that's happening now.
  public let emergency: String
  /// Crisis lines, the first to be tried first.
  public let lines: [CrisisLine]
}

/// A line that listens to whoever thinks of ending their life.
public struct CrisisLine: Equatable, Sendable {
  public let name: String
  /// "call", "text", "WhatsApp".
  public let how: [String]
  public let number: String
  /// The word to text, where one is asked for.
  public let text: String?
  /// "any hour", or which hours.
  public let hours: String
  /// What's spoken there.
  public let languages: String
  /// The organization's own page.
  public let source: String
  /// Where the number was seen.
  public let seen: String
  /// When it was last checked: "2026-12-01".
  public let checked: String

  /// How to reach it, for a person: "call or text, any hour", "text SHOUT, any hour".
  public var way: String {
    let ways = how.map {
      $0 == "text" ? (["text"] + [text].compactMap(\.self)).joined(separator: " ") : $0
    }
    return ways.joined(separator: " or ") + ", " + hours
  }
}

extension Support {
  /// The territory of a locale, by the variables that name one, the strongest first.
  /// - Parameter names: the values of `LC_ALL`, `LC_MESSAGES` and `LANG`: "en_US.UTF-8".
  /// - Returns: two capital letters, nil where none of them says: "C.UTF-8".
  public static func territory(ofLocales names: [String?]) -> String? {
    names.lazy.compactMap(\.self).compactMap { name in
      let parts = name.prefix { $0 != "." && $0 != "@" }.split(separator: "_")
      guard parts.count > 1, let last = parts.last, last.utf8.count == 2,
        last.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 })
      else { return nil }
      return String(last)
    }.first
  }
}

extension Library {
  /// Whom one can call in a territory; nil where nothing is known of it.
  public func support(in territory: String?) -> Support? {
    territory.flatMap { code in support.first { $0.country == code } }
  }

  /// The country that a person means by its code or by the beginning of its name.
  public func support(named text: String) -> Support? {
    let query = Spelling.normalized(text)
    guard !query.isEmpty else { return nil }
    let asked = ["uk": "gb", "usa": "us", "america": "us", "england": "gb"][query] ?? query
    return support.first { $0.country.lowercased() == asked }
      ?? support.first { Spelling.normalized($0.name).hasPrefix(asked) }
  }
}
