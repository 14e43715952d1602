import EmotionCore
import SpacedRepetition
import Storage

/// A person's own reviews, for the scheduler to be fitted to.
extension Session {
  typealias OwnReview = (card: CardKey, grade: Grade, day: Int, milliseconds: Int64)

  /// Every answer that stands, in replay order.
  func ownReviews(_ store: LogStore) throws(Failure) -> [OwnReview] {
    do throws(StorageError) {
      // The state is never saved, so that the snapshot stays the ledger's.
      return try Store<Deed, [Dated]>(
        folder: store.folder, device: store.device, empty: [], stateVersion: 0
      ) { reviews, event in
        guard case .deed(.reviewed(let review)) = event.body else { return }
        reviews.append(
          Dated(
            card: review.card, grade: review.grade, day: event.stamp.day,
            milliseconds: event.stamp.milliseconds))
      }.state.map { ($0.card, $0.grade, $0.day, $0.milliseconds) }
    } catch { throw Failure(sentence: error.description) }
  }

  private struct Dated: Codable {
    let card: CardKey
    let grade: Grade
    let day: Int
    let milliseconds: Int64
  }

  /// What the scheduler goes by now.
  func model(_ ledger: Ledger) -> FSRS6 { FSRS6() }

  /// Lets the scheduler go by these parameters from now on.
  func keep(_ parameters: [Double], in store: LogStore) throws(Failure) {
    throw Failure(
      sentence: "Fitted parameters cannot be kept yet by this version of Inkling: nothing was "
        + "changed.")
  }
}
