/**
 * The round on a phone: keeps what is filled in, sends it at the start, when the connection is back, on return to the
 * page and by button, counts what is not in yet, and clears the phone when all of it is. Without this script the same
 * forms work with a connection.
 */
import { allKept, CACHE, change, forgetPages, type Kept, type Turn } from '../inspection/kept.ts'
import { savedText } from '../inspection/saved.ts'
import { dropEmpty, screenOf, takenFrom, type Screen } from '../inspection/screen.ts'
import { sendAll } from '../inspection/send.ts'
import { ALL_IN, panden, saidOf, stillHere } from '../inspection/words.ts'

const root = document.querySelector<HTMLElement>('[data-ronde]')
/** Milliseconds before trying again by itself, twice as long each time. */
const [SOON, SELDOM] = [15_000, 300_000]
/** Milliseconds in which a page that is left has let go of its round. */
const LETS_GO = 2_000

if (root && isSecureContext && 'indexedDB' in globalThis) void alone(root)

/**
 * One tab at a time of a round: two would send the same. What was just reloaded lets go a moment later; a second tab
 * says so, and begins when the first is closed.
 */
async function alone(walk: HTMLElement): Promise<void> {
  if (!navigator.locks) return begin(walk)
  let second = false
  const late = setTimeout(() => {
    second = true
    tell(walk, 'Deze ronde staat al open in een ander tabblad. Ga daar verder, of sluit dat tabblad.')
    // The list too: its links open nothing here.
    for (const part of walk.querySelectorAll<HTMLElement>('[data-pand], [data-zonder], .ld-section')) part.hidden = true
  }, LETS_GO)
  await navigator.locks.request(`${CACHE} ${walk.dataset['ronde']}`, async () => {
    clearTimeout(late)
    if (second) return location.reload()
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

async function begin(walk: HTMLElement): Promise<void> {
  const [round, who] = [walk.dataset['ronde']!, walk.dataset['wie']!]
  const own = (all: readonly Kept[]) => all.filter((one) => one.round === round && one.who === who)
  walk.querySelector<HTMLElement>('[data-start]')!.hidden = false
  walk.querySelector<HTMLElement>('[data-zonder]')!.hidden = true
  await dropEmpty(round)
  // A refusal of before may be over: a round that was opened anew, somebody who signed in again.
  for (const { id } of own(await allKept()))
    await change(id, (now) => (now.state === 'refused' ? { ...now, state: 'ready' } : now))
  const there = own(await allKept())
  const screens: Screen[] = []
  let said = ''
  let signIn = false
  let running: Promise<void> | undefined
  let again = false
  let wait = SOON
  let timer: ReturnType<typeof setTimeout> | undefined

  const listed = (premises: string) => walk.querySelector<HTMLElement>(`[data-lijst="${premises}"]`)
  const screenAt = (premises: string) => screens.find((each) => each.premises === premises && each.section.isConnected)
  /** What is in, with the way to a correction; and how many are not. */
  function drawList(): void {
    for (const line of walk.querySelectorAll<HTMLElement>('[data-binnen]')) {
      const screen = screenAt(line.dataset['lijst']!)
      const link = line.querySelector('a') ?? document.createElement('a')
      link.className = 'nl-link ld-round__to'
      link.href = screen ? `#${screen.section.id}` : `/balie/schouw/${round}/panden/${line.dataset['lijst']!}`
      if (link.textContent === 'Verbeteren') continue
      link.textContent = 'Verbeteren'
      line.replaceChildren(`${line.dataset['naam']!}: binnen. `, link)
    }
    const left = walk.querySelectorAll('[data-lijst]:not([data-binnen])').length
    const lead = walk.querySelector<HTMLElement>('[data-nog] p')
    if (lead) lead.textContent = left === 0 ? ALL_IN : `Nog ${panden(left)}${lead.parentElement!.dataset['nog']!}`
  }
  async function draw(): Promise<void> {
    drawList()
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
    if (signIn) {
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
  /** One is in. Gives whether something newer stands here. */
  async function taken(one: Kept, turn: Turn): Promise<boolean> {
    listed(one.premises)?.setAttribute('data-binnen', '')
    const screen = screenAt(one.premises)
    if (!screen) return takenFrom(one, turn)
    await screen.taken(one, turn)
    return !screen.isIn()
  }
  /** Of what is in, nothing stays on the screen, but for the premises that somebody is looking at. */
  function tidy(): void {
    for (const { section, isIn } of screens) if (isIn() && section.hidden) section.remove()
  }
  async function sendNow(): Promise<void> {
    clearTimeout(timer)
    const before = own(await allKept()).filter(({ state }) => state !== 'draft')
    if (before.length === 0) return draw()
    said = 'Bezig met versturen.'
    await draw()
    const [gone, changed]: [Kept[], string[]] = [[], []]
    const sent = await sendAll(round, who, before, async (one, turn) => {
      const stays = await taken(one, turn)
      gone.push(one)
      if (stays) changed.push(one.name)
    })
    said = [saidOf(sent, gone.length), changed.length > 0 ? stillHere(changed) : ''].filter(Boolean).join(' ')
    signIn = sent.how === 'signed-out' || sent.how === 'other'
    if (sent.how === 'away') timer = setTimeout(() => void send(), wait)
    wait = sent.how === 'in' ? SOON : Math.min(wait * 2, SELDOM)
    tidy()
    await draw()
    if (gone.length > 0) await refresh()
  }
  /** The kept page is asked anew, and goes when all of the round is in. */
  async function refresh(): Promise<void> {
    if (walk.querySelector('[data-pand]') === null && own(await allKept()).length === 0) await forgetPages(round)
    else await ready()
  }
  async function ready(): Promise<void> {
    const { werker: worker, stijl: style } = walk.dataset
    if (!worker || !style || !navigator.serviceWorker) return
    await navigator.serviceWorker.register(worker, { scope: `/balie/schouw/${round}`, type: 'module' })
    const script = [...document.scripts].map(({ src }) => src).find((src) => src.includes('inspection.js'))
    // The page last: one that opens without its script would say that there is none.
    const keepThese = [
      style,
      ...(script ? [new URL(script).pathname + new URL(script).search] : []),
      `/balie/schouw/${round}`,
    ]
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ keep: keepThese })
  }

  function show(): void {
    const wanted = screens.find(({ section }) => `#${section.id}` === location.hash && section.isConnected)
    for (const { section } of screens) section.hidden = section !== wanted?.section
    walk.toggleAttribute('data-een', wanted !== undefined)
    wanted?.show()
    tidy()
    drawList()
  }
  function next(): void {
    const at = screens.findIndex(({ section }) => !section.hidden && section.isConnected)
    const after = [...screens.slice(at + 1), ...screens.slice(0, Math.max(at, 0))]
    void (async () => {
      const done = new Set(own(await allKept()).flatMap(({ premises, state }) => (state === 'draft' ? [] : [premises])))
      const open = after.find(({ premises, section, isIn }) => section.isConnected && !isIn() && !done.has(premises))
      location.hash = open ? `#${open.section.id}` : '#panden'
    })()
  }

  // What is kept of premises that are in is a correction: its form waits in the page until there is one.
  for (const { premises } of there) {
    const form = walk.querySelector<HTMLTemplateElement>(`template[data-verbetering="${premises}"]`)
    if (form && !walk.querySelector(`[data-pand="${premises}"]`)) walk.append(form.content.cloneNode(true))
  }
  for (const section of walk.querySelectorAll<HTMLElement>('[data-pand]')) {
    const kept = there.findLast(({ premises }) => premises === section.dataset['pand'])
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
  await Promise.all([send(), ready().catch(() => undefined)])
  walk.dataset['klaar'] = ''
}
