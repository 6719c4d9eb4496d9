#!/usr/bin/env node
import { existsSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const problem =
  major < 20 || (major === 20 && minor < 19)
    ? `jianbao needs Node.js 20.19 or later; this is ${process.version}`
    : existsSync(new URL('../dist/cli', import.meta.url))
      ? null
      : 'jianbao is not built yet: run npm ci in its folder'
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exit(2)
}

// The parts of oclif by their own doors: its front door loads all of them and takes half as long again.
const { run } = await import('@oclif/core/run')
const { flush } = await import('@oclif/core/flush')
try {
  await run(process.argv.slice(2), import.meta.url)
  await flush()
} catch (error) {
  await flush()
  if (error?.oclif?.exit === 127) {
    const { unknownCommand } = await import('../dist/cli/unknown-command.js')
    process.stderr.write(unknownCommand(process.argv.slice(2)))
    process.exit(2)
  }
  const { handle } = await import('@oclif/core/handle')
  await handle(error)
}
