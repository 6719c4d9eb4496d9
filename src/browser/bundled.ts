import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { escapeXml } from '../markup.js'
import { cacheFolders, isOwn, isPrivateFolder } from './cache.js'
import { withLock } from './lock.js'
import { untar } from './untar.js'

const partial = '.unpacking-'

export interface BundledBrowser {
  path: string
  /** What its process needs beside our environment: its libraries and, on a machine without fontconfig, its fonts. */
  env: Record<string, string>
}

/** True where the browser that comes with `npm ci` can run. */
export function bundledRunsHere(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * The browser of `@sparticuz/chromium`, unpacked (200 MB) on first use into a private folder named by its version.
 * The package's own unpacking writes in place, without a lock, into the shared temporary folder; this one writes
 * beside and renames, so that a killed process leaves nothing half done and simultaneous ones unpack once.
 * @throws where no folder can hold it.
 */
export async function bundledBrowser(env: NodeJS.ProcessEnv): Promise<BundledBrowser> {
  const { folder: packed, version } = await packageFolder()
  const name = `chromium-${version}`
  const folders = cacheFolders(env)
  return describe((await unpackedBefore(folders, name)) ?? (await unpackInto(folders, name, packed)), env)
}

async function unpackedBefore(folders: string[], name: string): Promise<string | undefined> {
  for (const folder of folders) {
    const target = join(folder, name)
    if (existsSync(join(target, 'chromium')) && (await isOwn(folder))) return target
  }
  return undefined
}

async function unpackInto(folders: string[], name: string, packed: string): Promise<string> {
  for (const folder of folders) {
    if (!(await isPrivateFolder(folder))) continue
    const target = join(folder, name)
    await withLock(`${target}.lock`, async () => {
      if (!existsSync(target)) await unpack(packed, folder, target)
    })
    return target
  }
  throw new Error(`no folder to unpack the browser into: ${folders.join(', ')} must be writable and allow programs`)
}

async function unpack(packed: string, folder: string, target: string): Promise<void> {
  await removeLeftovers(folder)
  const beside = await mkdtemp(join(folder, partial))
  try {
    await Promise.all([
      pipeline(
        createReadStream(join(packed, 'chromium.br')),
        createBrotliDecompress({ chunkSize: 2 ** 21 }),
        createWriteStream(join(beside, 'chromium'), { mode: 0o700 }),
      ),
      unpackTar(join(packed, 'al2023.tar.br'), beside),
      unpackTar(join(packed, 'fonts.tar.br'), join(beside, 'fonts')),
    ])
    await writeFile(join(beside, 'fonts.conf'), fontsConfiguration(target))
    await rename(beside, target)
  } catch (error) {
    if (!existsSync(join(target, 'chromium'))) throw error
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

/** What killed processes left half unpacked; the lock says that nobody is at it. */
async function removeLeftovers(folder: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter((name) => name.startsWith(partial))
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  for (const { name, content } of untar(await promisify(brotliDecompress)(await readFile(archive)))) {
    const path = join(folder, ...name.split('/').filter((part) => part !== '..'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content, { mode: 0o700 })
  }
}

function describe(folder: string, env: NodeJS.ProcessEnv): BundledBrowser {
  const libraries = [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter((path) => path !== undefined && path !== '')
  const configured = env.FONTCONFIG_FILE ?? env.FONTCONFIG_PATH
  const needsFonts = configured === undefined && !existsSync('/etc/fonts/fonts.conf')
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.join(':'),
      ...(needsFonts ? { FONTCONFIG_FILE: join(folder, 'fonts.conf') } : {}),
    },
  }
}

function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${escapeXml(folder)}/fonts</dir><cachedir>${escapeXml(folder)}/fontconfig</cachedir></fontconfig>
`
}

async function packageFolder(): Promise<{ folder: string; version: string }> {
  // Its package.json is not exported; the main file stands in build/cjs.
  const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'bin'), version }
}
