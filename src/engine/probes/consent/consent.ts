/**
 * The walks past a question for consent: of somebody who refuses, and of somebody who agrees and takes it back; each on
 * to the next page in the same browser.
 */
import type { Consent, Observed, PageEvidence, Session, Withdrawal } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import { answer, askedStill, choose, standing, type Chosen } from './consent-answer.ts'
import { askedOn, press } from './consent-asked.ts'
import { doorOn, mayChooseOn } from './consent-door.ts'
import { bothLacks, lacksOf } from '../lacks.ts'
import { arrive, go, look, type LookOptions } from '../page/look.ts'
import { sessionProbe } from '../session/session.ts'
import type { PageProbe, VisitedPage } from '../page/visited-page.ts'

/** Presses that lead back to the choice, at most: a page about cookies, and the control on it. */
const DOORS = 2
/** Milliseconds that taking it back needs at least. */
const LEFT_MS = 6_000

type Walked = { readonly consent: Observed<PageEvidence['consent']> }
type Options = LookOptions & { readonly next: string }

/**
 * Opens the page, refuses, and opens `next` in the same browser, which keeps what was chosen. Gives the session of that
 * page within the evidence. Nothing but the question is touched.
 */
export async function refuseAndGoOn(page: VisitedPage, options: Options, deadline: number): Promise<Walked> {
  await go(page)
  await arrive(page, { ...options, still: true }, deadline)
  const chosen = await choose(page, 'refuse')
  if (chosen.outcome !== 'gone') return notGone(page, chosen)
  return { consent: await goOn(page, options, deadline, chosen) }
}

/**
 * The same for whoever agrees; on the next page it looks for what leads back to the choice, refuses there, and opens
 * that page once more.
 */
export async function acceptAndTakeBack(page: VisitedPage, options: Options, deadline: number): Promise<Walked> {
  await go(page)
  await arrive(page, { ...options, still: true }, deadline)
  const chosen = await choose(page, 'accept')
  if (chosen.outcome !== 'gone') return notGone(page, chosen)
  const consent = await goOn(page, { ...options, stays: true }, deadline, chosen)
  if (!consent.seen) return { consent }
  const withdrawal = consent.value.again ? UNTRIED.again : await takenBack(page, options, deadline)
  const lacks = bothLacks(consent.value.lacks, withdrawal.next?.lacks ?? {})
  return { consent: { seen: true, value: { ...consent.value, withdrawal, lacks } } }
}

const STOOD = { cookies: [], storage: [] }
const NOTHING = { stood: STOOD, next: null, again: null, lacks: {} } as const
/** A walk that ended at the question, with what was lacking of the page it stands on. */
const notGone = ({ lacks }: VisitedPage, chosen: Chosen): Walked => ({
  consent: { seen: true, value: { ...chosen, ...NOTHING, lacks: lacksOf(lacks, { content: [] }) } },
})
const UNSEEN = { seen: false, why: 'probe-failed', detail: 'the next page was not read' } as const
const UNTRIED = {
  again: { steps: [], outcome: 'again', stood: STOOD, next: null },
  unseen: { steps: [], outcome: 'unseen', stood: STOOD, next: null },
} as const satisfies Record<string, Withdrawal>

/** Opens the next page, as any page, and notes whether it asks again. */
async function goOn(page: VisitedPage, options: Options, deadline: number, chosen: Chosen): Promise<Observed<Consent>> {
  const stood = await standing(page)
  page.asked = options.next
  let again = false
  const notes: PageProbe<'consent'> = {
    key: 'consent',
    attach: async () => ({
      async read() {
        again = (await askedOn(page)) !== undefined
        return { ...chosen, ...NOTHING }
      },
    }),
  }
  const { session, consent } = await look(page, { ...options, probes: [sessionProbe, notes] }, deadline)
  if (!session?.seen) return session ?? UNSEEN
  if (!consent?.seen) return consent ?? UNSEEN
  const next: Session = session.value
  return { seen: true, value: { ...chosen, stood, next, again, lacks: next.lacks } }
}

/** Takes the consent back from the page that stands there. What cannot be seen of it leaves the rest as it was. */
async function takenBack(page: VisitedPage, options: Options, deadline: number): Promise<Withdrawal> {
  const left = deadline - Date.now() - 1_000
  if (left < LEFT_MS) return UNTRIED.unseen
  const trying = async (): Promise<Withdrawal> => {
    const tried = await backToTheChoice(page)
    if (tried.outcome !== 'gone' && tried.outcome !== 'only-door') return { ...tried, stood: STOOD, next: null }
    const stood = await standing(page)
    page.asked = options.next
    const { session } = await look(page, { ...options, probes: [sessionProbe] }, deadline)
    return session?.seen ? { ...tried, stood, next: session.value } : UNTRIED.unseen
  }
  try {
    return await within(left, 'taking consent back', trying())
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    return UNTRIED.unseen
  }
}

/**
 * Presses what leads back to the question, and refuses it. That nothing leads there is only said where nothing that was
 * opened may hold the choice itself, and nothing is left that may lead to it.
 */
async function backToTheChoice(page: VisitedPage): Promise<Pick<Withdrawal, 'steps' | 'outcome'>> {
  const steps: Withdrawal['steps'][number][] = []
  const opened = new Set<string>()
  let maybe = false
  for (let pressed = 0; pressed < DOORS; pressed++) {
    const door = await doorOn(page, opened)
    if ('mute' in door) {
      maybe ||= door.maybe || (await mayChooseOn(page, pressed > 0))
      return { steps, outcome: maybe ? 'unseen' : door.mute ? 'unnamed' : 'no-door' }
    }
    const before = page.document.current()?.loader
    await press(page, door.at)
    steps.push(door.step)
    if (door.href !== null) opened.add(door.href)
    const found = await askedStill(page)
    if (found) {
      const answered = await answer(page, found, 'refuse')
      return { steps: [...steps, ...answered.steps], outcome: answered.outcome }
    }
    if (door.kind === 'choice') return { steps, outcome: 'only-door' }
    // A page that did not come, or came in another window, was not seen.
    maybe ||= page.document.current()?.loader === before || (await mayChooseOn(page, true))
  }
  const left = await doorOn(page, opened)
  return { steps, outcome: maybe || !('mute' in left) || left.maybe ? 'unseen' : 'no-door' }
}
