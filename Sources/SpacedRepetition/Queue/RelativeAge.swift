extension FSRS6 {
  /// What puts cards in order by retrievability, the highest first. R(t,S) = (1 + F·t/S)^(−w20)
  /// falls with t/S alone, whatever the parameters, so that the order needs no power.
  /// - Returns: elapsed days by stability, 0 or more.
  public static func relativeAge(stability: Stability, elapsedDays: Int) -> Double {
    Double(max(0, elapsedDays)) / stability
  }
}
