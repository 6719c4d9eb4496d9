const OPENS =
  /^(?:您?的?当前位置|您的位置|您?现在的?位置|当前的位置|所在位置|位置|当前栏目|您现在的位置)\s*(?:是|在)?\s*[:：]\s*/
const SEPARATOR = /\s*[>＞»›]+\s*/
/** Levels that say nothing. */
const EMPTY = /^(?:(?:网站|返回)?首\s?页|主页|Home|正文|文章正文|详情|内容|文章内容|浏览文章)?$/i

/** Levels of a printed breadcrumb, `首页 > 地方 > 正文`; none where the line is something else. */
export function breadcrumbIn(text: string): string[] {
  if (text.length > 120 || /[。！？]/.test(text) || !/[>＞»›]/.test(text)) return []
  const levels = text
    .replace(OPENS, '')
    .split(SEPARATOR)
    .map((level) => level.trim())
  const ends = [levels[0] ?? '', levels.at(-1) ?? ''].filter((level) => level !== '')
  const named = OPENS.test(text) || ends.some((level) => EMPTY.test(level))
  return levels.length >= 2 && named && levels.every((level) => level.length <= 40) ? levels : []
}

/** Without 首页 and 正文, and without the article's own title at the end. */
export function levelsOf(levels: string[], title: string | null): string[] {
  return levels.filter((level) => !EMPTY.test(level) && level !== title && level.length <= 30)
}
