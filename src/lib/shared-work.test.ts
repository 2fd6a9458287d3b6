import { expect, test } from 'vitest'
import { sharedWork } from './shared-work.ts'

test('who asks while it runs gets the one after it, together with whoever else waits', async () => {
  const done: ((n: number) => void)[] = []
  let begun = 0
  const ask = sharedWork(() => {
    begun += 1
    return new Promise<number>((resolve) => done.push(resolve))
  })
  const first = ask()
  const later = [ask(), ask()]
  expect(begun).toBe(1)
  done[0]!(1)
  expect(await first).toBe(1)
  while (done.length < 2) await Promise.resolve()
  done[1]!(2)
  expect(await Promise.all(later)).toEqual([2, 2])
  expect(begun).toBe(2)
})

test('a fault is told to who waited for it, and the next is tried anew', async () => {
  let begun = 0
  const ask = sharedWork(async () => {
    begun += 1
    if (begun === 1) throw new Error('weg')
    return begun
  })
  const [first, second] = [ask(), ask()]
  await expect(first).rejects.toThrow('weg')
  expect(await second).toBe(2)
  expect(await ask()).toBe(3)
})
