/** Characters of a shingle: long enough that two texts share few by chance, short enough to stand an altered word. */
const SHINGLE = 12
/** Of this many shingles in a row the one of least hash is kept: texts that share 19 characters share one for sure. */
const WINDOW = 8
const BASE = 1_000_003

/**
 * Winnowed hashes of a text's shingles (Schleimer, Wilkerson and Aiken 2003): about two in nine, chosen by the text
 * alone, so that a copy keeps those of every part it copies. In time linear in the text.
 */
export function fingerprintsOf(text: string): Set<number> {
  const kept = new Set<number>()
  const hashes = shingleHashes(text)
  let least = -1
  for (let end = 0; end < hashes.length; end++) {
    const start = Math.max(0, end - WINDOW + 1)
    if (least < start) {
      least = start
      for (let i = start + 1; i <= end; i++) if ((hashes[i] ?? 0) <= (hashes[least] ?? 0)) least = i
    } else if ((hashes[end] ?? 0) <= (hashes[least] ?? 0)) least = end
    if (end >= WINDOW - 1 || end === hashes.length - 1) kept.add(hashes[least] ?? 0)
  }
  return kept
}

/** Rolling hashes of all shingles, 32 bits each; one of the whole where it is shorter than a shingle. */
function shingleHashes(text: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(1, text.length - SHINGLE + 1))
  let leading = 1
  for (let i = 1; i < SHINGLE; i++) leading = Math.imul(leading, BASE)
  let hash = 0
  for (let i = 0; i < text.length; i++) {
    if (i >= SHINGLE) hash = (hash - Math.imul(text.charCodeAt(i - SHINGLE), leading)) | 0
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0
    if (i >= SHINGLE - 1 || i === text.length - 1) hashes[Math.max(0, i - SHINGLE + 1)] = mixed(hash)
  }
  return hashes
}

/** Spreads the bits: the least of raw rolling hashes would favour some characters. */
function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
