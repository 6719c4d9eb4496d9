import { fromBufferPromise } from 'yauzl'

/** Texts of the wanted entries of a ZIP archive. Throws for what is no archive, is damaged or unpacks past `most` bytes. */
export async function unzip(bytes: Buffer, wanted: string[], most: number): Promise<Map<string, string>> {
  const archive = await fromBufferPromise(bytes)
  const texts = new Map<string, string>()
  let total = 0
  for await (const entry of archive.eachEntry()) {
    if (!wanted.includes(entry.fileName) || texts.has(entry.fileName)) continue
    const chunks: Buffer[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      const piece = Buffer.from(chunk)
      total += piece.length
      if (total > most) throw new Error(`it unpacks to more than ${Math.round(most / 1_000_000)} MB`)
      chunks.push(piece)
    }
    texts.set(entry.fileName, new TextDecoder().decode(Buffer.concat(chunks)))
  }
  return texts
}
