import { Openings } from './openings.js'
import { shortVerbAt, verbBeginsAt, wordBeginsAt } from './words.js'

const personNoun =
  /(?:者|员工(?!作)|(?<!动)员|人士|人|(?:咨询|治疗|营养|规划|培训|摄影|设计|分析|评估|调解|会计|理发|兽医|厨|讲)师|劳模|模范|学子|孩子|孤儿|婴儿|老兵|乡亲|父老|产妇|孕妇|烈属|军属|游客|旅客|乘客|官兵|民兵|指战员|子弟兵|农民工|护工|保洁工|村医|教练|队长|院长|校长|会长|局长|组长|师傅|老师|教师|医师|律师|药师|技师|程师|学生|医生|师生|考生|新生|业生|习生|究生|士兵|护士|战士|院士|博士|硕士|人士|女士|男士|先生|少年|幼儿|侨眷|同胞|夫妇|夫妻|民|职工|员工|女工|社工|义工|技工|矿工|电工|焊工|民工|[茶果菜粮棉烟药瓜蔗花]农|环卫工|朋友|战友|校友|家属|眷属|亲属|医护|干部|领导|专家|代表|群众|骨干|民警|辅警|干警|交警|患儿|儿童|妇女|同志|嘉宾|标兵|能手|旗手|选手|妈妈|爸爸|侨胞|侨领|企业家|科学家|艺术家|作家|画家|司机|店主|职业经理|个人|家长|厂长|站长|所长|村长)/g

/** Where the last word for persons ends in `text`; 0 where there is none. */
export function lastPerson(text: string): number {
  let end = 0
  for (const match of text.matchAll(personNoun)) end = match.index + match[0].length
  return end
}

/** The characters that a word for persons can end with. */
const personEnds = new Set(personNoun.source.match(/[^()|](?=[|)])/g))

/** True where a noun phrase ends with a word for persons: 县里的医护人员, 侨领. */
export function endsAsPerson(text: string): boolean {
  return text.length > 1 && personEnds.has(text.charAt(text.length - 1)) && lastPerson(text) === text.length
}

