/** A string is its hexadecimal digits in angle brackets, a name has its slash, a dictionary is its source. */
export type Operand = number | string | Operand[]

/** An operator with what stands before it (ISO 32000-1 §7.8.2). The list of operands is used again for the next one. */
export interface Operation {
  operator: string
  operands: Operand[]
}

/** The operations of a content stream in their order; a picture in the content itself is `BI`. */
export function* readContent(content: string): Generator<Operation> {
  const operation: Operation = { operator: '', operands: [] }
  const open: Operand[][] = []
  let list = operation.operands
  let at = 0
  while (at < content.length) {
    const code = content.charCodeAt(at)
    if (isSpace(code)) at++
    else if (isNumber(code)) {
      const start = at
      while (isNumber(content.charCodeAt(at))) at++
      list.push(Number(content.slice(start, at)))
    } else if (isLetter(code)) {
      const start = at
      while (isLetter(content.charCodeAt(at))) at++
      operation.operator = content.slice(start, at)
      if (operation.operator === 'BI') at = afterPicture(content, at)
      yield operation
      operation.operands.length = 0
      open.length = 0
      list = operation.operands
    } else if (code === bracket.open) {
      const inner: Operand[] = []
      list.push(inner)
      open.push(list)
      list = inner
      at++
    } else if (code === bracket.close) {
      list = open.pop() ?? list
      at++
    } else {
      const end = endOfValue(content, at)
      list.push(operandOf(content.slice(at, end)))
      at = end
    }
  }
}

const bracket = { open: 0x5b, close: 0x5d }

function isSpace(code: number): boolean {
  return code <= 0x20
}

/** Digits, sign and point. */
function isNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b
}

/** Letters, and the signs that operators end with. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x27 || code === 0x22 || code === 0x2a
  )
}

function afterPicture(content: string, at: number): number {
  const end = /\sEI(?=\s|$)/g
  end.lastIndex = at
  return end.test(content) ? end.lastIndex : content.length
}

const name = /\/[^\s/<>[\]()]*/y
const literal = /\((?:\\[\s\S]|[^\\()])*\)/y

/** Where a name, a string or a dictionary ends; what is none of them is passed over. */
function endOfValue(content: string, at: number): number {
  if (content.startsWith('<<', at)) return endOfDictionary(content, at)
  if (content[at] === '<') return after(content.indexOf('>', at), content)
  const pattern = content[at] === '/' ? name : literal
  pattern.lastIndex = at
  return pattern.test(content) ? Math.max(pattern.lastIndex, at + 1) : at + 1
}

function endOfDictionary(content: string, at: number): number {
  const brackets = /<<|>>/g
  brackets.lastIndex = at
  let depth = 0
  for (let found = brackets.exec(content); found !== null; found = brackets.exec(content)) {
    depth += found[0] === '<<' ? 1 : -1
    if (depth === 0) return brackets.lastIndex
  }
  return content.length
}

function after(at: number, content: string): number {
  return at < 0 ? content.length : at + 1
}

function operandOf(source: string): string {
  if (source.startsWith('(')) return `<${hexOf(source)}>`
  return source
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }

/** The bytes of a literal string (ISO 32000-1 §7.3.4.2) as hex. */
function hexOf(source: string): string {
  const text = source
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    )
  return Buffer.from(text, 'latin1').toString('hex').toUpperCase()
}
