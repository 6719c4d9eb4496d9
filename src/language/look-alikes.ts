import { Openings } from './openings.js'

/** What looks like a figure and is not: codes, ordinals, names, times of day, enumerators, idioms. */
const openings = new Openings([
  // titles of documents
  { first: '《', pattern: /《[^《》\n]{1,80}》/y },
  // addresses of the network, letters with digits: N95, COVID-19, H5, 5G
  { first: 'hw', pattern: /(?:https?:\/\/|www\.)[\w\-./?%&=#:~+]+/y },
  { first: '-A-Za-z0-9_.+', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]+){1,6}/y },
  {
    first: 'A-Za-z',
    pattern:
      /(?<![A-Za-z])(?!(?:RMB|USD)\d)(?!(?!KN|PM|TOP|FFP|GB|ISO|COVID|NO)[A-Z]{2,5}\d{1,6}(?:\.\d{1,3})?[万千百]?[台套部辆架盒张支份例件块枚把间座])(?:K?N9[59](?=\d[\d.,]*[万千百]?[个只片盒箱])|[A-Za-z]{1,20}[-—_]?\d[\w.-]*(?:\/[A-Za-z\d]+)*)/y,
  },
  {
    first: '0-9',
    pattern:
      /(?<![\d.])\d+(?:\.\d+)?(?=[A-Za-z])(?!(?:km|KM|m|cm|CM|mm|MM|nm|kg|KG|g|mg|ml|mL|L|km²|m²|m2|km2|m3|GB|MB|TB|KB|kW|MW|GW|kWh|Mbps|Gbps|cc|c|t|ha|dB|MPa)(?![A-Za-z]))[A-Za-z]+\d*/y,
  },
  // telephone, account, licence and document numbers
  {
    first: '0-9',
    pattern:
      /(?<!\d)(?:\d{2,4}[-—]){1,3}\d{5,8}(?:[-—]\d{1,5})?|(?<!\d)1[3-9]\d{9}(?!\d|元)|(?<![\d.])\d{9,}(?!\d|\.?\d*[万亿元人名个只家户吨件份株斤次美欧港日英公平千])|[48]00[-—]\d{3,4}[-—]?\d{3,4}|(?<!\d)\d{7,}-\d+/y,
  },
  {
    first: '电热手传邮账帐尾车微QQ编代证号',
    pattern:
      /(?:电话|热线|手机|传真|邮编|账号|帐号|尾号|车牌|微信号|QQ|编号|代码|证号|号码)(?:[:：为是 ]{1,2}\d[\d\-—、,/ ]{2,30}\d|\d[\d\-—]{5,20}\d)/y,
  },
  {
    first: '0-9',
    pattern:
      /(?<!\d)\d+(?=(?:心理|服务|便民|市民|咨询|举报|投诉|监督|报警|急救|维权|公益|免费|法律|政务|司法){0,2}(?:热线|平台|专线|电话|客服|指挥中心|急救中心))/y,
  },
  {
    first: '0-9',
    pattern: /(?<!\d)(?:12\d{3}|95\d{3}|96\d{3,4}|100\d{2})(?=[\u4e00-\u9fff]{0,8}(?:热线|平台|专线|电话))/y,
  },
  { first: '〔[(（【', pattern: /[〔[(（【]\d{4}(?:年)?[〕\])）】] ?第?\d*号?/y },
  {
    first: '第',
    pattern:
      /第 ?(?:\d+|[零〇一二三四五六七八九十百千两]+)(?: ?[-—~至到、和及与] ?第?(?:\d+|[一二三四五六七八九十百]+))* ?(?:条|款|项|批次|批|期|次|届|名|位|个|者|季度|版|集团|产业|阶段|时间|线|轮)?/y,
  },
  {
    first: '0-9',
    pattern: /(?<![\d.])\d+(?:[-—、]\d+){0,9}(?:号楼|号线|号|弄|室|楼|幢|号院|号门|支弄|单元|栋\d+)(?!\d)/y,
  },
  { first: '0-9', pattern: /(?<=拨打|呼叫|致电)\d{3,5}(?![\d.]*[个次人万])/y },
  { first: '一二', pattern: /[一二]次性/y },
  // classes of a school, shifts
  { first: '0-9一二两三四', pattern: /(?<!\d)\d{3}班|[一二两三四]班(?:倒|制)/y },
  // grades, generations, periods
  {
    first: '0-9一二三四五六七八九十两',
    pattern:
      /(?=[\d一二三四五六七八九十两])(?<![\d.])(?:\d+(?:[-—至]\d+)?|[一二三四五六七八九十两]{1,4})(?:级|甲|乙等|年级|期工程|期项目|期临床|代(?!表)|线城市|季度|季|月龄|世纪|年代|后(?=青年|、|大|医|护|女|男|党|群|年轻|姑娘|小伙|志愿))/y,
  },
  {
    first: '0-9上下十五三一双',
    pattern:
      /\d0后|[上下]半(?:年|月|场)|十[二三四]五|五四(?![十百千万亿折成])|三八(?![十百千万亿折成])|一二·?九|双十一|(?<!\d)\d{2,5}(?=急救|指挥|报警|高校|工程|院校|晚会|转运|医院|强(?!化|度)|国道|省道|高速)/y,
  },
  // times of day
  { first: '0-9', pattern: /(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[-—–~至到]\d{1,2}[:：]\d{2})?(?: ?左右)?/y },
  {
    first: '0-9上下早清凌中晚夜半深傍午当今昨',
    pattern:
      /(?<![\d.])(?:\d{1,2} ?[-—–~至到] ?)?\d{1,2}时(?![间段长代效])(?:\d{1,2}分)?(?: ?[-—–~至到] ?\d{1,2}时(?:\d{1,2}分)?)?|(?:上午|下午|早上|早晨|清晨|凌晨|中午|晚上|晚间|夜间|半夜|深夜|傍晚|午后|当晚|今晚|昨晚|晚|早)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:半|\d{1,2}分|[一二三四五]?十?[一二三四五六七八九]?分)?(?:多|左右|许)?(?:[-—~至到](?:次日|当晚|晚上|下午|凌晨)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[点时](?:半|\d{1,2}分)?)?|(?<![\d.])\d{1,2}点(?:钟|半|\d{1,2}分?|整)(?!赞)/y,
  },
  {
    first: '周星礼大正腊农',
    pattern:
      /(?:周|星期|礼拜)[一二三四五六日天1-6]|(?:大年|正月|腊月|农历)(?:初?[一二三四五六七八九十廿]+|\d+)(?:、初?[一二三四五六七八九十]+)*/y,
  },
  // enumerators: 一是, 1. , (二), ①
  {
    first: '0-9(（一二三四五六七八九十',
    pattern:
      /(?=[(（\d一二三四五六七八九十])(?<![^\s。；;！？”,，:：])[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、)）]|[.．](?!\d))(?!\d+[名个家人元])/y,
  },
  {
    first: '0-9(（',
    pattern:
      /[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?<![\d.])\d{1,2}\.(?=[^\d\s])|(?<![\d.])\d+(?=(?:\)|）)(?:班|中队|连|排))/y,
  },
  { first: '一二三四五六七八九十', pattern: /[一二三四五六七八九十](?:是|来(?![名个人]|自)|则|者)(?=[^名个])/y },
  // 5人以上（含5人）: the limit once more
  {
    first: '(（',
    pattern:
      /(?=[(（]含)(?<=(?<limit>[\d.]{1,9}|[一二两三四五六七八九十百]{1,4})[^\d(（，。；]{0,8})[(（]含\k<limit>[^)）\d]{0,4}[)）]/y,
  },
  // repeated and paired words: 一箱箱, 一人一档, 一日三餐, 三三两两
  {
    first: '1一每二两三四五六七八九十百',
    pattern:
      /(?<!\d)1[\u4e00-\u9fff]1[\u4e00-\u9fff]|[一二三四五六七八九十百]里(?=[村镇乡街桥坪店铺河庄屯沟岗湾塘台堡])|六安(?=[市县瓜])|一(?![十百千万亿])(?<twin>[\u4e00-\u9fff])\k<twin>|[一每](?![十百千万亿])[\u4e00-\u9fff]一[\u4e00-\u9fff]{1,2}|一(?![十百千万亿又])[\u4e00-\u9fff]{1,2}[一二两三](?![万千百十亿名个人位只台家户])[\u4e00-\u9fff]|(?<![\u4e00-\u9fff])[二两三四五六七八九][\u4e00-\u9fff]{1,2}[一二两三四五六七八九][\u4e00-\u9fff](?=[”"、，。；])/y,
  },
  {
    first: '红十“‘千万三五四百一九七二两农双六八成数',
    pattern:
      /红十字|十字(?:路|架|街|军)|[“‘][^“”‘’，。、]{1,10}[零〇一二两三四五六七八九十百\d]+[条项招字点]?[”’]|千千万万|万众一心|三位一体|五湖四海|四面八方|百折不挠|千钧一发|一心一意|九牛一毛|百年大计|万无一失|千山万水|三令五申|七嘴八舌|五花八门|十分(?!之|钟)|万分(?!之)|百分百|一五一十|四通八达|三番五次|成千上万|成百上千|数以[万千百亿]计|千家万户|一级一级|百姓|百货|百科|百年|千年|万里|(?<![\d上近超逾数几])万家|万物|万岁|万一|两会|两岸|两江|两级|两手|两地|两者|两边|两侧|两旁|两节(?!课|车)|一把手|二手|三农|双拥|(?:五一|十一)(?:期间|假期|黄金|小?长假|节|国际)|[一二两三四五六七八九]线(?!索)|[二三四五六七]院/y,
  },
  // ratios, scores, signs, versions, ranges of years, ages
  {
    first: '0-9+',
    pattern:
      /(?<![\d.])\d+(?:\.\d+)?[:：]\d+(?:\.\d+)?|\+\d+(?![\d.]*[%万亿名个])|(?<![\d.])\d+\.\d+\.\d[\d.]*|(?:19|20)\d\d[-—–/](?:19|20)?\d\d(?!\d| ?[万亿元人名只家户吨件份斤米公平千%])/y,
  },
  {
    first: '0-9年现时一二三四五六七八九十',
    pattern:
      /(?=[\d一二三四五六七八九十年现时])(?<![\d.])(?:\d{1,3}(?: ?[-—至到~] ?\d{1,3})?|[一二三四五六七八九十]{1,3})多? ?(?:周岁|岁)(?:以[上下])?|(?:年龄|现年|时年)\d{1,3}/y,
  },
  { first: '≥≤', pattern: /≥ ?\d+(?:\.\d+)?%?|≤ ?\d+(?:\.\d+)?%?/y },
])

/** A quoted name of a few characters that begins with a number: “28条政策”, “三道关”. */
const quotedNames = new Openings([
  {
    first: '“‘《「『"',
    pattern:
      /[“‘《「『"](?=[\d零〇一二两三四五六七八九十百千万亿])\d{0,8}[零〇一二两三四五六七八九十百千万亿]{0,8}[^“”‘’《》「」、，。0-9]{1,7}[”’》」』"]/y,
  },
])

/** （以下简称“三项保险”）: the short name that a text gives to something. */
const shortName =
  /以下(?:简|统|合)?称(?:为)?[“‘]?([\d零〇一二两三四五六七八九十百]{1,12}[^“”‘’，。；、（）()]{1,10})[”’]?[)）]/g
/** Short names of one text that are looked for in it: each is looked for in the whole text. */
const mostShortNames = 40

/** 1 for every character of a normalised text that stands in something that only looks like a figure, or in one of `names`. */
export function maskLookAlikes(text: string, names: readonly string[] = []): Uint8Array {
  const mask = new Uint8Array(text.length)
  const cover = (start: number, end: number): void => {
    mask.fill(1, start, end)
  }
  const coverMatch = ({ index, 0: whole }: RegExpExecArray): void => cover(index, index + whole.length)
  openings.each(text, coverMatch)
  quotedNames.each(text, coverMatch)
  for (const name of [...shortNamesIn(text), ...names]) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) cover(at, at + name.length)
  }
  return mask
}

function shortNamesIn(text: string): Set<string> {
  const names = new Set<string>()
  if (!text.includes('以下')) return names
  for (const [, name = ''] of text.matchAll(shortName)) {
    names.add(name)
    if (names.size === mostShortNames) break
  }
  return names
}
