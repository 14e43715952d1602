/// One value for each grade: what each of the four answers would lead to.
public struct ByGrade<Value> {
  /// The value for `Grade.again`.
  public var again: Value
  /// The value for `Grade.hard`.
  public var hard: Value
  /// The value for `Grade.good`.
  public var good: Value
  /// The value for `Grade.easy`.
  public var easy: Value

  /// One value for each of the four grades.
  @inlinable
  public init(again: Value, hard: Value, good: Value, easy: Value) {
    self.again = again
    self.hard = hard
    self.good = good
    self.easy = easy
  }

  /// One value for each of the four grades, worked out grade by grade.
  @inlinable
  public init(_ value: (Grade) -> Value) {
    self.init(again: value(.again), hard: value(.hard), good: value(.good), easy: value(.easy))
  }

  /// The value for a grade.
  @inlinable
  public subscript(grade: Grade) -> Value {
    switch grade {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}

extension ByGrade: Equatable where Value: Equatable {}
extension ByGrade: Sendable where Value: Sendable {}
