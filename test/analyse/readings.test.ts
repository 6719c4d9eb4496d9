import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import { article } from './article.js'

const lens = await loadLens('public-response', process.cwd())
const facts = (text: string) => analyse(article(text), lens).facts
const counted = (text: string) =>
  facts(text).map(({ quantity, item }) => `${quantity.value}${quantity.unit ?? ''} ${item.zh}`)

describe('a figure that names its own item', () => {
  it.each([
    ['召开座谈会5次，推送文章90篇，阅读次数达12万次。', ['5次 座谈会', '90篇 文章', '120000次 阅读次数']],
    ['送去慰问金11万元和棉被等物资。', ['110000元 慰问金']],
    ['发放慰问金2万元以及生活用品。', ['20000元 慰问金']],
    ['张贴宣传标语120条，提供咨询服务800人次。', ['120条 宣传标语', '800人次 咨询服务']],
    ['举办网络招聘会9场，形成调研报告3份。', ['9场 网络招聘会', '3份 调研报告']],
    ['协会52名会员联名捐款9万元。', ['52名 会员', '90000元 捐款']],
    ['市总工会选派30名驻企联络员。', ['30名 驻企联络员']],
    ['与网格员一起排查住户900户。', ['900户 住户']],
    ['通过网上渠道采购护目镜600副。', ['600副 护目镜']],
    ['组织专家赴12家企业调研。', ['12家 企业']],
  ])('%s', (text, expected) => {
    expect(counted(text)).toEqual(expected)
  })
})

describe('a figure that names none', () => {
  it.each([
    ['采购护目镜600副，分三批运抵临江。', ['600副 护目镜', '3批 护目镜']],
    ['护目镜600副分两批运抵临江。', ['600副 护目镜', '2批 护目镜']],
    ['为每人办理一份保险；安排一线医生疗养8批，不少于90人。', ['8批 一线医生疗养', '90人 一线医生']],
    ['编写《洪水来了》手册，免费发放1.5万册。', ['15000册 《洪水来了》手册']],
    ['动员120人参加义务植树。', ['120人 义务植树']],
    [
      '拨付资金90万元，其中用于购置设备50万元，用于慰问抢险人员40万元。',
      ['900000元 资金', '500000元 设备', '400000元 慰问抢险人员'],
    ],
  ])('%s', (text, expected) => {
    expect(counted(text)).toEqual(expected)
  })
})

describe('category', () => {
  const categories = (text: string) => facts(text).map(({ category }) => category)
  it('is that of the figure’s own part of the sentence', () => {
    expect(categories('2月3日，首批口罩2万只送达县医院；2月6日，海外侨胞捐赠手套900双。')).toEqual([
      'donation',
      'donation',
    ])
  })

  it('is not told by what a thing is called', () => {
    expect(categories('爱心企业捐赠消毒液3吨、隔离衣200套、护目镜90副、红外测温仪5台。')).toEqual(
      Array(4).fill('donation'),
    )
  })

  it('of a list is that of the line which announces it', () => {
    expect(categories('累计接收社会捐赠：\n口罩5万只\n护目镜300副')).toEqual(['donation', 'donation'])
  })
})

describe('measures', () => {
  const measures = (text: string) => facts(text).map(({ measure }) => measure)
  it('are told by the head of the item and by whole words', () => {
    expect(measures('捐赠物资折合人民币34万元。')).toEqual(['money.supplies'])
    expect(measures('为86名援鄂护士每人发放慰问金3000元。')).toEqual(['medics', 'money.cash'])
    expect(measures('走访慰问护士86名。')).toEqual(['people.visited'])
  })
})

describe('who gives and who gets', () => {
  const parties = (text: string) => facts(text).map(({ actor, recipient }) => [actor?.zh ?? '', recipient?.zh ?? ''])
  it.each([
    [
      '为临江县86名援鄂护士每人发放补助3000元。',
      [
        ['', ''],
        ['', '援鄂护士'],
      ],
    ],
    [
      '向青川县首批援鄂医疗队32名队员每人发放慰问金2000元。',
      [
        ['', ''],
        ['', '队员'],
      ],
    ],
    ['为青川县人民医院捐赠床位80张。', [['', '青川县人民医院']]],
    ['点对点接回务工人员700人。', [['', '']]],
    ['商会动员会员企业捐款50万元。', [['会员企业', '']]],
    [
      '妇联组织专家赴12家企业调研，召开座谈会4次。',
      [
        ['妇联', ''],
        ['妇联', ''],
      ],
    ],
    [
      '协会52名会员联名捐款9万元。',
      [
        ['协会', ''],
        ['会员', ''],
      ],
    ],
    ['收到校友周海波捐赠的图书3000册。', [['校友周海波', '']]],
    ['全县各级组织和党员捐款12万元。', [['全县各级组织和党员', '']]],
    ['配合民政部门设置安置点15个。', [['', '']]],
  ])('%s', (text, expected) => {
    expect(parties(text)).toEqual(expected)
  })
})
