import { describe, expect, it } from 'vitest'
import { countsSoFar } from '../../src/language/running-totals.js'

describe('a total up to its day', () => {
  it.each([
    '累计服务300人次',
    '共收到口罩500个',
    '总计300人',
    '总额达300万元',
    '全县总数300个',
    '两项合计300元',
    '一共300箱',
  ])('is told by its words: %s', (zh) => expect(countsSoFar(zh)).toBe(true))

  it.each([
    '共青团青石市委捐款300元',
    '市总工会发放口罩500个',
    '中共云岫县委走访300户',
    '公共场所300处',
    '总书记',
    '与企业共建300处',
  ])('is not told by a name that holds one: %s', (zh) => expect(countsSoFar(zh)).toBe(false))
})
