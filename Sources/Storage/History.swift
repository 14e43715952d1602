/// Everything that the logs say, each event once, in the order in which all devices replay it.
///
/// Adding the same events in another order, or again, gives the same history: merging is a union
/// by id.
struct History<Deed: Codable & Sendable & Equatable> {
  /// The events of one device, by counter.
  fileprivate struct Lane {
    let device: String
    var events: [Event<Deed>] = []
    var isRising = true

    mutating func add(_ event: Event<Deed>) {
      if let last = events.last, last.id.counter >= event.id.counter { isRising = false }
      events.append(event)
    }
  }

  /// By the devices' names, once settled.
  private var lanes: [Lane] = []
  private var laneOfDevice: [String: Int] = [:]
  private var lastLane = 0
  /// Most logs have none of them, and need not be searched for them.
  private var hasUndos = false
  private var hasReplacements = false
  private(set) var hasSettings = false
  private let isSetting: (Deed) -> Bool
  private let isSealed: (Deed) -> Bool

  /// - Parameter isSealed: as in `StoreFormat`.
  init(
    isSetting: @escaping (Deed) -> Bool = { _ in false },
    isSealed: @escaping (Deed) -> Bool = { _ in false }
  ) {
    self.isSetting = isSetting
    self.isSealed = isSealed
  }

  mutating func add(_ event: Event<Deed>) {
    switch event.body {
    case .deed(let deed): if !hasSettings && isSetting(deed) { hasSettings = true }
    case .undo: hasUndos = true
    case .gone: break
    }
    if event.replaces != nil { hasReplacements = true }
    if lastLane >= lanes.count || lanes[lastLane].device != event.id.device {
      lastLane = laneOfDevice[event.id.device] ?? lanes.count
      if lastLane == lanes.count {
        lanes.append(Lane(device: event.id.device))
        laneOfDevice[event.id.device] = lastLane
      }
    }
    lanes[lastLane].add(event)
  }

  // MARK: One event an id

  /// Sorts, and leaves one event of each id. To be called once, when all is added.
  ///
  /// Of two versions of one event, which have the same id and stamp, a tombstone wins. Two events
  /// that only share an id, as a copied folder makes them, are both kept: the later one under an id
  /// that follows from what it says.
  /// - Returns: the ids under which there was more than one event, or more than one version without
  ///   a tombstone.
  mutating func settle() -> [EventID] {
    var conflicts: [EventID] = []
    var renamed: [Event<Deed>] = []
    for lane in lanes.indices where !lanes[lane].isRising {
      let settled = settle(lanes[lane].events, &conflicts, &renamed)
      lanes[lane].events = settled
      lanes[lane].isRising = true
    }
    for event in renamed { add(event) }
    guard !renamed.isEmpty else {
      lanes.sort { $0.device < $1.device }
      return conflicts
    }
    // An export has them under these ids already, and may have been brought back in.
    return conflicts + settle()
  }

  private func settle(
    _ events: [Event<Deed>], _ conflicts: inout [EventID], _ renamed: inout [Event<Deed>]
  ) -> [Event<Deed>] {
    var settled: [Event<Deed>] = []
    var rest = events.sorted { $0.id.counter < $1.id.counter }[...]
    while let first = rest.first {
      let same = rest.prefix { $0.id == first.id }
      rest = rest.dropFirst(same.count)
      let others = same.dropFirst().filter { $0 != first }
      guard !others.isEmpty else {
        settled.append(first)
        continue
      }
      guard first.id.rowClock == nil else {
        let row = oneRow([first] + others)
        if row.isAmbiguous { conflicts.append(first.id) }
        settled.append(row.event)
        continue
      }
      let versions = oneForEachStamp([first] + others)
      if versions.isAmbiguous { conflicts.append(first.id) }
      settled.append(versions.events[0])
      for event in versions.events.dropFirst() {
        let device = "\(event.id.device)~\(String(Checksum(of: event.canonical).value, radix: 36))"
        let id = EventID(device: device, counter: event.id.counter)
        renamed.append(
          Event(id: id, stamp: event.stamp, body: event.body, replaces: event.replaces))
      }
    }
    return settled
  }

