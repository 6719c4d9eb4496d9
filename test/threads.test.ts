import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Threads } from '../src/threads.js'

const doubles = fileURLToPath(new URL('fixtures/threads/doubles.mjs', import.meta.url))

type Task = number | 'crash' | 'leave'

function open(file: string, size = 2): Threads<Task, string | number> {
  const lost = (task: Task) => `lost ${task}`
  return new Threads({ file, data: null, size, lost, here: (task) => `here ${task}` })
}

describe('threads', () => {
  it('give each task its own result', async () => {
    await using threads = open(doubles)
    const tasks = Array.from({ length: 50 }, (_, i) => i)
    expect(await Promise.all(tasks.map((task) => threads.run(task)))).toEqual(tasks.map((task) => task * 2))
  })

  it.each(['crash', 'leave'] as const)('lose one task where a thread ends (%s), and no other', async (end) => {
    await using threads = open(doubles)
    const tasks: Task[] = [1, 2, end, 3, 4, end, end, 5, 6, 7]
    const results = await Promise.all(tasks.map((task) => threads.run(task)))
    expect(results).toEqual([2, 4, `lost ${end}`, 6, 8, `lost ${end}`, `lost ${end}`, 10, 12, 14])
  })

  it('do tasks here where none can begin', async () => {
    await using threads = open(`${doubles}.missing`)
    expect(await Promise.all([1, 2, 3].map((task) => threads.run(task)))).toEqual(['here 1', 'here 2', 'here 3'])
    expect(await threads.run(4)).toBe('here 4')
  })

  it('end with their tasks undone when they are given up', async () => {
    const threads = open(doubles)
    for (let i = 0; i < 1000; i++) void threads.run(i)
    await threads[Symbol.asyncDispose]()
  })
})
