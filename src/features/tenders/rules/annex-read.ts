/**
 * Reads an annex back that somebody edited in a word processor, within bounds: which requirements changed in which
 * words, which moved, went or came. Pure; it changes nothing, a person accepts.
 */
import { OWN_WORDS, type OwnWord } from '../../../vocabulary/tender.ts'
import { strFromU8, unzipSync } from 'fflate'
import { tagsOf, type Tag } from '../../../lib/xml-tags.ts'
import { headBetween, type HeadChange } from './annex-head.ts'

/** Bytes of the file, of what is unpacked of it, of sections within each other, and characters of one part. */
export const MOST_FILE = 5 * 1024 * 1024
const MOST = { unpacked: 40 * 1024 * 1024, depth: 12, sections: 5_000, text: 20_000, outside: 400_000, told: 40 }

/** Why a file cannot be read as an annex, in a sentence for who sent it. */
export class NoAnnex extends Error {}

/** What stands beside the text: what was taken out before, remarks, and notes. */
const BESIDE = new Set(['tracked-changes', 'note', 'frame', 'shapes', 'ruby-text', 'sequence-decls', 'forms'])
const SECTION = 'eis.'
const DEFINED = { 'Leidraad bijlage': 'number', 'Leidraad versie': 'version', 'Leidraad hash': 'hash' } as const

export type ReadAnnex = {
  readonly number: string
  readonly version: string
  readonly hash: string
  /** In the order of the file: the words of each requirement. */
  readonly requirements: readonly {
    readonly id: string
    readonly mark: string
    readonly words: Readonly<Partial<Record<OwnWord, string>>>
    /** Lines of it that stand in none of those. */
    readonly beside: readonly string[]
  }[]
  /** Lines that stand in no requirement. */
  readonly outside: readonly string[]
  /** Remarks in the margin, as they read. */
  readonly remarks: readonly string[]
  /** Somebody kept track of changes: what is read is as if all were accepted. */
  readonly tracked: boolean
}

function partsOf(bytes: Uint8Array): { readonly content: string; readonly meta: string } {
  if (bytes.length > MOST_FILE) throw new NoAnnex('Dit bestand is groter dan 5 MB. Haal er afbeeldingen uit.')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new NoAnnex('Dit is geen ODT-bestand. Bewaar de bijlage als “ODF-tekstdocument (.odt)”.')
  let total = 0
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (name !== 'content.xml' && name !== 'meta.xml') return false
        // What is unpacked never becomes more than it says of itself.
        total += originalSize
        if (total > MOST.unpacked) throw new NoAnnex('Dit bestand wordt uitgepakt te groot om te lezen.')
        return true
      },
    })
  } catch (error) {
    if (error instanceof NoAnnex) throw error
    throw new NoAnnex('Dit bestand is beschadigd. Bewaar het opnieuw als .odt en probeer het nog eens.')
  }
  const content = parts['content.xml']
  if (!content) throw new NoAnnex('In dit bestand staat geen tekst die wij kunnen lezen.')
  return { content: strFromU8(content), meta: parts['meta.xml'] ? strFromU8(parts['meta.xml']) : '' }
}

/** What the file says of itself. */
function definedIn(meta: string) {
  const said = { number: '', version: '', hash: '' }
  let into: keyof typeof said | undefined
  for (const tag of tagsOf(meta)) {
    if (tag.name === 'user-defined') {
      const name = tag.kind === 'open' ? (tag.attribute('name') ?? '') : ''
      into = Object.hasOwn(DEFINED, name) ? DEFINED[name as keyof typeof DEFINED] : undefined
    } else if (tag.kind === 'text' && into) said[into] = (said[into] + tag.text.trim()).slice(0, 100)
  }
  return said
}

/** Text as a person typed it: spaces within a line are one, lines stay. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

/** The annex in these bytes. Throws NoAnnex with what to do when it is none, or too large to read. */
export function readAnnex(bytes: Uint8Array): ReadAnnex {
  const { content, meta } = partsOf(bytes)
  const open: string[] = []
  const texts = new Map<string, string>()
  const remarks: string[] = []
  let [skipping, tracked, remark] = [0, false, undefined as string | undefined]
  const put = (said: string) => {
    const name = open.findLast((each) => each.startsWith(SECTION)) ?? ''
    const text = (texts.get(name) ?? '') + said
    if (text.length > (name === '' ? MOST.outside : MOST.text))
      throw new NoAnnex('Een deel van dit bestand is langer dan 20.000 tekens.')
    texts.set(name, text)
  }
  for (const tag of tagsOf(content)) {
    if (tag.kind === 'text') {
      if (remark !== undefined) remark += tag.text
      else if (skipping === 0) put(tag.text.replaceAll(/[ \t\r\n]+/g, ' '))
      continue
    }
    if (tag.name === 'tracked-changes' && tag.kind === 'open') tracked = true
    if (tag.name === 'annotation') {
      if (tag.kind === 'open') remark = ''
      else if (remark !== undefined) {
        if (remark.trim() !== '' && remarks.length < MOST.told) remarks.push(tidy(remark).slice(0, 500))
        remark = undefined
      }
      continue
    }
    if (BESIDE.has(tag.name)) {
      skipping += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0
      continue
    }
    if (skipping > 0 || remark !== undefined) continue
    if (tag.name === 'section') inSection(tag, open, texts)
    else if (tag.kind !== 'close') put(signOf(tag))
    else if (tag.name === 'p' || tag.name === 'h') put('\n')
  }
  return { ...definedIn(meta), ...sorted(texts), remarks, tracked }
}

