/** What a page says as its reader meets it, frames of the site itself included; safe to store. */
import { asSaid, clean } from '../../../lib/clean.ts'
import { hostOf, sameParty } from '../../../lib/domain.ts'
import { asTyped } from '../../../lib/words.ts'
import type { Drawn, Field, Lack } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { badgesDrawn } from './drawings.ts'
import { pageReader, type PageReading } from './page-reader.ts'
import { keptUrl } from './kept-url.ts'
import type { Frame, VisitedPage } from './visited-page.ts'

const PAGE_MS = 8_000
const FRAME_MS = 2_000
/** Frames of the site itself that are read, and how deep. */
const FRAMES = 10
const DEPTH = 3

type Said = Omit<PageReading, 'withheld' | 'things' | 'marks' | 'cut' | 'drawings' | 'drawn'>
type Facts = Said & {
  /** What drawings in the page itself say of badges. */
  readonly drawn: Drawn

  /** What keeps this from being all that the page says. */
  readonly lacks: readonly Lack[]
}

/** Throws NotSeen when the page itself could not be read. */
export async function pageFacts(page: VisitedPage, frames: readonly Frame[]): Promise<Facts> {
  const [top, ...embedded] = frames
  if (!top) throw new NotSeen('probe-failed', 'no document to read')
  const {
    withheld,
    cut,
    things: _things,
    marks: _marks,
    ...own
  } = await page.evaluate(top.id, pageReader, undefined, PAGE_MS)
  const ours = ownFrames(top, embedded)
  const read = await Promise.all(
    ours.slice(0, FRAMES).map((frame) => page.evaluate(frame.id, pageReader, undefined, FRAME_MS).catch(unlessCrashed)),
  )
  const inFrames = read.filter((one) => one !== null)
  const missed = ours.length > FRAMES || inFrames.length < Math.min(ours.length, FRAMES)
  const each = [own, ...inFrames]
  const text = each
    .map((one) => one.text)
    .filter(Boolean)
    .join('\n')
  const lacks: Lack[] = [
    ...(withheld ? (['withheld'] as const) : []),
    ...(cut || inFrames.some((one) => one.cut) || text.length > 20_000 ? (['cut'] as const) : []),
    ...(missed ? (['frames'] as const) : []),
  ]
  const sum = (of: 'textLength' | 'shownLength' | 'linked') => each.reduce((all, one) => all + one[of], 0)
  return {
    ...cleanFacts({
      ...own,
      text,
      links: each.flatMap(({ links }) => links),
      forms: each.flatMap(({ forms }) => forms),
      loose: each.flatMap(({ loose }) => loose),
    }),
    textLength: sum('textLength'),
    shownLength: sum('shownLength'),
    linked: sum('linked'),
    drawn: {
      badges: each.flatMap(({ drawings }) => drawings.flatMap(badgesDrawn)),
      whole: !missed && each.every(({ drawn }) => drawn),
    },
    lacks,
  }
}

/** Frames that hold pages of the site itself: under its own name, or written in the page. */
function ownFrames(top: Frame, frames: readonly Frame[]): Frame[] {
  const host = hostOf(top.url)
  const ours = new Set([top.id])
  return frames.filter(({ id, parent, url, depth }) => {
    const there = hostOf(url)
    const own =
      there === undefined
        ? /^about:(?:srcdoc|blank)/.test(url) && parent !== undefined && ours.has(parent)
        : host !== undefined && sameParty(there, host)
    if (!own || depth > DEPTH) return false
    ours.add(id)
    return true
  })
}

/** A frame that is gone, or does not let itself be read, is missed; a page that is gone is not read at all. */
function unlessCrashed(error: unknown): null {
  if (error instanceof NotSeen) return null
  throw error
}

const said = (text: string, most: number) => asTyped(text).slice(0, most)

function cleanField(field: Field): Field {
  const { name, type, label, about, id, autocomplete, pattern, maxLength, required, drawn } = field
  return {
    name: clean(name, 100),
    type: clean(type, 30),
    label: said(label, 200),
    ...(about && { about: said(about, 200) }),
    ...(id && { id: clean(id, 100) }),
    ...(autocomplete && { autocomplete: clean(autocomplete, 100) }),
    ...(pattern && { pattern: clean(pattern, 100) }),
    ...(maxLength !== undefined && { maxLength }),
    ...(required && { required }),
    ...(drawn !== undefined && { drawn }),
  }
}

/** Safe to store: nothing that PostgreSQL refuses, words as they are typed, addresses without passwords, all capped. */
function cleanFacts({ drawings: _drawings, drawn: _drawn, ...facts }: Said & Pick<PageReading, 'drawings' | 'drawn'>) {
  const tied = ({ integrity, selector }: { integrity: string | null; selector: string }) => ({
    integrity: integrity === null ? null : clean(integrity, 300),
    selector: clean(selector, 300),
  })
  return {
    ...facts,
    title: clean(facts.title, 300),
    lang: facts.lang === null ? null : clean(facts.lang, 50),
    links: facts.links.map(({ href, text, ...how }) => ({ href: keptUrl(href), text: said(text, 200), ...how })),
    forms: facts.forms.map(({ action, method, selector, fields, search, over }) => ({
      action: keptUrl(action),
      method: clean(method, 10),
      selector: clean(selector, 300),
      ...(search && { search }),
      ...(over !== undefined && { over }),
      fields: fields.map(cleanField),
    })),
    loose: facts.loose.map(cleanField),
    scripts: facts.scripts.map((one) => ({ src: keptUrl(one.src), ...tied(one) })),
    stylesheets: facts.stylesheets.map((one) => ({ href: keptUrl(one.href), ...tied(one) })),
    feeds: facts.feeds.map((each) => keptUrl(each)),
    days: facts.days.map((each) => clean(each, 100)),
    metas: facts.metas.map((one) => ({ name: clean(one.name, 100), content: asSaid(one.content, 8_000) })),
    text: said(facts.text, 20_000),
  }
}
