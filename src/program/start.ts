// The parts of oclif by their own doors: its front door loads all of them and takes half as long again.
import { flush } from '@oclif/core/flush'
import { handle } from '@oclif/core/handle'
import { run } from '@oclif/core/run'

/** Runs the command that was typed. `program`: address of the file that was started, by which oclif finds the package. */
export async function start(typed: string[], program: string): Promise<void> {
  try {
    await run(typed, program)
    await flush()
  } catch (error) {
    await flush()
    await handle(error as Error)
  }
}
