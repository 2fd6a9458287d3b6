/** A register as a noun that everybody reads: everything follows from its file. */
import { datesOf } from '../../registers/dates/rules.ts'
import { backgroundOf } from '../../db/map-background.ts'
import { placed, placeField } from '../../registers/places.ts'
import { edgesOf, frameOf } from '../../web/map/frame.ts'
import { MOST_SPOTS } from '../../web/map/map.tsx'
import { href, type View } from '../../web/view.ts'
import { asPublic, publicValues, typed } from '../../registers/values.ts'
import { askedOf } from '../../registers/asked.ts'
import type { Place, Register, Values } from '../../model/register.ts'
import type { RequestKind } from '../../model/request.ts'
import type { ApiRecord, Asked, Listed, Where } from '../listed.ts'
import { todayIn } from '../../web/language.ts'
import { dataSetOf, holdsDataSets } from './dataset.ts'
import { leadToPublic, linked, type LinkedEntry } from './links-store.ts'
import { namesIn } from './linked.tsx'
import { jsonSchemaOf } from './schema.ts'
import { EntryPage, GonePage } from './page-entry.tsx'
import type { Noun } from './noun-parts.ts'
import { RegisterMapPage } from './page-map.tsx'
import { RegisterPage } from './page-lists.tsx'
import {
  changesOfPublic,
  comingOfPublic,
  listPublic,
  placesPublic,
  publicAfter,
  publicById,
  readPublic,
  versionsOfPublic,
  wasPublic,
  withdrawnAt,
  type PublicEntry,
} from './store.ts'

/** Where a register says no theme: government and public sector. */
const THEME = 'GOVE'

/** What a list was asked for, as far as this register knows it. */
const narrowed = (register: Register, { q, query, page, size }: Asked) => ({
  q,
  filters: askedOf(register, query).filters,
  page,
  size,
})

/** The registers of which entries can be public, in the order they are read. */
export function publishedRegisters(
  registers: readonly Register[],
  kinds: readonly RequestKind[] = [],
): readonly Listed<LinkedEntry>[] {
  const open = registers.filter(({ publication }) => publication !== 'never')
  return open.map((register) => published(register, open, kinds))
}

function published(whole: Register, others: readonly Register[], kinds: readonly RequestKind[]): Listed<LinkedEntry> {
  const register = asPublic(whole)
  const kind = kinds.find(({ beside }) => beside.includes(whole.purpose))
  const path = `/registers/${register.id}`
  const days = datesOf(register)
  const first = async (at: Where, found: PublicEntry | undefined) =>
    found && (await linked(at, others, register, [found]))[0]
  const noun = {
    id: register.id,
    path,
    title: { nl: register.title, en: register.titleEnglish },
    intro: { nl: register.intro, en: register.introEnglish },
    theme: register.theme ?? THEME,
    calendar: days.length > 0,
  }
  return {
    ...noun,
    list: async (at, asked) => {
      const sought = narrowed(register, asked)
      if (!(await leadToPublic(at, others, register, sought.filters))) return { total: 0, rows: [] }
      const { total, rows } = await listPublic(at, register, sought)
      return { total, rows: await linked(at, others, register, rows) }
    },
    after: async (at, no, size) => linked(at, others, register, await publicAfter(at, register.id, no, size)),
    one: async (at, slug, version) => first(at, await readPublic(at, register.id, slug, version)),
    byId: async (at, id) => first(at, await publicById(at, register.id, id)),
    wasHere: (at, id) => wasPublic(at, register.id, id),
    schema: (url) => jsonSchemaOf(register, url),
    recordOf: (entry) => ({
      id: entry.id,
      index: entry.version,
      typeVersion: Number(/^\d+/.exec(register.version)?.[0] ?? 1),
      data: publicValues(register, entry.values),
      geometry: geometryOf(register, entry.values),
      startAt: todayIn(entry.from),
      endAt: entry.to === null ? null : todayIn(entry.to),
      registrationAt: todayIn(entry.from),
    }),
    slugOf: ({ slug }) => slug,
    numberOf: ({ no }) => no,
    ...(holdsDataSets(register) && { dataSetOf: (entry, whose) => dataSetOf(register, entry, whose) }),
    changedAt: ({ from }) => from,
    changes: (at, most) => changesOfPublic(at, { ...register, path }, most),
    ...(days.length === 0
      ? {}
      : { coming: (at, from, most) => comingDays(at, { id: register.id, path, days }, from, most) }),
    columns: [
      { head: 'nummer', cell: ({ no }) => no },
      ...register.fields.map((field) => ({
        head: field.id,
        cell: (entry: LinkedEntry) => {
          const text = typed(field, entry.values[field.id], namesIn(entry, field))
          return typeof text === 'string' ? text : text.join('\n')
        },
      })),
      { head: 'bijgehouden', cell: ({ ended }) => !ended },
      { head: 'openbaar_sinds', cell: ({ from }) => from.toISOString() },
      { head: 'adres', cell: ({ slug }) => `${path}/${slug}` },
    ],
    listPage: (view, asked, found) => <RegisterPage {...{ view, noun, register, asked, found }} />,
    ...(placeField(register) && {
      mapPage: (view: View, at: Where, asked: Asked) => mapPage(view, at, asked, { noun, register, others }),
    }),
    page: async (view, at, entry, { norms, doors }) => {
      const versions = await versionsOfPublic(at, register.id, entry.id)
      const spot = placed(register, view.lang, '', entry, (field) => namesIn(entry, field))
      const background = spot && (await backgroundOf(at.db, at.municipality))
      const map = spot && { spot, background, tiles: view.tiles }
      return <EntryPage {...{ view, noun, register, entry, versions, map, norms }} kind={doors ? kind : undefined} />
    },
    gone: async (view, at, slug) => {
      const was = await withdrawnAt(at, register.id, slug)
      return was && <GonePage view={view} noun={noun} reason={was.reason} at={was.at} />
    },
  }
}

