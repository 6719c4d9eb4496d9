import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isExecutable } from './machine.js'

const executables = {
  'chrome-headless-shell': ['chrome-headless-shell', 'chrome-headless-shell.exe'],
  chrome: ['chrome', 'chrome.exe', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
}

/** Browsers that `puppeteer browsers install` left in its cache, newest build first; `[]` where there is none. */
export async function browsersDownloaded(env: NodeJS.ProcessEnv): Promise<string[]> {
  const cache = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer')
  const found: string[] = []
  for (const [name, files] of Object.entries(executables)) {
    for (const build of (await namesIn(join(cache, name))).sort(byVersion)) {
      for (const inner of await namesIn(join(cache, name, build))) {
        for (const file of files) {
          const path = join(cache, name, build, inner, file)
          if (await isExecutable(path)) found.push(path)
        }
      }
    }
  }
  return found
}

const byVersion = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true })

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
