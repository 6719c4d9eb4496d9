import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolders } from '../browser/index.js'
import { messageOf } from '../errors.js'
import { type Examination, failed, ok } from './report.js'

const cacheFolder = 'cache-folder'

/** Writes a small file into each folder that is written to, and takes it away again. */
export async function examineFolders(cwd: string, env: NodeJS.ProcessEnv): Promise<Examination[]> {
  const [cache = tmpdir()] = cacheFolders(env)
  return Promise.all([
    examine('working-folder', cwd, 'write elsewhere: --out PATH'),
    examine('temporary-folder', tmpdir(), 'set TMPDIR to a folder that can be written'),
    examine(
      cacheFolder,
      cache,
      'set XDG_CACHE_HOME to a folder that can be written; the temporary one is used until then',
    ),
  ])
}

async function examine(id: string, folder: string, advice: string): Promise<Examination> {
  const probe = join(folder, `.jianbao-${randomUUID()}`)
  try {
    if (id === cacheFolder) await mkdir(folder, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
    return ok(id, `${folder} can be written`)
  } catch (error) {
    const found = `${folder} cannot be written (${messageOf(error)})`
    return id === cacheFolder ? { id, status: 'warning', found, next: [advice] } : failed(id, found, [advice])
  }
}
