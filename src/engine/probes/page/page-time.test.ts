import { EventEmitter } from 'node:events'
import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { NotSeen } from '../../../outside/not-seen.ts'
import { letPass } from './page-clock.ts'
import { openPageTime } from './page-time.ts'
import type { VisitedPage } from './visited-page.ts'

/** A browser that hears at once, and says that a budget is spent when it is told to. */
function slowBrowser() {
  const cdp = Object.assign(new EventEmitter(), { send: async () => ({}) })
  return {
    time: openPageTime(cdp as unknown as CDPSession),
    spent: () => cdp.emit('Emulation.virtualTimeBudgetExpired'),
  }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

test('time passed when the browser says so, and not when it took too long', async () => {
  const { time, spent } = slowBrowser()
  const passing = time.pass(100, { waiting: false, most: 10_000 })
  await soon()
  spent()
  expect(await passing).toBe(true)
  expect(await time.pass(100, { waiting: false, most: 20 })).toBe(false)
})

test('what an earlier turn still had to say is no word about the next', async () => {
  const { time, spent } = slowBrowser()
  expect(await time.pass(100, { waiting: false, most: 20 })).toBe(false)
  const next = time.pass(7_500, { waiting: false, most: 50 })
  // It was under way before the browser heard of the next turn.
  spent()
  expect(await next).toBe(false)
})

test('what ran while its clock went ends with its last turn, which says nothing of what passes next', async () => {
  const { time, spent } = slowBrowser()
  let over = false
  const running = time.during(Promise.resolve('klaar')).finally(() => (over = true))
  await soon()
  expect(over).toBe(false)
  spent()
  expect(await running).toBe('klaar')
  expect(await time.pass(100, { waiting: false, most: 20 })).toBe(false)
})

test('what is left of a time that an earlier turn ended passes still, or it is said that it did not', async () => {
  const page = (gains: readonly number[]) => {
    const passes: number[] = []
    let clock = 700
    const time = {
      pass: async (budget: number) => {
        clock += gains[passes.length] ?? 0
        passes.push(budget)
        return passes.length <= gains.length
      },
    }
    const evaluate = async () => clock
    return { passes, page: { time, document: { frame: 'f' }, evaluate } as unknown as VisitedPage }
  }
  const ended = page([10, 3_990])
  expect([await letPass(ended.page, 4_000, 1_000), ended.passes]).toEqual([true, [4_000, 3_990]])
  const enough = page([4_000])
  expect([await letPass(enough.page, 4_000, 1_000), enough.passes]).toEqual([true, [4_000]])
  const held = page([10])
  expect(await letPass(held.page, 4_000, 1_000)).toBe(false)
  const mute = { ...page([4_000]).page, evaluate: () => Promise.reject(new NotSeen('timeout', 'no answer')) }
  expect(await letPass(mute, 4_000, 1_000)).toBe(false)
})
