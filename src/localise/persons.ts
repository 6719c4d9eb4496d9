import { capitalised } from './english.js'
import { joined, nameSyllables, syllables } from './pinyin.js'
import { termsInUse } from './vocabulary.js'

const compound = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 端木 百里 南宫 长孙 宇文 司徒 司空 夏侯 轩辕 拓跋 独孤 澹台 ' +
    '公羊 赫连 申屠 太史 闻人 濮阳 淳于 单于 呼延 钟离 东郭 西门 万俟 闾丘 公冶 宗政 仲孙 鲜于 亓官 司寇 巫马 ' +
    '颛孙 公西 漆雕 乐正 壤驷 公良 宰父 谷梁 段干 纳兰 梁丘 左丘 东门 南门 微生 羊舌 叶赫 完颜 耶律 爱新'
  ).split(' '),
)

/** Surnames whose usual reading the library does not give. */
const surnames: Record<string, string> = {
  么: 'yao',
  洗: 'xian',
  盖: 'gai',
  员: 'yun',
  黑: 'he',
  乜: 'nie',
  阚: 'kan',
  种: 'chong',
  秘: 'bi',
  藏: 'zang',
  召: 'shao',
}

/** Given-name characters that the library reads as in common words. */
const given: Record<string, string> = {
  行: 'xing',
  重: 'chong',
  乐: 'le',
  长: 'chang',
  朝: 'chao',
  曾: 'zeng',
  都: 'du',
}

/** Given names of two characters that are words of their own: 朝霞 is the morning glow. */
const givenPairs: Record<string, string[]> = {
  朝霞: ['zhao', 'xia'],
  朝晖: ['zhao', 'hui'],
  朝曦: ['zhao', 'xi'],
  寅恪: ['yin', 'que'],
}

/** Surnames of two characters whose reading differs from that of their characters. */
const compoundReadings: Record<string, string[]> = { 单于: ['chan', 'yu'], 澹台: ['tan', 'tai'], 万俟: ['mo', 'qi'] }

/**
 * A person's name in Hanyu Pinyin (GB/T 28039): surname first, given name as one word, no tone marks.
 * A name of the terms stands as they have it. 欧阳娜娜 → Ouyang Nana; 迪力木拉提·努拉合买提 → each part a word.
 */
export function renderPerson(zh: string): string {
  const name = zh.trim()
  if (name === '') return ''
  const own = termsInUse().find(name, 'name')
  if (own) return own.en
  const polite = /^(\p{Script=Han}{1,2})(女士|小姐|先生|阿姨|大妈|奶奶|大爷|大叔)$/u.exec(name)
  if (polite)
    return `${/先生|大爷|大叔/u.test(polite[2] ?? '') ? 'Mr' : 'Ms'} ${joined(nameSyllables(polite[1] ?? ''))}`
  if (!/^\p{Script=Han}+$/u.test(name)) {
    return name
      .split(/[·・•‧.\s]+/)
      .filter((part) => part !== '')
      .map((part) => (/\p{Script=Han}/u.test(part) ? joined(foreignSyllables(part)) : part))
      .join(' ')
  }
  const parts = nameSyllables(name)
  const size = compound.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1
  const first =
    size === 1
      ? [surnames[name.slice(0, 1)] ?? parts[0] ?? '']
      : (compoundReadings[name.slice(0, 2)] ?? parts.slice(0, 2))
  const pair = givenPairs[name.slice(size)]
  const rest = pair ?? [...name].slice(size).map((character, index) => given[character] ?? parts[size + index] ?? '')
  return rest.length === 0 ? capitalised(first.join('')) : `${joined(first)} ${joined(rest)}`
}

/** In names written for their sound (阿不都热合曼) 都 is du. */
function foreignSyllables(zh: string): string[] {
  const parts = syllables(zh)
  return [...zh].map((character, index) => (character === '都' ? 'du' : (parts[index] ?? '')))
}
