import { Lexicon } from './lexicon.js'
import { isHan } from './normalise.js'

const list = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '')

/**
 * Words that end a noun phrase: verbs that are hardly ever part of one, adverbs, prepositions, particles. Verbs that
 * are nouns as well (检测, 服务, 宣传, 生产) are left out on purpose.
 */
const verbs = list(`
  登记入库 入库 办起 开起 用上 住进 搬进 吃上 喝上 选举产生 选出 产生 消除 准予 外出 出去 出来 回来 回去 回升 回落 攀升 跃升 下滑 压减 压降 锐减 骤降 猛增 激增 降到 升到 涨到 跌到 跌至 涨至 升至 让利 修路
  发行 归集 获批 核准 审结 办结 出让 承租 租用 征用 追加 追缴 追回 挽回 避免 弥补 填补 转送 转交 送交 移交 交付 结清 垫付 兑付 兑现 提取 汇入 汇出 划拨 调出 调入
  运出 运进 接送 护送 送返 送医 收集 搜集 录入 认定 核定 招收 录取 招录 选聘 驻守 把守 审理 查封 扣押 冻结 没收 销毁 拆除 修复 修建 修缮 铺设 架设 栽种 栽植
  播撒 喷洒 浇灌 收储 宰杀 捕捞 引进 引入 停靠 起降 行驶 加开 增开 增设 增配 增补 增发 获评 夺得 斩获 摘得 跻身 深入
  送给 发给 交给 分给 带给 发挥 缓解 强化 上线 拿出
  响应 预拨 给予 造成 倒塌 加固 装填 断电 登录 选择 指导 扩展 并购买 并购置 开行
  助力 加盟 受益 运回 滞留 预订 流转 返还 计入 计提 扣除 加计 减按 免征 减征 征收 抵扣 缓缴 缓征 退还 补缴 落地 投保 理赔 承保 发函 下调 上调 下浮 上浮 承运 寄递 揽收 派送 发运 调运 感谢 列支 签发 停运 停飞 停产 停工 复航 预约 直播 辐射 连线
  前往 奔赴 赶赴 赶往 同赴 分赴 派往 做好 做到 开展 参加 参与 投入 投身 发放 派发 分发 落实 驰援 坚守 进行 组成 成立 组建 获得 获 荣获 实现 收到 完成 达到 达成 送到 送往 送去 送上 送出
  送达 运抵 运往 运送 运到 发往 寄往 筹集 筹措 筹得 筹 购买 购置 购进 购入 订购 选购 张贴 悬挂 制作 印发 印制 发布 刊发 刊登 推送
  推出 编发 编辑 编写 编印 撰写 拟写 报送 上报 提交 提出 提供 接受 接到 接收 接待 接听 接诊 受理 办理 处理 查处 查办 核查 看望 探望 联系 联络 发动 号召 引导 安排 选派 派出 派遣 抽调 调集
  调配 调拨 下拨 拨付 拨出 拨款 下沉 增派 增援 派驻 设立 设置 建立 建成 建起 搭建 开设 开通 开放 启动 启用 关闭 封闭 封控 取消 暂停 停业 恢复 实施 实行 执行 采取 采用 采纳 利用 使用 运用
  供给 输送 配备 配发 配置 研制 卖出 出售 进货 储存 准备 拥有 具有 具备 涉及 覆盖 惠及 用于 用来 增加 增长 增至 增加到 增长到 减少 减免 下降 降至 降低 上升 上涨 提升 提高 提升至 提高至
  扩大 扩大到 延长 缩短 节约 排除 追踪到 解除 解决 解答 回复 答复 回应 整改 发现 检出 抽检 验放 查验 批准 签订 签署 签约 落户 启运 抵达 到达 来到 到位 返回 返 回到 进入 进驻 入住 入驻 驻
  离开 出发 出动 动用 投用 投放 投产 投 奋战 战斗 工作在 奋斗 守护 确保 保证 维护 维持 支持 帮助 协助 资助 授予 评选 评为 命名 推选 入选 入党 递交 申请 报名 播出 播报 转载 转化 观看 收看
  听取 召开 举行 举办 主持 出席 讨论 通报 公布 宣布 发表 发起 发出 发送 发给 发生 发展党员 涌现 涌现出 形成 打造 创作 创建 创办 承担 承接 承办 志愿参加 出资 集资 筹资 融到 融资到
  免除 免去 减免了 缴纳 交纳 支付 花费 耗资 耗费 带队 率队 带领 率领 携带 携 佩戴 透露 告诉 尚未 受到 得到 遭到 遭 患有 出现 累计报告 保持 保有 抓好 抓实 打通 打好 打赢
  开出 开工 开往 拉来 拉到 载着 装满 装载 搬运 卸货 满足 耗时 历时 用时 收购 收割 收获 新建 扩建 改建 新开 开辟 开发 拓展 优化 简化 压缩 录制 拍摄 制定 出台 起草 修订 推行 推广 推进 推动
  加快 加强 加大 深入 深化 集聚 聚集 汇聚 汇集 统筹 谋划 争取 吸引 招募 录用 聘用 聘请 邀请 吸纳 安置 解救 转运 转移 驻扎 支付给 帮忙 协调 对接 撮合 签 赶制 缝制 赶 免于
  营救 攒下 积攒 追讨 培育 孵化 选树 促成 撬动 编报 铺就 点亮 适配 代缴 兑换 认养 慰藉 接听 拨通 奉献 请战 值勤 答疑 带着
  接回 回访 到账 等待 等候 起诉 抓获 侦破 破获 查获 缴获 拘留 判处 劝返 劝导 劝阻 测体温 测量
`)
/** Adverbs, prepositions, conjunctions, pronouns, copulas. */
const functionWords = list(`
  作为 力争 预计 因 即 让 凭借 小幅 大幅 略有 同样 可能 一一 以来 所需 所用
  全部 集中
  提前 日产 年产 月产 平均每
  有序 沿途 昼夜 不幸 随车 相对 基本处于 高频次 成功
  联合 针对 网上 线上 线下 或者 以便 便于 期限 如果 且 其余 紧急向 早晚
  自 没 没有 跟 比 赴 包括 包含 来自 源自 属于 位于 处于 等于 在于 占 达 为 是 有 含 约 近 超 逾 超过 需 需要 应当 可 可以 能够 将 必须 不得 不能 到 通过 自愿 介绍 表示 认为 指出
  强调 要求 显示 表明 了解 获悉 据悉 位列 排名 名列 折合 折和 折价 价值 共计 合计 总计 累计 总共 一共 共 共有 计有 总额达 平均 分别 分别为 各有 均 都 也 还 又 再 更 就 才 只 仅 仅有
  只有 已 已经 曾 正 正在 在 刚 将近 先后 陆续 相继 逐一 逐家 逐户 逐个 逐步 不断 持续 继续 连续 同时 目前 现在 现有 现 尚有 尚 仍 仍有 仍然 其中 另有 另 另外 此外 还有 并 并且 而
  而且 但 但是 因为 由于 所以 如果 虽然 只要 只用 仅用 除了 被 把 由 从 向 往 朝 对 对于 对口 给 于 以 按 按照 根据 依据 依托 随着 直到 截至 截止 至 了 着 得 吗 呢 吧 啊 后 后来
  前来 上门 每天 每日 每周 每月 每年 当天 当日 当前 近日 日前 昨天 昨日 今天 今日 明天 全天 日均 即可 却 该 这 那 此 这些 那些 这个 那个 自己 他们 她们 它们 我们 你们 大家 他 她 它 我
  你 存在 经过 不到 不足 不满 不少于 不超过 高达 多达 长达 大约 至少 最多 连夜 迅速 积极 踊跃 轮流 带头 牵头 火速 尽快 尽力 全力 自发 自行 亲自 专门 专程 特意 首批 予以
`)
/** Words that hold one of the above and are nouns all the same, or parts of one. */
const nouns = list(`
  被困 受困 原因 因素 因子 因果 基因 病因 起因 成因 诱因 外因 内因 死因 因特网 因地制宜 因病 因公 因工 因残 因学 因私 即可 即将 即时 即日 即食 即兴 即墨 立即 随即 当即 转让 出让金 礼让 受让 可能性 产生量 产生者 消除率
   在田 到货量 到货 到院 到访 到店 到会 到场 到期 到岗 到任 占地 占地面积 习近平 外出务工人员 外出务工 外出人员 待办 回升率 回落幅度
  集中供养 集中采购 集中救治 集中观察 集中收治 集中安置点
  日产量 日产能 年产量 年产值 年产能 月产量 月产能
  访客 访谈 来访 成功率 指导员 指导组 选择题 专访 回访
  比例 比重 比率 占比 比赛 比亚迪 对比 同比 环比 联合会 联合国 联合体 联合公告 联合办 线上线下 网上商城 且末 期限内 预约制 预约单 直播间 直播课 直播平台
  发行人 发行量 发行价 深入人心 收集点 修复剂 认定书 妇联 侨联 残联 文联 科协 工商联 青联 台联 学联 总投资 总产值 投资总额 价值总额 总价值 价值量 价值观
  自治 自治区 自治州 自治县 自动 自主 自来水 自然 自身 自贸 自助 自费 自建 自制 亲自 来自 自媒体 自驾 自律 自检 自营
  行为 人为 对讲机 对象 对手 对口支援 方向 动向 导向 意向 走向 志向 存在感 内在 潜在 棉被 被子 被褥 被服 自行车 自我 自愿者 发布会 推进会 可视 可燃 要求书 需求 需要量 应对 对应 有限公司
  有限 所有 国有 有关 有效 有机 有色 有线 有害 私有 有力 有序 公有 富有 约定 条约 公约 预约 合约 契约 近距离 附近 最近 超市 超级 超声 超前 近视 近郊 到位率 报到 迟到 是非 返乡人员 返岗人员
  返程人员 返沪人员 返校 返乡 交投 携手 介绍信 开发区 开放式 开发商 装载机 制作方 创作者 共同
  资助金 支持力度 守护者 查验点 测量仪 劝返点 劝导员 转运车 报名表 申请表 申请书 入党申请书 讨论会 通报会 入选者 收购点 收购价 收购商 配备率 联系人 联系点 联系户
  联络员 联络群 引导员 开放日 实施方案 执行力 利用率 使用率 使用权 使用量 使用单位 使用说明 覆盖率 覆盖面 覆盖人群 增长率 增加值 增加额 下降率 减免额 参加者 参与者 投资额 投资方 投资项目 投资者
  投放量 投诉 投诉举报 观看量 观看人数 发起人 发动机 发生率 出资额 通过率 通过量 曾经 以及 于是 关于 驻地 按时 后勤 后方 后备 往来 往返 从业 从业人员 服从 从事 以上 以下 以内 以外 难以 得以
  派出所 所在 所得税 等候区 入住率 更新 更衣 变更 都市 成都 首都 都江堰 江都 宜都 昌都 望都 丰都 武都 花都 新都 于都 盐都 均价 人均 户均 还款 归还 还贷 再生 再贷款 再融资 再担保 就业 就餐 就医 就诊 就学 成就 才艺 人才 天才 只读 仅供 正式
  正常 正月 正规 正能量 修正 正气 正副 在校 在职 在岗 在线 在家 在册 在编 在建 在校生 在校学生 在外 在京 在医院 在押 将士 将军 将领 现金 现场 现役 现状 现代 现货 仍旧 其他 其它 另类 并购 系统 传统 网约车 封闭小区 封闭式 停产企业 停工项目 停业商户 请战书 轮流制
  合并 并发症 而今 被告 被服厂 被动 把关 把手 由来 自由 理由 缘由 由头 向导 对联 对接会 对接人 给付 补给 补给站 给养 参与度 共和国 涉及面 于田 按摩 按钮 按键 以色列
  以岭 着装 着力 得分 得失 心得 获得感 取得 所得 共青团 公共 共产党 共产党员 共享 共建 中共 公共场所 共创 该校 这里 那里 此次 因此 自己动手 他人 其他人 它山 我国 我省 我市 我区 我县 我院
  我校 我会 你我 开工率 含量 内含 含金量 超额 超市员工 需求量 达标 达人 发达 达州 达产 是否 有奖 约谈 驻村 驻点 驻村干部 驻村工作队 驻村第一书记 驻外 常驻 签字 签证 签名 标签 受理点
  遭遇 赶集 支付宝 筹建 筹备 筹委会 众筹 投入品 创办企业 领办企业 承办单位 主办单位 接收单位 获奖单位 参与单位 参赛选手 受益群众 超员 超载 超速 超限 总投入 总支出 总收入 总产出 点对点 一对一 面对面 手把手 驻企 返厂复工 对外 对口帮扶 积极分子 入党积极分子 积极性 带头人 牵头人 牵头单位 专门医院 持续时间
`)

