import CPty

extension Array where Element: BinaryFloatingPoint {
  /// 0 of nothing.
  var mean: Element { isEmpty ? 0 : reduce(0, +) / Element(count) }

  /// Of the mean; 0 of fewer than two.
  var standardError: Element {
    guard count > 1 else { return 0 }
    let mean = mean
    let squares = reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Element(count - 1) / Element(count)).squareRoot()
  }

  /// The middle value; the mean of the two middle ones of an even number. 0 of nothing.
  var median: Element {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }

  /// The smallest value that at least `part` of all values do not exceed. 0 of nothing.
  func quantile(_ part: Double) -> Element {
    guard !isEmpty else { return 0 }
    let rank = Int((part * Double(count)).rounded(.up))
    return sorted()[Swift.min(Swift.max(rank - 1, 0), count - 1)]
  }
}

/// How long `body` takes, in nanoseconds.
func duration(_ body: () -> Void) -> Double {
  let start = pty_now()
  body()
  return Double(pty_now() - start)
}

extension Double {
  /// With as many decimals as asked for.
  func text(_ decimals: Int = 2) -> String {
    let scale = (0..<decimals).reduce(1.0) { result, _ in result * 10 }
    let rounded = Int((magnitude * scale).rounded())
    let (whole, part) = rounded.quotientAndRemainder(dividingBy: Int(scale))
    let sign = self < 0 && rounded > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole.grouped)" }
    let digits = String(part)
    return "\(sign)\(whole.grouped)." + String(repeating: "0", count: decimals - digits.count)
      + digits
  }
}

extension Int {
  /// "1,234,567".
  var grouped: String {
    let digits = Array(String(self))
    return digits.enumerated().map { index, digit in
      let rest = digits.count - index
      return index > 0 && rest.isMultiple(of: 3) && digits[index - 1] != "-"
        ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
