import EmotionCore
import FoundationEssentials

/// A log as a diligent person leaves it, written without Inkling.
enum History {
  /// Writes a log of `count` reviews, one day's after the other, into an empty home.
  static func write(reviews count: Int, home: String) throws {
    let words = Workshop.library().teachingOrder
    let skills = ["recognize", "recall"]
    let today = Int(Date().timeIntervalSince1970 / 86_400)
    let perDay = 40
    let firstDay = today - count / perDay
    var lines = ""
    for number in 0..<count {
      let day = firstDay + number / perDay
      let time = (day * 86_400 + 43_200 + number % perDay * 20) * 1000
      let card = "\(words[number % words.count])/\(skills[number / words.count % 2])"
      let grade = [3, 3, 2, 4, 3, 1, 3][number % 7]
      lines +=
        #"{"at":\#(time),"day":\#(day),"id":"bench2:\#(number + 1)","off":0,"# + #""review":{"#
        + #""card":"\#(card)","grade":\#(grade),"ms":\#(3000 + number % 5 * 900)},"v":1}"# + "\n"
    }
    let folder = home + "/.local/share/inkling/log"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(lines.utf8).write(to: URL(filePath: folder + "/bench2.jsonl"))
  }
}
