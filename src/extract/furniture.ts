import type { Line } from './line.js'

/** What pages print around articles. All patterns are tried on short lines only, so none can run long. */
const LONGEST = 300

const NAVIGATION = [
  /^(?:您?的?当前位置|您的位置|现在位置|当前的位置|所在位置|位置|当前栏目|您现在的位置)\s*(?:是|在)?\s*[:：]/,
  /^(?:网站|返回)?首\s?页\s*(?:[>＞»›|/\-·—]|$)/,
  /^[^。，]{1,12}\s*[>＞»›]{1,2}\s*[^。，]{1,12}(?:\s*[>＞»›]{1,2}\s*[^。，]{0,20})*$/,
]

const LICENCE = [
  /ICP\s?(?:备|证|许可证)/i,
  /公网安备/,
  /(?:许可证|备案号|经营许可|视听许可)(?:编?号)?\s*[:：]?\s*[A-Z\d沪京粤]/,
  /^(?:©|Copyright|版权所有|主办单位|承办单位|技术支持|网站标识码|网站地图)/i,
  /版权所有|All Rights Reserved|Powered by/i,
  /(?:提供)?技术支持[:：]|提供技术支持/,
  /违法和?不良信息举报|未经.{0,12}(?:授权|许可|同意|允许).{0,6}(?:不得|禁止|严禁)(?:转载|复制|摘编|使用)|禁止转载/,
]

const CONTROLS =
  /^(?:登录|登陆|注册|登录\s*[/|]?\s*注册|退出|搜索|菜单|关闭|返回|返回顶部|返回首页|回到顶部|下载客户端|客户端|手机版|电脑版|触屏版|无障碍|反馈|意见反馈|分享|分享到.{0,30}|收藏|点赞|赞|在看|评论|打印|打印本页|打印本文|关闭窗口|关闭本页|字号|字体|大|中|小|大\s?中\s?小|(?:[大中小](?:号|字体|字号)\s*){2,3}|字号.{0,12}|字体.{0,12}|[\d+\s]+|我要举报|举报|投诉|纠错|我要纠错|我要评论|我要跟帖|写评论|展开|展开全文|收起|查看全文|阅读全文|阅读原文|查看更多|更多|加载更多|点击加载更多|听全文|语音播报|播放|暂停|重播|全屏|微信|微博|QQ空间|朋友圈|复制链接|扫一扫|Logo|logo|.{0,10}Logo|上一页|下一页|下一篇|上一篇|广告|[+＋]\s?关注|已关注|取消关注|打开|(?:立即)?打开(?:APP|客户端)|[—\-·~\s（(]*(?:END|THE END|完)[—\-·~\s）)]*|(?:来自|IP\s?属地\s?[:：]?)\s?[\p{Script=Han}]{2,6}|\[.{0,8}\]|【.{0,3}(?:打印|关闭|收藏|返回|推荐).{0,6}】.{0,20})$/u

const PROMOTION = [
  /(?:长按|扫描|扫码|识别|扫一扫).{0,30}(?:二维码|关注|下载|加入|进入|查看|客户端|小程序|打开)/,
  /(?:点击|戳|轻触|猛戳).{0,14}(?:关注|订阅|下载|阅读原文|蓝字|卡片|查看更多|名片)/,
  /(?:关注|订阅)(?:我们|本公众号|.{0,16}(?:公众号|官方微信|订阅号|微信号|视频号|抖音号))/,
  /^(?:欢迎|敬请|记得|别忘了|快来).{0,12}(?:关注|转发|分享|点赞|点个|投稿|订阅|留言|下载)/,
  /(?:如果你?喜欢|喜欢).{0,12}(?:文章|内容).{0,20}(?:分享|转发|点赞|关注)/,
  /(?:点个|点亮|点下|右下角).{0,8}(?:在看|赞|好看)/,
  /【(?:点击|下载|立即|马上|查看|戳|扫码|报名|进入|投票).{0,12}】/,
  /^(?:更多)?(?:相关)?(?:资讯|内容|新闻|精彩|详情).{0,6}请?(?:关注|点击|浏览|访问|登录)/,
  /评论功能.{0,8}(?:开启|开放)/,
  /下载.{0,12}(?:客户端|APP)|(?:客户端|APP)下载/i,
  /^[^，。]{1,8}(?:APP|客户端)\s[^，。\d]{2,14}$/i,
  /^分享(?:让更多人看到|给(?:更多|身边).{0,8}|至好友.{0,8})$/,
  /^(?:新闻|投稿|爆料|报料|广告|商务)?(?:热线|邮箱|合作|QQ|微信号?)\s*[:：]?\s*[\w@]/i,
]

