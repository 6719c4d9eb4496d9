const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const shortDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** `0 8 * * 1` → `every Monday at 08:00`; null where the expression is not one of the simple ones. */
export function cronInWords(expression: string): string | null {
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', more] = expression.trim().split(/\s+/)
  if (month !== '*' || more !== undefined) return null
  const day = dayInWords(dayOfMonth, dayOfWeek)
  const step = /^\*\/(\d+)$/.exec(minute)?.[1]
  if (hour === '*' && day === 'every day') {
    if (minute === '*' || step === '1') return 'every minute'
    if (step) return 60 % Number(step) === 0 ? `every ${step} minutes` : null
    return /^\d+$/.test(minute) ? `every hour at :${two(minute)}` : null
  }
  if (!day || !/^\d+$/.test(minute) || !/^\d+(,\d+)*$/.test(hour)) return null
  return `${day} at ${listed(hour.split(',').map((each) => `${two(each)}:${two(minute)}`))}`
}

function dayInWords(dayOfMonth: string, dayOfWeek: string): string | null {
  if (dayOfMonth !== '*') {
    if (dayOfWeek !== '*') return null
    if (dayOfMonth === 'L') return 'on the last day of every month'
    if (!/^\d+(,\d+)*$/.test(dayOfMonth)) return null
    const numbers = dayOfMonth.split(',')
    return `on ${numbers.length === 1 ? 'day' : 'days'} ${listed(numbers)} of every month`
  }
  if (dayOfWeek === '*') return 'every day'
  const range = /^(\w+)-(\w+)$/.exec(dayOfWeek)
  if (range) {
    const [from, to] = [dayName(range[1] ?? ''), dayName(range[2] ?? '')]
    return from && to ? `${from} to ${to}` : null
  }
  const names = dayOfWeek.split(',').map(dayName)
  return names.every((name) => name !== undefined) ? `every ${listed(names)}` : null
}

function dayName(word: string): string | undefined {
  return /^\d$/.test(word) ? days[Number(word)] : days[shortDays.indexOf(word.toLowerCase())]
}

function listed(words: readonly (string | undefined)[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')
}

function two(digits: string): string {
  return digits.padStart(2, '0')
}
