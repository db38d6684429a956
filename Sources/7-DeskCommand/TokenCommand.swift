import ArgumentParser
import Console
import DeskStore
import Model
import Pipeline

/// Issues, lists and revokes the tokens with which people sign in.
struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Issue, list and revoke the tokens with which people sign in.",
    subcommands: [Add.self, List.self, Revoke.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Issue a token and print it, this once: the desk keeps nothing but its digest.")

    @Argument(help: "The contributor: its code, such as NO, or its name; EU is the Commission.")
    var country: String?

    @Flag(help: "A token for the editor, who sees what all have sent and makes the issue.")
    var editor = false

    @OptionGroup var folder: DataOption

    func validate() throws {
      guard editor != (country != nil) else {
        throw ValidationError("Say for whom the token is: a contributor, such as NO, or --editor.")
      }
    }

    func run() throws {
      try performing {
        var holder = Holder.editor
        if let country {
          holder = .contributor(try Workshop(inputs: InputsFolder("\(folder.data)/inputs")).country(named: country))
        }
        let (token, words) = try Store(data: folder.data).issueToken(to: holder, at: .now)
        Terminal.printError("Token \(token.id). Give it to its holder by a safe way; it is not shown again:")
        Terminal.print(words)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the tokens that were issued.")

    @OptionGroup var folder: DataOption

    func run() throws {
      try performing {
        guard Store.isThere(in: folder.data) else {
          Terminal.printError("No token was issued yet.")
          return
        }
        for token in try Store(data: folder.data).tokens() {
          let end = token.revoked.map { ", revoked \($0.iso)" } ?? ""
          Terminal.print("\(token.id)  issued \(token.issued.iso)\(end)")
        }
      }
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revoke a token: nobody signs in with it any more, and who has is signed out.")

    @Argument(help: "The id of the token, as “token list” shows it, such as NO-1.")
    var id: String

    @OptionGroup var folder: DataOption

    func run() throws {
      try performing {
        guard Store.isThere(in: folder.data), try Store(data: folder.data).revokeToken(id, at: .now) else {
          throw StoreError("There is no token “\(id)” that is good; “bulletin-desk token list” lists them.")
        }
        Terminal.printError("\(id) is revoked.")
      }
    }
  }
}

/// Does a job; what keeps it from being done is said on standard error, and ends the program. What was asked for and is
/// not to be had is wrong usage.
func performing(_ job: () throws -> Void) throws {
  do {
    try job()
  } catch let code as ExitCode {
    throw code
  } catch let refusal as Refusal {
    throw ValidationError("\(refusal)")
  } catch {
    Terminal.printError("bulletin-desk: \(error)")
    throw ExitCode.jobNotDone
  }
}
