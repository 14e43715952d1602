/// The export, a JSON document for ever to be read:
///
/// ```
/// {"inkling":1,"events":[
/// {"at":1795295640000,"checkin":{…},"day":20778,"id":"k3x9d2ma:17","off":60,"v":1},
/// …
/// ]}
/// ```
///
/// - `inkling`: the version of this schema. Fields may be added in a version, never renamed; what
///   has a higher version is refused.
/// - `events`: every line of every log as it is there, in replay order, each id once:
///   - `v`: the version of the line, 1
///   - `id`: "device:counter"
///   - `at`: milliseconds since 1970-01-01 00:00 UTC
///   - `off`: local time minus UTC, in minutes
///   - `day`: the day it counted as, days since 1970-01-01; a day begins at 04:00
///   - `replaces`, where it stands in another event's place: that event's id
///   - and one field that says what happened: `review`, `checkin`, `amend`, `remove`, `keep`,
///     `plan`, `sealed`, `undo` (an id) or `gone` (true: it was taken out).
/// - `vault`, before `events` where sealed ones may be among them: what the vault's file holds, which
///   with the passphrase opens them.
extension EventArchive {
  /// The newest version of the schema that is written and read.
  public static var version: Int { 1 }

  /// - Parameters:
  ///   - vault: an object of JSON that opens what is sealed.
  ///   - open: gives the deed that a sealed one hides; nil leaves it as it is.
  public func json(
    vault: [UInt8]? = nil, opening open: (Event<Deed>) -> Deed? = { _ in nil }
  ) -> [UInt8] {
    var output = Array("{\"inkling\":\(Self.version),".utf8)
    if let vault, let text = try? JSONText.compact(vault) {
      output += "\"vault\":".utf8 + text + ",".utf8
    }
    output += "\"events\":[".utf8
    for (index, event) in events.enumerated() {
      output += index == 0 ? "\n".utf8 : ",\n".utf8
      if event.event.deed != nil, let opened = open(event.event),
        let readable = ArchivedEvent(event.event.with(.deed(opened)))
      {
        output += readable.text
      } else {
        output += event.text
      }
    }
    return output + (events.isEmpty ? "]}\n".utf8 : "\n]}\n".utf8)
  }

  /// What an export holds.
  public struct Document: Sendable {
    /// In the order of the file, each with the line it begins on.
    public var events: [(line: Int, event: ArchivedEvent<Deed>)] = []
    /// An object of JSON, compact.
    public let vault: [UInt8]?
  }

  /// Reads an export.
  public static func read(_ bytes: [UInt8]) throws(ImportProblem) -> Document {
    let (lines, vault) = try parts(of: bytes)
    var first: [EventID: Int] = [:]
    var document = Document(vault: vault)
    for (line, text) in lines {
      let event: ArchivedEvent<Deed>
      do throws(ArchivedEvent<Deed>.Problem) { event = try ArchivedEvent(compact: text) } catch {
        switch error {
        case .newerVersion: throw .newer
        case .noEvent(let reason): throw .at(line: line, "is not an event: \(reason)")
        }
      }
      if let index = first[event.id] {
        let other = document.events[index]
        guard other.event.says(event) else {
          throw .at(line: line, "has the id \(event.id), as line \(other.line) has")
        }
        continue
      }
      first[event.id] = document.events.count
      document.events.append((line, event))
    }
    return document
  }

  private static func parts(
    of bytes: [UInt8]
  ) throws(ImportProblem) -> (lines: [(line: Int, text: [UInt8])], vault: [UInt8]?) {
    var version: [UInt8]?
    var vault: [UInt8]?
    var events: [(line: Int, text: [UInt8])]?
    do throws(JSONText.Problem) {
      var text = JSONText(bytes)
      try text.members { text, name throws(JSONText.Problem) in
        switch name {
        case "inkling": version = try text.value()
        case "vault": vault = try text.value()
        case "events":
          var list: [(line: Int, text: [UInt8])] = []
          try text.elements { text, line throws(JSONText.Problem) in
            list.append((line, try text.value()))
          }
          events = list
        default: _ = try text.value()
        }
      }
      try text.end()
    } catch {
      // A list, or a text: sound, but not ours.
      if (try? JSONText.compact(bytes)) != nil {
        throw .whole(version == nil ? notOurs : withoutEvents)
      }
      throw .at(line: error.line, "is not JSON: \(error.text)")
    }
    guard let version, let number = Int(String(decoding: version, as: UTF8.self)) else {
      throw .whole(notOurs)
    }
    guard number <= Self.version else { throw .newer }
    guard number == Self.version, let events else {
      throw .whole(withoutEvents)
    }
    return (events, vault)
  }

  private static var withoutEvents: String {
    "is not an export of Inkling: it has no list “events”"
  }

  private static var notOurs: String {
    "is JSON of another program, and the only JSON Inkling reads is its own export: have that "
      + "program write a table (CSV), and import that"
  }
}

/// Why a file cannot be imported; nothing of it was.
public enum ImportProblem: Error, Equatable, Sendable {
  /// What is wrong with a line follows "line 3": "has the id desk:4, as line 2 has".
  case at(line: Int, String)
  /// Follows the name of the file.
  case whole(String)
  /// It was written by a version that this one does not know.
  case newer

  /// One sentence: what happened, to which file, and what to do.
  public func sentence(_ file: String) -> String {
    switch self {
    case .at(let line, let text): "Nothing was imported: line \(line) of \(file) \(text)."
    case .whole(let text): "Nothing was imported: \(file) \(text)."
    case .newer:
      "Nothing was imported: \(file) was written by a newer version of Inkling; update Inkling to "
        + "import it."
    }
  }
}
