/** A page made as long as named by more of what pages are full of: scripts and lists of links. */
export function lengthened(source, bytes) {
  const missing = bytes - Buffer.byteLength(source.text)
  const link = '<li class="item"><a href="/a/1.html" target="_blank">某地发布某项通知</a><span>07-06</span></li>\n'
  const script = `<script>var data = ${JSON.stringify({ list: Array(20).fill({ id: 1, name: 'module' }) })}</script>\n`
  const unit = `<ul>${link.repeat(8)}</ul>${script}`
  const filling = unit.repeat(Math.max(0, Math.floor(missing / Buffer.byteLength(unit))))
  return { ...source, text: source.text.replace(/<\/body>|$/i, () => `${filling}</body>`) }
}