/** Verbs that are as often part of a noun phrase: they end one only where nothing but a place or an adverb stands before. */
const bothWords = list(`
  对口支援 对口帮扶 授信 放款 值守 值班
  反映 开门 介入 走村入户 入户 下乡 下基层 结对 会诊 寄回 批捕 结案 收案 立案 批示 自筹 处置 损坏 倒损 受损 补种 新编 上岗 动员 带动 鼓励
  采购 生产 制造 加工 销售 供应 进口 出口 储备 检查 检测 监测 排查 摸排 巡查 督查 督导 支援 增援 配送 收治 救治 治愈 新增 报告 登记 审核 审批 审查 表彰 表扬 慰问 走访 组织 负责 补助 补贴 奖励 救助 援助
  扶持 保障 培训 研发 研究 推荐 投资 转发 播放 点击 浏览 关注 阅读 处罚 通知 报道 种植 播种 采摘 养殖 宣传 服务 交易 惠及 立案 整改 代购 代办 化解 调解 帮扶 招聘 印刷 翻译 吸收 运输
  输入 输出 调查 调研 考察 咨询 解答 清理 清运 清扫 检修 抢修 维修 安装 改造 分拣 编排 征集 评比 挖掘 梳理 筛查 接种 采样 出动 执勤 巡防 劝返 劝阻 协查 追踪 管控 认购 义卖 采写 编译 转产 建议 汇总 统计 加班 收取 改善 支出 吸纳 复工 复产 复工复产 复市 返岗 开业 登陆 注册 验收 完工 竣工
`)
const prepositions = new Set(list('从 向 为 对 给 由 在 到 于 往 朝 自 通过'))

