import { execFileSync } from 'node:child_process'
import { unzipSync } from 'fflate'
import readWorkbook, { readSheet } from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { attachmentsOf, exportAs } from '../../src/export/index.js'
import { parseCsv } from '../../src/localise/csv.js'
import type { Briefing } from '../../src/model/index.js'
import { sampleBriefing } from '../fixtures/briefings/build.js'

const both = ['zh', 'en'] as const

/** A briefing whose texts are what a spreadsheet program or a renderer would take for something else. */
function hostile(): Briefing {
  const briefing = sampleBriefing(2)
  const [first, second] = briefing.facts
  if (!first || !second) throw new Error('the sample has no figures')
  first.item = { zh: '=HYPERLINK("http://x.example","点")', en: '+1+1', enBasis: 'terms' }
  first.statement = { ...first.statement, en: '@SUM(A1) | **not bold** <script>x</script> [a](http://x.example)' }
  second.item = { zh: '＝1＋1', en: '-2\tcells', enBasis: 'terms' }
  second.evidence = { ...second.evidence, sentence: `${second.evidence.sentence}“引号”,逗号\n换行\u0001\ud800` }
  return briefing
}

const cells = (briefing: Briefing) => {
  const [head = [], ...rows] = parseCsv(String(exportAs('csv', briefing, both)))
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

describe('csv', () => {
  it('has a row for each figure, with the value as a number and the sentence as printed', () => {
    const briefing = sampleBriefing(3)
    const rows = cells(briefing)
    expect(rows.length).toBe(briefing.facts.length)
    for (const [at, fact] of briefing.facts.entries()) {
      expect(rows[at]).toMatchObject({
        number: String(fact.number),
        value: String(fact.quantity.value),
        sentence: fact.evidence.sentence,
        as_of: fact.time?.asOf ?? '',
      })
    }
  })

  it('opens in spreadsheet programs as Chinese, and runs nothing there', () => {
    const text = String(exportAs('csv', hostile(), both))
    expect(text.startsWith('\ufeffnumber,')).toBe(true)
    const [first, second] = cells(hostile())
    expect(first).toMatchObject({ item_zh: `'=HYPERLINK("http://x.example","点")`, item_en: "'+1+1" })
    expect(second).toMatchObject({ item_zh: "'＝1＋1", item_en: "'-2\tcells" })
    expect(second?.sentence).toContain('“引号”,逗号\n换行')
  })

  it('is the table inside the PDF', () => {
    const briefing = sampleBriefing(2)
    const [model, table] = attachmentsOf(briefing)
    expect(table?.text).toBe(exportAs('csv', briefing, both))
    expect(JSON.parse(model?.text ?? '')).toEqual(JSON.parse(String(exportAs('json', briefing, both))))
    // Editions that were made before have it as it is written for people: they are verified as they are.
    expect(attachmentsOf(briefing, { indented: true })[0]?.text).toBe(exportAs('json', briefing, both))
  })
})

describe('xlsx', () => {
  const bytes = (briefing: Briefing) => Buffer.from(exportAs('xlsx', briefing, both) as Uint8Array)

  it('holds numbers as numbers and dates as dates, approximations in a column of their own', async () => {
    const briefing = sampleBriefing(2)
    const rows = await readSheet(bytes(briefing), '证据 Evidence')
    const heads = (rows[0] ?? []).map((head) => String(head).split('\n').at(-1))
    const column = (name: string) => rows.slice(1).map((row) => row[heads.indexOf(name)])
    expect(column('Value')).toEqual(briefing.facts.map(({ quantity }) => quantity.value))
    expect(column('Approximation')).toEqual(briefing.facts.map(({ quantity }) => quantity.approximation))
    const dates = column('As of')
    for (const [at, { time }] of briefing.facts.entries()) {
      if (!time) expect(dates[at]).toBeNull()
      else expect(dates[at]).toEqual(new Date(`${time.asOf}T00:00:00Z`))
    }
  })

  it('sets the organisations side by side, each value beside its mark', async () => {
    const briefing = sampleBriefing(2)
    const rows = await readSheet(bytes(briefing), '比较 Comparison')
    const values = new Set(rows.flat().filter((value) => typeof value === 'number'))
    for (const { rows: own } of briefing.comparison)
      for (const { cells: all } of own)
        for (const { entries } of all) for (const { value } of entries) expect(values).toContain(value)
    expect(rows.flat()).toContain('≈')
    expect((await readWorkbook(bytes(briefing))).map(({ sheet }) => sheet)).toEqual([
      '比较 Comparison',
      '证据 Evidence',
      '来源 Sources',
    ])
  })

  it('is well formed, keeps its head in sight, filters, and holds no formula', () => {
    const files = unzipSync(bytes(hostile()))
    const parts = Object.entries(files).map(([name, part]) => [name, Buffer.from(part).toString('utf8')] as const)
    for (const [name, xml] of parts) {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => expect.fail(`${name}: ${error.message}`))
      parser.write(xml).close()
      expect(xml).not.toMatch(/<f[ >]/)
    }
    for (const [, xml] of parts.filter(([name]) => /worksheets\/sheet/.test(name))) {
      expect(xml).toContain('state="frozen"')
      expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"/)
    }
    expect(parts.find(([name]) => name === 'xl/styles.xml')?.[1]).toContain('quotePrefix="1"')
  })

  it('leads from a value of the comparison to the row of its evidence', () => {
    const briefing = sampleBriefing(2)
    const sheet = Buffer.from(unzipSync(bytes(briefing))['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')
    const rows = [...sheet.matchAll(/location="'证据 Evidence'!A(\d+)"/g)].map(([, row]) => Number(row))
    expect(rows.length).toBeGreaterThan(5)
    expect(Math.max(...rows)).toBeLessThanOrEqual(briefing.facts.length + 1)
  })

  it('is the same bytes for the same briefing, in another time zone too', () => {
    const script = `import { exportAs } from './dist/export/index.js'
      import { readFileSync } from 'node:fs'
      import { createHash } from 'node:crypto'
      const briefing = JSON.parse(readFileSync(0, 'utf8'))
      console.log(createHash('sha256').update(exportAs('xlsx', briefing, ['zh', 'en'])).digest('hex'))`
    const digest = (zone: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        input: JSON.stringify(sampleBriefing(2)),
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
    expect(digest('Pacific/Kiritimati')).toBe(digest('America/Los_Angeles'))
  })
})

describe('md', () => {
  const text = (briefing: Briefing, languages: readonly ('zh' | 'en')[] = both) =>
    String(exportAs('md', briefing, languages))

  it('has a footnote for each figure that something refers to', () => {
    const briefing = sampleBriefing(3)
    const made = text(briefing)
    for (const { number, quantity } of briefing.facts) {
      const [line = ''] = made.match(new RegExp(`^\\[\\^${number}\\]: .*$`, 'm')) ?? []
      expect(line).toContain(`<b>${quantity.surface}</b>`)
      expect(made).toMatch(new RegExp(`\\[\\^${number}\\](?!:)`))
    }
  })

  it('has tables whose rows all have as many cells as their head', () => {
    for (const block of text(hostile())
      .split('\n\n')
      .filter((one) => one.startsWith('|'))) {
      const widths = block.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length)
      expect(new Set(widths).size, block).toBe(1)
    }
  })

  it('shows what it quotes as it stands: no markup, no HTML', () => {
    const made = text(hostile())
    expect(made).toContain('@SUM(A1) \\| \\*\\*not bold\\*\\* &lt;script\\>x&lt;/script\\> \\[a\\](http://x.example)')
    expect(made).not.toContain('<script')
  })

  it('is one language alone where one is asked for', () => {
    expect(text(sampleBriefing(2), ['zh'])).not.toContain('Comparison')
    expect(text(sampleBriefing(2), ['en'])).toContain('## Comparison')
    expect(text(sampleBriefing(2), ['en'])).not.toContain('比较')
  })

  it('makes lists of what more than eight organisations report', () => {
    expect(text(sampleBriefing(12))).toMatch(/\n1\. .*\n1\. /)
  })
})
