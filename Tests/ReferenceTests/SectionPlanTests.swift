import Model
import Reference
import Testing

@Suite("Which sections an edition has")
struct SectionPlanTests {
  let plans: SectionPlans

  init() throws { plans = try ReferenceData.load().sections }

  @Test(
    "Each edition has its own sections",
    arguments: [
      (11, 8, false), (12, 8, true), (13, 8, true), (28, 9, true), (29, 8, true), (34, 8, false), (35, 10, true),
      (39, 10, true), (40, 11, true), (41, 11, true),
    ])
  func count(edition: Int, sections: Int, isVerified: Bool) {
    let plan = plans.plan(forEdition: edition)
    #expect(plan.sections.count == sections)
    #expect(plan.isVerified == isVerified)
    #expect(isVerified || plan.note != nil)
  }

  @Test("Themes go where the edition's contents page has them")
  func places() {
    let integration = ThemeCode("integration")
    #expect(plans.plan(forEdition: 13).place(of: integration) == 3)
    #expect(plans.plan(forEdition: 28).place(of: integration) == 4)
    #expect(plans.plan(forEdition: 29).place(of: ThemeCode("return")) == 5)
    #expect(plans.plan(forEdition: 35).place(of: ThemeCode("return")) == 7)
    #expect(plans.plan(forEdition: 41).place(of: ThemeCode("temporary-protection")) == 0)
    #expect(plans.plan(forEdition: 41).sections[1].heading == "General developments")
    #expect(plans.plan(forEdition: 35).sections[1].heading == "International protection including asylum")
  }

  @Test("The series has the title of its day")
  func titles() {
    #expect(plans.title(ofEdition: 14).words == "EMN Bulletin")
    #expect(plans.title(ofEdition: 39).words == "EMN Bulletin")
    #expect(plans.title(ofEdition: 40).words == "EMN Quarterly")
    #expect(plans.title(ofEdition: 41).issn == "2600-5131")
  }
}
