/**
 * The strings in which programs for consent tell others what was chosen (IAB Europe, TCF v2): asked of the page's own
 * interface, and looked for in cookies and storage. What they say is read later, by checks.
 */
import { clean } from '../../../lib/clean.ts'
import { sameParty } from '../../../lib/domain.ts'
import type { ConsentString } from '../../../model/evidence-consent.ts'
import { within } from '../../../outside/within.ts'
import type { VisitedPage } from '../page/visited-page.ts'

/** Characters of a string; those of a program that asks for a thousand partners have a tenth of it. */
const MOST = 10_000
const STRINGS = 6
const ASK_MS = 1_500
/** Under which programs keep it (TCF v2, "CMP API" and "mobile"; the cookie's name is that of version 2). */
const NAMES = ['euconsent-v2', 'IABTCF_TCString']

/** All that there are now, each once, those of the site itself first; none where the page gives none in time. */
export async function consentStrings(page: VisitedPage): Promise<readonly ConsentString[]> {
  const frames = (await page.frames()).slice(0, 10)
  const [said, cookies, stored] = await Promise.all([
    page.time.during(asked(page)),
    within(3_000, 'cookies', page.cdp.send('Network.getAllCookies')),
    Promise.all(
      frames.map(({ id }) => quietly(page.evaluate(id, storedStrings, { names: NAMES, most: MOST }, ASK_MS))),
    ),
  ])
  const kept = cookies.cookies.filter(({ name }) => NAMES.includes(name))
  const all = [
    ...(said === undefined ? [] : [stringOf('interface', null, said)]),
    ...kept.map(({ domain, value }) => stringOf('cookie', domain.replace(/^\./, ''), value)),
    ...stored.flatMap((found) => (found ?? []).map(({ host, text }) => stringOf('storage', host, text))),
  ]
  const once = new Map(all.map((each) => [`${each.from} ${each.host} ${each.text}`, each]))
  const isOwn = ({ host }: ConsentString) => host === null || sameParty(host, page.host)
  const found = [...once.values()]
  return [...found.filter(isOwn), ...found.filter((each) => !isOwn(each))].slice(0, STRINGS)
}

const stringOf = (from: ConsentString['from'], host: string | null, text: string): ConsentString => ({
  from,
  host: host === null ? null : clean(host, 255),
  text: text.length > MOST ? null : clean(text, MOST),
})

/** A frame that is gone, and a page that does not answer, say nothing. */
const quietly = <T>(asking: Promise<T>): Promise<T | undefined> => asking.catch(() => undefined)

/**
 * What the interface of the page answers. Its function is called among the page's own scripts, where nothing can be
 * believed; what it answers comes as an event that has no other listener, and is cut in our own world before it leaves.
 */
async function asked(page: VisitedPage): Promise<string | undefined> {
  const word = `leidraad-${Math.random().toString(36).slice(2)}`
  const { frame } = page.document
  await page.world(frame)
  const heard = quietly(page.evaluate(frame, hear, { word, most: MOST, ms: 800 }, ASK_MS))
  // Whoever calls before we listen is not heard.
  await quietly(page.evaluate(frame, () => 0, undefined, ASK_MS))
  const call = `(${ask})(${JSON.stringify(word)})`
  const called = within(ASK_MS, 'the interface', page.cdp.send('Runtime.evaluate', { expression: call, silent: true }))
  const [answer] = await Promise.all([heard, quietly(called)])
  return answer ?? undefined
}

/** Runs among the page's own scripts. */
function ask(word: string): void {
  const view = window as unknown as { __tcfapi?: unknown }
  const tell = (detail: unknown) => document.dispatchEvent(new CustomEvent(word, { detail }))
  if (typeof view.__tcfapi !== 'function') return void tell(null)
  view.__tcfapi('getTCData', 2, (data: { tcString?: unknown } | null) => tell(data?.tcString))
}

/** Runs in our own world of the page; null: nothing was answered in this time. */
function hear({ word, most, ms }: { word: string; most: number; ms: number }): Promise<string | null> {
  return new Promise((resolve) => {
    document.addEventListener(word, (event) => {
      const { detail } = event as CustomEvent<unknown>
      resolve(typeof detail === 'string' && detail !== '' ? detail.slice(0, most + 1) : null)
    })
    setTimeout(resolve, ms, null)
  })
}

/** Runs in our own world of a frame. */
function storedStrings({ names, most }: { names: readonly string[]; most: number }): { host: string; text: string }[] {
  try {
    return names.flatMap((name) => {
      const text = Storage.prototype.getItem.call(localStorage, name)
      return text ? [{ host: location.hostname, text: text.slice(0, most + 1) }] : []
    })
  } catch {
    // An opaque frame has no storage.
    return []
  }
}
