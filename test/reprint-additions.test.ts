import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare } from '../src/compare/index.js'
import { loadLens } from '../src/config/lens.js'
import { mergeStories, readArticles } from '../src/reading.js'

const told = [
  '6月18日，柳溪县红十字会向受灾乡镇调拨第一批物资，志愿服务队连夜装车出发。',
  '截至当晚，共发放帐篷320顶、棉被1860床、饮用水4200箱，惠及群众2600人。',
  '红十字会还派出救护员45名，在6个安置点设立医疗站，为群众测量体温、处理外伤。',
  '捐赠渠道已经开通，每一笔捐款的去向都会在网站上公布，接受社会监督，欢迎查询。',
]
const more = '该会工作人员逐户登记受灾情况，第二批物资正在筹措，预计本周内送到各个乡镇的安置点。'
const lens = await loadLens('public-response', tmpdir())

/** The facts and sources of a briefing of these texts, each a file of its own. */
async function briefingOf(texts: Record<string, string[]>) {
  const cwd = await mkdtemp(join(tmpdir(), 'jianbao-reprints-'))
  try {
    for (const [name, lines] of Object.entries(texts))
      await writeFile(join(cwd, name), `柳溪县红十字会调拨物资\n2024-06-19 来源：溪上日报\n${lines.join('\n')}\n`)
    const readings = await readArticles({ sources: Object.keys(texts) }, lens, { cwd }, mergeStories)
    const briefing = compare(
      readings.flatMap(({ summary }) => summary ?? []),
      { lens },
    )
    const uriOf = new Map(briefing.sources.map(({ id, source }) => [id, source.uri]))
    return {
      figures: briefing.facts.map(({ source, quantity }) => `${uriOf.get(source)} ${quantity.surface}`),
      own: (uri: string) => readings.find((each) => each.uri === uri)?.summary ?? null,
      briefing,
    }
  } finally {
    await rm(cwd, { recursive: true })
  }
}

const own = '邻县12家企业另外捐赠消毒液350桶。'

describe('what only a reprint states', () => {
  it('is a figure of the story, with its evidence in the reprint', async () => {
    const {
      figures,
      own: read,
      briefing,
    } = await briefingOf({ 'whole.txt': [...told, more], 'reprint.txt': [...told, own] })
    expect(figures.filter((figure) => figure.startsWith('reprint'))).toEqual(['reprint.txt 12家', 'reprint.txt 350桶'])
    expect(figures.filter((figure) => figure.startsWith('whole'))).toHaveLength(6)
    const { article, facts } = read('reprint.txt') ?? expect.unreachable()
    for (const { evidence, quantity } of facts)
      expect(article.text.slice(evidence.start, evidence.end)).toBe(quantity.surface)
    expect(briefing.organisations).toHaveLength(1)
    expect(briefing.sources.map(({ addsTo }) => addsTo)).toEqual([undefined, 'whole.txt'])
    expect(briefing.timeline.filter(({ evidence }) => evidence === null)).toHaveLength(1)
  })

  it('is so whichever of them is named first', async () => {
    const { figures } = await briefingOf({ 'reprint.txt': [...told, own], 'whole.txt': [...told, more] })
    expect(figures.filter((figure) => figure.startsWith('reprint'))).toEqual(['reprint.txt 12家', 'reprint.txt 350桶'])
    expect(figures).toHaveLength(8)
  })

  it('is not what the fuller text states in other words', async () => {
    const again = '据了解，此次共发放帐篷320顶，场面井然有序。'
    const { figures, own: read } = await briefingOf({ 'whole.txt': [...told, more], 'reprint.txt': [...told, again] })
    expect(figures).toHaveLength(6)
    expect(read('reprint.txt')?.facts ?? []).toEqual([])
  })

  it('is nothing where it was only cut', async () => {
    const { own: read, figures } = await briefingOf({ 'whole.txt': [...told, more], 'reprint.txt': told })
    expect(read('reprint.txt')).toBeNull()
    expect(figures).toHaveLength(6)
  })
})
