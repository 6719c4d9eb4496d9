/** What `work` gives, or an error (`late`) after some milliseconds. The work itself goes on; its end is ignored. */
export async function within<T>(milliseconds: number, work: Promise<T>, late = () => new Error('no answer')) {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}
