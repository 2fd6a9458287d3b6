/**
 * What a browser keeps, with its values: compared within one visit, between two pages and between two visitors, and
 * not kept by us.
 */
import { clean } from '../../../lib/clean.ts'
import type { Identifier } from '../../../model/evidence.ts'
import { registrableDomain } from '../../../lib/domain.ts'
import { runsIn, type Opened } from '../../reading/encodings.ts'
import { kindOf } from '../../reading/value-kind.ts'
import { within } from '../../../outside/within.ts'
import { hostname } from '../page/kept-url.ts'
import type { VisitedPage } from '../page/visited-page.ts'
import { distinct, heardOf, type Sent } from './watch-traffic.ts'

type Place = Identifier['place']
type Kept = {
  readonly place: Place
  readonly host: string
  readonly name: string
  readonly lasting: boolean
} & Telling
type Telling = {
  /** The pieces of its value by which one visitor could be told from another. */
  readonly pieces: ReadonlySet<string>
  /** Those that look like a moment, and of these the ones that are joined to another, as in `1612345678.1764518400`. */
  readonly moments: ReadonlySet<string>
  readonly joined: ReadonlySet<string>
}
export type Values = { readonly kept: ReadonlyMap<string, Kept>; readonly missed: boolean }

const ITEMS = 400
const LONG = 4_000
const MONTH = 30 * 86_400
const MOST_IDENTIFIERS = 60

/** Everything that could be an identifier now, in the jar and in the storage of every frame. */
export async function valuesIn(page: VisitedPage): Promise<Values> {
  const frames = await page.frames()
  const [{ cookies }, stores] = await Promise.all([
    within(3_000, 'cookies', page.cdp.send('Network.getAllCookies')),
    page.time.during(Promise.allSettled(frames.map((frame) => page.evaluate(frame.id, keptInFrame, 100, 3_000)))),
  ])
  const now = Date.now() / 1_000
  const found = new Map<string, Kept>()
  const add = (place: Place, host: string, name: string, lasting: boolean, value: string) => {
    const telling = tellingIn(value)
    if (telling.pieces.size + telling.moments.size > 0 && found.size < ITEMS)
      found.set(`${place} ${host} ${name}`, { place, host, name: clean(name, 200), lasting, ...telling })
  }
  for (const { name, value, domain, expires } of cookies)
    add('cookie', domain.replace(/^\./, '').toLowerCase(), name, expires - now >= MONTH, value)
  for (const store of stores) {
    if (store.status === 'rejected') continue
    for (const [origin, place, name, value] of store.value)
      add(place, hostname(origin), name, place !== 'session', value)
  }
  const missed = found.size >= ITEMS || stores.some(({ status }) => status === 'rejected')
  return { kept: found, missed: missed || frames.length < page.framesThere }
}

/** Seconds or milliseconds since 1970, from 2017 to 2033. */
const MOMENT = '1[5-9]\\d{8}(?:\\d{3})?'
const JOINED = new RegExp(`(?<![A-Za-z0-9])(${MOMENT})[._-](${MOMENT})(?![A-Za-z0-9])`, 'g')
const ALONE = new RegExp(`^${MOMENT}$`)
/** Seconds within which moments of two visitors, who come one after the other, are the moments of their coming. */
const TOGETHER = 3_600

/** Runs of letters and digits of a value that could stand for one visitor: no word, time or size. */
export function tellingIn(value: string): Telling {
  const texts = [value.slice(0, LONG), decoded(value.slice(0, LONG))]
  const runs = [...runsIn({ plain: texts, inside: [], hex: [] })].filter((run) => run.length <= 200)
  return {
    pieces: new Set(runs.filter((run) => kindOf(run) === 'identifier')),
    moments: new Set(runs.filter((run) => ALONE.test(run))),
    joined: new Set(texts.flatMap((text) => [...text.matchAll(JOINED)].flatMap(([, one, other]) => [one!, other!]))),
  }
}

/**
 * What one visitor kept and the other has something else for. A number by chance can look like a moment, and does one
 * time in four where it is ten digits long: joined to one, it is taken for a number when nothing of the other visitor
 * is of that hour.
 */
