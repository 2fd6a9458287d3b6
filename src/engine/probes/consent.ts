/** The walk of somebody who refuses: past the question for consent, layer by layer, and on to the next page. */
import type { Consent, ConsentStep } from '../../model/evidence-consent.ts'
import type { Observed, PageEvidence, Session } from '../../model/evidence.ts'
import { within } from '../../outside/within.ts'
import { wayOut } from '../reading/consent-way.ts'
import { askedOn, keptAsked, press, type Asked } from './consent-asked.ts'
import { arrive, go, look, type LookOptions } from './look.ts'
import { sessionProbe } from './session.ts'
import { readStorage } from './session-storage.ts'
import { settle } from './settle.ts'
import type { PageProbe, VisitedPage } from './visited-page.ts'

/** Layers of a question that are walked: whoever has to go further does not refuse as easily as agree. */
const LAYERS = 3
/** Milliseconds for what a press sets going. */
const AFTER = { load: 6_000, quiet: 2_500 }

type Chosen = Pick<Consent, 'asked' | 'steps' | 'outcome'>

/**
 * Opens the page, refuses, and opens `next` in the same browser, which keeps what was chosen. Gives the session of that
 * page within the evidence. Nothing but the question is touched.
 */
export async function refuseAndGoOn(
  page: VisitedPage,
  options: LookOptions & { readonly next: string },
  deadline: number,
): Promise<{ consent: Observed<PageEvidence['consent']> }> {
  await go(page)
  await arrive(page, options, deadline)
  const chosen = await refuse(page)
  if (chosen.outcome !== 'gone') return { consent: { seen: true, value: { ...chosen, ...NOTHING } } }
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
  if (!session?.seen) return { consent: session ?? UNSEEN }
  if (!consent?.seen) return { consent: consent ?? UNSEEN }
  const next: Session = session.value
  return { consent: { seen: true, value: { ...chosen, stood, next, again, lacks: next.lacks } } }
}

const NOTHING = { stood: { cookies: [], storage: [] }, next: null, again: null, lacks: {} } as const
const UNSEEN = { seen: false, why: 'probe-failed', detail: 'the next page was not read' } as const

/** Presses what refuses, as far as that goes. */
async function refuse(page: VisitedPage): Promise<Chosen> {
  const asked: Asked[] = []
  const steps: ConsentStep[] = []
  const told = (outcome: Consent['outcome']): Chosen => ({ asked: asked.map(keptAsked), steps, outcome })
  for (let found = await askedOn(page); asked.length < LAYERS;) {
    if (!found) return told(asked.length === 0 ? 'no-question' : 'gone')
    asked.push(found)
    const way = wayOut(found.controls, found.boxes)
    if (!way) return told('no-way')
    const { loader } = page.document.current()!
    for (const { label, at } of way.untick) {
      await press(page, at!)
      steps.push({ text: label, kind: 'untick' })
    }
    await press(page, way.press.at)
    steps.push({ text: way.press.text, kind: way.press.kind })
    await settle(page, AFTER)
    // Choices on a page of their own are not followed: what stands there is not the question any more.
    if (!way.last && page.document.current()?.loader !== loader) return told('no-way')
    found = await askedOn(page)
    if (way.last) return told(found ? 'stayed' : 'gone')
  }
  return told('no-way')
}

/** What the browser keeps now. */
async function standing(page: VisitedPage): Promise<Consent['stood']> {
  const frames = await page.frames()
  const [storage, { cookies }] = await Promise.all([
    page.time.during(readStorage(page, frames)),
    within(3_000, 'cookies', page.cdp.send('Network.getAllCookies')),
  ])
  return {
    cookies: cookies.slice(0, 300).map(({ name, domain }) => ({ name: name.slice(0, 200), domain })),
    storage: storage.items.map(({ origin, kind, key }) => ({ origin, kind, key })),
  }
}
