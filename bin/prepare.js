// `npm ci` in a clone builds the program; `npm ci --omit=dev`, which has no compiler, leaves what is there. The first
// `npx jianbao` in a clone comes here too: it finds what was built just before.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'

const root = new URL('../', import.meta.url)
/** What the build ends with, and what it is made of. */
const built = new URL('oclif.manifest.json', root)
const sources = ['src', 'templates', 'assets', 'bin', 'package.json', 'package-lock.json', 'tsconfig.json']

const compiler = new URL('node_modules/typescript', root)
if (existsSync(compiler) && !isBuilt()) {
  process.exit(
    spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' }).status ??
      1,
  )
}
if (!existsSync(new URL('dist', root))) {
  process.stderr.write(
    'jianbao: not built yet. Run `npm ci` (with development packages) once, then `npm prune --omit=dev`.\n',
  )
}

function isBuilt() {
  if (!existsSync(built) || !existsSync(new URL('dist/cli/start.js', root))) return false
  const since = statSync(built).mtimeMs
  return sources.every((name) => isOlder(new URL(name, root), since))
}

function isOlder(at, than) {
  if (!statSync(at).isDirectory()) return statSync(at).mtimeMs <= than
  const folder = new URL(`${at.href}/`)
  return readdirSync(at, { withFileTypes: true }).every((entry) =>
    isOlder(new URL(encodeURIComponent(entry.name), folder), than),
  )
}
