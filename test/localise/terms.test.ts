import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/localise/csv.js'
import { composePhrase } from '../../src/localise/phrases.js'
import { parseTerms } from '../../src/localise/terms.js'
import { renderVerb } from '../../src/localise/verbs.js'
import { termsInUse } from '../../src/localise/vocabulary.js'
import { resourcePath } from '../../src/resources.js'

const folder = resourcePath('assets', 'terms')
const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
const partsOfSpeech = 'noun adjective after verb dropped title kind organ name unit place people heading'.split(' ')

describe('the term base', () => {
  it('has every column a spreadsheet expects, in every file', () => {
    for (const file of files) {
      const rows = parseCsv(readFileSync(join(folder, file), 'utf8'))
      expect(rows[0], file).toEqual(['zh', 'en', 'pos', 'forms', 'note', 'domain'])
      for (const row of rows) expect(row.length, `${file}: ${row.join(',')}`).toBe(6)
    }
  })

  it('never holds one word twice as the same part of speech', () => {
    const seen = new Set<string>()
    for (const file of files) {
      for (const { zh, pos } of parseTerms(readFileSync(join(folder, file), 'utf8'))) {
        const key = `${zh} ${pos}`
        expect(seen.has(key), key).toBe(false)
        expect(partsOfSpeech, key).toContain(pos)
        seen.add(key)
      }
    }
    expect(seen.size).toBeGreaterThan(3000)
  })

  it('has no Chinese in its English', () => {
    for (const { zh, en, forms } of termsInUse().all())
      expect(`${zh} ${en} ${forms}`.replace(zh, '')).not.toMatch(/\p{Script=Han}/u)
  })

  it('reads quoted cells, commas and byte order marks', () => {
    expect(parseCsv('\uFEFFa,b\r\n"x, ""y""",z\r\n\r\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'z'],
    ])
  })
})

const phrases: [string, string][] = [
  ['医用外科口罩', 'surgical masks'],
  ['各类防疫物资', 'epidemic prevention supplies'],
  ['疫情防控相关微信推文', 'WeChat posts on epidemic prevention and control'],
  ['全市各级妇联', "women's federations at all levels across the city"],
  ['全省各级组织和致公党员', 'organisations at all levels across the province and China Zhi Gong Party members'],
  ['医用物资和生活物资', 'medical supplies and daily necessities'],
  ['女医护、女干警', 'women medical workers and women police officers'],
  ['一线医护人员', 'front-line medical workers'],
  ['参与疫情防控一线的医务工作者', 'medical workers working on the front line of epidemic control'],
  ['奋战在医院和基层一线的干部', 'officials working in hospitals and on the grass-roots front line'],
  ['抗疫工作先进个人', 'individuals commended for epidemic response work'],
  ['福建第3批援鄂医疗队', '3rd Fujian medical teams sent to Hubei'],
  ['第二十一批援鄂医疗队', '21st medical teams sent to Hubei'],
  ['医护人员基层干部', 'medical workers and grass-roots officials'],
  ['新冠肺炎新增确诊病例', 'new COVID-19 confirmed cases'],
  ['贫困户', 'poor households'],
]

describe('noun phrases', () => {
  it.each(phrases)('%s → %s', (zh, en) => {
    expect(composePhrase(zh, 'many')?.en).toBe(en)
  })

  it('is silent where one part is not covered', () => {
    expect(composePhrase('蹴鞠协会的口罩', 'many')).toBeNull()
  })
})

describe('verbs', () => {
  it.each([
    ['捐赠', 'donated', 'donated'],
    ['派出', 'sent', 'sent'],
    ['拟写报送', 'drafted and submitted', 'drafted and submitted'],
    ['筹集并捐赠', 'raised and donated', 'raised and donated'],
    ['共发放了', 'handed out', 'handed out'],
    ['召开', 'held', 'held'],
    ['撰写', 'wrote', 'written'],
  ])('%s → %s, %s', (zh, past, participle) => {
    expect(renderVerb(zh)).toMatchObject({ past, participle })
  })
})
