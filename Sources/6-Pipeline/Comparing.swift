import Classify
import Files
import Model
import Reference

extension Classification {
  /// What another version of the lexicon would propose otherwise.
  ///
  /// - Parameters:
  ///   - paths: Submissions, or folders of them.
  ///   - other: The other lexicon; `nil` for the newer one in the inputs, which is then held against the executable's
  ///     own.
  /// - Returns: The comparison, and the files that could not be read.
  /// - Throws: `JobError` when a path cannot be read or a lexicon is not what it should be.
  public func compare(
    _ paths: [String], with other: String?
  ) throws(JobError) -> (comparison: ThemeComparison, unreadable: [CheckedFile]) {
    let (now, then) = try classifiers(other)
    var comparison = ThemeComparison(from: now.version, to: then.version, count: 0, differences: [])
    var unreadable: [CheckedFile] = []
    do {
      for path in paths {
        unreadable += try forEachDevelopment(path) { path, _, development, editor in
          let before = decideTheme(of: development, editor: editor, by: now)
          let after = decideTheme(of: development, editor: editor, by: then)
          comparison.count += 1
          if before.proposal.theme != after.proposal.theme {
            comparison.differences.append(
              ThemeComparison.Difference(path: path, id: development.id, now: before, then: after))
          }
        }
      }
    } catch {
      throw JobError("\(error)")
    }
    return (comparison, unreadable)
  }

  private func classifiers(_ other: String?) throws(JobError) -> (now: Classifier, then: Classifier) {
    let manual = try workshop.manual()
    do {
      if let other {
        let lexicon = try Lexicon.load(overriding: readFile(other))
        return (classifier, Classifier(lexicon: lexicon, manual: manual))
      }
      guard workshop.overriding[.lexicon] != nil else {
        throw JobError(
          "the inputs have no \(Workshop.referenceFolder)/\(ReferenceFile.lexicon.fileName) to compare with; "
            + "name a lexicon after --compare.")
      }
      return (Classifier(lexicon: try Lexicon.load(), manual: manual), classifier)
    } catch let error as JobError {
      throw error
    } catch {
      throw JobError("\(error)")
    }
  }
}