function inSection(tag: Tag, open: string[], texts: Map<string, string>): void {
  if (tag.kind === 'close') open.pop()
  if (tag.kind !== 'open') return
  open.push((tag.attribute('name') ?? '').slice(0, 200))
  if (open.length > MOST.depth || texts.size > MOST.sections)
    throw new NoAnnex('Dit bestand heeft te veel delen om te lezen.')
  const name = open.at(-1)!
  if (name.startsWith(SECTION) && !texts.has(name)) texts.set(name, '')
}

const signOf = (tag: Tag): string => {
  if (tag.name === 'tab') return ' '
  if (tag.name === 'line-break') return '\n'
  return tag.name === 's' ? ' ' : ''
}

const linesOf = (text: string | undefined): readonly string[] =>
  tidy(text ?? '')
    .split('\n')
    .filter((line) => line !== '')

function sorted(texts: ReadonlyMap<string, string>): Pick<ReadAnnex, 'requirements' | 'outside'> {
  const ids = [...texts.keys()].flatMap((name) => /^eis\.([a-z0-9-]+)$/.exec(name)?.[1] ?? [])
  const requirements = ids.map((id) => {
    const at = (word: string) => texts.get(`${SECTION}${id}.${word}`)
    const words = (Object.keys(OWN_WORDS) as OwnWord[]).flatMap((word) => {
      const said = at(word)
      return said === undefined ? [] : [[word, tidy(said)] as const]
    })
    const mark = tidy(at('kenmerk') ?? '')
    return { id, mark, words: Object.fromEntries(words), beside: linesOf(texts.get(`${SECTION}${id}`)) }
  })
  return { requirements, outside: linesOf(texts.get('')) }
}

export type AnnexChange =
  | HeadChange
  | { readonly kind: 'words'; readonly id: string; readonly word: OwnWord; readonly from: string; readonly to: string }
  /** It is gone from the file: nothing is left out until a person says why. */
  | { readonly kind: 'gone'; readonly id: string }
  /** It stands among others than before; the order of an annex is that of its parts. */
  | { readonly kind: 'moved'; readonly id: string }
  /** A requirement that this annex does not have. */
  | { readonly kind: 'strange'; readonly id: string; readonly text: string }
  /** Lines came or went at a requirement in none of its words, or (`id` empty) at none of them: a person looks. */
  | { readonly kind: 'lines'; readonly id: string; readonly came: readonly string[]; readonly went: readonly string[] }

/** How an edited file differs from the one that was given (`base`), in the order of that one. */
export function changesBetween(base: ReadAnnex, read: ReadAnnex): readonly AnnexChange[] {
  const there = new Map(read.requirements.map((each) => [each.id, each]))
  const known = new Set(base.requirements.map(({ id }) => id))
  const moved = movedIn(
    base.requirements.filter(({ id }) => there.has(id)).map(({ id }) => id),
    read.requirements.filter(({ id }) => known.has(id)).map(({ id }) => id),
  )
  return [
    ...base.requirements.flatMap((given): AnnexChange[] => {
      const { id } = given
      const found = there.get(id)
      if (!found) return [{ kind: 'gone', id }]
      const words = (Object.keys(OWN_WORDS) as OwnWord[]).flatMap((word): AnnexChange[] => {
        const [from, to] = [given.words[word] ?? '', found.words[word]]
        return to === undefined || to === from ? [] : [{ kind: 'words', id, word, from, to }]
      })
      const head = headBetween(id, given, found)
      return [
        ...words,
        ...head.changes,
        ...linesBetween(id, head.before, head.after),
        ...(moved.has(id) ? [{ kind: 'moved' as const, id }] : []),
      ]
    }),
    ...read.requirements
      .filter(({ id }) => !known.has(id))
      .map(({ id, words, beside }): AnnexChange => ({
        kind: 'strange',
        id,
        text: [...beside, ...Object.values(words)].join('\n').slice(0, 2_000),
      })),
    ...linesBetween('', base.outside, read.outside),
  ]
}

function linesBetween(id: string, before: readonly string[], after: readonly string[]): AnnexChange[] {
  const without = (these: readonly string[], those: readonly string[]) => {
    const count = new Map<string, number>()
    for (const line of those) count.set(line, (count.get(line) ?? 0) + 1)
    return these.filter((line) => {
      const left = count.get(line) ?? 0
      count.set(line, left - 1)
      return left <= 0
    })
  }
  const told = (lines: readonly string[]) => lines.slice(0, MOST.told).map((line) => line.slice(0, 2_000))
  const [came, went] = [told(without(after, before)), told(without(before, after))]
  return came.length + went.length === 0 ? [] : [{ kind: 'lines', id, came, went }]
}

/** What does not stand in the longest run of what kept its order: as few as explain the difference. */
function movedIn(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, index) => [id, index]))
  const runs: { readonly at: number; readonly ids: readonly string[] }[] = []
  for (const id of after) {
    const at = place.get(id)!
    const best = runs.filter((run) => run.at < at).toSorted((one, other) => other.ids.length - one.ids.length)[0]
    runs.push({ at, ids: [...(best?.ids ?? []), id] })
  }
  const kept = new Set(runs.toSorted((one, other) => other.ids.length - one.ids.length)[0]?.ids)
  return new Set(after.filter((id) => !kept.has(id)))
}
