import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import type { Fact, Summary } from '../../src/model/index.js'
import { article } from './article.js'

const lens = await loadLens('public-response', process.cwd())

/** A fact without its place in the text. */
function said({ item, quantity, actor, recipient, category, time }: Fact): string {
  return JSON.stringify([item.zh, quantity, actor?.zh, recipient?.zh, category, time?.asOf])
}

const saidOf = (summary: Summary): string[] => summary.facts.map(said)

const stories = [
  '云岫县红十字会向三所山区小学捐赠医用口罩5000只、体温计120支，价值4.6万元。\n截至3月12日，共有236名志愿者参与服务。',
  '青石市总工会筹集慰问金83万元，走访一线职工1900余人次。\n全市发放消毒液2.4吨，其中社区1.5吨。',
  '临浦区妇联发动巾帼志愿者310名，排查住户1.2万户，张贴海报近800张。',
]

/** Lines of a page around its article: they state nothing. */
const furniture = ['首页', '上一篇', '下一篇', '打印本页', '关闭窗口', '责任编辑：何向前', '字号：大 中 小', '分享到：']

describe('what does not change a fact', () => {
  it('lines of the page before and behind the article', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stories),
        fc.array(fc.constantFrom(...furniture), { maxLength: 6 }),
        fc.array(fc.constantFrom(...furniture), { maxLength: 6 }),
        (story, before, behind) => {
          const alone = saidOf(analyse(article(story), lens))
          expect(alone.length).toBeGreaterThan(2)
          expect(saidOf(analyse(article([...before, story, ...behind].join('\n')), lens))).toEqual(alone)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('which articles were read before', () => {
    const alone = new Map(stories.map((story) => [story, JSON.stringify(analyse(article(story), lens))]))
    fc.assert(
      fc.property(fc.shuffledSubarray(stories, { minLength: 2 }), (order) => {
        for (const story of order) expect(JSON.stringify(analyse(article(story), lens))).toBe(alone.get(story))
      }),
      { numRuns: 20 },
    )
  })
})

describe('an article of too many figures', () => {
  it('is read up to a bound, and says where the rest begins', () => {
    const line = '县总工会捐款3万元、口罩20只。\n'
    const text = line.repeat(5_500)
    const { facts, notes } = analyse(article(text), lens)
    expect(facts).toHaveLength(10_000)
    const unread = notes.find(({ code }) => code === 'figures-unread')
    expect(unread?.params).toEqual({ most: 10_000 })
    expect(unread?.start).toBe(line.length * 5_000 + line.indexOf('3万元'))
  })

  it('is read up to a number of characters, whole line by whole line, and says so', () => {
    const line = `${'志愿者走进社区，为居民讲解防护知识，送去生活物资。'.repeat(40)}县总工会捐款3万元。\n`
    const text = line.repeat(Math.ceil(1_000_000 / line.length) + 2)
    const { facts, notes } = analyse(article(text), lens)
    const lines = Math.floor(1_000_000 / line.length)
    expect(facts).toHaveLength(lines)
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'text-unread', start: lines * line.length - 1, end: text.length }),
    )
    expect(analyse(article(line.repeat(3)), lens).notes.map(({ code }) => code)).not.toContain('text-unread')
  })
})
