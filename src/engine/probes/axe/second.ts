/** Asks the second engine about the frames in which axe has run, and keeps what it says beside what axe says. */
import axeCore from 'axe-core'
import { clean } from '../../../lib/clean.ts'
import type { Second } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import { CRITERIA, speaksOf } from '../../reading/criteria.ts'
import { secondInPage } from './second-in-page.ts'
import { keptUrl } from '../page/kept-url.ts'
import type { VisitedPage } from '../page/visited-page.ts'

type SecondOpinion = {
  /** Asks it of one frame, `path` being axe's way there. Never throws for what only the second engine cannot do. */
  ask(frame: string, path: readonly unknown[], url: string, left: number): Promise<void>
  /** Axe's rule and its whole way to each element of which both speak, as finishInPage reads them. */
  readonly agreed: readonly string[]
  told(): Second
}

/** Axe's rules, with the criteria that each can say not to be met. */
const TAGGED = axeCore
  .getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  .map(({ ruleId, tags }) => [ruleId, CRITERIA.filter((criterion) => speaksOf(tags, criterion))] as const)
  .filter(([, criteria]) => criteria.length > 0)
/** The rules of axe that a check can read something from; others only cost time. */
export const RULES: readonly string[] = TAGGED.map(([rule]) => rule)
const FRAME_MS = 4_000
/** Milliseconds under which it is of no use to begin. */
const TOO_LATE = 200
const HINTS = 100

/** It can confirm what axe says, and hint at more; its silence takes nothing away. */
export function secondOpinion(page: VisitedPage): SecondOpinion {
  const agreed: string[] = []
  const violations: Second['violations'][number][] = []
  const skipped = new Set<string>()
  let framesTested = 0
  return {
    agreed,
    async ask(frame, path, url, left) {
      const ms = Math.min(left, FRAME_MS)
      if (ms < TOO_LATE) return
      try {
        const said = await page.evaluate(frame, secondInPage, { criteria: CRITERIA, tagged: TAGGED }, ms)
        framesTested++
        for (const [rule, selector] of said.agreed)
          agreed.push(`${rule} ${JSON.stringify([...path, JSON.parse(selector)])}`)
        for (const { targets, ...one } of said.violations)
          violations.push({ ...one, targets: targets.map((target) => clean(target, 300)), frame: keptUrl(url) })
        for (const rule of said.skipped) skipped.add(rule)
      } catch (error) {
        if (page.document.crashed() || !(error instanceof NotSeen)) throw error
        // What it does not bring to an end may not hold up what comes after it.
        if (error.why === 'timeout') await within(1_000, 'stopping', page.cdp.send('Runtime.terminateExecution'))
      }
    },
    told: () => ({
      framesTested,
      violations: violations.slice(0, HINTS),
      skipped: [...skipped].slice(0, HINTS),
    }),
  }
}
