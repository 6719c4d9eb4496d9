import { describe, expect, it } from 'vitest'
import { findPersons, withWords } from '../../src/language/index.js'

/** A name ends before a verb of the field as well. */
const field = { verbs: ['捐赠', '捐'], deeds: [], nouns: [] }
const names = (text: string) =>
  withWords(field, () => findPersons(text)).map(({ name, role }) => `${name}${role === null ? '' : ` ${role}`}`)

describe('persons', () => {
  it.each([
    ['由主委何长林任组长，副主委高敏带队慰问。', ['何长林 主委', '高敏 副主委']],
    ['志愿者任小军、方一鸣、成刚参与值守。', ['任小军 志愿者', '方一鸣 志愿者', '成刚 志愿者']],
    ['护士长安慧连续工作，队员常青山随队出发。', ['安慧 护士长', '常青山 队员']],
    ['县农业农村局局长万里介绍，农机手已到位。', ['万里 县农业农村局局长']],
    ['女企业家协会会长关若云个人捐款10万元。', ['关若云 女企业家协会会长']],
    ['收到校友周海波捐赠的图书3000册。', ['周海波 校友']],
    ['五一劳动奖章获得者高建成向灾区捐款。', ['高建成 五一劳动奖章获得者']],
    ['合作社理事长于德全说，菜价平稳。', ['于德全 合作社理事长']],
    ['村医陈主任和李老师都来了。', []],
    ['志愿者任务繁重，党员常态化值守，居民安全有保障。', []],
    ['学校党委书记高度重视，会长成立专班，队员关心群众。', []],
    ['手机上与村民谈土地流转，居民陆续返回。', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})
