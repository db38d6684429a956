// Fits the weights of the lexicon and writes them into it: `train-classifier DATA INPUTS [TUNING.tsv]`. DATA is the
// folder with `lexicon.xml` and `manual.xml`, INPUTS the archive whose declared themes are learnt from, TUNING.tsv a
// table of coded texts. Every fifth row of the table (the fifth, the tenth …) is never learnt from; `--unread`
// measures on those rows. `--dry-run` writes nothing.
import Files
import Pipeline

let options = CommandLine.arguments.dropFirst().filter { $0.hasPrefix("--") }
let paths = Array(CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") })
guard paths.count == 2 || paths.count == 3, options.allSatisfy({ ["--unread", "--dry-run"].contains($0) }) else {
  say("usage: train-classifier DATA INPUTS [TUNING.tsv] [--unread] [--dry-run]")
  stop(status: 64)
}
do {
  let job = try TrainingJob(data: paths[0], inputs: paths[1], table: paths.count > 2 ? paths[2] : nil)
  job.describeTexts()
  let result = job.train()
  job.describe(result)
  if options.contains("--unread") { job.describeUnread(result) }
  try job.write(result, isDryRun: options.contains("--dry-run"))
} catch {
  say("train-classifier: \(error)")
  stop(status: 2)
}