/** Words of one field that are read beside those of the language; a lens names them. */
export interface FieldWords {
  /** Verbs that are hardly ever part of a noun phrase. */
  verbs: readonly string[]
  /** Verbs that are as often part of one. */
  deeds: readonly string[]
  /** Nouns that hold a verb. */
  nouns: readonly string[]
}

class Words {
  readonly ends: Lexicon
  readonly nouns: Lexicon
  readonly both: Lexicon
  readonly all: Lexicon
  readonly actions: Set<string>
  readonly endWords: Set<string>
  /** Verbs of the field that are one character. */
  readonly short: Set<string>

  constructor(field: FieldWords) {
    const deeds = [...bothWords, ...field.deeds]
    const held = [...nouns, ...field.nouns]
    this.endWords = new Set([...verbs, ...functionWords, ...field.verbs])
    this.ends = new Lexicon(this.endWords)
    this.nouns = new Lexicon(held)
    this.both = new Lexicon(deeds)
    this.all = new Lexicon(new Set([...this.endWords, ...held, ...deeds]))
    this.actions = new Set([...verbs, ...field.verbs, ...deeds])
    this.short = new Set(field.verbs.filter((verb) => verb.length === 1))
  }
}

let inUse = new Words({ verbs: [], deeds: [], nouns: [] })
const ready = new WeakMap<FieldWords, Words>()

