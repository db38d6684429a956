import ArgumentParser
import Console
import Pipeline

/// What goes to the terminal, by one name in all files of the program.
typealias Terminal = Console.Terminal

/// Runs a job and turns a job that could not be done into its sentence and exit status.
func performing<Result>(_ job: () throws(JobError) -> Result) throws -> Result {
  do {
    return try job()
  } catch {
    Terminal.printError("bulletin: \(error)")
    throw ExitCode.jobNotDone
  }
}
