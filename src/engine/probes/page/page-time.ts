/**
 * The page's own clock in our hands (CDP virtual time): what a page would do in seconds it does at once, timer by
 * timer, and then it stands still. Two visits to an unchanged page see the same, however busy our machine is
 * (ADR 0022).
 */
import type { CDPSession } from 'playwright-core'
import { pause } from '../../../outside/within.ts'

export type PageTime = {
  /** Whether its clock stands still until we let it go on. */
  stands(): boolean
  /**
   * Lets this much of the page's time pass, in milliseconds, and stops its clock again. `waiting`: its clock stands
   * still while something is fetched. Gives whether it passed within `most` milliseconds of ours.
   */
  pass(milliseconds: number, options: { readonly waiting: boolean; readonly most: number }): Promise<boolean>
  /**
   * Keeps the clock going until the work is done: some of what we run in a page asks for a turn of its clock. It ends
   * with a turn of its own that is over, where that comes soon: one still under way would stop the clock in what passes
   * next.
   */
  during<T>(work: Promise<T>): Promise<T>
}

/** Tasks a page may run on without its clock moving: a page that talks to itself without end would hold it for ever. */
const STARVED = 1_000
/** Milliseconds of its time a page gets at a turn while we work in it, and of ours until the next: time as usual. */
const TURN = 10
/** Milliseconds of ours for the turn that is under way when the work is done: a page that storms takes for ever. */
const LAST_TURN = 100

/** Emulation needs no enabling; the clock runs by itself until the first call. */
export function openPageTime(cdp: CDPSession): PageTime {
  let turns = 0
  let expired = () => {}
  cdp.on('Emulation.virtualTimeBudgetExpired', () => expired())
  const pass: PageTime['pass'] = async (budget, { waiting, most }) => {
    const turn = ++turns
    let over = () => {}
    const passed = new Promise<true>((resolve) => {
      over = () => resolve(true)
    })
    // The sign of an earlier turn that took too long for us can still be under way: it says nothing of this one.
    expired = () => {}
    let timer: NodeJS.Timeout | undefined
    const enough = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, most, false)
    })
    // A page whose script holds its thread does not even hear this.
    const heard = cdp.send('Emulation.setVirtualTimePolicy', {
      policy: waiting ? 'pauseIfNetworkFetchesPending' : 'advance',
      budget,
      maxVirtualTimeTaskStarvationCount: STARVED,
    })
    try {
      const counted = heard.then(() => {
        if (turn === turns) expired = over
        return passed
      })
      return await Promise.race([counted, enough])
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    stands: () => turns > 0,
    pass,
    async during(work) {
      let busy = true
      const done = work.finally(() => {
        busy = false
      })
      // Whoever asked for the work hears how it ended; here it only ends the turns.
      const end = done.then(
        () => undefined,
        () => undefined,
      )
      while (busy) {
        await Promise.race([pass(TURN, { waiting: false, most: 1_000 }), end.then(() => pause(LAST_TURN))])
        if (busy) await Promise.race([pause(TURN), end])
      }
      return done
    },
  }
}
