import { describe, expect, it } from 'vitest'
import { localiseSummary } from '../../src/localise/index.js'
import { type FactInput, factOf, lens, summaryOf } from './build.js'

function english(marked: string, input: FactInput): string | undefined {
  return localiseSummary(summaryOf('江城市总工会', [factOf(marked, input)]), lens).facts[0]?.statement.en
}

describe('what a figure measures', () => {
  it.each([
    [
      '湖北医用口罩日产量增长到【12万只】。',
      { item: '医用口罩', value: 120000, unit: '只', per: '天' },
      'Daily output of medical masks in Hubei rose to 120,000.',
    ],
    [
      '全市规上工业企业复工率达到【97%】。',
      { item: '复工率', value: 97, unit: '%' },
      'Work resumption rate of industrial enterprises above designated size across the city: 97%.',
    ],
    [
      '蔬菜播种面积【300亩】。',
      { item: '蔬菜播种面积', value: 300, unit: '亩' },
      'Sown area of vegetables: 300 mu (20 ha).',
    ],
    [
      '产能已恢复至正常水平的【85%】。',
      { item: '产能', value: 85, unit: '%' },
      'Capacity back to 85% of the normal level.',
    ],
    [
      '口罩日产量提高至2月8日的【3倍】。',
      { item: '口罩', value: 3, unit: '倍' },
      'Daily output of masks rose to 3 times the level of 8 February.',
    ],
    ['全程用时【20分钟】。', { item: '用时', value: 20, unit: '分钟' }, 'Time taken: 20 minutes.'],
  ] satisfies [string, FactInput, string][])('%s', (marked, input, en) => {
    expect(english(marked, input)).toBe(en)
  })
})

describe('what was done, and for whom', () => {
  it.each([
    [
      '向【85名】租户发放登记表。',
      { item: '租户', value: 85, unit: '名' },
      'Registration forms handed out to 85 tenants.',
    ],
    [
      '卫健部门从全国【12个】省份调集三千多名医护人员。',
      { item: '省份', value: 12, unit: '个', actor: '卫健部门' },
      'Health departments brought in medical workers from 12 provinces.',
    ],
    [
      '一家企业捐赠给市中心医院的【600件】防护服已送到。',
      { item: '防护服', value: 600, unit: '件' },
      '600 protective suits donated to the municipal Central Hospital.',
    ],
    [
      '【45家】企业收到了区里发放的80多万元一次性补贴。',
      { item: '企业', value: 45, unit: '家' },
      '45 enterprises received one-off subsidies.',
    ],
    [
      '指挥部协调辖区内【30家】配套企业复工生产。',
      { item: '配套企业', value: 30, unit: '家' },
      '30 supplier enterprises helped to resume work.',
    ],
    [
      '全市职工复工【约50万人】。',
      { item: '职工', value: 500000, unit: '人', approximation: 'about' },
      'About 500,000 employees across the city resumed work.',
    ],
    [
      '已解除医学观察【320人】。',
      { item: '医学观察', value: 320, unit: '人' },
      '320 people released from medical observation.',
    ],
    [
      '其中用于医院购置医疗设备【60万元】。',
      { item: '医疗设备', value: 600000, unit: '元' },
      'RMB 600,000 for hospitals to buy medical equipment.',
    ],
    ['走访慰问职工家属【18户】。', { item: '职工家属', value: 18, unit: '户' }, '18 employee families visited.'],
    ['惠及企业【2400户】。', { item: '企业', value: 2400, unit: '户' }, '2,400 enterprises reached.'],
  ] satisfies [string, FactInput, string][])('%s', (marked, input, en) => {
    expect(english(marked, input)).toBe(en)
  })

  it.each([
    [
      '今后每天将向云岭市供给【40吨】白菜。',
      { item: '白菜', value: 40, unit: '吨' },
      '40 tonnes of cabbage to be supplied.',
    ],
    ['年底前预计可建成【12所】学校。', { item: '学校', value: 12, unit: '所' }, '12 schools to be completed.'],
    ['拟写报送建议【7条】。', { item: '建议', value: 7, unit: '条' }, 'Seven proposals drafted and submitted.'],
    ['开展线上讲座【16场】。', { item: '讲座', value: 16, unit: '场' }, '16 online lectures held.'],
    [
      '首批口罩【2万只】、防护服300套送达定点医院。',
      { item: '口罩', value: 20000, unit: '只' },
      '20,000 masks in the first batch delivered to designated hospitals.',
    ],
    [
      '送去口罩900只、手套80双，以及牛奶等生活物资【60箱】。',
      { item: '生活物资', value: 60, unit: '箱' },
      '60 cartons of daily necessities delivered.',
    ],
    [
      '全市市场监管部门检查农贸市场【530个次】。',
      { item: '农贸市场', value: 530, unit: '个次' },
      'Farm produce markets inspected 530 times in all.',
    ],
    ['慰问一线职工【870人次】。', { item: '一线职工', value: 870, unit: '人次' }, /visited 870 times in all/],
    ['【6个】行业防控标准已印发。', { item: '行业防控标准', value: 6, unit: '个' }, /^(?!.*controlled)/],
    ['已有【四分之三】企业复工。', { item: '企业', value: 0.75, unit: null }, /three quarters of enterprises/i],
  ] satisfies [string, FactInput, string | RegExp][])('%s', (marked, input, en) => {
    if (typeof en === 'string') expect(english(marked, input)).toBe(en)
    else expect(english(marked, input)).toMatch(en)
  })

  it('writes the members of another party than the CPC small', () => {
    const fact = factOf('组织党员医生【40名】。', { item: '党员医生', value: 40, unit: '名', action: '组织' })
    const [told] = localiseSummary(summaryOf('民盟江城市委会', [fact]), lens).facts
    expect(told?.statement.en).toBe('40 party member doctors organised.')
    expect(english('组织党员医生【40名】。', { item: '党员医生', value: 40, unit: '名' })).toContain('Party member')
  })

  it('does not call a place for supplies supplies', () => {
    const en = english('设立【5个】应急物资转运点位。', { item: '应急物资转运点位', value: 5, unit: '个' })
    expect(en).not.toContain('of emergency supplies')
  })

  it('names the home body where the sentence does', () => {
    expect(
      english('2月3日，市总工会向定点医院送去口罩【800只】。', {
        item: '口罩',
        value: 800,
        unit: '只',
        recipient: '定点医院',
        action: '送去',
      }),
    ).toBe('The Federation delivered 800 masks to designated hospitals.')
  })

  it('does not give the home body what another did in its sentence', () => {
    expect(
      english('市总工会发出倡议，江城商会捐赠口罩【800只】。', {
        item: '口罩',
        value: 800,
        unit: '只',
        action: '捐赠',
      }),
    ).not.toContain('The Federation')
  })

  it('does not say that a state was somebody’s deed', () => {
    expect(
      english('对尚在开放的【56个】小区大门落实责任制。', { item: '小区大门', value: 56, unit: '个', action: '开放' }),
    ).not.toContain('opened')
  })
})