const DISCLAIMER = [
  /^收录于(?:合集|话题)?/,
  /^[（(【[]?\s*(?:特别|郑重|版权|免责|重要)?\s?声\s?明\s*[】\])）]?\s*[:：]?/,
  /^本文(?:来自|来源于?|摘自|转自|选自)[^，。]{2,30}$/,
  /本文(?:为|系|由|来自|来源).{0,40}(?:作者|机构|授权|发布|上传|转载|观点)/,
  /(?:仅代表|不代表).{0,20}(?:观点|立场)/,
  /(?:如有|如涉|若有|涉及).{0,16}(?:侵权|版权|错误).{0,30}(?:联系|删除)/,
  /(?:转载|来源)(?:请|须|需|务必)?注明|转载自|授权转载/,
  /^(?:凡)?本(?:网|站|报|公众号|平台|刊).{0,20}(?:注明|转载|推文|内容|作品|版权)/,
]

/** Where the article is over: what follows is about other articles or about this page. */
const TAIL =
  /^[\s【[（(《「★☆●■▼▲◆>＞↓\-—=]*(?:延伸\s?[·•]\s?(?:阅读|推荐)|往期(?:回顾|推荐|精选|精彩|内容|文章)?|推荐阅读|相关阅读|延伸阅读|相关新闻|相关报道|相关文章|相关推荐|相关链接|相关内容|相关专题|为您推荐|为你推荐|猜你喜欢|热门(?:推荐|文章|新闻|评论|阅读|排行|跟贴|话题)?|精彩推荐|精选(?:推荐|评论)|更多(?:精彩|新闻|推荐|内容|阅读)|大家都在看|大家还在看|今日热点|热点(?:新闻|推荐)|阅读排行|点击排行|新闻排行|排行榜|最新(?:文章|新闻|评论)|(?:网友|全部|最热|精彩|发表|我要)?(?:评论|跟贴|跟帖|留言)(?:\s*[\d(（]|区|列表|$)|参与(?:评论|讨论)|文明上网|上一[篇条页]|下一[篇条页]|原标题\s*[:：]|原文(?:标题|链接)\s*[:：]|阅读原文|责任编辑\s*[:：]|友情链接|扫码下载|网站地图|关于我们|联系我们|打印本页|关闭窗口|返回(?:顶部|列表|上页|首页)|特别声明|免责声明|版权声明|举报)/

export type Furniture = 'navigation' | 'licence' | 'control' | 'promotion' | 'disclaimer' | 'symbols'

/** Which kind of page furniture a line is; null where it may be part of an article. */
export function furnitureKind(text: string): Furniture | null {
  if (text.length > LONGEST) return null
  if (!/[\p{L}\p{N}]/u.test(text)) return 'symbols'
  if (text.length <= 60 && NAVIGATION.some((pattern) => pattern.test(text))) return 'navigation'
  if (text.length <= 60 && isPager(text)) return 'control'
  if (text.length <= 40 && CONTROLS.test(text.replace(/^[•·\-*>\s]+/, ''))) return 'control'
  if (LICENCE.some((pattern) => pattern.test(text))) return 'licence'
  if (text.length <= 160 && PROMOTION.some((pattern) => pattern.test(text))) return 'promotion'
  if (DISCLAIMER.some((pattern) => pattern.test(text))) return 'disclaimer'
  return null
}

const PAGER_WORD =
  /^(?:\[?\d{1,3}\]?|[.…]{1,3}|<{1,2}|>{1,2}|[«»‹›]|首页|[上前下后]一?页|尾页|末页|共\s?\d{1,3}\s?页|第\s?\d{1,3}\s?页|\d{1,3}\s?\/\s?\d{1,3}|(?:阅读|查看|余下|剩余|展开|本页)?全文|本文共|跳转|GO|(?:显示|查看)?全部)$/i
const NEXT_PAGE = /[下后]一?页|(?:余下|剩余)全文/

/** `1 2 3 下一页 尾页`, `上一页 1/3 下一页`: the way to the other pages of an article, or of a list. */
function isPager(text: string): boolean {
  return NEXT_PAGE.test(text) && text.split(/[\s|｜]+/).every((word) => PAGER_WORD.test(word))
}

/** True for a way to other pages that there are, not only buttons for them. */
export function leadsOn(text: string): boolean {
  return text.length <= 60 && isPager(text) && /(?<!\d)[2-9](?!\d)|\d\d|(?:余下|剩余)全文/.test(text)
}

/** True where a short line opens what follows articles: earlier issues, related news, comments. */
export function opensTail(text: string): boolean {
  return text.length <= 80 && TAIL.test(text)
}

/** Of the lines that open a tail, those over lists of other news: such lists also stand in the midst of articles. */
export function namesOtherNews(text: string): boolean {
  return /往期|推荐|相关|延伸|热门|更多|精彩|精选|热点|排行|最新|猜你|都在看|还在看/.test(text)
}

/** `相关阅读` alone on its line, over a box in the midst of an article. */
export function isBoxTitle(text: string): boolean {
  return text.length <= 12 && opensTail(text) && namesOtherNews(text)
}

/** A line that is a link to another page. */
export function isLinkLine(line: Line): boolean {
  return line.kind !== 'row' && line.linked >= line.text.length * 0.8 && !line.text.includes('。')
}
