import { EventEmitter } from 'node:events'
import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPageTime } from './page-time.ts'

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
