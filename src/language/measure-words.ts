import { Lexicon } from './lexicon.js'

/** What a unit measures: things, actions, money, length of time, size and weight, shares. */
export type UnitKind = 'thing' | 'person' | 'action' | 'money' | 'duration' | 'physical' | 'share' | 'age'

const words: Record<UnitKind, string> = {
  person: '名 位 员 人',
  thing:
    '打 个 只 枚 套 双 副 付 件 台 箱 家 户 辆 部 批 批次 份 篇 条 期 间 张 幅 本 册 瓶 桶 袋 包 盒 把 支 枝 根 颗 粒 块 片 顶 艘 架 列 座 处 所 栋 幢 ' +
    '项 类 种 款 首 则 封 页 集 门 节 堂 例 宗 起 笔 单 票 株 棵 头 匹 羽 尾 口 亩 垧 卷 卡车 车 班 组 队 对 面 扇 幕 柄 挺 发 滴 剂 帖 提 筐 捆 垛 壶 罐 听 碗 ' +
    '盆 串 束 团 堆 级 道 步 步骤 方面 点 档 席 床 针 管 板 身 盏 尊 眼 股 班次 架次 车次 列次 航班 个字 辆次 台次 场次 户次 家次 个次 件次 篇次 条次 台次 台套 台（套） 台(套) 盒（瓶） 盒(瓶) 套（件） 套(件) 件（套） 件(套) 个（套） 个(套) 人份 剂次 标箱 ' +
    '标准箱 朵 餐 袭 名次 位次 岁次 樽 贴 案 届 分 杯 桌 段 锅 筒 杆 摊 标段 ' +
    '艘次 柜次 桌次 头次 亩次 趟次 例次 组次 箱次 吨次 株次 所次 个人次',
  action: '次 人次 场 场次 遍 趟 回 轮 轮次 人(次) 人（次） 余次 批次 课时 学时 通 声',
  money:
    '奈拉 兰特 迪拉姆 里亚尔 雷亚尔 里拉 克朗 越南盾 美分 元 分钱 毛钱 角钱 块 块钱 元钱 美元 欧元 港元 港币 日元 英镑 澳元 加元 韩元 卢布 新元 新加坡元 澳门元 新台币 台币 元人民币 美金 印尼盾 盾 澳门币 法郎 比索 泰铢 林吉特 令吉 卢比 瑞士法郎 加拿大元 澳大利亚元 万美元',
  duration:
    '秒 秒钟 分钟 小时 个小时 钟头 个钟头 天 日 周 个星期 星期 个月 年 周年 个工作日 工作日 个昼夜 昼夜 季度 个季度 刻钟 个年头 世纪 载 晚 夜 宿 个半月 个半小时 个月份 毫秒',
  physical:
    '吨 公斤 千克 克 毫克 微克 斤 市斤 磅 盎司 公里 千米 里 米 厘米 毫米 微米 纳米 英里 英尺 英寸 海里 公顷 平方米 平方公里 平方千米 平方 平米 立方米 立方 平方厘米 升 毫升 公升 加仑 度 摄氏度 ℃ 千瓦 兆瓦 瓦 ' +
    '公分 两 华氏度 千卡 大卡 卡路里 赫兹 千赫 兆赫 千赫兹 兆赫兹 吉赫 吉赫兹 千比特 兆比特 字节 千字节 兆字节 千瓦时 万千瓦时 千瓦小时 伏 安 兆 兆帕 帕 马力 标方 丈 尺 寸 ' +
    'km KM m cm CM mm MM nm kg KG g mg ml mL L km² m² m2 ㎡ km2 m3 m³ ㎏ ㎝ ㎜ ㎞ GB MB TB KB kW MW GW kWh Mbps Gbps 分贝 勒克斯 吨公里 人公里 标准立方米 吨标准煤 英亩 桶油当量 摩尔 比特 字节 像素 cc μg μm t kV MPa ha dB',
  share: '% ‰ 个百分点 百分点 个基点 基点 倍 成 折 番 个点',
  age: '岁 周岁 月龄 个月龄 岁半',
}

