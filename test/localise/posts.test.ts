import { describe, expect, it } from 'vitest'
import { localiseSummary } from '../../src/localise/index.js'
import { zhOnly } from '../../src/model/index.js'
import { factOf, lens, summaryOf } from './build.js'

function roleOf(zh: string): string | undefined {
  const summary = summaryOf('江城市总工会', [], {
    people: [{ zh: '林越洲', en: '', enBasis: 'none', role: zhOnly(zh) }],
  })
  return localiseSummary(summary, lens).people[0]?.role?.en
}

describe('what a person is', () => {
  it.each([
    ['市总工会常务副主席', 'Executive Vice-Chairperson, Jiangcheng Federation of Trade Unions'],
    ['区侨联兼职副主席', 'Part-time Vice-Chairperson, district Federation of Returned Overseas Chinese'],
    ['驻会副主席', 'Resident Vice-Chairperson'],
    ['二级巡视员', 'Second-rank Inspector'],
    ['副会长兼秘书长', 'Vice-President and Secretary-General'],
    ['院长助理', 'Assistant to the President'],
    ['原副巡视员', 'former Deputy Inspector'],
    ['挂职副县长', 'Seconded Deputy County Head'],
    ['市委宣传部副部长', /^Deputy Head/],
    ['团市委书记', /Communist Youth League/],
    ['全国五一劳动奖章获得者', 'holder of the National May Day Labour Medal'],
    ['省三八红旗手', 'Provincial March 8th Red-Banner Pacesetter'],
    ['云岫籍海外侨胞', 'overseas Chinese with roots in Yunxiu'],
    ['湘籍企业家', 'entrepreneur from Hunan'],
    ['旅居意大利侨胞', 'overseas Chinese living in Italy'],
    ['区人大代表', /^Deputy, district People/],
    ['项目负责人', 'Person in Charge (project)'],
  ] satisfies [string, string | RegExp][])('%s', (zh, en) => {
    if (typeof en === 'string') expect(roleOf(zh)).toBe(en)
    else expect(roleOf(zh)).toMatch(en)
  })

  it('stands in brackets behind the name where it is long', () => {
    const fact = factOf('云岫籍海外侨胞林越洲捐赠口罩【800只】。', {
      item: '口罩',
      value: 800,
      unit: '只',
      actor: '云岫籍海外侨胞林越洲',
      action: '捐赠',
    })
    const [told] = localiseSummary(summaryOf('江城市总工会', [fact]), lens).facts
    expect(told?.statement.en).toBe('Lin Yuezhou (overseas Chinese with roots in Yunxiu) donated 800 masks.')
  })
})
