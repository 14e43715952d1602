/// Says what there is to say about the import of a table.
public struct ImportTalk {
  let file: String
  let table: CheckInTable
  let plan: ImportPlan

  public init(file: String, table: CheckInTable, plan: ImportPlan) {
    (self.file, self.table, self.plan) = (file, table, plan)
  }

  /// The first sentence.
  /// - Parameters:
  ///   - log: the path of what is written.
  ///   - isRehearsal: whether nothing is.
  public func summary(log: String, isRehearsal: Bool) -> String {
    let known = Self.known(plan.known)
    let fixed = Self.checkIns(plan.corrected.count)
    if plan.new.isEmpty, plan.corrected.isEmpty {
      return plan.known == 0
        ? "There's nothing to import in \(file)."
        : "Everything in \(file) is there already, and nothing was changed."
    }
    if plan.new.isEmpty {
      return isRehearsal
        ? "\(fixed) would be changed to what \(file) says now\(known); nothing was changed."
        : "Changed \(fixed) to what \(file) says now, in \(log)\(known)."
    }
    let things = "\(Self.checkIns(plan.new.count)) \(span)"
    let changed = "\(plan.corrected.count) \(isRehearsal ? "would change" : "changed")"
    let also = plan.corrected.isEmpty ? "" : "; \(changed) to what it says now"
    return isRehearsal
      ? "\(things) would be imported\(known)\(also); nothing was changed."
      : "Imported \(things) into \(log)\(known)\(also)."
  }

  /// The end of a sentence when some were there already.
  public static func known(_ count: Int) -> String {
    count == 0 ? "" : count == 1 ? "; 1 was there already" : "; \(count) were there already"
  }

  private static func checkIns(_ count: Int) -> String {
    count == 1 ? "1 check-in" : "\(count) check-ins"
  }

  /// The first and the last date of what's new, as the file says them.
  private var span: String {
    let days = plan.new.map(\.row.date.daysSince1970)
    guard let first = days.min(), let last = days.max() else { return "" }
    let start = CalendarDay(daysSince1970: first).iso
    let end = CalendarDay(daysSince1970: last).iso
    return first == last ? "of \(start)" : "from \(start) to \(end)"
  }

  /// A sentence for each thing that may not be as it seems.
  public var remarks: [String] { entryRemarks + wordRemarks + tableRemarks }

  private var entryRemarks: [String] {
    var remarks: [String] = []
    if plan.deleted > 0 {
      remarks.append(
        plan.deleted == 1
          ? "One check-in is left out since it was deleted here before; --deleted takes it in."
          : "\(plan.deleted) check-ins are left out since they were deleted here before; --deleted "
            + "takes them in.")
    }
    if plan.locked > 0 {
      remarks.append(
        plan.locked == 1
          ? "One that was there is locked, so it can't be told whether the file says something else "
            + "now."
          : "\(plan.locked) that were there are locked, so it can't be told whether the file says "
            + "something else now.")
    }
    if plan.doubtful > 0 {
      remarks.append(
        "\(plan.doubtful) check-ins are of times at which something was deleted here, and which was "
          + "it cannot be told: look for them in the journal.")
    }
    if let first = plan.differing.first {
      let count = plan.differing.count
      let line = plan.differing.map(\.line).min() ?? first.line
      remarks.append(
        count == 1
          ? "One check-in, line \(line), says something else than here, where you wrote or "
            + "changed it: yours stays."
          : "\(count) check-ins, the first in line \(line), "
            + "say something else than here, where you wrote or changed them: yours stay.")
    }
    return remarks
  }

  private var wordRemarks: [String] {
    guard let first = table.unknown.first else { return [] }
    let words = table.unknown.prefix(8).joined(separator: ", ")
    let more = table.unknown.count > 8 ? " …" : ""
    let label = first.replacing("'", with: "'\\''")
    let isPlain = label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let advice =
      "; to say what \(first) means, once: --word \(isPlain ? label : "'\(label)'")=WORD."
    return [
      table.unknown.count == 1
        ? "One word isn't in the lexicon and is kept as it is: \(words)\(advice)"
        : "\(table.unknown.count) words aren't in the lexicon and are kept as they are: "
          + "\(words)\(more)\(advice)"
    ]
  }

  private var tableRemarks: [String] {
    var remarks: [String] = []
    if table.wordless > 0 {
      remarks.append(
        table.wordless == 1
          ? "One row names no feeling and is left out."
          : "\(table.wordless) rows name no feeling and are left out.")
    }
    if !table.unused.isEmpty {
      let names = table.unused.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      let more = table.unused.count > 8 ? " …" : ""
      remarks.append(
        table.unused.count == 1
          ? "Nothing was taken from the column \(names); "
            + "\(CheckInColumns.argument(.tags, table.unused[0])) puts it into the note."
          : "Nothing was taken from the columns \(names)\(more); --map tags=COLUMN puts one into the "
            + "note.")
    }
    return remarks
  }
}
