/** 共青团, 中共, 公共, 总工会, 总书记: names, and no totals. */
const soFar = /累计|合计|(?<![中公])共(?!青|产党|和国|同|建|享|鸣|振|识|克)|总[计共额量数值](?!码)/

/** Whether a text says of a count that it is all there has been up to its day: such a total does not fall. */
export function countsSoFar(zh: string): boolean {
  return soFar.test(zh)
}