type Mapped = { readonly noun: Noun; readonly register: Register; readonly others: readonly Register[] }

/** Where on the map what was asked for is. What lies outside of what is shown is not read. */
async function mapPage(view: View, at: Where, asked: Asked, { noun, register, others }: Mapped) {
  const spot = asked.query.get('plek')
  const frame = frameOf(spot)
  const sought = narrowed(register, asked)
  const within = { field: placeField(register)!.id, edges: frame && edgesOf(frame), most: MOST_SPOTS }
  const open = await leadToPublic(at, others, register, sought.filters)
  const [background, { rows, none }] = await Promise.all([
    backgroundOf(at.db, at.municipality),
    open ? placesPublic(at, register, sought, within) : { rows: [], none: 0 },
  ])
  const spots = (await linked(at, others, register, rows.slice(0, MOST_SPOTS))).flatMap((row) => {
    const to = href(view, `${noun.path}/${row.slug}`)
    return placed(register, view.lang, to, row, (field) => namesIn(row, field)) ?? []
  })
  const ground = { background, tiles: view.tiles, script: view.look.mapScript }
  return (
    <RegisterMapPage {...{ view, noun, register, asked, spot, spots, ground, more: rows.length > MOST_SPOTS, none }} />
  )
}

type Dated = { readonly id: string; readonly path: string; readonly days: Register['fields'] }

async function comingDays(at: Where, { id: register, path, days }: Dated, from: string, most: number) {
  const ids = days.map(({ id }) => id)
  return (await comingOfPublic(at, register, ids, from, most)).map(({ id, slug, title, field, ...day }) => {
    const { label, labelEnglish } = days.find((each) => each.id === field)!
    // Of a list there are several: each is a day of its own, also when it moves.
    const its = field.includes('.') ? `-${day.on}` : ''
    return { ...day, id: `${id}-${field}${its}`, title, what: { nl: label, en: labelEnglish }, path: `${path}/${slug}` }
  })
}

/** Where it is, when its place is on the map: a point or an area (GeoJSON). */
function geometryOf(register: Register, values: Values): ApiRecord['geometry'] {
  const field = register.fields.find(({ role }) => role === 'place')
  const { lon = null, lat = null, area } = ((field && values[field.id]) ?? {}) as Partial<Place>
  if (lon === null || lat === null) return null
  // A ring ends where it began (RFC 7946 §3.1.6).
  return area ? { type: 'Polygon', coordinates: [[...area, area[0]!]] } : { type: 'Point', coordinates: [lon, lat] }
}
