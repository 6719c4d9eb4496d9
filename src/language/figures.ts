import { isHan } from './normalise.js'
import type { ScannedQuantity } from './quantities.js'
import { phraseEnds, startsNounPhrase, takesNoun } from './words.js'

/** Nouns of announcement: 三项措施 names what follows and counts nothing. */
const announced =
  /^(?:具体|重点|重要|主要|政策|工作|保障|有力|惠企|创新|防控|专项)*(?:措施|手段|要求|原则|方面|环节|重点|关键|任务|方针|举措|步骤|抓手|特点|优势|统一|确保|到位|坚持|结合|意识|自信|维护|责任|机制|体系|制度|方式|办法|问题|关系|建议|阶段|方案|政策|理念|精神|关口|防线|主题|行动|难题|难关|领域|大局|战场|战役|文明|意见|全面)/
const rhetorical = new Set(
  '级 步 道 面 层 轮 类 种 大 点 手 方面 步骤 关 门 档 头 心 口 笔 团 方 片 堆 起 车 幕 扇 股 代'.split(' '),
)
const pointing = /[这那哪该此每各某任同另前后首末本其]$/
const counting =
  /(?:共|共有|仅|仅有|只有|新增|新增了|累计|达|达到|约|近|超|增至|增加到|减少到|降至|含|还有|余|剩|剩余)$/
const measured =
  /(?:用时|用了|花了|日均(?:工作|服务|值守|运行)?|历时|耗时|时长|长达|历经|天数|时数|(?:连续|已经?|累计|持续|日夜|一线)?(?:奋战|鏖战|作战|坚守|值守|驻守|战斗)(?:了)?|连续(?:工作|上班|运转)(?:了)?|可供生产|可供使用|续航|仅用|只用|仅需|只需|缩短(?:至|到|了)?|提前(?:了)?|节省(?:了)?|节约(?:了)?|累计(?:时长|服务|工作|服务时长)?|总时长|时间(?:达|为|超过)?|工期(?:为|仅)?|(?:可供|能够|能|可)(?:生产|使用|支撑|维持|满足)[^，。]{0,4}|人均|户均|平均每人|(?:志愿)?服务(?:时长)?(?:达|共|累计)?)$/
const counted =
  /(?:人员|志愿者|党员|干部|群众|患者|病人|医护|护士|医师|医生|医务|专家|学生|教师|员工|职工|工人|居民|村民|企业|家庭|单位|医院|社区|村|小区|省|市|县|区|部门|民警|队员|国(?=[侨的]|政府|专家|代表|青年|学生|首脑|使)|代表|委员|会员|官兵|战士|人)/

/** 三个“聚焦”: a quoted verb, called by how many there are. */
const slogan = /^“[\u4e00-\u9fff]{2}”(?:[，、。；]|$)/
/** 夫妻俩, 兄弟仨. */
const kin = /(?:夫[妻妇]|姐[妹弟]|兄[弟妹]|[父母][子女]|婆媳|师徒|祖孙|[爷娘哥姐]|们|咱)$/
/** Says how large a share is: 占三分之一, 减少五分之二. */
const stated = /(?:占|达|到|至|为|了|有|超|过|增|减|降|升|加|少|长|免|比)$/

/**
 * Whether a scanned number counts or measures something: not an article (一名), an idiom, a rule (每天两次), an age,
 * a lapse of time (4天后) or a bare number. `clause` is the text of its clause before it.
 */
export function isFigure(text: string, quantity: ScannedQuantity, clause: string): boolean {
  const { unit, unitKind, script, start, end } = quantity
  const before = clause.slice(-12)
  const after = text.slice(end, end + 14)
  if (quantity.vague || unitKind === 'age') return false
  if (/每(?:隔|个|间隔|满|过|次)?$/.test(before) && unitKind !== 'money') return false
  if (unitKind === 'duration' && quantity.multiplied && /小时|分钟|天|课时/.test(unit ?? '')) return true
  // 半天 says a while
  if (unitKind === 'duration' && /^半[天日晌]/.test(text.slice(start, end))) return false
  if (unitKind === 'duration') return isMeasuredTime(before, after, script, clause)
  if (quantity.bare && quantity.approximation === 'exact') return false
  if (quantity.value === 0 && script === 'han') return false
  if (unit === '分' && !/(?:[得评总均打]分|满意度|成绩|分数|测评|评价)[^，。；]{0,8}$/.test(before)) return false
  if (unit === '届' && (quantity.value > 200 || !/^[，。；、：）)]|^$/.test(after))) return false
  // 摩根大通(115.395, 2.79, 2.47%): a row of quotations
  if (unitKind === 'share' && /[(（][\d., -]*\d, ?[-+]?$/.test(text.slice(Math.max(0, start - 30), start))) return false
  if (/[-—./]$/.test(text.slice(Math.max(0, start - 1), start)) && unit === null) return false
  if (unitKind === 'action' && /每(?:天|日|周|月|年|人|户|次|个|班|车|晚)[^，。]{0,4}$/.test(before)) return false
  return script === 'han' ? isHanFigure(text, quantity, before, after) : isDigitFigure(quantity, before, after, clause)
}

function isMeasuredTime(before: string, after: string, script: string, clause: string): boolean {
  if (/^(?:[之以]?[后前内来里间中]|热线|制|不间断|在线|值|轮|营业|开放|期|左右[后前内]|待命|无休|全天)/.test(after))
    return false
  if (/^的(?:极致|极限)?速度/.test(after)) return true
  if (/[第每近]$/.test(before)) return false
  // 停电时间由2.1小时压减至0.6小时
  const changed =
    script === 'digits' &&
    /(?:时间|时长|耗时|用时)[^，。；]{0,14}(?:[由从]|[减缩降延][短少长]?[至到]|[至到])$/.test(clause)
  return (
    changed ||
    (measured.test(before) && (script === 'digits' || /时|用了|花了|缩短|节[省约]|奋战|坚守|值守|连续/.test(before)))
  )
}

