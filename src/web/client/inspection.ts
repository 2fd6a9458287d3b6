/**
 * The round on a phone: keeps what is filled in, sends it at the start, when the connection is back, on return to the
 * page and by button, counts what is not in yet, and clears the phone when all of it is. Without this script the same
 * forms work with a connection.
 */
import { allKept, CACHE, forgetPages, keep, type Kept } from '../inspection/kept.ts'
import { savedText } from '../inspection/saved.ts'
import { dropEmpty, screenOf, type Screen } from '../inspection/screen.ts'
import { sendAll } from '../inspection/send.ts'

const root = document.querySelector<HTMLElement>('[data-ronde]')
/** Milliseconds before trying again by itself, twice as long each time. */
const [SOON, SELDOM] = [15_000, 300_000]

if (root && isSecureContext && 'indexedDB' in globalThis) void alone(root)

/** One tab at a time: two would send the same. */
async function alone(walk: HTMLElement): Promise<void> {
  if (!navigator.locks) return begin(walk)
  await navigator.locks.request(CACHE, { ifAvailable: true }, async (lock) => {
    if (lock === null) {
      tell(walk, 'Deze ronde staat al open in een ander tabblad. Ga daar verder, of sluit dat tabblad en ververs dit.')
      for (const section of walk.querySelectorAll<HTMLElement>('[data-pand]')) section.hidden = true
      return
    }
    await begin(walk)
    // Held as long as the page is there.
    await new Promise<void>(() => {})
  })
}

const stateOf = (walk: HTMLElement): HTMLElement => walk.querySelector<HTMLElement>('[data-stand]')!
function tell(walk: HTMLElement, ...parts: (string | Node)[]): void {
  const line = document.createElement('p')
  line.append(...parts)
  stateOf(walk).replaceChildren(line)
}
const button = (text: string, done: () => void): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'nl-button nl-button--secondary'
  made.textContent = text
  made.addEventListener('click', done)
  return made
}
const panden = (count: number): string => (count === 1 ? '1 pand' : `${count} panden`)

