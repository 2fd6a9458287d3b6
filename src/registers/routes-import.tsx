/** Reads a file into a register: a trial run that changes nothing, and after that what the person chose. */
import type { Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import { readTableBeside } from '../lib/csv-beside.ts'
import { CSV_MEDIA } from '../lib/csv-write.ts'
import { NoList } from '../lib/csv-text.ts'
import type { Register } from '../model/register.ts'
import { ROOM_FOR_TEXT } from '../web/desk/alerts.ts'
import { go, page, tooLate, type Asked, type Reply, type Route } from '../web/desk/route.ts'
import { number } from '../web/language.ts'
import { importPlace, placeOf, type On } from './here.ts'
import { keepFile, keptFile, takeFile, type Kept } from './import-kept.ts'
import { linkReader, namesInParts } from './import-links-store.ts'
import { numbersIn, planImport, type Plan } from './import-plan.ts'
import { addEntries, changeEntries, entriesByNumber, sameTitles } from './import-store.ts'
import { refusedCsv } from './import-refused.ts'
import type { Trial } from './import-trial.tsx'
import { ImportPage } from './page-import.tsx'
import { NUMBER } from '../vocabulary/register.ts'
import { headingsOf } from './table.ts'
import { UUID } from '../lib/uuid.ts'

/** Bytes and rows of a file. */
const [MOST_BYTES, MOST_ROWS] = [10 * 1024 * 1024, 20_000]
const GONE = 'Deze proef is al uitgevoerd, of ouder dan een dag. Kies het bestand opnieuw.'

/** What the kept rows would do now. */
async function planned(
  on: On,
  { tx, municipality }: Asked<Tx>,
  register: Register,
  { rows, unread, seen }: Kept,
  why: 'to-read' | 'to-change',
): Promise<Plan> {
  const entries = await entriesByNumber(tx, municipality.id, register, numbersIn(rows), why)
  const plan = planImport(register, rows, {
    entries,
    seen: new Map(seen),
    names: await namesInParts(tx, municipality.id, on.house, register, entries.values()),
    readLink: await linkReader(tx, municipality.id, on.house, register, rows),
  })
  const broken = unread.map(({ line, name, reason }) => ({
    row: line,
    name: name ?? '',
    column: '',
    was: '',
    why: sentence(reason),
  }))
  return { ...plan, refused: [...plan.refused, ...broken].toSorted((one, other) => one.row - other.row) }
}

const sentence = (reason: string): string => `${reason[0]!.toUpperCase()}${reason.slice(1)}.`

async function trialOf(on: On, asked: Asked<Tx>, register: Register, id: string, kept: Kept): Promise<Trial> {
  const plan = await planned(on, asked, register, kept, 'to-read')
  const cells = kept.rows[0]?.cells
  const absent = Object.entries<readonly string[]>(headingsOf(register)).filter(([id]) => cells && !(id in cells))
  return {
    id,
    name: kept.name,
    plan,
    done: kept.done ?? 0,
    absent: absent.map(([, [heading]]) => heading!),
    ignored: kept.ignored,
    twins: await sameTitles(asked.tx, asked.municipality.id, register, plan.added),
  }
}

/** The file that was sent, read; or why not. */
async function readFile(register: Register, file: File | undefined): Promise<Kept | string> {
  if (!file || file.size === 0) return 'Kies een bestand.'
  const title = register.fields.find(({ role }) => role === 'title')!
  try {
    const table = await readTableBeside(new Uint8Array(await file.arrayBuffer()), headingsOf(register), {
      needed: [NUMBER, title.id],
      most: MOST_ROWS,
      sheet: true,
    })
    if (table.rows.length + table.refused.length === 0) return 'In dit bestand staat alleen een kop, en geen rijen.'
    return {
      register: register.id,
      name: file.name.slice(0, 200),
      ignored: table.ignored.slice(0, 100),
      rows: table.rows.map(({ line, cells }) => ({ row: line, cells })),
      unread: table.refused,
      seen: [],
    }
  } catch (error) {
    if (!(error instanceof NoList)) throw error
    return `Dit bestand is niet ingelezen: ${error.message}.`
  }
}

/** Keeps it with what stands in the register now, and shows the trial run. */
async function keptAnew(asked: Asked<Tx>, register: Register, kept: Kept, told?: string): Promise<Reply> {
  const { tx, municipality } = asked
  const entries = await entriesByNumber(tx, municipality.id, register, numbersIn(kept.rows), 'to-read')
  const id = await keepFile(asked, { ...kept, seen: [...entries].map(([no, { version }]) => [no, version]) })
  return go(`${importPlace(register)}?proef=${id}`, told)
}

async function carriedOut(on: On, asked: Asked<Tx>, register: Register): Promise<Reply> {
  const { tx, municipality, who, sent, view } = asked
  const id = sent.mark('proef')
  const kept = UUID.test(id) ? await takeFile(asked, id, register.id) : undefined
  if (!kept) return tooLate(GONE)
  const plan = await planned(on, asked, register, kept, 'to-change')
  const { added, changed, unchanged, refused, meanwhile } = plan
  const good = added.length + changed.length
  if (good > 0 && refused.length > 0 && sent.mark('goede') !== 'ja')
    return page(
      <ImportPage
        view={view}
        register={register}
        trial={await trialOf(on, asked, register, id, kept)}
        problems={{ goede: 'Zet hier een vinkje als u alleen de goede rijen wilt inlezen. Er is nog niets veranderd.' }}
      />,
      422,
    )
  const by = { municipality: municipality.id, register, by: who.id }
  await changeEntries(tx, by, changed)
  await addEntries(
    tx,
    by,
    added.map(({ values }) => values),
  )
  const bad = new Set(refused.map(({ row }) => row))
  if (good > 0)
    await record(tx, municipality.id, {
      act: 'register.imported',
      object: `register/${register.id}`,
      detail: { added: added.length, changed: changed.length, unchanged, refused: bad.size },
    })
  const count = (of: readonly unknown[] | number) => number('nl', typeof of === 'number' ? of : of.length)
  const told = `${count(added)} nieuw, ${count(changed)} gewijzigd, ${count(unchanged)} gelijk gebleven.`
  const open = new Set([...bad, ...meanwhile.map(({ row }) => row)])
  const rest = kept.rows.filter(({ row }) => open.has(row))
  if (rest.length + kept.unread.length === 0) return go(placeOf(register), told)
  const done = (kept.done ?? 0) + kept.rows.length - rest.length
  return keptAnew(asked, register, { ...kept, rows: rest, done }, `${told} De andere rijen staan hier nog.`)
}

export const importRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/importeren',
    may: 'register.edit',
    answer: on.in(async (asked, register) => {
      const id = asked.query.get('proef') ?? ''
      if (id === '') return page(<ImportPage view={asked.view} register={register} />)
      const kept = UUID.test(id) ? await keptFile(asked, id, register.id) : undefined
      if (!kept) return tooLate(GONE)
      return page(
        <ImportPage view={asked.view} register={register} trial={await trialOf(on, asked, register, id, kept)} />,
      )
    }),
  },
  {
    method: 'GET',
    path: '/registers/:register/importeren/geweigerd.csv',
    may: 'register.edit',
    answer: on.in(async (asked, register) => {
      const id = asked.query.get('proef') ?? ''
      const kept = UUID.test(id) ? await keptFile(asked, id, register.id) : undefined
      if (!kept) return tooLate(GONE)
      const { refused } = await planned(on, asked, register, kept, 'to-read')
      const { name, body } = { name: `geweigerd-${register.id}.csv`, body: refusedCsv(register, kept.rows, refused) }
      return { kind: 'file', name, media: CSV_MEDIA, body }
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/importeren',
    may: 'register.edit',
    limit: MOST_BYTES + ROOM_FOR_TEXT,
    answer: on.in(async (asked, register) => {
      const read = await readFile(register, asked.sent.file('bestand'))
      return typeof read === 'string'
        ? page(<ImportPage view={asked.view} register={register} problems={{ bestand: read }} />, 422)
        : keptAnew(asked, register, read)
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/importeren/uitvoeren',
    may: 'register.edit',
    answer: on.in((asked, register) => carriedOut(on, asked, register)),
  },
]
