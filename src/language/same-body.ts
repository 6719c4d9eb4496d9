/** How the press shortens the kind of a body; each stands for the longer name. */
const shortKinds: [short: string, whole: string][] = [
  ['红会', '红十字会'],
  ['妇联', '妇女联合会'],
  ['工商联', '工商业联合会'],
  ['侨联', '归国华侨联合会'],
  ['残联', '残疾人联合会'],
  ['文联', '文学艺术界联合会'],
  ['科协', '科学技术协会'],
  ['社科联', '社会科学界联合会'],
  ['台联', '台湾同胞联谊会'],
  ['青联', '青年联合会'],
  ['学联', '学生联合会'],
  ['贸促会', '国际贸易促进委员会'],
]

/** Whether `short` is a way to name `whole` in its own article: 市妇联, 妇联 for 江陵市妇女联合会, 团县委 for 共青团临湖县委. */
export function namesBody(short: string, whole: string): boolean {
  if (short.length < 2 || whole === '') return false
  // its own offices, and 团临湖县委 for 共青团临湖县委
  if (/.机关$/u.test(short) && namesBody(short.slice(0, -2), whole)) return true
  if (/^团.+委$/u.test(whole)) return namesBody(short, `共青${whole}`)
  if (/^团.{2,}委$/u.test(short)) return namesBody(`共青${short}`, whole)
  if (whole.endsWith(short)) return true
  const league = /^团([省市县区州旗工]|总)?委$/u.exec(short)
  if (league) return new RegExp(`共青团.*${league[1] ?? ''}委(?:员会)?$`, 'u').test(whole)
  return shortKinds.some(([kind, long]) => short.endsWith(kind) && whole.endsWith(short.slice(0, -kind.length) + long))
}
