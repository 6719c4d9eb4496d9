import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeReprints as tell } from '../../src/extract/index.js'
import { type Article, zhOnly } from '../../src/model/index.js'
import { processorTime } from '../processor-time.js'

const PLACES = ['沙溪镇', '柳湾镇', '青石街道', '东篱街道', '南浦乡', '云岫镇', '白鹭村', '桃源社区']
const GOODS = ['医用口罩', '防护服', '消毒液', '蔬菜', '帐篷', '抽水泵', '棉被', '牛奶']

/** Sentences such as bodies of one organisation hold, each with its own figure. */
const sentence = fc
  .tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 2, max: 9999 }), fc.nat(3))
  .map(
    ([place, goods, count, form]) =>
      [
        `县总工会向${PLACES[place]}送去${GOODS[goods]}${count}件，由志愿者逐户分发到困难职工手中。`,
        `截至7月5日，${PLACES[place]}累计收到${GOODS[goods]}${count}件，全部登记在册并对外公示。`,
        `${PLACES[place]}的职工志愿者连续值守${count}个小时，检查${GOODS[goods]}的发放情况。`,
        `“${GOODS[goods]}来得正是时候。”${PLACES[place]}的一位居民说，全村${count}户都领到了。`,
      ][form] ?? '',
  )
const body = fc.uniqueArray(sentence, { minLength: 8, maxLength: 20, selector: (text) => text.replace(/\d+/g, '') })

function article(uri: string, text: string, title = '县总工会的七天七夜', day = '2021-07-06'): Article {
  return {
    id: `sha256:${uri}`,
    source: { uri, mediaType: 'text/html' },
    title: zhOnly(title),
    publishedAt: { value: day, basis: 'printed' },
    publisher: uri,
    author: null,
    credits: {},
    sections: [],
    text,
    removed: [],
  }
}

/** What is read, what is a reprint of what, and what is noted. */
function mergeReprints(articles: Article[]) {
  const told = tell(articles)
  expect(told).toHaveLength(articles.length)
  return {
    articles: told.flatMap(({ article }) => article ?? []),
    notes: told.flatMap((each) => (each.article === null ? [] : each.notes)),
    reprints: new Map(
      told.flatMap((each, i) => (each.article === null ? [[articles[i]?.source.uri, each.reprintOf] as const] : [])),
    ),
  }
}

const uris = (articles: readonly Article[]) => articles.map(({ source }) => source.uri)

describe('one story on several sites', () => {
  it('is one, whichever way it was cut, headed and dated, and in whatever order it came', () => {
    const cut = fc.tuple(body, fc.double({ min: 0.3, max: 1, noNaN: true }), fc.boolean())
    fc.assert(
      fc.property(cut, ([sentences, share, first]) => {
        const kept = sentences.slice(0, Math.max(5, Math.ceil(sentences.length * share)))
        const whole = article('whole', `新华社青禾7月6日电（记者 温如玉）${sentences.join('\n')}`)
        const reprint = article('reprint', `本报讯 ${kept.join('')}`, '志愿者雨中送物资', '2021-07-08')
        const { articles, reprints, notes } = mergeReprints(first ? [reprint, whole] : [whole, reprint])
        const fullest = kept.length < sentences.length ? 'whole' : (articles[0]?.source.uri ?? '')
        expect(uris(articles)).toEqual([fullest])
        expect([...reprints]).toEqual([[fullest === 'whole' ? 'reprint' : 'whole', fullest]])
        expect(articles[0]?.alsoAt).toHaveLength(1)
        expect(notes).toEqual([])
      }),
    )
  })

  it('keeps what only a reprint says, and tells of it', () => {
    fc.assert(
      fc.property(body, (sentences) => {
        const news = '县总工会主席贺兰舟表示，下一步将为受灾职工提供心理疏导。'
        const whole = article('whole', sentences.join('\n'))
        const reprint = article('reprint', [...sentences.slice(0, -2), news].join('\n'))
        const { articles, notes } = mergeReprints([whole, reprint])
        expect(articles).toMatchObject([{ source: { uri: 'whole' }, alsoAt: [{ uri: 'reprint', added: [news] }] }])
        expect(notes).toMatchObject([{ code: 'reprint-adds', source: 'whole', params: { first: news, sentences: 1 } }])
      }),
    )
  })

  it('is told from many others in time linear in their number', () => {
    const long = (i: number) =>
      Array.from({ length: 40 }, (_, k) => `第${i}号公告第${k}条，${PLACES[k % 8]}领取${GOODS[i % 8]}若干。`).join('\n')
    const stories = Array.from({ length: 1500 }, (_, i) => article(`a${i}`, long(i)))
    const copies = Array.from({ length: 1500 }, (_, i) => article(`b${i}`, `本报讯 ${long(i)}`, '转载'))
    const started = processorTime()
    const { articles, reprints } = mergeReprints([...stories, ...copies])
    expect(articles).toHaveLength(1500)
    expect(reprints.get('b7')).toBe('a7')
    expect(processorTime() - started).toBeLessThan(10_000)
  })
})

