import EmbeddedFiles
import Foundation

/// A city, a part of a country, or a country.
struct Place: Hashable, Sendable {
  enum Sort: String, Sendable { case city, region, country }

  let sort: Sort
  let name: String
  /// ISO 3166's two letters.
  let country: String
  let region: String
  /// In degrees; `nil` of what is no city.
  let latitude, longitude: Double?
  let population: Int

  /// As the crow flies, in kilometres; `nil` where one is no city. The Earth is taken for a sphere.
  func distance(to other: Place) -> Double? {
    guard let latitude, let longitude, let there = other.latitude, let far = other.longitude else {
      return nil
    }
    let radius = 6371.0
    let (one, two) = (latitude * .pi / 180, there * .pi / 180)
    let across = (far - longitude) * .pi / 180
    let chord = pow(sin((two - one) / 2), 2) + cos(one) * cos(two) * pow(sin(across / 2), 2)
    return 2 * radius * asin(min(1, chord.squareRoot()))
  }

  /// Whether this lies in that region or country.
  func isIn(_ other: Place) -> Bool {
    switch other.sort {
    case .city: self == other
    case .region: country == other.country && region == other.region && sort != .country
    case .country: country == other.country
    }
  }
}

/// The larger cities of the world, by name: GeoNames' (`Lexicon/places.tsv`).
///
/// The lines are sorted by their bytes, so a name is found by halving, and nothing is read before it is needed.
struct Gazetteer: Sendable {
  private static let columns = 8

  /// All places of a name in plain lower case.
  func places(named name: String) -> [Place] {
    guard !name.isEmpty else { return [] }
    let wanted = Array(name.utf8) + [UInt8(ascii: "\t")]
    let bytes = EmbeddedFile.places.bytes
    var (low, high) = (0, bytes.count)
    while low < high {
      let middle = lineStart(bytes, (low + high) / 2)
      if precedes(bytes, middle, wanted) { low = lineEnd(bytes, middle) } else { high = middle }
    }
    var places: [Place] = []
    while low < bytes.count, starts(bytes, low, wanted) {
      let end = lineEnd(bytes, low)
      if let place = place(of: String(decoding: bytes[low..<end], as: UTF8.self)) {
        places.append(place)
      }
      low = end
    }
    return places.sorted { $0.population > $1.population }
  }

  private func lineStart(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// Behind the line feed.
  private func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(bytes.count, end + 1)
  }

  private func precedes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ wanted: [UInt8])
    -> Bool
  {
    for (offset, byte) in wanted.enumerated() {
      guard start + offset < bytes.count else { return true }
      if bytes[start + offset] != byte { return bytes[start + offset] < byte }
    }
    return false
  }

  private func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ wanted: [UInt8]) -> Bool
  {
    start + wanted.count <= bytes.count && bytes[start..<start + wanted.count].elementsEqual(wanted)
  }

  private func place(of line: String) -> Place? {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
      $0.filter { !$0.isNewline }
    }
    guard cells.count == Self.columns, let sort = Place.Sort(rawValue: cells[1]) else { return nil }
    return Place(
      sort: sort, name: cells[2], country: cells[3], region: cells[4], latitude: Double(cells[5]),
      longitude: Double(cells[6]), population: Int(cells[7]) ?? 0)
  }
}
