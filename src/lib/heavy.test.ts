/** Heavy work stays within its time, holds up nobody else, and leaves a thread that works. */
import { expect, test } from 'vitest'
import { heavy, TooLong } from './heavy.ts'
import { Busy } from './in-turn.ts'
import { wordDifferences } from './word-difference.ts'

const text = (seed: number) => Array.from({ length: 3_300 }, (_, at) => `w${(at * seed) % 9_973}`).join(' ')
/** Nothing in common: takes far longer than a millisecond on any machine. */
const long = { before: text(7), after: text(11) }

test('two long texts that have nothing in common do not hold up the site', async () => {
  const { before, after } = long
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const [parts] = await heavy('word-differences', [{ before, after }], 10_000)
  clearInterval(watch)
  expect(parts).toBeUndefined()
  expect(longest).toBeLessThan(1_000)
})

test('what changed is told word by word; too long is not worked out at all', async () => {
  expect(await heavy('word-differences', [{ before: 'een oud woord', after: 'een nieuw woord' }], 10_000)).toEqual([
    [
      { value: 'een ', added: false, removed: false },
      { value: 'oud', added: false, removed: true },
      { value: 'nieuw', added: true, removed: false },
      { value: ' woord', added: false, removed: false },
    ],
  ])
  expect(wordDifferences([{ before: 'a '.repeat(20_000), after: 'a '.repeat(20_000) }])).toEqual([undefined])
})

test('after its deadline work is ended, and the next one is done', async () => {
  await expect(heavy('word-differences', [long], 1)).rejects.toThrow(TooLong)
  expect(await heavy('password-strength', { password: 'qwertyuiop[]', own: [] }, 30_000)).toMatchObject({
    weakness: 'keys',
  })
})

test('the longest password is measured within bounds', async () => {
  for (const odd of ['1', '@4', '4@8({[<', '0123456789', '$$$$1111'])
    expect(
      await heavy('password-strength', { password: odd.repeat(128).slice(0, 128), own: [] }, 10_000),
    ).toMatchObject({ weakness: expect.any(String) })
})

test('more than can wait is refused at once', async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 40 }, () => heavy('word-differences', [{ before: 'a', after: 'b' }], 10_000)),
  )
  expect(all.filter((each) => each.status === 'rejected' && each.reason instanceof Busy).length).toBe(40 - 17)
})
