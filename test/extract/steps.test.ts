import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { describeRemovals } from '../../src/explain.js'
import { extract, STEPS, stepsNamed } from '../../src/extract/index.js'
import { readSummaries } from '../../src/reading.js'
import { sourceOf } from './helpers.js'

const page = `<html><head><title>青禾县总工会转移群众四百人</title></head><body>
<div class="top"><p>东篱网欢迎您</p></div>
<div class="main"><h1>青禾县总工会转移群众四百人</h1><div>2021-07-06 08:18 来源：东篱网</div><div class="content">
<p>原标题：雨中的四百人</p>
<p style="display:none">看不见的一句话，有两万只口罩。</p>
<p>7月3日以来，青禾县连降大雨，沙溪河水位超过警戒线1.2米。</p>
<p>县总工会当晚召集6支职工志愿服务队，分赴沙溪、柳湾两镇转移群众。</p>
<p align="center"><img src="a.jpg"></p><p align="center">志愿者在柳湾镇搬运沙袋。贺兰舟 摄</p>
<p><a href="x">东篱市发布暴雨红色预警</a></p>
<p>点击上方蓝字关注我们</p>
<p>截至7月5日18时，志愿者共转移老人和儿童412人，搬运沙袋3600余个。</p>
<p>编辑：温如玉</p>
<p>相关新闻</p><p>三条公交线停运</p></div></div></body></html>`

/** What each step takes from the page above. */
const TAKEN: Record<(typeof STEPS)[number]['id'], string> = {
  unseen: '看不见的一句话',
  outside: '东篱网欢迎您',
  headline: '青禾县总工会转移群众四百人',
  byline: '2021-07-06 08:18',
  caption: '贺兰舟 摄',
  tail: '三条公交线停运',
  credits: '编辑：温如玉',
  before: '原标题：雨中的四百人',
  linked: '东篱市发布暴雨红色预警',
  furniture: '点击上方蓝字关注我们',
}

const textWithout = (...steps: string[]) => extract(sourceOf(page), { without: stepsNamed(steps) }).value?.text ?? ''

describe('each step', () => {
  it.each(STEPS.map(({ id }, i) => [i + 1, id] as const))(
    '%i %s can be switched off, and takes what it says',
    (number, id) => {
      expect(textWithout()).not.toContain(TAKEN[id])
      for (const name of [String(number), id, `${String(number).padStart(2, '0')}-${id}`])
        expect(textWithout(name)).toContain(TAKEN[id])
      const { value } = extract(sourceOf(page))
      const step = value?.removed.find(({ text }) => text.includes(TAKEN[id]))?.step
      expect(step).toBe(`${String(number).padStart(2, '0')}-${id}`)
    },
  )

  it('takes nothing that is not on record: body and removals hold every line that is shown', () => {
    const { value } = extract(sourceOf(page))
    const all = [value?.text, ...(value?.removed ?? []).map(({ text }) => text)].join('\n')
    for (const text of Object.values(TAKEN)) expect(all).toContain(text)
  })

  it('keeps title, time and names where its line stays in the text', () => {
    const { value } = extract(sourceOf(page), { without: stepsNamed(['3', '4', '7']) })
    expect(value?.title.zh).toBe('青禾县总工会转移群众四百人')
    expect(value?.publishedAt.value).toBe('2021-07-06T08:18')
    expect(value?.credits).toMatchObject({ 来源: '东篱网', 编辑: '温如玉' })
  })

  it('is told apart from what is none', () => {
    for (const name of ['0', '11', 'tails', ''])
      expect(() => stepsNamed([name])).toThrow(expect.objectContaining({ code: 'unknown-step', exitCode: 2 }))
  })

  it('is in the guide, with its number', () => {
    const guide = readFileSync(fileURLToPath(new URL('../../docs/extraction.md', import.meta.url)), 'utf8')
    for (const [i, { id }] of STEPS.entries()) expect(guide).toContain(`| ${i + 1} | \`${id}\` |`)
  })
})

describe('the explanation of a page', () => {
  it('names every step, what it took, and which were switched off', async () => {
    const folder = fileURLToPath(new URL('../fixtures/pages/', import.meta.url))
    expect(readdirSync(folder)).toContain('portal-with-breadcrumb')
    const sources = ['portal-with-breadcrumb/source.html']
    const withoutSteps = ['caption']
    const [reading] = await readSummaries({ sources, lens: 'public-response', withoutSteps }, { cwd: folder })
    if (reading === undefined) throw new Error('nothing was read')
    const told = describeRemovals(reading, { withoutSteps })
    for (const { id } of STEPS) expect(told).toMatch(new RegExp(`^ +\\d+ ${id} `, 'm'))
    expect(told).toContain('caption    switched off')
    expect(told).toContain('责编：温如玉、丁小满')
    expect(reading.summary?.article.text).toContain('贺兰舟 摄')
  })
})
