/** Queues: no more at a time than allowed, what does not fit is told at once, and nothing waits for ever. */
import { expect, test } from 'vitest'
import { Busy, inTurns, workLater } from './in-turn.ts'

test('so many at a time, so many waiting, the rest is refused before it did anything', async () => {
  const inTurn = inTurns({ running: 2, waiting: 3 })
  let now = 0
  let most = 0
  const ends: (() => void)[] = []
  const work = async () => {
    most = Math.max(most, ++now)
    await new Promise<void>((resolve) => ends.push(resolve))
    now--
  }
  const all = Array.from({ length: 8 }, () => inTurn(work))
  const ended = Promise.allSettled(all)
  for (let at = 0; at < 5; at++) {
    await expect.poll(() => ends.length).toBeGreaterThan(at)
    ends[at]!()
  }
  const results = await ended
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(results.filter((each) => each.status === 'rejected' && each.reason instanceof Busy)).toHaveLength(3)
  expect(most).toBe(2)
})

test('work that fails gives its place back, and what is ahead goes first', async () => {
  const inTurn = inTurns({ running: 1, waiting: 5 })
  const order: string[] = []
  let open = () => {}
  const first = inTurn(
    () =>
      new Promise<void>((resolve) => {
        open = resolve
      }),
  )
  const failing = inTurn(async () => {
    order.push('second')
    throw new Error('no')
  })
  const ahead = inTurn(async () => order.push('ahead'), { ahead: true })
  open()
  await expect(failing).rejects.toThrow('no')
  await Promise.all([first, ahead])
  expect(order).toEqual(['ahead', 'second'])
  expect(await inTurn(async () => 'free')).toBe('free')
})

test('work for later is done one by one, its errors are told, and there is an end to it', async () => {
  const told: unknown[] = []
  const later = workLater(2, (error) => told.push(error))
  const done: number[] = []
  later.add(async () => {
    throw new Error('no')
  })
  later.add(async () => done.push(2))
  expect(() => later.add(async () => done.push(3))).toThrow(Busy)
  await later.idle()
  expect([done, told]).toEqual([[2], [new Error('no')]])
  later.add(async () => done.push(4))
  await later.idle()
  expect(done).toEqual([2, 4])
})