describe('three prints of one story', () => {
  const opening = '连日来，沙河县妇联发动女企业家协会、巾帼志愿者为受灾村庄筹集物资。'
  const told = [
    '截至8月4日，县妇联共收到捐款36.8万元，募集大米1200袋、食用油800桶。',
    '县妇联组织126名巾帼志愿者分成9支小队，把物资送到14个村，走访受灾家庭430户。',
    '在柳林村，志愿者帮助村民清理淤泥，给32名儿童上了3堂安全课。',
  ]
  const last = '县妇联主席高云表示，下一步将为受灾妇女举办4期技能培训班，帮助她们恢复生产。'
  const added = '省妇女儿童基金会8月6日拨付救灾款15万元，用于修缮2所村小。'
  const whole = article('a', [`沙河日报讯（记者 吴桐）${opening}`, ...told, last].join('\n'))
  const cut = article('b', [opening, ...told.slice(0, 2)].join('\n'), '爱心物资进村来')
  const other = `河川晚报沙河8月6日电（记者 丁一）${opening}`

  it('are one story, with the paragraph that only one of them has', () => {
    const longer = article('c', [other, ...told, added].join('\n'), '千余袋大米送到受灾村')
    const { articles } = mergeReprints([whole, cut, longer])
    expect(articles.map(({ alsoAt }) => alsoAt?.map((each) => [each.uri, each.added]))).toEqual([
      [
        ['b', []],
        ['c', [added]],
      ],
    ])
  })

  it('are two stories where one counts on', () => {
    const later = '截至8月9日，县妇联共收到捐款51万元，募集大米1500袋、食用油900桶。'
    const { articles } = mergeReprints([whole, article('c', [other, ...told.slice(1), later].join('\n'), '后来')])
    expect(articles).toHaveLength(2)
  })
})

describe('two articles of one organisation', () => {
  it('are two as soon as one figure differs, be all the rest the same', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 50 }), (sentences, at, more) => {
        const place = at % sentences.length
        const later = sentences.map((text, i) => (i === place ? raised(text, more) : text))
        const both = [article('first', sentences.join('\n')), article('later', later.join('\n'))]
        expect(mergeReprints(both).articles).toEqual(both)
      }),
    )
  })

  it('are two where they share formulas and no more than half of their sentences', () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        const formula = '县总工会是全县职工之家，成立多年来始终把服务职工放在首位，热线全天开通。'
        const shared = one.slice(0, Math.floor(one.length / 3))
        const masks = new Set(one.map((text) => text.replace(/\d+/g, '')))
        const own = other.filter((text) => !masks.has(text.replace(/\d+/g, '')))
        fc.pre(own.length >= shared.length + 2)
        const both = [article('a', [...one, formula].join('\n')), article('b', [...shared, ...own, formula].join('\n'))]
        expect(mergeReprints(both).articles).toEqual(both)
      }),
    )
  })

  it('are two where one quotes the other in a round-up', () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        const inside = one.slice(0, 4)
        const around = other.map((text) => `另据介绍，${text}`)
        const roundUp = article(
          'round-up',
          [...around, ...inside, ...around.map((text) => `此外，${text}`)].join('\n'),
          '一周综述',
        )
        const news = article('news', inside.join('\n'))
        fc.pre(roundUp.text.length > 2.2 * news.text.length)
        expect(mergeReprints([news, roundUp]).articles).toEqual([news, roundUp])
      }),
    )
  })

  it('are two where they are short and say the same formula under other headlines', () => {
    const formula = '活动受到一致好评。'
    const both = [article('a', formula, '送清凉进工地'), article('b', formula, '送温暖进社区')]
    expect(mergeReprints(both).articles).toEqual(both)
  })
})

function raised(text: string, more: number): string {
  let done = false
  return text.replace(/\d+(?=[件个户])/g, (digits) => {
    if (done) return digits
    done = true
    return String(Number(digits) + more)
  })
}
