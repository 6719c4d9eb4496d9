import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Words of the fields of the lenses that ship: giving, epidemics, floods. */
const domain =
  /(?<!招)募|捐|赠|善款|口罩|防护|隔离|消毒|核酸|确诊|病例|病毒|肺炎|新冠|疫情|抗疫|防疫|疫苗|献血|方舱|防汛|汛|洪|涝|灾|抢险|管涌|巾帼/gu

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** Strings and patterns of a source file, without its comments. */
function literals(file: string, text: string): { line: number; text: string }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: { line: number; text: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.getText() })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('code', () => {
  it('holds no word of the field of a lens', () => {
    const held = sources.flatMap((file) => {
      const code = readFileSync(join('src', file), 'utf8')
      if (code.search(domain) < 0) return []
      return literals(file, code).flatMap(({ line, text }) =>
        [...new Set(text.match(domain) ?? [])].map((word) => `src/${file}:${line} ${word}`),
      )
    })
    expect(sources.length).toBeGreaterThan(300)
    expect(held).toEqual([])
  })

  it('is looked through in strings, templates and patterns, not in comments', () => {
    const text = '// 口罩\nconst a = "捐款" + `洪水$' + '{1}疫情` + /隔离/.source'
    expect(literals('a.ts', text).flatMap((each) => each.text.match(domain) ?? [])).toEqual([
      '捐',
      '洪',
      '疫情',
      '隔离',
    ])
  })
})
