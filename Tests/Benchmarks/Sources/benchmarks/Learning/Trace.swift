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

/// What a learner keeps of one word. Neither of the two kinds is FSRS or fitted to it.
protocol Trace {
  init()
  /// The odds of bringing the word to mind, 0 for one never met.
  func odds(at now: Instant) -> Double
  mutating func add(_ encounter: Encounter, at now: Instant)
}

/// Constants of retrieval that both kinds share: Pavlik and Anderson (2005), Practice and
/// forgetting effects on vocabulary memory, Cognitive Science 29.
enum Retrieval {
  /// The activation at which a word comes to mind half the time.
  static let threshold = -0.704
  /// The noise of activation; one unit of activation is 1/noise in log-odds.
  static let noise = 0.255
}

/// The power law of practice and forgetting with decays that depend on the activation at each
/// presentation: m = ln Σ b_j·t_j^(−d_j), d_j = c·e^m + a, odds = e^((m − τ)/s).
///
/// a, c, h, τ and s as fitted in Pavlik and Anderson (2005); h slows the time between sessions. That
/// a test with success strengthens more than reading does is theirs (2008, J. Exp. Psychol.:
/// Applied 14); the weights b are chosen here.
struct PowerLawTrace: Trace {
  static let decayIntercept = 0.177
  static let decayScale = 0.217
  static let timeScaleBetweenSessions = 0.025

  private var presentations: [(time: Double, decay: Double, weight: Double)] = []

  func odds(at now: Instant) -> Double {
    pow(strength(Self.time(now)), 1 / Retrieval.noise)
      * exp(-Retrieval.threshold / Retrieval.noise)
  }

  mutating func add(_ encounter: Encounter, at now: Instant) {
    let time = Self.time(now)
    let decay = Self.decayScale * strength(time) + Self.decayIntercept
    let weight = encounter == .recalled ? 1.0 : 0.7
    presentations.append((time, decay, weight))
  }

  /// e^m
  private func strength(_ time: Double) -> Double {
    presentations.reduce(0) { sum, one in
      sum + one.weight * pow(max(time - one.time, 1), -one.decay)
    }
  }

  private static func time(_ now: Instant) -> Double {
    now.practiced + timeScaleBetweenSessions * (now.seconds - now.practiced)
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
