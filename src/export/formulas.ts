/** A text that a spreadsheet program would run; the full-width signs count as the others where Chinese is typed. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

export function isFormula(text: string): boolean {
  return formula.test(text)
}
