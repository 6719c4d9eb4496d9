/** January is the first: `monthNames[0]`. */
export const monthNames = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Zero to nine, each at its own place. */
export const smallNumbers = 'zero one two three four five six seven eight nine'.split(' ')
