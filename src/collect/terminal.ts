const [ESC, BEL, CSI, OSC, ST] = ['\u001b', '\u0007', '\u009b', '\u009d', '\u009c']
// ECMA-48: control sequences, operating system commands up to BEL or their terminator, single escapes.
const CONTROL = new RegExp(`(?:${ESC}\\[|${CSI})[0-?]{0,100}[ -/]{0,10}[@-~]`, 'g')
const COMMAND = new RegExp(`(?:${ESC}\\]|${OSC})[^${BEL}${ESC}${ST}]{0,2000}(?:${BEL}|${ESC}\\\\|${ST})`, 'g')
const SINGLE = new RegExp(`${ESC}[ -/]{0,4}[0-~]`, 'g')
const OPENS = new RegExp(`[${ESC}${CSI}${OSC}]`)
/** Colours whose escape character was lost on the way: only where one of them ends the colour, `[0m`. */
const RESET_WITHOUT_ESCAPE = /\[0?m/
const COLOUR_WITHOUT_ESCAPE = /\[\d{0,3}(?:;\d{1,3}){0,5}m/g

/** A text as a terminal would show it, without its colours: `ESC[31m412人ESC[0m` → `412人`. */
export function withoutTerminalCodes(text: string): string {
  const shown = OPENS.test(text) ? text.replace(COMMAND, '').replace(CONTROL, '').replace(SINGLE, '') : text
  return RESET_WITHOUT_ESCAPE.test(shown) ? shown.replace(COLOUR_WITHOUT_ESCAPE, '') : shown
}
