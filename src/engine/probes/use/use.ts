/**
 * The use probe: a page in the hands of who sees little, uses no mouse, or asked for less motion. It changes the
 * window and the colours, so it has a visit of its own: what a page asks for then is not what it asks of everybody.
 */
import { clean } from '../../../lib/clean.ts'
import type { Tried, Use, UseKind } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { pause, within } from '../../../outside/within.ts'
import { lacksOf } from '../lacks.ts'
import { inOwnColours } from './use-colours.ts'
import { walkByKeyboard } from './use-keys.ts'
import { textsInPage } from './use-layout.ts'
import { motionInPage } from './use-motion.ts'
import { orientationInPage } from './use-orientation.ts'
import { viewOf } from './use-picture.ts'
import { asTried, type RawTried } from './use-spots.ts'
import { writtenInPage } from './use-written.ts'
import type { PageProbe, VisitedPage } from '../page/visited-page.ts'

/** Milliseconds for all trials together; what comes later is not tried. */
const BUDGET = 20_000
const STEP = 3_000
/** Of the page's own time, longer than the five seconds of WCAG 2.2.2. */
const WATCHED = 7_500
/** Of that, what must have passed at the least. */
const LONG = 7_000
/** Of ours, in which a page draws its frames; of its own, in which a carousel turns. */
const FRAMES = 500
const CAROUSEL = 5_300
const USUAL = { width: 1280, height: 900 }

export const useProbe: PageProbe<'use'> = {
  key: 'use',
  attach: async (page) => {
    let used = false
    return {
      async read() {
        // What a page goes to when it is used is another page.
        if (used) throw new NotSeen('probe-failed', 'the page went elsewhere while it was used')
        used = true
        return readUse(page)
      },
    }
  },
}

async function readUse(page: VisitedPage): Promise<Use> {
  const deadline = Date.now() + BUDGET
  const tried: { -readonly [K in UseKind]?: Tried } = {}
  const keep = (kind: UseKind, raw: RawTried | undefined) => {
    if (raw) tried[kind] = asTried(kind, raw)
  }
  /** One trial that fails costs itself. */
  const attempt = async (trial: () => Promise<void>) => {
    if (Date.now() > deadline) return
    try {
      await trial()
    } catch (error) {
      if (page.document.crashed() || !(error instanceof NotSeen)) throw error
      if (error.why === 'timeout')
        await within(1_000, 'stopping', page.cdp.send('Runtime.terminateExecution')).catch(unlessNotSeen)
    }
  }
  let pieces: Use['pieces'] = []
  let moves: Use['moves'] = null
  await attempt(async () => {
    const { pieces: said, ...written } = await page.evaluate(page.document.frame, writtenInPage, undefined, STEP)
    for (const [kind, raw] of Object.entries(written) as [keyof typeof written, RawTried][]) keep(kind, raw)
    pieces = said.map(({ lang, text, target }) => ({
      lang: clean(lang, 40),
      text: clean(text, 300),
      target: clean(target, 300),
    }))
  })
  await attempt(async () => {
    const seen = await motionOf(page)
    if (!seen) return
    moves = seen.moves
    keep('motion', seen.tried)
  })
  await attempt(async () => {
    const { keyboard, focus, order } = await page.time.during(walkByKeyboard(page, deadline - 5_000))
    keep('keyboard', keyboard)
    keep('focus', focus)
    keep('order', order)
  })
  await attempt(async () => {
    const forced = (value: 'active' | 'none') =>
      media(page, { 'forced-colors': value, 'prefers-reduced-motion': 'reduce' })
    keep('colours', await page.time.during(inOwnColours(page, forced, deadline - 3_000)))
  })
  for (const [kind, size] of [
    ['spacing', USUAL],
    ['zoom', { width: 640, height: 450 }],
    ['reflow', { width: 320, height: 640 }],
  ] as const)
    await attempt(async () => {
      if (kind === 'spacing') await page.evaluate(page.document.frame, textsInPage, 'before' as const, STEP)
      else await resize(page, size)
      const { unsure, ...seen } = await page.evaluate(page.document.frame, textsInPage, kind, STEP)
      if (!unsure || seen.count > 0) keep(kind, seen)
      const held = kind === 'zoom' ? 'lying' : kind === 'reflow' ? 'upright' : undefined
      if (held)
        keep('orientation', (await page.evaluate(page.document.frame, orientationInPage, held, STEP)) ?? undefined)
      // What was given more room is put back, and remembered anew at its usual size.
      if (kind === 'spacing') await page.evaluate(page.document.frame, textsInPage, 'before' as const, STEP)
    })
  return {
    tried,
    pieces,
    moves,
    lacks: lacksOf(page.lacks, { barriers: page.withheld ? ['withheld' as const] : [] }),
  }
}

