import EmotionCore
import SpacedRepetition
import Storage

/// What a table may hold that was imported or written here before: the next export of a mood
/// tracker holds all of the last one.
struct CheckInsThere {
  /// What is at a second: tables know no finer time.
  private struct Second {
    /// As they were made and as they were amended to, and as a table gives them back.
    var checkIns: [CheckIn] = []
    /// How many entries are there that cannot be read.
    var sealed = 0
    /// How many events were there of which nothing is left.
    var gone = 0
  }

  private var seconds: [Int64: Second] = [:]

  init(_ archive: EventArchive<Deed>, _ lexicon: Lexicon) {
    var made: [String: Int64] = [:]
    func add(_ checkIn: CheckIn, at second: Int64) {
      seconds[second, default: Second()].checkIns.append(
        CheckInTable.readBack(checkIn, lexicon: lexicon))
    }
    for event in archive.events {
      let second = event.stamp.milliseconds / 1000
      switch event.body {
      case .deed(.checkedIn(let checkIn)):
        made[event.id.description] = second
        add(checkIn, at: second)
      case .deed(.amended(let amendment)):
        if let second = made[amendment.entry] { add(amendment.checkIn, at: second) }
      case .deed(.sealed(let sealed)):
        if sealed.amends == nil { seconds[second, default: Second()].sealed += 1 }
      case .gone: seconds[second, default: Second()].gone += 1
      case .deed, .undo: break
      }
    }
  }

  /// Sorts out what is there already.
  ///
  /// A tombstone says no more than when something was. As many entries of that second as there are
  /// tombstones may be what was deleted, and stay away; where there are more, some of them are new,
  /// and rather one that was deleted comes back than one is lost.
  func sort(_ entries: [CheckInTable.Entry], withDeleted: Bool) -> Sorted {
    func second(_ entry: CheckInTable.Entry) -> Int64 { entry.moment.milliseconds / 1000 }
    var unknown: [Int64: Int] = [:]
    let rest = entries.filter { entry in
      let isThere = seconds[second(entry)]?.checkIns.contains(entry.checkIn) ?? false
      if !isThere { unknown[second(entry), default: 0] += 1 }
      return !isThere
    }
    var sorted = Sorted(known: entries.count - rest.count)
    var sealed = seconds.mapValues(\.sealed)
    for entry in rest {
      let second = second(entry)
      let there = seconds[second] ?? Second()
      if sealed[second] ?? 0 > 0 {
        sealed[second, default: 0] -= 1
        sorted.known += 1
      } else if !withDeleted, (unknown[second] ?? 0) - there.sealed <= there.gone {
        sorted.deleted += 1
      } else {
        sorted.new.append(entry)
        if !withDeleted, there.gone > 0 { sorted.doubtful += 1 }
      }
    }
    return sorted
  }

  struct Sorted {
    var new: [CheckInTable.Entry] = []
    /// How many are there already.
    var known = 0
    /// How many were deleted here.
    var deleted = 0
    /// How many of the new ones may have been.
    var doubtful = 0

    /// A sentence for what may not be as it seems.
    var remarks: [String] {
      var remarks: [String] = []
      if deleted > 0 {
        remarks.append(
          deleted == 1
            ? "One check-in is left out since it was deleted here before; --deleted takes it in."
            : "\(deleted) check-ins are left out since they were deleted here before; --deleted takes "
              + "them in.")
      }
      if doubtful > 0 {
        remarks.append(
          "\(doubtful) check-ins are of times at which something was deleted here, and which was it "
            + "cannot be told: look for them in the journal.")
      }
      return remarks
    }
  }
}
