/// How text looks. A style is chosen for what the text means; color never stands alone.
public struct Style: Hashable, Sendable {
  public var color: Color
  public var bold: Bool
  public var dim: Bool
  public var reverse: Bool
  public var underline: Bool

  /// Colors by purpose. They are ANSI's, so that the terminal's own theme decides their shade.
  public enum Color: Hashable, Sendable {
    case standard
    /// The one accent: what is chosen, what to look at.
    case accent
    /// Right.
    case good
    /// Not right, or lost.
    case bad
  }

  public init(
    color: Color = .standard, bold: Bool = false, dim: Bool = false, reverse: Bool = false,
    underline: Bool = false
  ) {
    self.color = color
    self.bold = bold
    self.dim = dim
    self.reverse = reverse
    self.underline = underline
  }

  public static let plain = Style()
  /// What matters now.
  public static let strong = Style(bold: true)
  /// What helps.
  public static let faint = Style(dim: true)
  public static let accent = Style(color: .accent)
  /// What is chosen.
  public static let chosen = Style(color: .accent, bold: true)
  public static let good = Style(color: .good, bold: true)
  public static let bad = Style(color: .bad, bold: true)
}
