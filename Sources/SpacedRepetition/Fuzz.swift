/// Spreads intervals a little, so that cards answered together do not come back together for ever.
/// The ranges are Anki's and FSRS's: ±15 % up to 7 days, 10 % up to 20, 5 % above, and one day.
public enum Fuzz {
  /// The shortest and longest interval `days` may become, in days; nil under 3 days.
  /// - Parameter maximum: the longest they may become, 1…36500.
  public static func bounds(_ days: Int, maximum: Int = 36500) -> ClosedRange<Int>? {
    guard days >= 3 else { return nil }
    let maximum = maximum.clamped(to: 1...36500)
    let interval = Double(days)
    let delta =
      1 + 0.15 * max(0, min(interval, 7) - 2.5) + 0.10 * max(0, min(interval, 20) - 7)
      + 0.05 * max(0, interval - 20)
    func whole(_ value: Double) -> Int { Int(min(value.rounded(), Double(maximum))) }
    return whole(interval - delta)...whole(interval + delta)
  }

  /// `days` moved within its bounds by `dice`, a number in 0..<1, or moved there; every day is as
  /// likely.
  public static func days(_ days: Int, dice: Double, maximum: Int = 36500) -> Int {
    guard let bounds = bounds(days, maximum: maximum) else { return days }
    let width = Double(bounds.upperBound - bounds.lowerBound + 1)
    return min(bounds.lowerBound + Int(sound(dice) * width), bounds.upperBound)
  }

  /// The longest interval, in days, that goes by the load: for longer ones the counts, which stand
  /// for a while only, tell little, and looking at every day would cost more.
  private static let longestBalanced = 365

  /// `days` after the logical day `today`, moved within its bounds by `dice`, a number in 0..<1: the
  /// likelier a day, the fewer cards are due on it and the larger its weekday's share.
  ///
  /// A day weighs its share s where nothing is due on it, else s·(s/n)²/I for n cards and an
  /// interval of I days: so that the cards on a weekday tend to be in proportion to its share, and
  /// that the days further off, emptier as yet, do not draw every card to them. After the load
  /// balancer of Anki (rslib/src/scheduler/states/load_balancer.rs), whose weights 1/(n²I) became
  /// n^(−2.15)/I³ later: those shorten intervals more. Without load every day is as likely, and the
  /// result that of plain fuzz.
  public static func days(
    _ days: Int, dice: Double, maximum: Int = 36500, from today: Int, load: DayLoad
  ) -> Int {
    guard !load.isEven, days <= longestBalanced, let bounds = bounds(days, maximum: maximum) else {
      return Self.days(days, dice: dice, maximum: maximum)
    }
    let today = today.clamped(to: Moment.dayRange)
    var rest = sound(dice) * bounds.reduce(0) { $0 + load.weight(of: $1, from: today) }
    for interval in bounds {
      rest -= load.weight(of: interval, from: today)
      if rest < 0 { return interval }
    }
    // No day has a share at all, or the last one was missed by rounding.
    return Self.days(days, dice: dice, maximum: maximum)
  }

  /// Dice within 0..<1; what is no number is 0.
  private static func sound(_ dice: Double) -> Double { dice > 0 ? min(dice, 1.0.nextDown) : 0 }

  /// A number in 0..<1 that is the same on every device: FNV-1a of the card's key and repetition,
  /// then the finalizer of SplitMix64, since FNV alone leaves the high bits alike.
  public static func dice(card: String, repetition: Int) -> Double {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(card)#\(repetition)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    hash ^= hash >> 31
    return Double(hash >> 11) / Double(1 << 53)
  }
}
