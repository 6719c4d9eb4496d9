/** Rows of an RFC 4180 text, header row included; a byte order mark and blank lines are skipped. */
export function parseCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '')
  // Nearly every list of terms is without quotation marks.
  const rows = source.includes('"') ? quotedRows(source) : source.split(/\r?\n/).map((line) => line.split(','))
  return rows.filter((row) => row.some((value) => value !== ''))
}

function quotedRows(source: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy
  while (cell.lastIndex < source.length) {
    const match = cell.exec(source)
    if (match === null) throw new Error(`not CSV near "${source.slice(cell.lastIndex, cell.lastIndex + 20)}"`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') {
      if (cell.lastIndex === source.length) row.push('')
      else continue
    }
    rows.push(row)
    row = []
  }
  return rows
}
