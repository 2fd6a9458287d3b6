/** What the rows of a file would do with the own entries: new, changed, the same, or why not. Pure. */
import { sentOf } from '../../web/desk/sent.ts'
import { readForm } from '../../web/desk/schema.ts'
import { COURSE_ACROSS, courseIn, meetingProblem, placeIn } from './entry.ts'
import { COURSE_FIELDS, courseTyped, PLACE_FIELDS, placeTyped } from './fields.ts'
import type { ImportRow, ReadFile, Unread } from './import-rows.ts'
import type { Meeting } from './rules.ts'
import type { Course, CourseIn, Place, PlaceIn } from './store.ts'

/** The own entries, and every place that a course can be at. */
export type There = {
  readonly places: readonly Place[]
  readonly courses: readonly Course[]
  readonly choose: readonly { readonly id: string; readonly title: string }[]
}
type Written =
  | { readonly kind: 'place'; readonly row: PlaceIn }
  /** `at`: the name of a place that the same file brings. */
  | { readonly kind: 'course'; readonly row: CourseIn; readonly meetings: readonly Meeting[]; readonly at: string }
/** `id`: of the entry that it changes; undefined: it is new. */
export type Planned = { readonly line: number; readonly name: string; readonly id: string | undefined } & Written
export type Plan = {
  readonly added: readonly Planned[]
  readonly changed: readonly Planned[]
  readonly same: number
  readonly refused: readonly Unread[]
}

const LABELS: Readonly<Record<string, string>> = {
  ma: 'tijden',
  plek: 'plek',
  eerste: 'eerste dag',
  laatste: 'laatste dag',
}
const said = (problems: Readonly<Record<string, string>>): string =>
  Object.entries(problems)
    .map(([field, problem]) => `${LABELS[field] ?? field.replaceAll('_', ' ')}: ${problem}`)
    .join(' ')

/** The own entry that a row is about: by our id, by its key, or by name and, of a course, its first day. */
function own<T extends { readonly id: string; readonly key: string }>(
  these: readonly T[],
  { id, key }: ImportRow,
  alike: (each: T) => boolean,
): T | undefined {
  return (
    these.find((each) => id !== '' && each.id === id) ??
    these.find((each) => key !== '' && each.key === key) ??
    these.find((each) => each.key === '' && alike(each))
  )
}
const lower = (text: string): string => text.trim().toLowerCase()
/** What was typed as it reads again, in one order: so that the same is known as the same. */
const told = (typed: object): string =>
  JSON.stringify(
    Object.entries(typed)
      .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  )

/** What each row would do, on a day. */
export function planOf({ rows, unread }: ReadFile, there: There, today: string): Plan {
  const added: Planned[] = []
  const changed: Planned[] = []
  const refused: Unread[] = [...unread]
  const seen = new Set<string>()
  let same = 0
  const names = new Set(rows.filter(({ kind }) => kind === 'place').map(({ name }) => lower(name)))
  for (const each of rows) {
    const read = each.kind === 'place' ? readPlace(each, there, today) : readCourse(each, there, today, names)
    const again = 'why' in read ? '' : (read.planned.id ?? `${each.kind} ${each.key} ${lower(each.name)}`)
    if ('why' in read) refused.push({ line: each.line, name: each.name, why: read.why })
    else if (seen.has(again))
      refused.push({ line: each.line, name: each.name, why: 'dit staat twee keer in het bestand' })
    else if (read.same) same++
    else if (read.planned.id === undefined) added.push(read.planned)
    else changed.push(read.planned)
    if (again !== '') seen.add(again)
  }
  return { added, changed, same, refused: refused.toSorted((one, other) => one.line - other.line) }
}

type Read = { readonly why: string } | { readonly planned: Planned; readonly same: boolean }

function readPlace(each: ImportRow, { places }: There, today: string): Read {
  const { held, problems } = readForm(PLACE_FIELDS, sentOf(each.fields))
  if (!held) return { why: said(problems) }
  const mine = own(places, each, ({ name, postcode }) => lower(name) === lower(held.naam) && postcode === held.postcode)
  const key = mine?.key || (each.id === '' ? each.key : '')
  const row = placeIn(held, { today, key })
  const planned = { line: each.line, name: held.naam, id: mine?.id, kind: 'place', row } as const
  return {
    planned,
    same: mine !== undefined && told(placeTyped(mine)) === told(placeTyped({ ...mine, ...row } as Place)),
  }
}

function readCourse(each: ImportRow, { courses, choose }: There, today: string, names: ReadonlySet<string>): Read {
  const asked = lower(each.place)
  const at = choose.find(({ id, title }) => id === asked || lower(title) === asked)
  const brought = at === undefined && names.has(asked)
  const home = each.fields['thuis'] ?? ''
  // A place that the same file brings has no id yet: until it has, the course is held as one that is somewhere.
  const plek = at?.id ?? (brought ? 'volgt' : '')
  if (asked !== '' && plek === '' && home === '') return { why: `plek: “${each.place.slice(0, 80)}” kennen wij niet.` }
  const { held, problems } = readForm(COURSE_FIELDS, sentOf({ ...each.fields, plek }), COURSE_ACROSS)
  if (!held) return { why: said(problems) }
  const mine = own(
    courses,
    each,
    ({ title, starts_on: on }) => lower(title) === lower(held.titel) && on === held.eerste,
  )
  const made = courseIn(held, { today, key: mine?.key || (each.id === '' ? each.key : '') })
  const wrong = meetingProblem(made.meetings)
  if (wrong !== undefined) return { why: wrong }
  const row = { ...made.row, place: at?.id ?? null }
  return {
    planned: {
      line: each.line,
      name: held.titel,
      id: mine?.id,
      kind: 'course',
      row,
      meetings: made.meetings,
      at: brought ? asked : '',
    },
    same:
      mine !== undefined && !brought && told(courseTyped(mine)) === told(courseTyped({ ...mine, ...row } as Course)),
  }
}
