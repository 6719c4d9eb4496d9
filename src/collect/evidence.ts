import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

const SAMPLE = 65_536
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

/** The most common characters and marks of Chinese print, in both scripts: what a right decoding is full of. */
const COMMON = new Set(
  '，。、；：“”（）《》？！「」　的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内數数正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系系军軍很情者最立代想已通并並提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處队隊南给給色光门門即保治北造百规規热熱领領七海口东東导導器压壓志世金增争爭济濟阶階油思术術极極交受联聯什认認六共权權收证證改清己美再采採转轉更单單风風切打白教速花带帶安场場身车車例真务務具万萬每目至达達走积積示议議声聲报報斗鬥完类類八离離华華名确確才科张張信马馬节節话話米整空元况況今集温溫传傳土许許步群广廣石记記需段研界拉林律叫且究观觀越织織装裝',
)

/** Share of common characters below which no reading of bytes is Chinese print: chance gives a fortieth, lists of names
 * a tenth, print half. */
const LEAST_COMMON = 0.05
/** Characters beyond ASCII from which on that can be told. */
const LEAST_BEYOND = 40

/** True for a text that is print neither in Chinese nor in ASCII: bytes of another kind were read in some encoding. */
export function looksRandom(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const { beyond, common, wrong } = count(sample)
  return beyond >= LEAST_BEYOND && beyond * 2 >= sample.length && (common - 2 * wrong) / (beyond + wrong) < LEAST_COMMON
}

/** The encoding whose reading of the bytes looks most like Chinese print. Valid UTF-8 is never by chance. */
export function likeliest(bytes: Buffer): string {
  const favourite = utf16ByZeros(bytes) ?? 'utf-8'
  if (favourite === 'utf-8' && isUtf8(bytes)) return 'utf-8'
  const head = bytes.subarray(0, SAMPLE)
  const sample = sampleOf(bytes)
  let best = 'utf-8'
  let most = Number.NEGATIVE_INFINITY
  for (const encoding of CANDIDATES) {
    const bonus = encoding === favourite ? 0.1 : 0
    const value = score(read(encoding.startsWith('utf-16') ? head : sample, encoding)) + bonus
    if (value > most) {
      most = value
      best = encoding
    }
  }
  return best
}

function read(sample: Buffer, encoding: string): string {
  return encoding === 'utf-8' ? sample.toString('utf8') : iconv.decode(sample, encoding)
}

/** From the first byte that is not ASCII: there a double-byte encoding is at the start of a character. */
function sampleOf(bytes: Buffer): Buffer {
  let start = 0
  while (start < bytes.length && (bytes[start] ?? 0) < 0x80) start++
  return bytes.subarray(start, start + SAMPLE)
}

/** ASCII in UTF-16 (line ends, figures) leaves a zero in every second byte, always on the same side. */
function utf16ByZeros(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE)
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0 || (even > 0 && odd > 0 && Math.max(even, odd) < 20 * Math.min(even, odd))) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Share of common characters among those beyond ASCII, less the share of what no print holds, twice. */
function score(text: string): number {
  const { beyond, common, wrong } = count(text)
  return beyond + wrong === 0 ? 0 : (common - 2 * wrong) / (beyond + wrong)
}

function count(text: string): { beyond: number; common: number; wrong: number } {
  let beyond = 0
  let common = 0
  let wrong = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) wrong++
    if (code < 0x80) continue
    beyond++
    if (COMMON.has(character)) common++
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) wrong++
  }
  return { beyond, common, wrong }
}