async function begin(walk: HTMLElement): Promise<void> {
  const [round, who] = [walk.dataset['ronde']!, walk.dataset['wie']!]
  const own = (all: readonly Kept[]) => all.filter((one) => one.round === round && one.who === who)
  walk.querySelector<HTMLElement>('[data-start]')!.hidden = false
  walk.querySelector<HTMLElement>('[data-zonder]')!.hidden = true
  await dropEmpty(round)
  const there = own(await allKept())
  const screens: Screen[] = []
  let said = ''
  let running: Promise<void> | undefined
  let again = false
  let wait = SOON
  let timer: ReturnType<typeof setTimeout> | undefined

  const listed = (premises: string) => walk.querySelector<HTMLElement>(`[data-lijst="${premises}"]`)
  async function draw(): Promise<void> {
    const all = await allKept()
    const mine = own(all)
    const ready = mine.filter(({ state }) => state !== 'draft')
    const drafts = mine.length - ready.length
    for (const { premises } of screens) listed(premises)?.removeAttribute('data-hier')
    for (const { premises, state } of mine)
      listed(premises)?.setAttribute('data-hier', state === 'draft' ? 'begonnen' : 'op deze telefoon')
    const text =
      mine.length === 0
        ? 'Er staat niets meer op deze telefoon.'
        : `Nog op deze telefoon: ${panden(ready.length)} klaar om te versturen, ${drafts} begonnen.`
    const other = all.length - mine.length
    const lines = [text, other > 0 ? `Ook staat er ${panden(other)} van een andere ronde of persoon.` : '', said]
    const state = stateOf(walk)
    state.replaceChildren(
      ...lines.filter(Boolean).map((line) => Object.assign(document.createElement('p'), { textContent: line })),
    )
    if (ready.length > 0) state.append(button('Nu versturen', () => void send()))
    if (mine.length > 0) state.append(button('Opslaan als bestand', () => void save()))
    if (said === SIGNED_OUT) {
      const link = document.createElement('a')
      link.className = 'nl-link'
      link.href = `/balie/aanmelden?naar=${encodeURIComponent(`/balie/schouw/${round}`)}`
      link.textContent = 'Log opnieuw in'
      state.append(link)
    }
  }

  async function save(): Promise<void> {
    const link = document.createElement('a')
    const text = savedText(round, who, own(await allKept()))
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = `schouw-${round.slice(-12)}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  /** One sending at a time; what was asked meanwhile is done after it. */
  function send(): Promise<void> {
    again = running !== undefined
    running ??= sendNow().finally(() => {
      running = undefined
      if (again) void send()
    })
    return running
  }
  async function sendNow(): Promise<void> {
    clearTimeout(timer)
    const before = own(await allKept()).filter(({ state }) => state !== 'draft')
    if (before.length === 0) return draw()
    said = 'Bezig met versturen.'
    await draw()
    const sent = await sendAll(round, who, before)
    const left = new Set((await allKept()).map(({ id }) => id))
    const gone = before.filter(({ id }) => !left.has(id))
    for (const { premises } of gone) {
      const line = listed(premises)
      if (line) line.textContent = `${line.textContent.replace(/: binnen\.$/, '')}: binnen.`
      screens.find((each) => each.premises === premises)?.remove()
    }
    if (sent.how === 'in') {
      wait = SOON
      said =
        sent.differs.length > 0
          ? `Van ${sent.differs.join(', ')} was al iets anders binnen. Beide zijn bewaard, een collega kijkt ernaar.`
          : sent.refused > 0
            ? `Van ${panden(sent.refused)} is iets niet aangenomen. Bewaar het als bestand en geef dat aan de gemeente.`
            : `Verstuurd: ${panden(gone.length)} binnen.`
    } else {
      said = sent.how === 'away' ? AWAY : SIGNED_OUT
      if (sent.how === 'away') timer = setTimeout(() => void send(), wait)
      wait = Math.min(wait * 2, SELDOM)
    }
    await draw()
    if (gone.length > 0) await refresh()
  }
  /** The kept page is asked anew, and goes when all of the round is in. */
  async function refresh(): Promise<void> {
    if (walk.querySelector('[data-pand]') === null && own(await allKept()).length === 0) await forgetPages()
    else await ready()
  }
  async function ready(): Promise<void> {
    const { werker: worker, stijl: style } = walk.dataset
    if (!worker || !style || !navigator.serviceWorker) return
    await navigator.serviceWorker.register(worker, { scope: `/balie/schouw/${round}`, type: 'module' })
    const script = [...document.scripts].map(({ src }) => src).find((src) => src.includes('inspection.js'))
    const keepThese = [
      `/balie/schouw/${round}`,
      style,
      ...(script ? [new URL(script).pathname + new URL(script).search] : []),
    ]
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ keep: keepThese })
  }

  function show(): void {
    const wanted = screens.find(({ section }) => `#${section.id}` === location.hash && section.isConnected)
    for (const { section } of screens) section.hidden = section !== wanted?.section
    walk.toggleAttribute('data-een', wanted !== undefined)
    wanted?.show()
  }
  function next(): void {
    const at = screens.findIndex(({ section }) => !section.hidden && section.isConnected)
    const after = [...screens.slice(at + 1), ...screens.slice(0, Math.max(at, 0))]
    void (async () => {
      const done = new Set(own(await allKept()).flatMap(({ premises, state }) => (state === 'draft' ? [] : [premises])))
      const open = after.find(({ premises, section }) => section.isConnected && !done.has(premises))
      location.hash = open ? `#${open.section.id}` : '#panden'
    })()
  }

  for (const section of walk.querySelectorAll<HTMLElement>('[data-pand]')) {
    const number = section.querySelector<HTMLInputElement>('[name="nummer"]')?.value
    const kept = there.find(({ id }) => id === number)
    const finished = () => {
      next()
      void send()
    }
    screens.push(await screenOf({ round, who, root: walk, changed: () => void draw(), finished }, section, kept))
  }
  addEventListener('hashchange', show)
  addEventListener('online', () => void send())
  addEventListener('pageshow', () => void send())
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void send()
  })
  show()
  await draw()
  // A refusal of before may be over: a round that was opened anew, somebody who signed in again.
  for (const one of there) if (one.state === 'refused') await keep({ ...one, state: 'ready' })
  await Promise.all([send(), ready().catch(() => undefined)])
  walk.dataset['klaar'] = ''
}
const AWAY = 'Geen verbinding met de gemeente. Alles blijft op deze telefoon en wordt later verstuurd.'
const SIGNED_OUT = 'U bent niet meer ingelogd. Alles blijft op deze telefoon. Log opnieuw in om te versturen.'
