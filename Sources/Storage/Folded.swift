/// The last known of one device.
struct DeviceMark: Codable, Equatable {
  var counter: Int
  /// The place of its last event; nil when no event of it could be read.
  var order: Order?
}

/// A state, and what must be known to fold the next events into it without a replay.
struct Folded<Deed: Codable & Sendable & Equatable, State> {
  /// The newest event, and what was before it.
  struct Newest {
    let order: Order
    let stamp: Stamp
    var before: State?
  }

  var state: State
  var devices: [String: DeviceMark] = [:]
  var newest: Newest?
  /// Named by an undo or a replacement that came first, from a device whose clock is behind.
  var awaited: Set<EventID> = []

  init(empty: State) { state = empty }

  /// Folds everything. The history must be settled.
  init(_ history: History<Deed>, _ format: StoreFormat<Deed, State>) {
    var state = format.empty
    let all = history.inOrder()
    if history.hasSettings {
      all.forEach { deed, event in
        if format.isSetting(deed) { format.fold(&state, deed, event.id, event.stamp) }
      }
    }
    // Those are folded already: the newest holds for all that was ever done.
    all.forEach { deed, event in
      if !format.isSetting(deed) { format.fold(&state, deed, event.id, event.stamp) }
    }
    self.state = state
    devices = history.lastOrders.mapValues { DeviceMark(counter: $0.id.counter, order: $0) }
    newest = all.newest.map { Newest(order: $0.order, stamp: $0.stamp) }
    awaited = history.awaited
  }

  /// Remembers that a counter was used by a line that cannot be read.
  mutating func note(_ unreadable: EventID) {
    let known = devices[unreadable.device]?.counter ?? 0
    devices[unreadable.device, default: DeviceMark(counter: 0)].counter = max(
      known, unreadable.counter)
  }

  /// Folds in new events when they simply come after what is known.
  /// - Returns: false when everything must be replayed; nothing has then changed.
  mutating func take(_ events: [Event<Deed>], _ format: StoreFormat<Deed, State>) -> Bool {
    if events.count == 1, takeBack(events[0]) || putInPlace(events[0], format) { return true }
    var devices = devices
    var arrivals: [(order: Order, event: Event<Deed>)] = []
    for event in events.sorted(by: { $0.id < $1.id }) {
      guard event.undone == nil, event.replaces == nil, !awaited.contains(event.id) else {
        return false
      }
      if let deed = event.deed, format.isSetting(deed) { return false }
      // Not so for one that is known already, from a copy of a log.
      guard let order = Self.follow(event, &devices) else { return false }
      arrivals.append((order, event))
    }
    arrivals.sort { $0.order < $1.order }
    guard let first = arrivals.first, let last = arrivals.last else { return true }
    if let newest, first.order < newest.order { return false }

    var before: State?
    for (_, event) in arrivals {
      guard let deed = event.deed else { continue }
      before = event.id == last.event.id ? state : nil
      format.fold(&state, deed, event.id, event.stamp)
    }
    self.devices = devices
    newest = Newest(order: last.order, stamp: last.event.stamp, before: before)
    return true
  }

  /// Takes back the newest event, which is what people mostly undo, without a replay.
  private mutating func takeBack(_ undo: Event<Deed>) -> Bool {
    var devices = devices
    guard let newest, let before = newest.before, undo.undone == newest.order.id,
      !awaited.contains(undo.id), let order = Self.follow(undo, &devices), newest.order < order
    else { return false }
    state = before
    self.devices = devices
    self.newest = Newest(order: order, stamp: undo.stamp)
    return true
  }

  /// Folds what replaces the newest event, as a grade that was thought better of does, without a
  /// replay.
  private mutating func putInPlace(
    _ event: Event<Deed>, _ format: StoreFormat<Deed, State>
  ) -> Bool {
    var devices = devices
    guard let newest, let before = newest.before, event.replaces == newest.order.id,
      let deed = event.deed, !format.isSetting(deed), !awaited.contains(event.id),
      let order = Self.follow(event, &devices), newest.order < order
    else { return false }
    state = before
    format.fold(&state, deed, event.id, event.stamp)
    self.devices = devices
    self.newest = Newest(order: order, stamp: event.stamp, before: before)
    return true
  }

  /// The place of an event that comes after all that is known of its device; nil when it does not.
  private static func follow(_ event: Event<Deed>, _ devices: inout [String: DeviceMark]) -> Order?
  {
    let known = devices[event.id.device]
    guard event.id.counter > known?.counter ?? 0 else { return nil }
    let order = Order(event.id, event.stamp, after: known?.order)
    devices[event.id.device] = DeviceMark(counter: event.id.counter, order: order)
    return order
  }
}
