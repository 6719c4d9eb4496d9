const marks = /https?:|www\.|\S@\S+\.\S|<\/?[a-z!]|```|\{\{|\]\(|\$\{|javascript:/gi
const chatter =
  /\b(?:as an? (?:AI|language model)|language model|system prompt|(?:previous|above) instructions|here is the translation|i(?: a|')m sorry|i can(?:no|')t (?:translate|help|comply))\b/i
const leastPerHan = 0.8
const mostPerHan = 9
const mostBeside = 60

/** What tells that an answer is no plain English of the text, each as one sentence; empty where nothing does. */
export function shapeProblems(zh: string, en: string): string[] {
  const problems: string[] = []
  if (en === '') return ['It is empty.']
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(en)) {
    problems.push('It holds Chinese characters or punctuation.')
  }
  if (/(?!\p{Script=Latin}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})\p{L}/u.test(en)) {
    problems.push('It holds letters that are not Latin.')
  }
  if (/[\p{Cc}\p{Cf}\p{Co}]/u.test(en)) problems.push('It holds line breaks or invisible characters.')
  const added = [...en.matchAll(marks)].map(([mark]) => mark).filter((mark) => !zh.includes(mark))
  if (added.length > 0) problems.push('It holds an address or markup that the Chinese does not hold.')
  if (chatter.test(en)) problems.push('It speaks about itself or its task.')
  const han = [...zh.matchAll(/[\p{Script=Han}\p{N}]/gu)].length
  const letters = en.length
  if (letters < han * leastPerHan) problems.push('It is too short to say all of the Chinese.')
  if (letters > zh.length * mostPerHan + mostBeside) problems.push('It is far longer than the Chinese.')
  return problems
}
