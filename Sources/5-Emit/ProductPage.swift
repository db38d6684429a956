import Model

/// The page of a product: it stands alone and sends no request.
///
/// It is written by the same templates as the bulletin; the bytes depend on the product and the templates alone.
public func htmlProduct(of product: CompiledProduct, templates: Templates) -> [UInt8] {
  let page = ProductPage(product, templates: templates)
  var writer = HTMLWriter(register: page.context.register, capacity: 1 << 18, hasGlossary: true)
  writer.write(templates.product, ProductView(page))
  return writer.out.bytes
}

/// What the page of a product consists of.
struct ProductPage {
  let product: CompiledProduct
  let context: SectionsContext
  let templates: Templates
  /// The title of the page, by which browsers and search engines list it.
  let title: String
  let style: String
  /// What the page may do: show itself and, where it has one, run its own script.
  let policy: String
  let contents: [ContentsLine]
  /// Whether entries can be filtered, which the script does. Only a year's are many, and of all themes.
  let hasFilter: Bool

  init(_ product: CompiledProduct, templates: Templates) {
    self.product = product
    self.templates = templates
    context = SectionsContext(product)
    title = Words.pageTitle(of: product)
    hasFilter = product.kind == .annual && product.hasOverview
    style =
      templates.pageStyle + templates.entryStyle + templates.bulletinStyle + templates.productStyle
      + runningHead([product.series, Words.title(of: product), product.span.words], isDraft: product.isDraft)
    policy = contentPolicy(style: style, script: hasFilter ? templates.script : nil)
    contents = contentsLines(of: product)
  }
}
