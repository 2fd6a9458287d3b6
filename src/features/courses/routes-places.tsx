/** Places with help at the desk: the list, adding, changing, looking at one, and taking it off the site. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { CLASH, sameAs } from '../../web/desk/clash.ts'
import { go, missing, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, word } from '../../web/desk/schema.ts'
import { z } from 'zod'
import { checkBefore, ENTRY_STATES } from '../../vocabulary/help.ts'
import { placeIn, providerProblem } from './entry.ts'
import { newPlace, placeTyped, PLACE_FIELDS } from './fields.ts'
import { PlaceFormPage } from './form-place.tsx'
import { keeperName } from '../../db/keeper.ts'
import { listPath, placePath, type Door } from './here.ts'
import { HelpListPage } from './page-list.tsx'
import { PlacePage } from './page-place.tsx'
import {
  type Place,
  addPlace,
  changePlace,
  checkEntry,
  coursesAt,
  districtsKnown,
  endEntry,
  listCourses,
  listPlaces,
  placeById,
  uncheckedSince,
} from './store.ts'

type A = Asked<Tx>
/** What was typed of a place, or what is not right about it; `was`: as it stands. */
function readPlace({ sent, who }: A, was?: Place) {
  const read = readForm(PLACE_FIELDS, sent)
  const other = read.held && providerProblem(who.organisation, read.held.aanbieder, was?.provider)
  return other === undefined ? read : { typed: read.typed, held: undefined, problems: { aanbieder: other } }
}

/** Who does something here, and for whom: an organisation writes of its own alone. */
export const byOf = ({ municipality, who }: A) => ({
  municipality: municipality.id,
  person: who.id,
  organisation: who.organisation,
})

export const STATE = { stand: word(z.enum(ENTRY_STATES)) }

export const placeRoutes = (door: Door): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: door.base,
    may: door.read,
    answer: async ({ tx, municipality: { id }, view, query, today }) => {
      const q = (query.get('q') ?? '').trim().slice(0, 100).replaceAll('\0', '')
      const at = Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000))
      const places = await listPlaces(tx, id, { q, page: at })
      const courses = await listCourses(tx, id, { q, page: at, today })
      const unchecked = await uncheckedSince(tx, id, checkBefore(today), today)
      return page(<HelpListPage {...{ view, door, today, places, courses, unchecked, q }} page={at} />)
    },
  },
  {
    method: 'GET',
    path: `${door.base}/plek/nieuw`,
    may: door.keep,
    answer: async ({ tx, municipality, view, who }) => {
      const typed = newPlace(await keeperName(tx, municipality, who), municipality.name.replace(/ \(.*\)$/, ''))
      const districts = await districtsKnown(tx, municipality.id)
      return page(<PlaceFormPage {...{ view, door, typed, districts }} id={undefined} />)
    },
  },
  {
    method: 'POST',
    path: `${door.base}/plek/nieuw`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, view, today } = asked
      const { typed, held, problems } = readPlace(asked)
      const districts = await districtsKnown(tx, municipality.id)
      if (!held) return page(<PlaceFormPage {...{ view, door, typed, districts, problems }} id={undefined} />, 422)
      const id = await addPlace(tx, byOf(asked), placeIn(held, { today }))
      await record(tx, municipality.id, { act: 'help-place.added', object: `help-place/${id}`, detail: {} })
      return go(placePath(door, id), 'De plek staat op de openbare site.')
    },
  },
  {
    method: 'GET',
    path: `${door.base}/plek/:place`,
    may: door.read,
    answer: async ({ tx, municipality, view, params, today }) => {
      const place = await placeById(tx, municipality.id, params['place']!)
      if (!place) return missing
      const courses = await coursesAt(tx, municipality.id, place.id, today)
      return page(<PlacePage {...{ view, door, today, place, courses }} />)
    },
  },
  {
    method: 'GET',
    path: `${door.base}/plek/:place/wijzigen`,
    may: door.keep,
    answer: async ({ tx, municipality, view, params }) => {
      const place = await placeById(tx, municipality.id, params['place']!)
      if (!place) return missing
      const districts = await districtsKnown(tx, municipality.id)
      const basis = sameAs(place)
      return page(<PlaceFormPage {...{ view, door, districts, basis }} id={place.id} typed={placeTyped(place)} />)
    },
  },
  {
    method: 'POST',
    path: `${door.base}/plek/:place/wijzigen`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, view, params, sent, today } = asked
      const place = await placeById(tx, municipality.id, params['place']!)
      if (!place) return missing
      const { typed, held, problems } = readPlace(asked, place)
      const districts = await districtsKnown(tx, municipality.id)
      const basis = sameAs(place)
      const again = (wrong: typeof problems, status: 409 | 422) =>
        page(<PlaceFormPage {...{ view, door, districts, typed, basis }} id={place.id} problems={wrong} />, status)
      if (!held) return again(problems, 422)
      if (sent.mark('basis') !== basis) return again(CLASH, 409)
      await changePlace(tx, byOf(asked), place.id, placeIn(held, { today, key: place.key }))
      await record(tx, municipality.id, { act: 'help-place.changed', object: `help-place/${place.id}`, detail: {} })
      return go(placePath(door, place.id), 'De wijziging staat op de openbare site.')
    },
  },
  {
    method: 'POST',
    path: `${door.base}/plek/:place/nagekeken`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params, today } = asked
      const place = await placeById(tx, municipality.id, params['place']!)
      if (!place) return missing
      await checkEntry(tx, byOf(asked), 'place', place.id, today)
      await record(tx, municipality.id, { act: 'help-place.checked', object: `help-place/${place.id}`, detail: {} })
      return go(placePath(door, place.id), 'Op de site staat dat u het vandaag nakeek.')
    },
  },
  {
    method: 'POST',
    path: `${door.base}/plek/:place/stand`,
    may: door.keep,
    answer: async ({ tx, municipality, params, sent }) => {
      const place = await placeById(tx, municipality.id, params['place']!)
      if (!place) return missing
      const { held } = readForm(STATE, sent)
      if (!held) return go(placePath(door, place.id))
      if (!(await endEntry(tx, municipality.id, 'place', place.id, held.stand))) return tooLate('Dit was al zo.')
      await record(tx, municipality.id, {
        act: 'help-place.changed',
        object: `help-place/${place.id}`,
        detail: { state: held.stand },
      })
      return go(
        held.stand === 'ended' ? listPath(door) : placePath(door, place.id),
        held.stand === 'ended' ? 'De plek staat niet meer op de site.' : 'De plek staat weer op de site.',
      )
    },
  },
]