function apart(first: Telling, second: Telling): string[] {
  const seconds = (moment: string) => Number(moment.slice(0, 10))
  const near = (moment: string) =>
    [...second.moments].some((other) => Math.abs(seconds(other) - seconds(moment)) < TOGETHER)
  return [
    ...[...first.pieces].filter((piece) => !second.pieces.has(piece)),
    ...[...first.joined].filter((moment) => second.moments.size > 0 && !near(moment)),
  ]
}

/**
 * What the first visitor kept from page to page, while the second was given something else in its place. What was kept
 * for only one of both says nothing: perhaps it comes by chance.
 */
export function identifiersIn(
  [first, next, other]: readonly [Values, Values, Values],
  sent: readonly { readonly one: Sent; readonly open: Opened }[],
): Identifier[] {
  const runs = sent.map(({ one, open }) => ({ one, runs: runsIn(open) }))
  const found = [...first.kept].flatMap(([key, { pieces, moments, joined, ...kept }]) => {
    const [again, second] = [next.kept.get(key), other.kept.get(key)]
    if (!again || !second) return []
    const stable = apart({ pieces, moments, joined }, second).filter(
      (piece) => again.pieces.has(piece) || again.joined.has(piece),
    )
    if (stable.length === 0) return []
    const party = registrableDomain(kept.host)
    const sentTo = runs
      .filter((each) => registrableDomain(each.one.to) !== party && stable.some((piece) => each.runs.has(piece)))
      .map(({ one }) => heardOf(one))
    return [{ ...kept, sentTo: distinct(sentTo, 20) }]
  })
  return distinct(found, MOST_IDENTIFIERS)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type Item = [origin: string, place: Exclude<Place, 'cookie'>, name: string, value: string]

/** Runs in a frame, beside the page's own scripts: what it keeps, of each thing the beginning. */
async function keptInFrame(most: number): Promise<Item[]> {
  const found: Item[] = []
  const origin = self.origin
  const LONG = 4_000
  const soon = <T>(promise: Promise<T>) =>
    Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, 800, undefined))])
  // A frame that is shut off throws on each of these: it keeps nothing.
  const attempt = async (look: () => void | Promise<void>) => {
    try {
      await look()
    } catch {
      /* nothing is kept here */
    }
  }
  for (const [place, area] of [
    ['local', () => localStorage],
    ['session', () => sessionStorage],
  ] as const) {
    await attempt(() => {
      const storage = area()
      for (let at = 0; at < Math.min(storage.length, most); at++) {
        const key = Storage.prototype.key.call(storage, at) ?? ''
        found.push([
          origin,
          place,
          key.slice(0, 200),
          (Storage.prototype.getItem.call(storage, key) ?? '').slice(0, LONG),
        ])
      }
    })
  }
  const done = <T>(request: IDBRequest<T>) =>
    soon(
      new Promise<T | undefined>((resolve) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => resolve(undefined)
      }),
    )
  await attempt(async () => {
    for (const { name } of ((await soon(indexedDB.databases())) ?? []).slice(0, 5)) {
      if (name === undefined) continue
      const database = await done(indexedDB.open(name))
      if (!database) continue
      for (const store of [...database.objectStoreNames].slice(0, 5)) {
        const records = await done(database.transaction(store).objectStore(store).getAll(undefined, 10))
        found.push([
          origin,
          'indexeddb',
          `${name}/${store}`.slice(0, 200),
          (JSON.stringify(records) ?? '').slice(0, LONG),
        ])
      }
      database.close()
    }
  })
  await attempt(async () => {
    for (const name of ((await soon(caches.keys())) ?? []).slice(0, 5)) {
      const cache = await soon(caches.open(name))
      const requests = (cache && (await soon(cache.keys()))) ?? []
      for (const request of requests.slice(0, 5)) {
        const answer = cache && (await soon(cache.match(request)))
        const value = `${request.url} ${(answer && (await soon(answer.text()))) ?? ''}`
        found.push([origin, 'cache', name.slice(0, 200), value.slice(0, LONG)])
      }
    }
  })
  return found
}
