#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a learner met.
enum Encounter {
  /// Typed the word from its meaning or a situation.
  case recalled
  /// Picked the word, knowing it.
  case recognized
  /// Read the word and its explanation, after a miss or a guess.
  case told
}

/// What a learner keeps of one word. No kind is FSRS or fitted to it.
protocol Trace {
  init()
  /// The odds of bringing the word to mind, 0 for one never met.
  func odds(at now: Instant) -> Double
  mutating func add(_ encounter: Encounter, at now: Instant)
}

/// The noise of activation, after Pavlik and Anderson (2005), Practice and forgetting effects on
/// vocabulary memory, Cognitive Science 29. One unit of activation is 1/noise in log-odds.
let activationNoise = 0.255

/// The constants of a `PowerLawTrace`.
protocol PowerLaw {
  /// a and c: the decay of a presentation is c·e^m + a.
  static var decayIntercept: Double { get }
  static var decayScale: Double { get }
  /// h: how fast time runs between sessions, compared with time in sessions.
  static var timeScale: Double { get }
  /// τ: the activation at which a word comes to mind half the time.
  static var threshold: Double { get }
  /// b: what an encounter adds.
  static func weight(_ encounter: Encounter) -> Double
}

/// After the fit of Pavlik and Anderson (2005) to Japanese words learned in a laboratory. That a test with success strengthens
/// more than reading does is theirs (2008, J. Exp. Psychol.: Applied 14); how much, is chosen here.
enum PairedAssociates: PowerLaw {
  static let decayIntercept = 0.177
  static let decayScale = 0.217
  static let timeScale = 0.025
  static let threshold = -0.704
  static func weight(_ encounter: Encounter) -> Double { encounter == .recalled ? 1 : 0.7 }
}

/// The same model fitted by log-loss (0.457; the constants above 0.880) to the 12,580 reviews of a
/// real person's flash cards that come with py-fsrs (MIT), those 20 hours or more after the last;
/// "Again" is `told`, the rest `recalled`. What recognizing is worth lies halfway.
enum RealLog: PowerLaw {
  static let decayIntercept = 0.136
  static let decayScale = 1.114
  static let timeScale = 0.687
  static let threshold = -2.277
  static func weight(_ encounter: Encounter) -> Double {
    switch encounter {
    case .recalled: 1
    case .recognized: 0.55
    case .told: 0.107
    }
  }
}

/// The power law of practice and forgetting with decays that depend on the activation at each
/// presentation (Pavlik and Anderson 2005): m = ln Σ b_j·t_j^(−d_j), d_j = c·e^m + a,
/// odds = e^((m − τ)/s).
struct PowerLawTrace<Constants: PowerLaw>: Trace {
  private var presentations: [(time: Double, decay: Double, weight: Double)] = []

  func odds(at now: Instant) -> Double {
    pow(strength(Self.time(now)), 1 / activationNoise)
      * exp(-Constants.threshold / activationNoise)
  }

  mutating func add(_ encounter: Encounter, at now: Instant) {
    let time = Self.time(now)
    let decay = Constants.decayScale * strength(time) + Constants.decayIntercept
    presentations.append((time, decay, Constants.weight(encounter)))
  }

  /// e^m
  private func strength(_ time: Double) -> Double {
    presentations.reduce(0) { sum, one in
      sum + one.weight * pow(max(time - one.time, 1), -one.decay)
    }
  }

  private static func time(_ now: Instant) -> Double {
    now.practiced + Constants.timeScale * (now.seconds - now.practiced)
  }
}

/// A cascade of leaky integrators that each forget exponentially, the multiscale context model:
/// Mozer, Pashler, Cepeda, Lindsey and Vul (2009), Predicting the optimal spacing of study, NIPS 22.
///
/// x_i ← x_i·e^(−t/τ_i); s_i = Σ_{j≤i} γ_j·x_j / Σ_{j≤i} γ_j; an encounter adds ε·(1 − s_i) to each
/// x_i; the chance of recall is the last s. There the scales are fitted to each material; these
/// (τ from 100 s, fourfold; γ falling by a fifth; ε) are chosen here, so that a word read once comes
/// to mind the next day in a quarter of all cases.
struct CascadeTrace: Trace {
  private static let scales = (0..<12).map { 100 * pow(4, Double($0)) }
  private static let weights = (0..<12).map { pow(0.8, Double($0)) }

  private var levels = [Double](repeating: 0, count: scales.count)
  private var last = 0.0

  func odds(at now: Instant) -> Double {
    let chance = min(Self.averages(faded(to: now))[Self.scales.count - 1], 0.995)
    return chance / (1 - chance)
  }

  mutating func add(_ encounter: Encounter, at now: Instant) {
    levels = faded(to: now)
    last = now.seconds
    let rate =
      switch encounter {
      case .recalled: 2.0
      case .recognized: 1.4
      case .told: 1.0
      }
    for (index, average) in Self.averages(levels).enumerated() {
      levels[index] += rate * max(0, 1 - average)
    }
  }

  private func faded(to now: Instant) -> [Double] {
    zip(levels, Self.scales).map { $0 * exp(-max(0, now.seconds - last) / $1) }
  }

  private static func averages(_ levels: [Double]) -> [Double] {
    var sum = 0.0
    var weight = 0.0
    return zip(levels, weights).map { level, share in
      sum += share * level
      weight += share
      return sum / weight
    }
  }
}
