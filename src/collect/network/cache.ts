import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const Kept = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  contentType: z.string().optional(),
  /** Milliseconds since 1970. */
  asked: z.number(),
  digest: z.string(),
})
type Kept = z.infer<typeof Kept>

export interface KeptPage extends Kept {
  body: Buffer
}

const OLDEST = 30 * 24 * 3_600_000

/** `pages` in the folder of caches (XDG Base Directory Specification). */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache'), 'jianbao', 'pages')
}

/** Pages as they were last sent, so that a server can say that nothing changed. A broken entry is none. */
export class PageCache {
  #swept = false

  constructor(
    private readonly folder: string | null,
    private readonly now: () => number,
  ) {}

  async get(url: string): Promise<KeptPage | null> {
    if (this.folder === null) return null
    try {
      const kept = Kept.parse(JSON.parse(await readFile(`${this.#path(url)}.json`, 'utf8')))
      const body = await readFile(`${this.#path(url)}.body`)
      return kept.url === url && digestOf(body) === kept.digest ? { ...kept, body } : null
    } catch {
      return null
    }
  }

  /** A cache that cannot be written (a full or read-only disk) costs speed, not pages. */
  async put(page: Omit<KeptPage, 'digest'>): Promise<void> {
    if (this.folder === null) return
    const { body, ...kept } = page
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      await this.#sweep(this.folder)
      await replace(`${this.#path(page.url)}.body`, body)
      await replace(`${this.#path(page.url)}.json`, JSON.stringify({ ...kept, digest: digestOf(body) }))
    } catch {}
  }

  #path(url: string): string {
    return join(this.folder ?? '', createHash('sha256').update(url).digest('hex'))
  }

  /** Once a run, what was not sent again for a month goes. */
  async #sweep(folder: string): Promise<void> {
    if (this.#swept) return
    this.#swept = true
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      const found = await stat(path).catch(() => undefined)
      if (found?.isFile() && found.mtimeMs < this.now() - OLDEST) await rm(path, { force: true })
    }
  }
}

function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex')
}

async function replace(path: string, content: Buffer | string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, content, { mode: 0o600 })
  await rename(draft, path)
}
