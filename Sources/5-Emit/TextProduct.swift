import Model

/// The plain text of a product: UTF-8, lines of at most 72 columns, links gathered at the end of each section.
///
/// It says what the page says, in the same order; the bytes depend on the product alone.
public func textProduct(of product: CompiledProduct) -> [UInt8] {
  var writer = TextWriter(product)
  let isDraft = product.isDraft
  writer.masthead(of: product)
  if product.hasOverview { writer.overview(isDraft: isDraft) }
  for section in product.sections {
    if product.kind == .factsheet {
      writer.chapter(section, isDraft: isDraft)
    } else {
      writer.section(section, isDraft: isDraft)
    }
  }
  if product.hasOverview { writer.countries(isDraft: isDraft) }
  writer.annex(product.annex, isDraft: isDraft)
  writer.glossary(product.glossary, isDraft: isDraft)
  writer.colophon(product.colophon, product.nameNotes, isDraft: isDraft)
  writer.end()
  return writer.out.bytes
}

extension TextWriter {
  fileprivate mutating func masthead(of product: CompiledProduct) {
    if product.isDraft {
      line(Words.draft)
      gap()
    }
    line(Words.network)
    heading(Words.title(of: product), underline: "=")
    line(Words.sort(of: product))
    line(product.span.words)
    gap()
    say(Words.about(product))
    flush()
    contents(contentsLines(of: product))
    gap()
    say(Words.readingText(page: product.kind.rawValue + ".html"))
    flush()
  }
}
