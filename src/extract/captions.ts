import { creditsIn } from './byline.js'
import type { Block } from './outline.js'

const CAPTION_NAMES = /caption|(?:pic|img|image|photo|tu)[-_]?(?:desc|note|txt|text|info|title|zhu|shuo|explain)/i
const CREDIT_OF_PICTURE =
  /(?:摄|供图|资料图|配图|制图|截图|图片来源.{0,20}|图\s?[/／|丨:：].{1,12}|摄影[:：/].{1,12}|[（(](?:图片|视频)?(?:来源|图源)[:：].{1,14}|[（(](?:视频截图|视觉中国|网络图|图文无关|图据.{2,12}))\s?[）)】。]?$/
const OPENS_CAPTION = /^(?:图[:：为\d①-⑳一二三四五六]|[▲△↑▼▽↓]|图片[:：]|上图|下图|左图|右图)/

/** What is printed under pictures: named so, or with a photographer at its end, or set apart beside a picture. */
export function isCaption(block: Block): boolean {
  const { text } = block
  // Lists of pictures have captions, lists of figures have icons.
  if (block.kind === 'item') return block.framed && text.length <= 40 && !/[\d。！？]/.test(text)
  if (text.length > 160 || block.kind !== 'text' || block.heading > 0 || isCreditsBlock(text)) return false
  if (block.framed && text.length <= 60 && !/[。！？]/.test(text)) return true
  if (CAPTION_NAMES.test(block.names)) return true
  const opens = OPENS_CAPTION.test(text)
  if (text.length <= 120 && CREDIT_OF_PICTURE.test(text) && (opens || block.picture || !/。[^（(]/.test(text)))
    return true
  return block.picture && text.length <= 80 && (block.centered || opens) && !/。./.test(text)
}

/** `文/某某 图/某某 编辑/某某` names a photographer too. */
function isCreditsBlock(text: string): boolean {
  return text.length <= 80 && creditsIn(text).some(({ label }) => /^(?:文|文字|图文|编辑|责编|审核|校对)$/.test(label))
}
