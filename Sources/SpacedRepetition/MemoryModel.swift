/// A model of memory: how likely recall is, and what an answer changes. Pure functions of values.
///
/// The scheduler knows a model by this alone, so another one takes its place by conforming; the log
/// keeps logical days and exact times, so the new one can replay it.
public protocol MemoryModel: Equatable, Sendable {
  /// What the model remembers of a card.
  associatedtype Trace: Equatable, Codable, Sendable
  /// What the model works out once about a desired retention, to find many intervals with it.
  associatedtype Target: Equatable, Sendable

  /// The probability of recall, 0…1, `elapsed` after the last answer; it never rises with time.
  func retrievability(of trace: Trace, after elapsed: Elapsed) -> Retrievability

  /// What puts cards in order by retrievability, the highest first: of two cards the one with the
  /// lower rank is remembered at least as likely. Minus the retrievability, unless a model knows a
  /// cheaper one.
  func rank(of trace: Trace, after elapsed: Elapsed) -> Double

  /// What `interval(of:to:)` needs of a desired retention, 0…1, both excluded.
  func target(retention: Retrievability) -> Target

  /// Days until recall has fallen to the target, before rounding. ≥ 0.
  func interval(of trace: Trace, to target: Target) -> Double

  /// The traces that a first answer leaves.
  var first: ByGrade<Trace> { get }

  /// The trace after another answer, `elapsed` after the last.
  func next(_ trace: Trace, _ grade: Grade, after elapsed: Elapsed) -> Trace

  /// The traces after each of the four answers, equal to those found one by one; cheaper, since
  /// they share most of the work.
  func next(_ trace: Trace, after elapsed: Elapsed) -> ByGrade<Trace>
}

extension MemoryModel {
  /// Minus the retrievability.
  public func rank(of trace: Trace, after elapsed: Elapsed) -> Double {
    -retrievability(of: trace, after: elapsed)
  }

  /// Days until recall has fallen to `retention`, 0…1, both excluded; before rounding.
  public func interval(of trace: Trace, retention: Retrievability) -> Double {
    interval(of: trace, to: target(retention: retention))
  }

  /// The trace after an answer to a card that may be new; for such a card `elapsed` is ignored.
  @inlinable
  public func next(_ memory: Memory<Trace>, _ grade: Grade, after elapsed: Elapsed) -> Trace {
    switch memory {
    case .new: first[grade]
    case .reviewed(let trace): next(trace, grade, after: elapsed)
    }
  }
}
