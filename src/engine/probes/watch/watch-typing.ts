/**
 * Types a word of its own into each text field of a page, key by key, and looks whether it goes out before anybody
 * sends the form. Nothing is sent: what would send it is held back, and the fields are wiped again.
 */
import { randomInt } from 'node:crypto'
import type { TypedLeak } from '../../../model/evidence.ts'
import { codingIn, compact, needlesOf, singles, type Needle, type Opened } from '../../reading/encodings.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import { letPass } from '../page/page-clock.ts'
import type { VisitedPage } from '../page/visited-page.ts'
import { distinct, heardOf, type Sent } from './watch-traffic.ts'

type FieldKind = TypedLeak['field']
export type Canary = { readonly field: FieldKind; readonly needles: readonly Needle[]; readonly pieces: string }

const FIELDS = 6
const LEAKS = 50
const TYPING_MS = 6_000
/** Milliseconds of the page's own time in which it may still send what was typed. */
const LATER = 4_000

/** The way of a page to other documents: shut while we type, and from then on led by us. */
export type Way = {
  /** From now on the page leads nowhere, whatever a script makes of what is typed. */
  shut(): void
  /** Leaves the page behind, still shut: what its scripts send once its fields are wiped ends there, however late. */
  leave(): Promise<void>
  /** We go to this address: the first document that is asked for under it opens the way again. */
  to(url: string): void
}

/** The way of this page, open until it is shut. */
export async function wayOf({ cdp }: VisitedPage): Promise<Way> {
  let shut = false
  let ours: string | undefined
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    if (shut && ours !== undefined && request.method === 'GET' && sameAddress(request.url, ours)) shut = false
    const done = shut
      ? cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : cdp.send('Fetch.continueRequest', { requestId })
    done.catch(() => undefined) // it is gone already
  })
  // Never taken off again: what was held would then go on its way.
  await cdp.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] })
  return {
    shut: () => {
      shut = true
      ours = undefined
    },
    leave: async () => {
      await within(3_000, 'leaving the page', cdp.send('Page.navigate', { url: 'about:blank' }))
    },
    to: (url) => {
      ours = url
    },
  }
}

/** A browser that knows of a host that it takes no http makes https of it by itself. */
function sameAddress(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)]
  return a.host === b.host && a.pathname === b.pathname && a.search === b.search
}

/** Types, waits, and gives what was typed where; `wipe` empties the fields again. */
export async function type(
  page: VisitedPage,
): Promise<{ readonly canaries: readonly Canary[]; wipe(): Promise<void> }> {
  const { cdp, time, document } = page
  const { frame } = document
  const kinds = await page.evaluate(frame, findFields, FIELDS, 3_000)
  const nothing = { canaries: [], wipe: async () => undefined }
  if (kinds.length === 0) return nothing
  const focus = (at: number, select: boolean) => page.evaluate(frame, focusField, { at, select }, 2_000)
  const canaries: Canary[] = []
  const typed = (async () => {
    for (const [at, field] of kinds.entries()) {
      if (!(await focus(at, false))) continue
      const { text, canary } = canaryFor(field)
      canaries.push(canary)
      await Promise.all([...text].map((key) => pressKey(page, key)))
    }
    await focus(-1, false)
  })()
  // Of a page that is slow to hear it what was typed until then still counts.
  const slow = await within(TYPING_MS, 'typing', time.during(typed)).then(() => false, unlessTimeout)
  if (slow) page.lacks.add('stopped')
  if (!(await letPass(page, LATER, 2_500))) page.lacks.add('busy')
  const wipe = async () => {
    const wiped = (async () => {
      for (const at of kinds.keys()) {
        if (!(await focus(at, true))) continue
        await cdp.send('Input.dispatchKeyEvent', {
          type: 'keyDown',
          key: 'Delete',
          code: 'Delete',
          windowsVirtualKeyCode: 46,
        })
        await cdp.send('Input.dispatchKeyEvent', {
          type: 'keyUp',
          key: 'Delete',
          code: 'Delete',
          windowsVirtualKeyCode: 46,
        })
      }
    })()
    await within(TYPING_MS, 'wiping', time.during(wiped)).catch(unlessTimeout)
  }
  return { canaries, wipe }
}

function unlessTimeout(error: unknown): true {
  if (error instanceof NotSeen && error.why === 'timeout') return true
  throw error
}