function isHanFigure(
  text: string,
  { unit, unitKind, value, approximation, bare, multiplied, numberStart, numberEnd }: ScannedQuantity,
  before: string,
  after: string,
): boolean {
  if (unitKind === 'share' && unit === null)
    return (
      approximation !== 'exact' ||
      stated.test(before) ||
      /占[^，。；]{1,14}的$/.test(before) ||
      startsNounPhrase(after.replace(/^的/, ''))
    )
  // 俩孩子; 夫妻俩 is a name for the two
  if (/[俩仨]/.test(text.slice(numberStart, numberEnd))) return startsNounPhrase(after) && !kin.test(before)
  if (unit === null)
    return (
      multiplied &&
      value >= 1e4 &&
      !bare &&
      (approximation !== 'exact' || stated.test(before) || startsNounPhrase(after))
    )
  if (pointing.test(before)) return false
  if (unitKind === 'share') return shareFigure(unit, value, approximation, before, after, bare)
  // 半 is no count, 零点五 is
  if (value < 1 && value >= 0 && numberEnd - numberStart < 3) return false
  if (value === 1)
    return (
      (/[壹]/.test(text.slice(numberStart, numberEnd)) || counting.test(before)) &&
      unitKind !== 'action' &&
      !rhetorical.has(unit) &&
      !announced.test(after)
    )
  if (value < 20 && (rhetorical.has(unit) || announced.test(after.replace(/^[的“]/, '')) || slogan.test(after)))
    return false
  // [二期]、三期工程: phases, not issues
  if (unit === '期' && value < 6 && !/[发办刊版编出印第共]/.test(before)) return false
  if (unitKind === 'action' && value < 10 && !/(?:共|累计|先后|已经?|约|近|超过)[\u4e00-\u9fff]{0,4}$/.test(before))
    return false
  if (value < 20 && unitKind === 'physical' && /^(?:之|以|内|外|线|地)/.test(after)) return false
  return true
}

function shareFigure(
  unit: string,
  value: number,
  approximation: string,
  before: string,
  after: string,
  bare: boolean,
): boolean {
  if (bare) return false
  if (unit === '成' || unit === '折')
    return (
      approximation !== 'exact' ||
      /(?:达|到|至|占|为|有|了|[率比]|降|涨|升|加|减|少|长|高|低|超|的|打|享|惠|已[\u4e00-\u9fff]{2})$/.test(before) ||
      (/[从由]$/.test(before) && /[率比]/.test(before)) ||
      (unit === '成' && startsNounPhrase(after) && !/^[新熟把功]/.test(after))
    )
  if (unit === '番' || unit === '倍')
    return /(?:了|到|至|达|为|近|超|约|翻|的|长|是|加|高|出|上年)$/.test(before) || value > 1
  return true
}

function isDigitFigure(quantity: ScannedQuantity, before: string, after: string, clause: string): boolean {
  if (quantity.unitKind === 'share') return true
  if (quantity.unit !== null) {
    if (quantity.multiplied) return true
    if (quantity.unit === '个' && quantity.value < 10 && /^(?:方面|阶段|环节|月|层面|维度)/.test(after)) return false
    if (quantity.value === 1 && /[这每各某任同另第]$/.test(before)) return false
    // 前3名: a rank
    if (/^[名位强]$/.test(quantity.unit) && /(?:前|排名|位列|名列|居)$/.test(before)) return false
    return !(/[第]$/.test(before) || (pointing.test(before) && rhetorical.has(quantity.unit)))
  }
  if (/[第A-Za-z_#&=%/]$/.test(before)) return false
  if (/^[层楼区版栋期路线站]/.test(after)) return false
  if (/^[A-Za-z_/=&#]/.test(after)) return false
  if (quantity.multiplied) return true
  const attached = isHan(after[0]) && /^[\u4e00-\u9fff，、；（“]?$/.test(before.slice(-1))
  if (!attached && /^ |^$/.test(after.slice(0, 1)) && / $/.test(before)) return false
  if (quantity.approximation !== 'exact') return quantity.value >= 10 && attached && startsNounPhrase(after)
  if (/(?:另有|其中|共有|还有|有|共|已有)$/.test(before)) {
    return /^(?:分别|均|都|已|被|获|得到|多|家|人)/.test(after) || counted.test(after.slice(0, 3))
  }
  if (startsNounPhrase(after)) return attached && counted.test(after.slice(0, 5)) && !/^[年月日时点分号]/.test(after)
  return lostUnit(before, after, clause)
}

/** 共报送意见建议31，: a count whose unit the scrape lost. */
function lostUnit(before: string, after: string, clause: string): boolean {
  if (!/^(?:[，。；、,;]|$)/.test(after) || !isHan(before.slice(-1))) return false
  if (/(?:[\u4e00-\u9fff]数|指数)[仅为达共约]*$/.test(before)) return true
  if (/[第至到自从在于月年日号楼路室层为是和与或加减乘除的]$/.test(before)) return false
  if (/共|累计|总计|合计|先后|已[经]?[\u4e00-\u9fff]{2}/.test(clause)) return true
  // 编报信息233，: a deed and what was made by it
  const deed = phraseEnds(before).find(({ start, end }) => takesNoun(before.slice(start, end)))
  return deed !== undefined && /^[\u4e00-\u9fff]{2,9}(?<![号码级版型线区编])$/.test(before.slice(deed.end))
}
