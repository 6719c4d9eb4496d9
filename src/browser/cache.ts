import { randomUUID } from 'node:crypto'
import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { isExecutable } from './machine.js'

/** Folders that may hold the unpacked browser, in order; the first that is ours alone and can run programs is used. */
export function cacheFolders(env: NodeJS.ProcessEnv): string[] {
  // An empty variable is none (XDG Base Directory Specification).
  const own = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(env.HOME || homedir(), '.cache')
  return [join(own, 'jianbao'), join(tmpdir(), `jianbao-${userName()}`)]
}

/** Makes `folder` (mode 0700); false where it is not ours alone, cannot be written or is mounted `noexec`. */
export async function isPrivateFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (!(await isOwn(folder))) return false
    if (process.platform !== 'win32' && ((await lstat(folder)).mode & 0o077) !== 0) await chmod(folder, 0o700)
    return await runsPrograms(folder)
  } catch {
    return false
  }
}

/** True of a folder that nobody else made: what lies in one of the shared temporary folder may be run. */
export async function isOwn(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid())
}

async function runsPrograms(folder: string): Promise<boolean> {
  const probe = join(folder, `.probe-${randomUUID()}`)
  await writeFile(probe, '', { mode: 0o700 })
  const runs = await isExecutable(probe)
  await rm(probe, { force: true })
  return runs
}

function userName(): string {
  return String(process.getuid?.() ?? userInfo().username)
}