  /// Events of one id, the earliest first, and whether anything but a tombstone decided.
  private func oneForEachStamp(
    _ events: [Event<Deed>]
  ) -> (events: [Event<Deed>], isAmbiguous: Bool) {
    let sorted = events.map { (event: $0, bytes: $0.canonical) }.sorted { left, right in
      let (first, second) = (left.event.stamp, right.event.stamp)
      guard first == second else {
        return (first.day, first.milliseconds, first.offsetMinutes)
          < (second.day, second.milliseconds, second.offsetMinutes)
      }
      // The winner of a stamp first.
      if (left.event.body == .gone) != (right.event.body == .gone) {
        return left.event.body == .gone
      }
      return right.bytes.lexicographicallyPrecedes(left.bytes)
    }.map(\.event)
    var result: [Event<Deed>] = []
    var isAmbiguous = false
    for event in sorted where event != result.last {
      if let last = result.last, last.stamp == event.stamp {
        if last.body != .gone, !isSealed(last), !isSealed(event) { isAmbiguous = true }
      } else {
        if !result.isEmpty { isAmbiguous = true }
        result.append(event)
      }
    }
    return (result, isAmbiguous)
  }

  /// The line that stands for a row that was imported more than once, maybe in different time zones.
  ///
  /// A tombstone comes first, of whatever stamp. Otherwise the earliest stands: nobody amended the
  /// row before it was there, so that no amendment comes to stand before it.
  private func oneRow(_ events: [Event<Deed>]) -> (event: Event<Deed>, isAmbiguous: Bool) {
    let event = oneForEachStamp(events).events.first ?? events[0]
    guard let gone = events.first(where: { $0.body == .gone }) else {
      let open = events.filter { !isSealed($0) }
      return (event, open.contains { $0.body != open[0].body })
    }
    return (gone, false)
  }

  /// What is sealed twice reads differently each time and may well say the same.
  private func isSealed(_ event: Event<Deed>) -> Bool { event.deed.map(isSealed) ?? false }

  // MARK: Order

  /// Where an event stands, compact, because there may be a million of them.
  fileprivate struct Place: Comparable {
    let milliseconds: Int64
    let day: Int32
    let lane: Int32
    let index: Int

    static func < (left: Place, right: Place) -> Bool {
      if left.day != right.day { return left.day < right.day }
      if left.milliseconds != right.milliseconds { return left.milliseconds < right.milliseconds }
      return left.lane == right.lane ? left.index < right.index : left.lane < right.lane
    }
  }

  /// All events in replay order. The history must be settled.
  struct InOrder {
    fileprivate let lanes: [Lane]
    fileprivate let places: [Place]
    /// Events that were taken back or replaced.
    fileprivate let out: Set<EventID>

    /// Hands every deed that stands to `body`: what an undo names does not, and an undo that was
    /// itself undone does nothing; and of an event and all that replaced it, one stands at most.
    func forEach(_ body: (Deed, Event<Deed>) -> Void) {
      for place in places {
        let event = lanes[Int(place.lane)].events[place.index]
        guard case .deed(let deed) = event.body else { continue }
        if out.isEmpty || !out.contains(event.id) { body(deed, event) }
      }
    }

    /// Hands every event to `body`, and whether it is a deed that stands.
    func forEachEvent(_ body: (Event<Deed>, _ stands: Bool) -> Void) {
      for place in places {
        let event = lanes[Int(place.lane)].events[place.index]
        body(event, event.deed != nil && !out.contains(event.id))
      }
    }

    var newest: (order: Order, stamp: Stamp)? {
      places.last.map { place in
        let event = lanes[Int(place.lane)].events[place.index]
        let latest = Stamp(
          milliseconds: place.milliseconds, offsetMinutes: 0, day: Int(place.day))
        return (Order(event.id, latest, after: nil), event.stamp)
      }
    }
  }

