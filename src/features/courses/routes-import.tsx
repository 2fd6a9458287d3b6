/** Reading the own entries from a sheet or from another directory, and giving them out as a sheet. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { keepUnsent, takeUnsent, unsentById } from '../../db/unsent.ts'
import { NoList } from '../../lib/csv-text.ts'
import { BOM, CSV_MEDIA } from '../../lib/csv-write.ts'
import { UUID } from '../../lib/uuid.ts'
import { go, page, tooLate, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { file, readForm } from '../../web/desk/schema.ts'
import { listPath, type Door } from './here.ts'
import { planOf } from './import-plan.ts'
import type { ReadFile } from './import-rows.ts'
import { carryOut, entriesOf } from './import-store.ts'
import { countsOf, ImportPage } from './page-import.tsx'
import { csvHead, csvLine, readHelpCsv } from './read-csv.ts'
import { readHsds } from './read-hsds.ts'
import { byOf } from './routes-places.tsx'

type A = Asked<Tx>
const MOST_BYTES = 5 * 1024 * 1024
const FILE = { bestand: file }
/** What is kept of a trial has another shape under another name. */
const WHAT = 'help-import/3'
const GONE = 'Deze proef is al uitgevoerd, of ouder dan een dag. Kies het bestand opnieuw.'

/** What was sent, read; or why not. */
async function readSent(given: File | undefined, today: string): Promise<ReadFile | string> {
  if (!given || given.size === 0) return 'Kies een bestand.'
  const bytes = new Uint8Array(await given.arrayBuffer())
  // A list begins with a bracket, also after a mark of its order of bytes; a sheet never does.
  const json = /^(?:\uFEFF)?\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 200)))
  try {
    const read = json ? readHsds(bytes, today) : await readHelpCsv(bytes)
    return read.rows.length + read.unread.length === 0 ? 'Er staat niets in dit bestand.' : read
  } catch (error) {
    if (!(error instanceof NoList)) throw error
    return `Dit bestand is niet ingelezen: ${error.message}.`
  }
}

/** The rows that this person sent before; undefined when they are not there, or are something else. */
function opened({ box }: A, sealed: string | undefined): ReadFile | undefined {
  if (sealed === undefined) return undefined
  try {
    const kept = JSON.parse(box.open(sealed)) as { readonly what?: string; readonly read?: ReadFile }
    return kept.what === WHAT ? kept.read : undefined
  } catch {
    return undefined // something else of this person that was kept
  }
}

async function carriedOut(door: Door, asked: A, id: string): Promise<Reply> {
  const { tx, municipality, today } = asked
  const read = UUID.test(id) ? opened(asked, await takeUnsent(tx, municipality.id, id)) : undefined
  if (!read) return tooLate(GONE)
  const by = byOf(asked)
  const plan = planOf(read, await entriesOf(tx, by), today)
  await carryOut(tx, by, plan)
  await record(tx, municipality.id, {
    act: 'help.imported',
    object: `municipality/${municipality.id}`,
    detail: {
      added: plan.added.length,
      changed: plan.changed.length,
      ended: plan.ended.length,
      refused: plan.refused.length,
    },
  })
  return go(listPath(door), `${countsOf(plan)}. Zo staat het nu op de site.`)
}

const isActive = ({ state }: { readonly state: string }): boolean => state === 'active'

export const importRoutes = (door: Door): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: `${door.base}/inlezen`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, view, query, today } = asked
      const id = query.get('proef') ?? ''
      const read = UUID.test(id) ? opened(asked, await unsentById(tx, municipality.id, id)) : undefined
      if (!read) return id === '' ? page(<ImportPage view={view} door={door} />) : tooLate(GONE)
      const plan = planOf(read, await entriesOf(tx, byOf(asked)), today)
      return page(<ImportPage view={view} door={door} trial={{ id, plan }} />)
    },
  },
  {
    method: 'POST',
    path: `${door.base}/inlezen`,
    may: door.keep,
    limit: MOST_BYTES,
    answer: async (asked) => {
      const { tx, municipality, who, sent, view, box, today } = asked
      const id = sent.mark('proef')
      if (id !== '') return carriedOut(door, asked, id)
      const read = await readSent(readForm(FILE, sent).typed.bestand, today)
      if (typeof read === 'string')
        return page(<ImportPage view={view} door={door} problems={{ bestand: read }} />, 422)
      const trial = await keepUnsent(tx, municipality.id, who.id, box.seal(JSON.stringify({ what: WHAT, read })))
      return go(`${listPath(door)}/inlezen?proef=${trial}`)
    },
  },
  {
    method: 'GET',
    path: `${door.base}/lijst.csv`,
    may: door.keep,
    answer: async (asked) => {
      const there = await entriesOf(asked.tx, byOf(asked))
      const [places, courses] = [there.places.filter(isActive), there.courses.filter(isActive)]
      const names = new Map(there.choose.map(({ id, title }) => [id, title]))
      const body = [
        csvHead(),
        ...places.map((place) => csvLine({ place })),
        ...courses.map((course) => csvLine({ course, at: names.get(course.place ?? '') ?? course.place ?? '' })),
      ].join('')
      return { kind: 'file', name: 'hulp-en-cursussen.csv', media: CSV_MEDIA, body: BOM + body }
    },
  },
]
