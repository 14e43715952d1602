#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The weighted binary cross-entropy of a tree of reviews, and its derivatives by w0…w20.
///
/// Σ −weight·ln(R) over recalled and Σ −weight·ln(1 − R) over forgotten reviews. The memories are
/// worked out from the first answers to the last with the formulas of `FSRS6`, the derivatives
/// from the last to the first (reverse mode). At a clamp the derivative is 0.
struct RecallLoss {
  private let nodes: [ReviewTree.Node]
  private var memories: [Trace]

  /// A memory, what came up while working it out, and the derivatives of the loss by it.
  struct Trace {
    var stability = 1.0
    var difficulty = 5.0
    var logStability = 0.0
    /// 1 + F·t/S of the memory before, its logarithm, and the recall.
    var base = 1.0
    var logBase = 0.0
    var recall = 1.0
    /// Powers within the formula of the stability, see `MemoryDerivatives`.
    var first = 0.0
    var second = 0.0
    /// False where a clamp decided.
    var isStabilityFree = true
    var isDifficultyFree = true
    var byStability = 0.0
    var byDifficulty = 0.0
  }

  init(_ tree: ReviewTree) {
    nodes = tree.nodes
    memories = Array(repeating: Trace(), count: tree.nodes.count)
  }

  /// The loss with the parameters `w`.
  mutating func loss(_ w: [Double]) -> Double {
    let step = MemoryDerivatives(w)
    return remember(step)
  }

  /// The loss with the parameters `w`; adds its 21 derivatives to `gradient`.
  mutating func loss(_ w: [Double], addingTo gradient: inout [Double]) -> Double {
    let step = MemoryDerivatives(w)
    let loss = remember(step)
    nodes.withUnsafeBufferPointer { nodes in
      memories.withUnsafeMutableBufferPointer { memories in
        gradient.withUnsafeMutableBufferPointer { gradient in
          for index in nodes.indices.reversed() {
            let node = nodes[index]
            if node.parent < 0 {
              step.addFirst(memories[index], node, gradient)
            } else {
              step.add(memories[index], node, to: &memories[Int(node.parent)], gradient)
            }
          }
        }
      }
    }
    return loss
  }

  private mutating func remember(_ step: MemoryDerivatives) -> Double {
    nodes.withUnsafeBufferPointer { nodes in
      memories.withUnsafeMutableBufferPointer { memories in
        var loss = 0.0
        for index in nodes.indices {
          let node = nodes[index]
          guard node.parent >= 0 else {
            memories[index] = step.first(Int(node.grade))
            continue
          }
          let memory = step.next(memories[Int(node.parent)], node)
          if node.weight > 0 {
            loss += node.weight * (node.grade > 1 ? -log(memory.recall) : -log(1 - memory.recall))
          }
          memories[index] = memory
        }
        return loss
      }
    }
  }
}
