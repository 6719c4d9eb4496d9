import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { localiseSummary } from '../../src/localise/index.js'
import { renderOrganisation } from '../../src/localise/organisations.js'
import { renderPerson } from '../../src/localise/persons.js'
import { renderPlace } from '../../src/localise/places.js'
import { zhOnly } from '../../src/model/index.js'
import { factOf, lens, summaryOf } from './build.js'

function table(name: string): [string, string][] {
  const lines = readFileSync(new URL(`tables/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => line.split('=') as [string, string])
}

describe('names that were written down before they were tried', () => {
  it.each([
    ['persons', 140, renderPerson],
    ['places', 300, renderPlace],
    ['organisations', 300, (zh: string) => renderOrganisation(zh).en],
  ] as const)('%s', (name, least, render) => {
    const rows = table(name)
    expect(rows.length).toBeGreaterThan(least)
    expect(rows.map(([zh]) => `${zh}=${render(zh)}`)).toEqual(rows.map((row) => row.join('=')))
  })
})

describe('one name in one article', () => {
  it('reads the same wherever it stands', () => {
    const name = '江城市红十字会'
    const summary = localiseSummary(
      summaryOf(
        name,
        [
          factOf('江城市红十字会捐赠口罩【80只】。', {
            item: '口罩',
            value: 80,
            unit: '只',
            action: '捐赠',
            actor: '松江县红十字会',
          }),
          factOf('向松江县红十字会捐赠口罩【90只】。', {
            item: '口罩',
            value: 90,
            unit: '只',
            action: '捐赠',
            recipient: '松江县红十字会',
            id: 'f2',
          }),
        ],
        { people: [{ ...zhOnly('何晓芸'), role: zhOnly('松江县红十字会会长') }] },
      ),
      lens,
    )
    const [given, received] = summary.facts
    const english = given?.actor?.en ?? ''
    expect(english).toBe('Red Cross Society of China, Songjiang Branch')
    expect(received?.recipient?.en).toBe(english)
    expect(given?.statement.en).toContain(english)
    expect(received?.statement.en).toContain(english)
    expect(summary.people[0]?.role?.en).toContain(english)
    expect(summary.organisation.en).toBe('Red Cross Society of China, Jiangcheng Branch')
  })
})
