/** Lets a page's time pass and holds it to that by its own clock. */
import { NotSeen } from '../../../outside/not-seen.ts'
import type { VisitedPage } from './visited-page.ts'

/** Milliseconds of ours for a look at its clock. */
const LOOK = 1_000
/** Milliseconds of its time that are too few to wait for once more. */
const NEAR = 5

/**
 * Lets this much of the page's time pass, in milliseconds, in at most `most` of ours, and gives whether it did. Where
 * an earlier turn of its clock was given up, its end stops the clock in this one: then what is left of it passes still.
 */
export async function letPass(
  { time, document, evaluate }: Pick<VisitedPage, 'time' | 'document' | 'evaluate'>,
  milliseconds: number,
  most: number,
): Promise<boolean> {
  const deadline = Date.now() + most
  const now = () => evaluate(document.frame, clockOf, undefined, LOOK)
  try {
    const end = (await now()) + milliseconds
    for (let left = milliseconds; left > NEAR; left = end - (await now())) {
      const still = deadline - Date.now()
      if (still <= 0 || !(await time.pass(left, { waiting: false, most: still }))) return false
    }
    return true
  } catch (error) {
    // A page that does not tell the time did not say that it passed.
    if (error instanceof NotSeen) return false
    throw error
  }
}

/** Runs in the isolated world, where no script of the page sets the clock: milliseconds of the page's time. */
const clockOf = (): number => performance.now()
