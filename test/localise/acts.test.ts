import { describe, expect, it } from 'vitest'
import { localiseSummary } from '../../src/localise/index.js'
import { zhOnly } from '../../src/model/index.js'
import { lens, summaryOf } from './build.js'

function told(sentence: string, category = 'frontline'): string {
  const summary = summaryOf('柳湾市妇联', [], {
    acts: [
      {
        category,
        text: zhOnly(sentence),
        time: null,
        facts: [],
        evidence: { start: 0, end: sentence.length, sentence, sentenceStart: 0 },
      },
    ],
  })
  return localiseSummary(summary, lens).acts[0]?.text.en ?? ''
}

const table: [string, string][] = [
  ['第一时间成立了疫情防控工作领导小组。', 'Leading group for epidemic prevention and control set up.'],
  ['组织党员干部参加志愿服务。', 'Party member officials organised to take part in volunteer services.'],
  ['进一步优化办理流程，压实属地责任。', 'Procedures improved.'],
  ['全面压实属地责任，严厉打击违法行为。', 'Local responsibilities made clear; offences cracked down on.'],
  ['对往来车辆进行登记。', 'Passing vehicles registered.'],
  ['为困难群众提供上门服务。', 'Home services provided to people in need.'],
  ['医院为每名队员配备了电热毯。', 'Electric blankets provided.'],
  ['推动企业复工复产。', 'Enterprises helped to resume work and production.'],
]

describe('a sentence without figures', () => {
  it.each(table)('%s', (sentence, english) => {
    expect(told(sentence)).toBe(english)
  })

  it('tells who did it with an article where there is one of it', () => {
    expect(told('各区县妇联召开座谈会。')).toBe("Women's federations in all districts and counties held a symposium.")
  })

  it('says that something was called for, not that it was done', () => {
    expect(told('会议强调，要加强健康监测。')).toBe('Called for: health monitoring to be strengthened.')
    expect(told('下一步，市妇联将继续优化办理流程。')).toMatch(/^Planned: procedures to be improved/)
  })

  it('tells nothing as done that is denied, forbidden, possible or asked', () => {
    for (const sentence of ['没有制定工作方案。', '严禁组织聚餐。', '可以减少感染风险。', '如何优化办理流程？'])
      expect(told(sentence)).toMatch(/^\[/)
  })

  it('takes no verb inside a noun phrase for the deed of the clause', () => {
    expect(told('提供了捐赠物资的办理指南。')).toMatch(/^\[/)
  })

  it('gives the kind of act and what it speaks of, in brackets, where no clause is covered', () => {
    expect(told('她们用行动诠释了什么是担当，体温检测从未间断。')).toBe('[Front-line work: temperature checks]')
  })
})
