/** Chinese characters that a text must have in lines of Chinese; a scrap needs fewer. */
const LEAST = 6
const LEAST_OF_SCRAP = 2
const SCRAP = 30

/**
 * Whether a text has Chinese to be read: lines at least a third of whose letters are Chinese characters. Lines with
 * much kana are Japanese. A line of Chinese in an English text is enough: its figures can be read.
 */
export function holdsChinese(text: string): boolean {
  let letters = 0
  let chinese = 0
  for (const line of text.split('\n')) {
    const counts = countLetters(line)
    letters += counts.all
    if (counts.han * 3 >= counts.all && counts.kana * 6 < counts.all) chinese += counts.han
  }
  return chinese >= (letters < SCRAP ? LEAST_OF_SCRAP : LEAST)
}

const LETTER = /\p{L}/u

function countLetters(line: string): { all: number; han: number; kana: number } {
  let all = 0
  let han = 0
  let kana = 0
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0
    if (isHan(code)) han++
    else if (code >= 0x3041 && code <= 0x30fa) kana++
    else if (!isLatin(code) && (code < 0x80 || !LETTER.test(character))) continue
    all++
  }
  return { all, han, kana }
}

function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x20000 && code <= 0x323af)
  )
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
