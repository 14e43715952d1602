public import SpacedRepetition

/// Numbers as lines of text.
public struct Chart: Sendable {
  public enum Look: Sendable {
    case unicode
    case ascii
    /// Figures alone, for screen readers.
    case figures
  }

  public let look: Look

  public init(_ look: Look) { self.look = look }

  /// Predicted against true recall: figures, and a mark for each on one scale, so that a good
  /// prediction has its marks in one place. At most 74 columns wide.
  public func lines(_ calibration: [Evaluation.Calibration]) -> [String] {
    let lowest = calibration.map { min($0.predicted, $0.recalled) }.min() ?? 0
    let start = max(0, min(0.9, (lowest * 10).rounded(.down) / 10))
    let rows = calibration.map { bin in
      [
        Self.percent(bin.predicted).padded(before: 9),
        Self.percent(bin.recalled).padded(before: 10),
        Self.grouped(bin.reviews).padded(before: 9),
      ].joined(separator: "  ") + ruler(bin, from: start)
    }
    var head = "predicted    recalled    reviews"
    guard look != .figures else { return [head] + rows }
    let left = Self.percent(start)
    head += "   " + left + "100 %".padded(before: Self.columns - left.count)
    let (predicted, recalled, both) = marks
    return [head] + rows + ["\(predicted) predicted, \(recalled) recalled, \(both) both"]
  }

  /// A bar that fills: "[#####     ] 50 %".
  public func bar(_ fraction: Double, columns: Int = 30) -> String {
    let part = min(max(fraction, 0), 1)
    let full = Int(part * Double(columns))
    let (mark, rest) = look == .unicode ? ("█", "░") : ("#", " ")
    return "[" + String(repeating: mark, count: full)
      + String(repeating: rest, count: columns - full) + "] " + Self.percent(part)
  }

  private static let columns = 37

  private var marks: (predicted: Character, recalled: Character, both: Character) {
    look == .unicode ? ("○", "●", "◉") : ("o", "x", "*")
  }

  private func ruler(_ bin: Evaluation.Calibration, from start: Double) -> String {
    guard look != .figures else { return "" }
    func column(_ value: Double) -> Int {
      let last = Double(Self.columns - 1)
      return Int(((value - start) / (1 - start) * last).rounded())
    }
    let (predicted, recalled, both) = marks
    var cells = [Character](repeating: look == .unicode ? "·" : ".", count: Self.columns)
    cells[column(bin.predicted)] = predicted
    cells[column(bin.recalled)] = column(bin.predicted) == column(bin.recalled) ? both : recalled
    return "   " + String(cells)
  }

  /// "83 %".
  static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }

  /// "1,234,567".
  static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    let parts = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
    }
    return (value < 0 ? "-" : "") + parts.joined()
  }

  /// With `count` decimals, 0…9: "0.4459".
  static func decimals(_ value: Double, _ count: Int) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "\(value)" }
    let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
    let rounded = Int((value.magnitude * Double(scale)).rounded())
    let (whole, part) = rounded.quotientAndRemainder(dividingBy: scale)
    let sign = value < 0 && rounded > 0 ? "-" : ""
    guard count > 0 else { return "\(sign)\(whole)" }
    let digits = String(part)
    return "\(sign)\(whole)." + String(repeating: "0", count: count - digits.count) + digits
  }
}

extension String {
  func padded(before columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - count)) + self
  }
}