/** A person's name with the post or description right before it. */
export interface PersonMention {
  name: string
  role: string | null
  start: number
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由岩'
const surname = new Set(surnames)
const compound = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|南宫|独孤|长孙|宇文'
const title =
  '书记|主席|主委|主任|局长|部长|院长|校长|会长|理事长|秘书长|委员长|常委|委员|处长|科长|厅长|市长|县长|区长|镇长|乡长|村长|省长|州长|董事长|总经理|经理|总裁|厂长|所长|站长|队长|组长|团长|社长|行长|馆长|园长|关长|支部书记|第一书记|政委|司令员|教授|研究员|工程师|医生|医师|护士|护士长|药师|队员|党员|干部|民警|辅警|志愿者|侨领|华侨|企业家|负责人|发言人|联络员|班主任|教师|老师|巡视员|主席团|执委|居民|村民|菜农|菜商|司机|院士|专家|同志|店主|市民|社工|网格员|总监|指导员|教导员|检察官|法官|学生|侨胞|侨商|获得者|劳模|村医|校友|教练|演员|作家|画家|农民|老板|创始人|代表|模范|队长|班长|排长|连长|政委|船长|乘务员|护师|药师|会员|社员|盟员|姐妹|退休干部|老人|女士|先生|人士|小伙|姑娘|大爷|大妈|大姐|按摩师|咨询师|厨师|律师|会计师|设计师|馆员|工人|军人|乡贤|职工|员工|商户'
const titled = new Openings([
  {
    first: [...new Set(title.split('|').map((word) => word[0]))].join(''),
    pattern: new RegExp(`(?:${title})(?=[“ ]?(?:${compound}|[${surnames}])[\\u4e00-\\u9fff])`, 'y'),
  },
])
const follows = new Set(
  '个、，。；：！？,;:（）()的说介表带率和与及等在为向到对主参出深前坚告透赴号作同先也还就把将自用从是有一 \n“”已又今率指强要召代谈通任连多每担获荣奔身因忙累随骑驾拉扛背抱拿送拄冒夫',
)
/** After two characters only these tell that the name is over: a third may still belong to it. */
const closes = new Set('、，。；：！？,;:（）()的说在向对与和等是为以把被将于 \n“”')
const notNames =
  /^(?:[和全时向应都来相同明单公平国居利元支信计干但由权原广满展商农区位那谈]|于(?:是|\d|[一二三四五六七八九十]+月|近|昨|今)|成(?:立|员|功|为|绩|果|都|长|本)|任(?:务|何|职|命|教|组|队|书|主|会)|高(?:度|效|温|速|位|级|校|等|质|标|举)|万(?:元|名|人|余|众|户|份)|安(?:排|全|置|装|徽|慰|心)|常(?:态|务|委|年|驻)|方(?:面|式|案|法|针|可)|关(?:于|心|爱|系|注|切|怀|键)|连(?:续|夜|线|日)|强(?:调|化|烈)|金融|文化|文明|武汉|江西|江苏|河|海外|海南|云南|贵州|温暖|温州|包(?:括|干|保|联)|路上|管理|游客|盛会|党(?:员|组|委|建)|卫生|师生|马上|何时|白衣|车(?:辆|队|间)|宣传|项目|祝福|严格|严肃|房屋|石油|马路|水平|毕业|阳性|阴性|项|司法|雷锋)/
/** 陈主任, 李大姐: a surname with a title is no full name. */
const addressed =
  /^.(?:主任|书记|医生|护士|局长|队长|老师|经理|女士|先生|师傅|同志|大[爷妈姐哥]|阿姨|奶奶|爷爷|叔叔|[某姓])/

/** Persons named right after a post, a profession or a description: 党组书记、主席[罗秀红]带头. Reporters are left out. */
export function findPersons(text: string): PersonMention[] {
  const found: PersonMention[] = []
  const seen = new Set<string>()
  titled.each(text, ({ index, 0: post }) => {
    const start = index + post.length
    const name = nameAt(text, start)
    if (!name || seen.has(name)) return
    const role = roleBefore(text, start)
    if (role !== null && /记者|通讯员|摄影|编辑|实习生/.test(role)) return
    seen.add(name)
    found.push({ name, role, start })
    for (const other of listedNames(text, start + name.length)) {
      if (seen.has(other.name)) continue
      seen.add(other.name)
      found.push({ ...other, role })
    }
  })
  return found
}

/** Whether a text by itself may be a person's name: a surname, one or two more characters, no word. */
export function mayBePerson(text: string): boolean {
  return nameAt(text, 0) === text
}

/** 志愿者罗一凡[、周小雨、何向前]等: further names of one list. */
function listedNames(text: string, from: number): { name: string; start: number }[] {
  const found: { name: string; start: number }[] = []
  for (let at = from; /[、和]/.test(text[at] ?? ''); ) {
    const name = nameAt(text, at + 1)
    if (!name) break
    found.push({ name, start: at + 1 })
    at += 1 + name.length
  }
  return found
}

function nameAt(text: string, at: number): string | undefined {
  const longSurname = new RegExp(`^(?:${compound})`).test(text.slice(at, at + 2))
  if (!longSurname && !surname.has(text[at] ?? '')) return undefined
  const word =
    notNames.test(text.slice(at, at + 2)) ||
    verbBeginsAt(text, at) ||
    wordBeginsAt(text, at) ||
    addressed.test(text.slice(at, at + 3))
  if (word && !longSurname) return undefined
  const base = longSurname ? 2 : 1
  for (const given of [1, 2]) {
    const end = at + base + given
    const name = text.slice(at, end)
    if (!/^[\u4e00-\u9fff]+$/.test(name)) return undefined
    if (text.startsWith('一行', end)) return name
    if (end >= text.length || verbBeginsAt(text, end) || shortVerbAt(text, end)) return name
    // 罗守[正在]: a third character of the name more likely than the adverb
    if (wordBeginsAt(text, end) && (given === 2 || text.slice(end, end + 2) !== '正在')) return name
    if ((given === 1 ? closes : follows).has(text[end] ?? '')) return name
  }
  return undefined
}

function roleBefore(text: string, at: number): string | null {
  let start = at
  while (start > 0 && at - start < 24 && /[\u4e00-\u9fff、·\d]/.test(text[start - 1] ?? '')) start--
  const role = text
    .slice(start, at)
    .replace(/^.*(?:其中|以及|慰问|走访|看望|由|据|对|被|向|给|是|的|了|和|与|，)(?=.{2})/, '')
    .replace(/^、+/, '')
    .replace(/^(?:收到|接到|联系|发动|动员|带领|慰问|看望|组织|选派|采访|感谢|邀请)(?![部办处科室])(?=..)/, '')
  return role === '' ? null : role
}
