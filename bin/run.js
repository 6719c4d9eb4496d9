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

const { start } = await import('../dist/cli/start.js')
await start(process.argv.slice(2), import.meta.url)
