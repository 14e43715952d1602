extension FSRS6 {
  /// Rises as retrievability falls. R(t,S) = (1 + F·t/S)^(−w20) depends on t/S alone, whatever the
  /// parameters, so that putting cards in order needs no power.
  /// - Returns: elapsed days by stability, 0 or more.
  public static func urgency(stability: Stability, elapsedDays: Int) -> Double {
    Double(max(0, elapsedDays)) / stability
  }
}
