import { readXml } from '../xml.js'

/** Levels of headings by the id of their paragraph style: 0 for the document's title, 1 to 6 for headings. */
export function headingStyles(xml: string): Map<string, number> {
  const levels = new Map<string, number>()
  const parents = new Map<string, string>()
  let style = ''
  readXml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:style') style = attributes['w:styleId'] ?? ''
      else if (name === 'w:name' && headingName(value) !== null) levels.set(style, headingName(value) ?? 1)
      else if (name === 'w:basedOn') parents.set(style, value)
      else if (name === 'w:outlineLvl' && !levels.has(style)) setOutline(levels, style, value)
    },
    close: () => {},
    text: () => {},
  })
  for (const [child, parent] of parents) {
    const level = levels.get(parent)
    if (level !== undefined && !levels.has(child)) levels.set(child, level)
  }
  return levels
}

function headingName(name: string): number | null {
  if (/^(?:title|标题|文档标题)$/i.test(name)) return 0
  const level = /^(?:heading|标题)\s*([1-6])$/i.exec(name)?.[1]
  return level === undefined ? null : Number(level)
}

function setOutline(levels: Map<string, number>, style: string, value: string): void {
  if (/^[0-5]$/.test(value)) levels.set(style, Number(value) + 1)
}
