const variants: Record<string, string> = {
  馀: '余',
  餘: '余',
  後: '后',
  釆: '采',
  個: '个',
  萬: '万',
  億: '亿',
  兩: '两',
  倆: '俩',
  陸: '陆',
  貳: '贰',
  參: '叁',
  負: '负',
  點: '点',
  幾: '几',
  圓: '元',
  '−': '-',
  '﹪': '%',
}
/** Code of the standard character for each code that has one; 0 for all others. */
const standard = new Uint16Array(0x10000)
/** Full-width signs, but ，：；！？（） which separate clauses, as their half-width twins inside a number do not. */
for (const [from, to] of [
  [0xff02, 0xff07],
  [0xff0a, 0xff0b],
  [0xff0d, 0xff19],
  [0xff1c, 0xff1e],
  [0xff20, 0xff5e],
] as const)
  for (let code = from; code <= to; code++) standard[code] = code - 0xfee0
for (const blank of '\u00A0\u3000\t\r\u200B\uFEFF') standard[blank.charCodeAt(0)] = 0x20
for (const [variant, character] of Object.entries(variants)) standard[variant.charCodeAt(0)] = character.charCodeAt(0)

/**
 * The text with full-width digits, letters and signs made half-width, blanks made spaces and a few variant characters
 * made standard. Every character stays in its place: offsets into the result are offsets into the text.
 */
export function normalise(text: string): string {
  let made = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = standard[text.charCodeAt(at)] ?? 0
    if (code === 0) continue
    made += text.slice(from, at) + String.fromCharCode(code)
    from = at + 1
  }
  return from === 0 ? text : made + text.slice(from)
}

/** True for a Han character of the basic planes. */
export function isHan(character: string | undefined): boolean {
  if (character === undefined) return false
  const code = character.charCodeAt(0)
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007
}