export interface Unit {
  text: string
  kind: UnitKind
}

const units = new Map<string, UnitKind>()
for (const [kind, list] of Object.entries(words) as [UnitKind, string][]) {
  for (const word of list.split(' ')) if (word !== '') units.set(word, kind)
}
const lexicon = new Lexicon(units.keys())

/** Words that begin with a unit's character but are not it: 3家庭, 5人员, 2条件. Keyed by the unit. */
const notUnits: Record<string, string> = {
  人: '员 民 口 群 才 工 士 类 体 力 物 均 头 社 寿 保 大 生 际 气 身 选',
  名: '单 称 为 牌 额 誉',
  位: '置 于 列',
  家: '庭 属 长 园 乡 政 里 居 具 电 用电 用车 用品 用医',
  户: '籍 外活 外运 外广 外拓 外劳 外作 外景 口 主 型 均 内',
  个: '体 性 别 案',
  部: '门 队 分 署 委 级 长 位 属',
  台: '湾 风 胞 资 州 商',
  件: '数',
  打: '击 造 算 开 工 印 电 通 卡 赢 好 响 包 动 断 破 压 消 扫 车 疫 点 假 拐 黑',
  两: '会 国 岸 地 家 级 手 侧 边 者 江 湖 个 名 次',
  条: '件 例 款 约',
  组: '织 成 建 长 合',
  队: '伍 员 长',
  场: '所 地 馆 合 景 面',
  张: '贴 家 某',
  本: '市 省 县 区 地 报 级 月 年 周 身 科 土 次 人 轮 町',
  支: '持 援 付 部 撑 队伍建 出 行',
  份: '额',
  间: '接 隔 断',
  单: '位 独 个',
  发: '现 放 布 展 生 出 起 送 热 动 病 挥 改 行 言 电 往',
  面: '向 对 积 临 罩 粉 试 部',
  点: '多 击 赞 位 对',
  级: '别',
  道: '路 德 口',
  期: '间 末 刊 限 待 望',
  项: '目',
  类: '似 别',
  种: '植 类 子 养',
  款: '物 项 待 式',
  首: '次 批 个 先 席 页 日 都 家 季 届 轮 要 期 位 例 创 发 度 尔',
  则: '是 为 将 由 要 有',
  集: '中 团 体 合 结 市 成 资 聚 装',
  门: '店 口 诊 槛 户 类 卫 岗 禁',
  节: '点 日 约 目 能 后 前 假 省',
  起: '来 到 草 步 飞 诉 义 点 因 病 始 码',
  笔: '记 者 录',
  座: '谈 位 椅',
  处: '理 置 于 罚 方 长 级 分 室 以',
  所: '有 以 在 需 长 谓 属 得 致 作 做 示 述 辖',
  把: '握 关 控 好 守 牢',
  块: '状 头',
  片: '区 面 段 名',
  头: '部 盔 条 痛 版 像 疼 套 罩',
  口: '罩 号 腔 岸 服 径 头 粮 味 碑',
  身: '份 边 体 高 上 心 着',
  回: '族 家 到 国 来 复 应 归 收 答 顾 落 升 馈 乡 访 沪 渝 京',
  通: '过 知 报 道 告 行 信 用 讯 风 关 车 常 州 宵 勤',
  轮: '流 换 岗 休 值 胎 渡 椅',
  声: '音 明 称',
  班: '级 子 长 主 组成 车',
  车: '辆 间 站 主 厢 型 企 道 次',
  管: '理 控 委 制 辖 护 好 道',
  日: '本 常 报 前 均 夜 产 益 元',
  里: '面 程 的 斯',
  米: '饭 面 兰 粉 线',
  度: '过',
  克: '服 山 制 隆',
  升: '级 至 到 高 温 学 值 任',
  分: '别 为 成 布 析 享 批 类 层 局 配 钟 散 工 级 公 院 支 行 组 流 段 区 管 时 发 送 子',
  成: '立 功 为 员 果 都 本 人 效 年 交 千 长 绩 百 品 批 份 分 了 套',
  折: '合 算 叠 射 扣 旧 价',
  安: '全 排 徽 置 康 装 心 阳 顺 庆 抚 检 保',
  元: '旦 宵 月 件 素 老 首 帅 器',
  天: '津 猫 气 然 河 水 府 门 山 下 使 候 空 花 线 桥 安 宁 坛',
  周: '边 转 围 期 口 到 密 岁 末 一 二 三 四 五 六 日 报 年 刊 庄',
  年: '龄 轻 级 度 底 初 货 夜 会 味 产 均 轻人 青 限 检 终 中',
  对: '于 口 外 应 接 此 象 比 策 待 话 方 手 联 面 全 该 所 每 湖 本 重 其',
  包: '括 含 保 联 装 围 机 干 裹 抓 片 村 容 邮 办 点 户',
  团: '队 结 员 体 委 圆 购 市 组织 支 省 中 县 区 旗 工 组 干',
  针: '对',
  步: '行 伐 骤 入 枪 调',
  档: '案 期 次',
  床: '位 上 单 铺 垫 旁',
  提: '供 高 升 出 前 示 醒 倡 案 交 取 议 振 问 及 到 名 货 质 速 请 为 早 任 拔 防 留',
  贴: '息 心 近 合 出 在 补 标 吧 士',
  套: '餐 路 牌 取',
  例: '如 会 外 行',
  板: '块 凳 书 蓝 桥 房 材 报',
  枝: '江',
  盒: '饭 马',
  桶: '装',
  瓶: '装 颈 盖',
  袋: '装 鼠',
  卷: '烟 入 心',
  列: '入 车 为 席 举 队 出 支',
  席: '位 卷 地',
  股: '份 东 票 权 市 价 指 民 长',
  岁: '月 末',
  夜: '间 以 晚 班 里 市 宵 场',
  晚: '上 间 会 报 点 餐 高 饭 期',
  载: '体 客 货 重 明 人 誉 有 着 入 物',
  宿: '舍 州 主 迁 营',
  世纪: '佳 大 城',
  眼: '镜 罩 睛 科 前 下 部',
  丈: '夫',
  尺: '寸 度',
  寸: '草 步',
  票: '据 价 务 房 选 数',
  餐: '饮 厅 馆 具 桌 企 后 前 盒 品 费',
  堂: '食',
  堆: '放 积',
  番: '禺 茄 薯',
  顶: '级 着 住 层 尖 部',
  串: '门 联 户',
  课时: '费',
  挺: '进 身',
  棵: '树苗圃',
  兆: '丰',
  瓦: '房 斯 解',
  案: '件 例 子 情 发 底 由 板 头 卷 中 值 的 牍',
  杯: '子 赛 垫 具 盖 托 水车',
  桌: '子 面 椅 游 球 上 布',
  段: '锦 时间 落 位 子 路程',
  锅: '炉 里 盖',
  筒: '子',
  杆: '菌 子',
  摊: '位 点 贩 主 子 铺',
  届: '时 满 期 中 全 毕',
  盾: '构 牌',
  根: '据 本 源 治 基 除 植',
  批: '评 准 复 示 量 发 零 次性 改 办 捕 售 文',
}
const notUnit = new Map(
  Object.entries(notUnits).map(([unit, list]) => [unit, list.split(' ').filter((next) => next !== '')]),
)

/** The unit that stands at `at` in a normalised text: the longest known one that does not begin another word. */
export function unitAt(source: string, at: number): Unit | undefined {
  for (const text of lexicon.allAt(source, at)) {
    const after = source.slice(at + text.length, at + text.length + 3)
    if (!after.startsWith('属地') && notUnit.get(text)?.some((next) => after.startsWith(next))) continue
    return { text, kind: units.get(text) ?? 'thing' }
  }
  return undefined
}

/** The kind of a unit's text, as `unitAt` gave it. */
export function unitKind(text: string | null): UnitKind | null {
  return text === null ? null : (units.get(text) ?? null)
}