/** What `run` gives where the words of a field are read beside those of the language; `run` must not wait for anything. */
export function withWords<T>(field: FieldWords, run: () => T): T {
  const before = inUse
  inUse = ready.get(field) ?? new Words(field)
  ready.set(field, inUse)
  try {
    return run()
  } finally {
    inUse = before
  }
}

export interface Boundary {
  start: number
  end: number
  /** A preposition's object and a verb follow it. */
  preposition: boolean
}

/** Verbs that take things that are issued, held or set up: what follows one is a noun, also where it could be a verb (张贴[宣传]横幅). */
const issuing = new Set(
  list(
    '编报 整理报送 提供 发布 形成 举办 开展 张贴 发放 派发 发出 召开 印发 印制 制作 悬挂 编写 编印 举行 组建 成立 设立 收到 接到 获得 报送 提交 推送 推出 录制 播出 刊发 刊登 出台 制定 建立 开设 开通 设置',
  ),
)

/** Characters that make a noun of the verb before them: 接待量, 参与者, 覆盖率. */
const suffix = /^(?:量(?!化)|率(?!先|领)|额(?!度|外|温)|者|员(?!工)|权(?!威|益)|度(?!假)|力(?!量|度))/

/** Where words that end a noun phrase stand in `text`, in order. */
export function phraseEnds(text: string): Boundary[] {
  const found: Boundary[] = []
  for (let i = 0; i < text.length; ) {
    const word = inUse.all.at(text, i)
    if (word === undefined) {
      i++
      continue
    }
    const end = i + word.length
    if (!inUse.endWords.has(word)) i = end
    else if (word.length > 1 && inUse.actions.has(word) && suffix.test(text.slice(end, end + 2))) i = end + 1
    else {
      found.push({ start: i, end, preposition: prepositions.has(word) })
      i = end
    }
  }
  return found
}