  func inOrder() -> InOrder {
    let places = places()
    return InOrder(lanes: lanes, places: places, out: undone().union(replaced(places)))
  }

  /// The place of every device's last event.
  var lastOrders: [String: Order] {
    var orders: [String: Order] = [:]
    for lane in lanes {
      orders[lane.device] = lane.events.reduce(nil) { Order($1.id, $1.stamp, after: $0) }
    }
    return orders
  }

  private func places() -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(lanes.reduce(0) { $0 + $1.events.count })
    for (lane, events) in lanes.map(\.events).enumerated() {
      var latest = (day: Int.min, milliseconds: Int64.min)
      for (index, event) in events.enumerated() {
        let own = (day: event.stamp.day, milliseconds: event.stamp.milliseconds)
        if own > latest { latest = own }
        places.append(
          Place(
            milliseconds: latest.milliseconds, day: Int32(latest.day), lane: Int32(lane),
            index: index))
      }
    }
    if lanes.count > 1 { places.sort() }
    return places
  }

  // MARK: Undoing

  /// Events that undos and replacements name and that are not there.
  var awaited: Set<EventID> {
    guard hasUndos || hasReplacements else { return [] }
    var awaited: Set<EventID> = []
    for lane in lanes {
      for event in lane.events {
        if let named = event.undone { awaited.insert(named) }
        if let named = event.replaces { awaited.insert(named) }
      }
    }
    for lane in lanes {
      for event in lane.events { awaited.remove(event.id) }
    }
    return awaited
  }

  /// The events that are undone by an undo that stands.
  ///
  /// Who names whom decides, not time: the clock may have run backwards in between. An undo names
  /// one event only, so what leads to a deed is a tree.
  private func undone() -> Set<EventID> {
    guard hasUndos else { return [] }
    var undoing: [EventID: [EventID]] = [:]
    var isUndo: Set<EventID> = []
    for lane in lanes {
      for event in lane.events {
        guard let named = event.undone else { continue }
        undoing[named, default: []].append(event.id)
        isUndo.insert(event.id)
      }
    }
    var undone: Set<EventID> = []
    for root in undoing.keys where !isUndo.contains(root) {
      var tree = [root]
      var next = 0
      while next < tree.count {
        tree += undoing[tree[next]] ?? []
        next += 1
      }
      // From the leaves up, and not by recursion: a chain may be as long as a log.
      for id in tree.reversed()
      where (undoing[id] ?? []).contains(where: { !undone.contains($0) }) {
        undone.insert(id)
      }
    }
    return undone
  }

  // MARK: Replacing

  /// The events that another one replaced, and of those that replaced the same one, on several
  /// devices or again and again, all but the newest that nothing replaced in its turn.
  ///
  /// It doesn't matter whether any of them was undone: what was replaced never comes back by itself,
  /// and undoing what replaced it takes back the whole.
  private func replaced(_ places: [Place]) -> Set<EventID> {
    guard hasReplacements else { return [] }
    var heirs: [EventID: [EventID]] = [:]
    var rank: [EventID: Int] = [:]
    for place in places {
      let event = lanes[Int(place.lane)].events[place.index]
      guard let old = event.replaces else { continue }
      heirs[old, default: []].append(event.id)
      rank[event.id] = rank.count
    }
    var out = Set(heirs.keys)
    for root in heirs.keys where rank[root] == nil {
      var tree = [root]
      var next = 0
      while next < tree.count {
        tree += heirs[tree[next]] ?? []
        next += 1
      }
      let last = tree.filter { heirs[$0] == nil }
      let newest = last.max { rank[$0] ?? 0 < rank[$1] ?? 0 }
      out.formUnion(last.filter { $0 != newest })
    }
    return out
  }
}

extension Event {
  /// The same bytes for the same event on any device.
  fileprivate var canonical: [UInt8] { (try? line()) ?? Array("\(self)".utf8) }
}
