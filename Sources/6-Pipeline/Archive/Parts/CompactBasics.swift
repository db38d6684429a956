import Model
import Text

extension Kind: CompactChoice {}
extension StageType: CompactChoice {}
extension EUAct.Relation: CompactChoice {}
extension Output.Kind: CompactChoice {}

extension CountryCode: CompactCodable {
  func write(to writer: inout CompactWriter) { writer.write(rawValue) }
  init(from reader: inout CompactReader) { self.init(reader.text()) }
}

extension ThemeCode: CompactCodable {
  func write(to writer: inout CompactWriter) { writer.write(rawValue) }
  init(from reader: inout CompactReader) { self.init(reader.text()) }
}

extension Day: CompactCodable {
  func write(to writer: inout CompactWriter) { writer.write((year << 4 | month) << 5 | day) }

  init(from reader: inout CompactReader) {
    let number = reader.number()
    let day = Day(year: number >> 9, month: number >> 5 & 15, day: number & 31)
    self = reader.value(day, or: PartialDate.year(0).earliest)
  }
}

extension PartialDate: CompactCodable {
  func write(to writer: inout CompactWriter) {
    switch self {
    case .year(let year): writer.write(year << 9)
    case .month(let year, let month): writer.write((year << 4 | month) << 5)
    case .day(let day): day.write(to: &writer)
    }
  }

  init(from reader: inout CompactReader) {
    let number = reader.number()
    let (year, month) = (number >> 9, number >> 5 & 15)
    switch (month, number & 31) {
    case (0, _): self = .year(year)
    case (_, 0): self = .month(year: year, month: month)
    case (_, let day): self = reader.value(Day(year: year, month: month, day: day).map { .day($0) }, or: .year(0))
    }
  }
}

extension Period: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(first)
    writer.write(last)
  }

  init(from reader: inout CompactReader) {
    let months = [reader.read(Day.self), reader.read(Day.self)].map { day in
      PartialDate.month(year: day.year, month: day.month).iso
    }
    // Every span of months is a period's name, that of a quarter too.
    guard let period = Period(months.sorted().joined(separator: "_")) else {
      preconditionFailure("Two months in their order are no period.")
    }
    self = period
  }
}

extension DevelopmentReference: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(country)
    writer.write(period)
    writer.write(id)
  }

  init(from reader: inout CompactReader) {
    self.init(country: reader.read(), period: reader.read(), id: reader.read())
  }
}