/** True for a verb that says what was done, as against 共, 先后, 达. */
export function isAction(word: string): boolean {
  return inUse.actions.has(word)
}

/** True for a verb after which a word that is both stands as a noun. */
export function takesNoun(verb: string): boolean {
  return issuing.has(verb)
}

/** The verb or noun that begins at `at`, as a verb: its length, or 0. */
export function verbAt(text: string, at: number): number {
  return inUse.both.lengthAt(text, at)
}

/** True where a verb of two characters or more begins at `at`. */
export function verbBeginsAt(text: string, at: number): boolean {
  const end = inUse.ends.at(text, at)
  return (end !== undefined && end.length > 1 && inUse.actions.has(end)) || inUse.both.lengthAt(text, at) > 1
}

/** True where a verb of the field begins at `at` that is one character. */
export function shortVerbAt(text: string, at: number): boolean {
  return inUse.short.has(text[at] ?? '')
}

/** True where a word of two characters or more begins at `at` that no noun phrase holds. */
export function wordBeginsAt(text: string, at: number): boolean {
  return inUse.ends.lengthAt(text, at) > 1
}

/** True where `text` begins with a noun phrase rather than with a verb, an adverb or a sign. */
export function startsNounPhrase(text: string): boolean {
  const from = text[0] === ' ' ? 1 : 0
  if (!isHan(text[from]) && !/^[“"《A-Z]/.test(text.slice(from))) return false
  const end = inUse.ends.lengthAt(text, from)
  if (end > 1 && suffix.test(text.slice(from + end, from + end + 2))) return true
  return end === 0 || inUse.nouns.lengthAt(text, from) > end
}