/** What of these went out. */
export function leaksIn(
  canaries: readonly Canary[],
  sent: readonly { readonly one: Sent; readonly open: Opened }[],
): TypedLeak[] {
  const byParty = new Map<string, { one: Sent; keys: string; alone: string }>()
  for (const { one } of sent) {
    if (one.way === 'address') continue
    const key = `${one.to} ${one.by} ${one.way}`
    const { keys = '', alone = '' } = byParty.get(key) ?? {}
    byParty.set(key, { one, keys: keys + compact(one.text), alone: alone + singles(one.text) })
  }
  const found = canaries.flatMap(({ field, needles, pieces }) => {
    const whole = sent.flatMap(({ one, open }): TypedLeak[] => {
      const coding = codingIn(open, needles)
      return coding ? [{ ...heardOf(one), coding, field }] : []
    })
    const known = new Set(whole.map(({ host }) => host))
    const split = [...byParty.values()].flatMap(({ one, keys, alone }): TypedLeak[] =>
      !known.has(one.to) && (keys.includes(pieces) || alone.includes(pieces))
        ? [{ ...heardOf(one), coding: 'pieces', field }]
        : [],
    )
    return [...whole, ...split]
  })
  return distinct(found, LEAKS)
}

/** Something to type that stands nowhere else in the world. */
function canaryFor(field: FieldKind): { text: string; canary: Canary } {
  if (field === 'tel') {
    const digits = Array.from({ length: 8 }, () => randomInt(10)).join('')
    const texts = [`06${digits}`, `6${digits}`, `+316${digits}`, `316${digits}`, `00316${digits}`]
    const needles = texts.flatMap(needlesOf)
    return { text: texts[0]!, canary: { field, needles, pieces: `06${digits}` } }
  }
  const word = Array.from({ length: 9 }, () => String.fromCharCode(97 + randomInt(26))).join('')
  if (field === 'text') {
    const text = `Vogel${word}`
    return { text, canary: { field, needles: needlesOf(text), pieces: text } }
  }
  const text = `${word}@example.org`
  const part = { text: word, coding: 'plain' } as const
  return { text, canary: { field, needles: [part, ...needlesOf(text)], pieces: word } }
}

/** The browser hears what it is told in the order in which it is told. */
async function pressKey({ cdp }: VisitedPage, key: string): Promise<void> {
  const code = /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : ''
  await Promise.all([
    cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key, code }),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code }),
  ])
}

/**
 * Runs in the isolated world: finds what somebody would fill in, keeps it there by number, and stops every sending. Not
 * what one searches with, and never a password.
 */
function findFields(most: number): FieldKind[] {
  const scope = globalThis as unknown as { fields: (HTMLInputElement | HTMLTextAreaElement)[] }
  const found: (HTMLInputElement | HTMLTextAreaElement)[] = []
  const kinds: FieldKind[] = []
  const SEARCH = /^(?:q|s|query|keys|keywords?|trefwoord|term)$|zoek|search/i
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    if (found.length >= most) break
    const kind = field instanceof HTMLTextAreaElement ? 'text' : field.type
    if (kind !== 'text' && kind !== 'email' && kind !== 'tel') continue
    const box = field.getBoundingClientRect()
    if (field.disabled || field.readOnly || box.width < 20 || box.height < 8 || !field.checkVisibility()) continue
    const said = [field.name, field.id, field.placeholder, field.getAttribute('aria-label') ?? '']
    if (said.some((word) => SEARCH.test(word)) || field.closest('[role=search], search')) continue
    if (/^(?:one-time-code|cc-|current-password|new-password)/.test(field.autocomplete)) continue
    found.push(field)
    kinds.push(kind)
  }
  scope.fields = found
  addEventListener(
    'submit',
    (event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
  return kinds
}

/** Runs in the isolated world: goes to a field, or away from all of them. Gives whether the keys go there. */
function focusField({ at, select }: { at: number; select: boolean }): boolean {
  const { fields } = globalThis as unknown as { fields: (HTMLInputElement | HTMLTextAreaElement)[] }
  const active = document.activeElement
  if (active instanceof HTMLElement) active.blur()
  const field = fields[at]
  if (!field?.isConnected) return false
  field.focus()
  if (select) field.select()
  return document.activeElement === field
}
