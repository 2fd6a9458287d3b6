/** One ends, all end; one fails, and that is told after the others were put away. */
import { expect, test } from 'vitest'
import { together } from './together.ts'

const untilStopped = (ended: string[]) => (signal: AbortSignal) =>
  new Promise<string>((resolve) => {
    signal.addEventListener('abort', () => {
      ended.push('stopped')
      resolve('stopped')
    })
  })

test('the one that ends ends the other, and both answers come', async () => {
  expect(await together<[string, number]>(new AbortController().signal, [untilStopped([]), async () => 3])).toEqual([
    'stopped',
    3,
  ])
})
test('a failure is thrown after the other has ended', async () => {
  const ended: string[] = []
  await expect(
    together<[string, never]>(new AbortController().signal, [
      untilStopped(ended),
      async () => {
        throw new Error('stuk')
      },
    ]),
  ).rejects.toThrow('stuk')
  expect(ended).toEqual(['stopped'])
})
test('who stops from outside stops all', async () => {
  const stop = new AbortController()
  const running = together<[string, string]>(stop.signal, [untilStopped([]), untilStopped([])])
  stop.abort()
  expect(await running).toEqual(['stopped', 'stopped'])
})
