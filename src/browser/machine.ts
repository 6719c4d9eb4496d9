import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

interface Installed {
  channel: string
  linux: string[]
  mac: string[]
  windows: string[]
}

/** Where browsers stand, in the order we prefer them: a headless shell starts in half the time of a whole browser. */
const installed: Installed[] = [
  {
    channel: 'chrome-headless-shell',
    linux: ['chrome-headless-shell', 'chromium-headless-shell'],
    mac: ['chrome-headless-shell'],
    windows: ['chrome-headless-shell.exe'],
  },
  {
    channel: 'chrome',
    linux: ['google-chrome-stable', 'google-chrome', '/opt/google/chrome/chrome'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  {
    channel: 'chromium',
    linux: ['chromium', 'chromium-browser'],
    mac: ['Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium\\Application\\chrome.exe'],
  },
  {
    channel: 'edge',
    linux: ['microsoft-edge-stable', 'microsoft-edge', '/opt/microsoft/msedge/msedge'],
    mac: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
]

/** Names that `--browser` accepts for what is installed on the machine. */
export const channels: readonly string[] = installed.map(({ channel }) => channel)

/** Paths of the browsers on this machine, best first; of one channel only where it is named. */
export async function browsersOnMachine(env: NodeJS.ProcessEnv, channel?: string): Promise<string[]> {
  const wanted = installed.filter((entry) => channel === undefined || entry.channel === channel)
  const places = wanted.flatMap((entry) => placesOf(entry, env))
  const usable = await Promise.all(places.map(isExecutable))
  return [...new Set(places.filter((_, i) => usable[i]))]
}

export async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

function placesOf({ linux, mac, windows }: Installed, env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return windows.flatMap((place) => [...roots.map((root) => join(root, place)), ...onPath(place, env)])
  }
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '', 'Applications')]
    return mac.flatMap((place) => [...roots.map((root) => join(root, place)), ...onPath(place, env)])
  }
  return linux.flatMap((place) => (place.startsWith('/') ? [place] : onPath(place, env)))
}

function onPath(name: string, env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name))
}
