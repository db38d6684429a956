import Classify
import Model
import Reference
import Testing
import Training
import XML

@Suite("Training")
struct TrainingTests {
  private static let file = """
    <?xml version="1.0" encoding="UTF-8"?>
    <lexicon xmlns="urn:emn:bulletin:lexicon:1" version="7" headline-factor="2" temperature="0.40">
      <!-- A remark -->
      <theme code="return" prior="0.00">
        <term hand="1.00" weight="1.00">return</term>
        <term hand="1.00" weight="1.00">never seen</term>
      </theme>
      <theme code="integration" prior="0.00">
        <term hand="1.00" weight="1.00">school</term>
      </theme>
    </lexicon>

    """

  private func texts() throws -> [TrainingText] {
    let classifier = Classifier(lexicon: try Lexicon(XMLReader.read(Array(TrainingTests.file.utf8)).document))
    return [("return", [1.0, 0]), ("school", [0, 1]), ("school return", [1, 0])].map { headline, target in
      TrainingText(features: classifier.features(headline: headline, body: ""), target: target)
    }
  }

  @Test("Weights go to where the texts are, and stay by hand where there are none")
  func fits() throws {
    let file = LexiconFile(TrainingTests.file)
    let fitting = WeightFitting(hand: file.terms.map(\.hand), themeOfTerm: [0, 0, 1])
    let fitted = fitting.fit(try texts())
    #expect(fitted.weights[0] > 1.1)
    #expect(fitted.weights[1] == 1)
    #expect(fitting.fit(try texts()).weights == fitted.weights)
  }

  @Test("The file keeps its remarks and order; its version grows only when something changed")
  func file() throws {
    let file = LexiconFile(TrainingTests.file)
    let same = FittedWeights(weights: [1, 1, 1], priors: [0, 0])
    #expect(file.with(same, temperature: 0.4) == TrainingTests.file)
    let other = file.with(FittedWeights(weights: [1.256, 1, -9], priors: [0.5, 0]), temperature: 0.5)
    #expect(other.contains("version=\"8\"") && other.contains("temperature=\"0.50\""))
    #expect(other.contains("<term hand=\"1.00\" weight=\"1.26\">return</term>"))
    #expect(other.contains("<term hand=\"1.00\" weight=\"-4.00\">school</term>"))
    #expect(other.contains("<!-- A remark -->") && other.contains("<theme code=\"return\" prior=\"0.50\">"))
  }

  @Test("The temperature is careful enough that what is held sure is right")
  func temperature() throws {
    let fitting = WeightFitting(hand: [1, 1, 1], themeOfTerm: [0, 0, 1])
    let validation = CrossValidation(try texts(), fitting, themeOfTerm: [0, 0, 1])
    #expect(validation.scores.count == 3 && validation.scores.allSatisfy { $0.count == 2 })
    let temperature = validation.temperature(right: [[0], [1], [0]], sureFrom: 0.9, share: 1)
    #expect((0.2...0.8).contains(temperature))
  }

  @Test("Confidences fall into bands, and pairs of themes are counted")
  func evaluation() {
    let (a, b) = (ThemeCode("return"), ThemeCode("integration"))
    let evaluation = Evaluation(
      items: [
        .init(id: "1", right: [a], proposed: [a, b], confidence: 0.97),
        .init(id: "2", right: [a], proposed: [b, a], confidence: 0.99),
        .init(id: "3", right: [b, a], proposed: [a, b], confidence: 0.3),
      ], codes: [a, b], microsecondsPerItem: 1)
    #expect(evaluation.calibration.map(\.count) == [1, 2])
    #expect(evaluation.calibration.map(\.accuracy) == [1, 0.5])
    #expect(evaluation.calibration[1].meanConfidence == 0.98)
    #expect(
      evaluation.confusions == [
        .init(right: a, proposed: a, count: 2), .init(right: a, proposed: b, count: 1),
      ])
  }
}
