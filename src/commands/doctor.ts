import { Flags } from '@oclif/core'
import { type Diagnosis, describeDiagnosis, diagnose, exitCodeOf } from '../doctor/index.js'
import { JianbaoCommand } from '../program/command.js'

export default class Doctor extends JianbaoCommand {
  static override summary = 'Look whether this machine has what a briefing needs, and say what to do where it has not.'
  static override description = 'Really starts the browser and prints a page with it.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --browser bundled --json',
  ]
  static override flags = {
    browser: Flags.string({
      char: 'b',
      description: 'browser to look at: a path, chrome, chromium, edge, chrome-headless-shell, bundled or downloaded',
      helpValue: 'PATH|NAME',
    }),
  }

  async run(): Promise<Diagnosis> {
    const { flags } = await this.parse(Doctor)
    const { browser } = flags
    const diagnosis = await diagnose({ cwd: process.cwd(), env: process.env, browser, signal: this.interruption() })
    this.log(describeDiagnosis(diagnosis))
    process.exitCode = exitCodeOf(diagnosis)
    return diagnosis
  }
}
