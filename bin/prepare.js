// `npm ci` in a clone builds the program; `npm ci --omit=dev`, which has no compiler, leaves what is there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const compiler = new URL('../node_modules/typescript', import.meta.url)
if (existsSync(compiler)) {
  process.exit(
    spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' }).status ??
      1,
  )
}
if (!existsSync(new URL('../dist', import.meta.url))) {
  process.stderr.write(
    'jianbao: not built yet. Run `npm ci` (with development packages) once, then `npm prune --omit=dev`.\n',
  )
}
