/** Answers a question for consent, layer by layer, and says how that ended; and what the browser keeps then. */
import type { Consent, ConsentStep, ConsentStood } from '../../../model/evidence-consent.ts'
import { within } from '../../../outside/within.ts'
import { wayIn, wayOut } from '../../reading/consent-way.ts'
import { askedOn, keptAsked, press, type Asked } from './consent-asked.ts'
import { perhapsAsked } from './consent-perhaps.ts'
import { consentStrings } from './consent-strings.ts'
import { toolOn, type Tool } from './consent-tool.ts'
import { readStorage } from '../session/session-storage.ts'
import { settle } from '../page/settle.ts'
import type { VisitedPage } from '../page/visited-page.ts'

/** Layers of a question that are walked: whoever has to go further does not refuse as easily as agree. */
const LAYERS = 3
/** Milliseconds for what a press sets going. */
const AFTER = { load: 6_000, quiet: 2_500 }

export type Choice = 'refuse' | 'accept'
export type Chosen = Pick<Consent, 'asked' | 'steps' | 'outcome' | 'tool' | 'strings' | 'perhaps'>

/**
 * Finds the question on the page that stands there and was not scrolled through, and answers it. Nothing but the
 * question is touched.
 */
export async function choose(page: VisitedPage, choice: Choice): Promise<Chosen> {
  const before = await consentStrings(page)
  let tool = await toolOn(page)
  let found = await askedOn(page, tool)
  let perhaps = false
  if (!found) {
    perhaps = await perhapsAsked(page)
    // Some ask only once somebody reads on.
    for (const lack of await settle(page, AFTER)) page.lacks.add(lack)
    tool = await toolOn(page)
    found = await askedOn(page, tool)
    perhaps = perhaps || (await perhapsAsked(page))
  }
  const named = tool === undefined ? {} : { tool: tool.name }
  const answered = found
    ? await answer(page, found, choice, tool)
    : { asked: [], steps: [], outcome: 'no-question' as const, perhaps }
  const after = answered.outcome === 'gone' ? await consentStrings(page) : []
  return { ...answered, ...named, strings: { before, after } }
}

/**
 * Presses what refuses or agrees, as far as that goes. Where a rule of the program told us what to press and the
 * question stays, what its words say is tried.
 */
export async function answer(
  page: VisitedPage,
  first: Asked,
  choice: Choice,
  tool?: Tool,
): Promise<Pick<Consent, 'asked' | 'steps'> & { readonly outcome: 'no-way' | 'stayed' | 'gone' }> {
  const asked: Asked[] = []
  const steps: ConsentStep[] = []
  const told = (outcome: 'no-way' | 'stayed' | 'gone') => ({ asked: asked.map(keptAsked), steps, outcome })
  let hints = tool
  for (let found: Asked | undefined = first; found && asked.length < LAYERS;) {
    asked.push(found)
    const way = choice === 'accept' ? wayIn(found.controls) : wayOut(found.controls, found.boxes, steps)
    if (!way) return told('no-way')
    const { loader } = page.document.current()!
    for (const { label, at } of way.untick) {
      await press(page, at!)
      steps.push({ text: label, kind: 'untick' })
    }
    await press(page, way.press.at)
    steps.push({ text: way.press.text, kind: way.press.kind })
    await settle(page, { ...AFTER, still: true })
    // Choices on a page of their own are not followed: what stands there is not the question any more.
    if (!way.last && page.document.current()?.loader !== loader) return told('no-way')
    found = await askedOn(page, hints, found)
    if (way.last && !found) return told('gone')
    if (way.last && !way.press.hinted) return told('stayed')
    if (way.last) {
      // What a rule had us press in vain is no step of a visitor.
      hints = undefined
      asked.length = 0
      steps.length = 0
      found = await askedOn(page)
    }
    // Whoever asked for choices and got none refused nothing.
    if (!found) return told('no-way')
  }
  return told('no-way')
}

/**
 * The question that stands there once a press has done its work: before the page is scrolled through, which some take
 * for an answer, and only where there is none after it.
 */
export async function askedStill(page: VisitedPage): Promise<Asked | undefined> {
  await settle(page, { ...AFTER, still: true })
  const found = await askedOn(page)
  if (found) return found
  await settle(page, AFTER)
  return askedOn(page)
}

/** What the browser keeps now. */
export async function standing(page: VisitedPage): Promise<ConsentStood> {
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
