/// The numbers of the links in a section of the text edition: the same link, the same number.
struct LinkRegister {
  private var numbers: [String: Int] = [:]
  /// The links, in the order of their numbers.
  private(set) var links: [String] = []

  /// The number of a link, from 1.
  mutating func number(of link: String) -> Int {
    if let number = numbers[link] { return number }
    links.append(link)
    numbers[link] = links.count
    return links.count
  }

  /// Forgets all links: a new section begins.
  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
  }
}