const unlessNotSeen = (error: unknown): void => {
  if (!(error instanceof NotSeen) && !String(error).includes('termination')) throw error
}

const media = async ({ cdp }: VisitedPage, features: Readonly<Record<string, string>>): Promise<void> => {
  const each = Object.entries(features).map(([name, value]) => ({ name, value }))
  await within(2_000, 'media', cdp.send('Emulation.setEmulatedMedia', { features: each }))
}

/** Makes the window another size, and waits until the page stands in it. */
async function resize(page: VisitedPage, size: { width: number; height: number }): Promise<void> {
  await within(
    2_000,
    'a window',
    page.cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false }),
  )
  await page.time.pass(500, { waiting: false, most: 1_000 })
  await pause(30)
}

/**
 * Undefined: the page's time did not pass, so that nothing is known of what moves in it. `tried` is, too, where
 * something moves and a button says that it stops it: it is not pressed, so that nobody knows whether it does.
 */
async function motionOf(page: VisitedPage): Promise<{ moves: Use['moves']; tried: RawTried | undefined } | undefined> {
  const look = (step: 'watch' | 'tell') => page.evaluate(page.document.frame, motionInPage, step, STEP)
  await media(page, { 'prefers-reduced-motion': 'no-preference' })
  const asUsual = await look('tell')
  await media(page, { 'prefers-reduced-motion': 'reduce' })
  if (page.scripts) await look('watch')
  if (!(await page.time.pass(WATCHED, { waiting: false, most: 2_500 }))) return undefined
  let asked = await look('tell')
  // Where an earlier turn of its clock was given up, its end stops the clock in this one: the page itself tells.
  for (let again = 0; page.scripts && asked.watched >= 0 && asked.watched < LONG && again < 3; again++) {
    if (!(await page.time.pass(WATCHED - asked.watched, { waiting: false, most: 2_500 }))) return undefined
    asked = await look('tell')
  }
  if (page.scripts && asked.watched < LONG) return undefined
  const { looked, raw } = asked
  const still = raw.length > 0 || (!asked.unsure && (await standsStill(page)))
  return {
    moves: { asUsual: asUsual.long, asked: asked.long },
    tried: !still || (asked.stop && raw.length > 0) ? undefined : { looked, count: raw.length, raw },
  }
}

/**
 * Whether the window looks the same while frames are drawn, and after each of two turns of a carousel: what a script
 * moves frame by frame, what is drawn on a canvas, scrolled or moved within a drawing leaves no mark that we watch for.
 */
async function standsStill(page: VisitedPage): Promise<boolean> {
  await page.evaluate(page.document.frame, motionInPage, 'caret' as const, STEP)
  // What comes in once is given the time for it.
  await page.time.during(pause(FRAMES))
  const views = [await viewOf(page)]
  await page.time.during(pause(FRAMES))
  views.push(await viewOf(page))
  for (let turn = 0; turn < 2; turn++) {
    if (!(await page.time.pass(CAROUSEL, { waiting: false, most: 2_500 }))) return false
    if ((await page.evaluate(page.document.frame, motionInPage, 'tell' as const, STEP)).unsure) return false
    views.push(await viewOf(page))
  }
  const [begin, drawn, once, twice] = views
  // One change alone is something that opened late.
  return !views.includes(null) && begin === drawn && (drawn === once || once === twice)
}
