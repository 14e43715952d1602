import EmotionCore
import SpacedRepetition
import Storage

/// A person's own answers, for fitting the scheduler to them.
extension Session {
  typealias OwnReview = (card: CardKey, grade: Grade, day: Int, milliseconds: Int64)

  /// Every answer that stands, in replay order.
  func ownReviews(_ store: LogStore) throws(Failure) -> [OwnReview] {
    do throws(StorageError) {
      return try store.events(mentioning: ["review"]).compactMap { event in
        guard case .reviewed(let review) = event.deed else { return nil }
        return (review.card, review.grade, event.stamp.day, event.stamp.milliseconds)
      }
    } catch { throw Failure(sentence: error.description) }
  }

  /// What the scheduler goes by now.
  func model(_ ledger: Ledger) -> FSRS6 { ledger.scheduler.model }

  /// Lets the scheduler go by these parameters from now on, and for all that was ever answered.
  func keep(_ parameters: [Double], in store: LogStore) throws(Failure) {
    var plan = store.state.plan
    plan.parameters = parameters
    do throws(StorageError) {
      try store.append(.planned(plan), at: Stamp(clock.now()))
      try store.saveSnapshot()
    } catch { throw Failure(sentence: error.description) }
  }
}
