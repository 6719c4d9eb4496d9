const variants: Record<string, string> = {
  馀: '余',
  餘: '余',
  後: '后',
  釆: '采',
  個: '个',
  萬: '万',
  億: '亿',
  兩: '两',
  倆: '两',
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
/** Full-width signs, but ，：；！？（） which separate clauses, as their half-width twins inside a number do not. */
const needed = new RegExp(
  `[\\uFF02-\\uFF07\\uFF0A\\uFF0B\\uFF0D-\\uFF19\\uFF1C-\\uFF1E\\uFF20-\\uFF5E\\u00A0\\u3000\\t\\r\\u200B\\uFEFF${Object.keys(variants).join('')}]`,
  'g',
)

/**
 * The text with full-width digits, letters and signs made half-width, blanks made spaces and a few variant characters
 * made standard. Every character stays in its place: offsets into the result are offsets into the text.
 */
export function normalise(text: string): string {
  return text.replace(needed, (character) => {
    const variant = variants[character]
    if (variant !== undefined) return variant
    const code = character.charCodeAt(0)
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' '
  })
}

/** True for a Han character of the basic planes. */
export function isHan(character: string | undefined): boolean {
  if (character === undefined) return false
  const code = character.charCodeAt(0)
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007
}
