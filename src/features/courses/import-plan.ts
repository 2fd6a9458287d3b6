/** What the rows of a file would do with the own entries: new, changed, over, the same, or why not. Pure. */
import { freshness } from '../../vocabulary/help.ts'
import { readPostcode } from '../../lib/typed-values.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { readForm } from '../../web/desk/schema.ts'
import { COURSE_ACROSS, courseIn, meetingProblem, placeIn, providerProblem } from './entry.ts'
import { COURSE_FIELDS, courseTyped, PLACE_FIELDS, placeTyped, pointTyped } from './fields.ts'
import { courseOnto, placeOnto, type Shown } from './import-onto.ts'
import { GONE, strangeIn, type Fields, type ImportRow, type ReadFile, type Unread } from './import-rows.ts'
import { HEADS } from './read-csv.ts'
import type { Meeting } from './rules.ts'
import type { Course, CourseIn, Place, PlaceIn } from './store.ts'

/** The own entries, also those that are over, and every place that a course can be at. */
export type There = {
  readonly places: readonly Place[]
  readonly courses: readonly Course[]
  readonly choose: readonly { readonly id: string; readonly title: string }[]
  /** Every entry of the municipality by its id, also of others. */
  readonly shown: ReadonlyMap<string, Shown>
  /** Meetings that were called off, `2026-12-01 10:00`, by course. */
  readonly calledOff: ReadonlyMap<string, ReadonlySet<string>>
  /** Whose entries they are; null: of the municipality. */
  readonly organisation: string | null
}
type Written =
  | { readonly kind: 'place'; readonly row: PlaceIn }
  /** `at`: the name of a place that the same file brings. */
  | { readonly kind: 'course'; readonly row: CourseIn; readonly meetings: readonly Meeting[]; readonly at: string }
/** `id`: of the entry that it changes; undefined: it is new. */
export type Planned = { readonly line: number; readonly name: string; readonly id: string | undefined } & Written
export type Ended = Pick<Planned, 'line' | 'name' | 'kind'> & { readonly id: string }
export type Plan = {
  readonly added: readonly Planned[]
  readonly changed: readonly Planned[]
  /** Its source says that it is no longer there. */
  readonly ended: readonly Ended[]
  readonly same: number
  readonly refused: readonly Unread[]
  /** Heads of columns that mean nothing to us. */
  readonly ignored: readonly string[]
}

/** What is not right, column by column; of a word that is none of ours which word, and which ours are. */
const said = (problems: Readonly<Record<string, string>>, kind: ImportRow['kind'], fields: Fields): string =>
  Object.entries(problems)
    .map(([field, problem]) => {
      const strange = strangeIn(kind, field, [fields[field] ?? []].flat())
      return `${HEADS[field] ?? field.replaceAll('_', ' ')}: ${strange ?? problem}`
    })
    .join(' ')

/** The own entry that a row is about: by our id, by its key, or by name and, of a course, its first day. */
function own<T extends { readonly id: string; readonly key: string; readonly state: string }>(
  these: readonly T[],
  { id, key }: ImportRow,
  alike: (each: T) => boolean,
): T | undefined {
  return (
    these.find((each) => id !== '' && each.id === id) ??
    these.find((each) => key !== '' && each.key === key) ??
    these.find((each) => each.key === '' && each.state === 'active' && alike(each))
  )
}
const lower = (text: string): string => text.trim().toLowerCase()
const typedIn = ({ fields }: ImportRow, name: string): string => [fields[name] ?? ''].flat()[0] ?? ''
/** What was typed as it reads again, in one order: so that the same is known as the same. */
const told = (typed: object): string =>
  JSON.stringify(
    Object.entries(typed)
      .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  )

type Mine = { readonly place?: Place | undefined; readonly course?: Course | undefined }
/** Of a file that does not tell the two apart, what it is about is what it was here already. */
function mineOf(row: ImportRow, { places, courses }: There): Mine {
  const place = () =>
    own(
      places,
      row,
      ({ name, postcode }) => lower(name) === lower(row.name) && postcode === readPostcode(typedIn(row, 'postcode')),
    )
  const course = () =>
    own(
      courses,
      row,
      ({ title, starts_on: on }) =>
        lower(title) === lower(row.name) && on === (typedIn(row, 'eerste') || row.otherwise['eerste']),
    )
  const [first, other] = row.kind === 'place' ? [place, course] : [course, place]
  const found = first() ?? (row.times === undefined ? undefined : other())
  return found === undefined ? {} : 'title' in found ? { course: found } : { place: found }
}

type Read =
  | { readonly why: string }
  | { readonly ended: Ended }
  | { readonly planned: Planned; readonly same: boolean }
  | { readonly same: true; readonly id: string }

/** What each row would do, on a day. */
export function planOf({ rows, unread, ignored }: ReadFile, there: There, today: string): Plan {
  const added: Planned[] = []
  const changed: Planned[] = []
  const ended: Ended[] = []
  const refused: Unread[] = [...unread]
  const seen = new Set<string>()
  let same = 0
  const names = new Set(rows.filter(({ kind }) => kind === 'place').map(({ name }) => lower(name)))
  for (const each of rows) {
    const read = readRow(each, there, today, names)
    const { line, name } = each
    const found = 'planned' in read ? read.planned.id : 'ended' in read ? read.ended.id : 'id' in read ? read.id : ''
    const again = 'why' in read ? '' : (found ?? `${each.kind} ${each.key} ${lower(name)}`)
    if ('why' in read) refused.push({ line, name, why: read.why })
    else if (seen.has(again)) refused.push({ line, name, why: 'dit staat twee keer in het bestand' })
    else if ('ended' in read) ended.push(read.ended)
    else if (read.same) same++
    else if (read.planned.id === undefined) added.push(read.planned)
    else changed.push(read.planned)
    if (again !== '') seen.add(again)
  }
  return { added, changed, ended, same, ignored, refused: refused.toSorted((one, other) => one.line - other.line) }
}

function readRow(each: ImportRow, there: There, today: string, names: ReadonlySet<string>): Read {
  const mine = mineOf(each, there)
  const found = mine.place ?? mine.course
  const theirs = found === undefined ? there.shown.get(each.id) : undefined
  if (theirs) return { why: `dit houdt ${theirs.keeper ?? 'de gemeente'} bij, en verandert alleen daar` }
  if (each.gone !== '') {
    if (!found) return { why: `de bron zegt: ${each.gone}` }
    // What nobody looked at for half a year we call not active ourselves: that is no news.
    const ours = freshness(found.checked_on, today) === 'closed' && each.checked <= found.checked_on
    if (found.state === 'ended' || (ours && each.gone === GONE.inactive)) return { same: true, id: found.id }
    return { ended: { line: each.line, name: each.name, id: found.id, kind: mine.place ? 'place' : 'course' } }
  }
  if (found?.state === 'ended') return { why: 'dit haalde u van de site. Zet het eerst terug.' }
  return mine.place || (!mine.course && each.kind === 'place')
    ? readPlace(each, mine.place, there, today)
    : readCourse(each, mine.course, there, { today, names })
}

/** What an entry keeps as its key, and the day on which somebody looked: never one before we did. */
function keptOf({ key, id, checked }: ImportRow, mine: Place | Course | undefined, today: string) {
  return {
    key: mine?.id === id && id !== '' ? mine.key : mine?.key || key,
    today: mine !== undefined && checked !== '' && checked < mine.checked_on ? mine.checked_on : checked || today,
  }
}
const newer = ({ checked }: ImportRow, mine: Place | Course): boolean => checked > mine.checked_on

function readPlace(each: ImportRow, mine: Place | undefined, there: There, today: string): Read {
  const fields = placeOnto(each, mine, there.shown.get(mine?.id ?? ''), today)
  const { held, problems } = readForm(PLACE_FIELDS, sentOf(fields))
  if (!held) return { why: said(problems, 'place', fields) }
  const other = providerProblem(there.organisation, held.aanbieder, mine?.provider)
  if (other !== undefined) return { why: `aanbieder: ${other}` }
  const made = placeIn(held, keptOf(each, mine, today))
  const stays = mine && fields['punt'] === pointTyped(mine.x, mine.y)
  const row: PlaceIn = stays ? { ...made, x: mine.x, y: mine.y } : made
  const planned = { line: each.line, name: held.naam, id: mine?.id, kind: 'place', row } as const
  const same = mine !== undefined && told(placeTyped(mine)) === told(placeTyped({ ...mine, ...row } as Place))
  return { planned, same: same && !newer(each, mine) }
}

/** The place of a course: the one it has as long as the file says so, or says nothing. */
function whereOf(row: ImportRow, mine: Course | undefined, { choose, places }: There): string | undefined {
  if (row.place === undefined) return mine?.place ?? undefined
  const asked = lower(row.place)
  const names = [...choose, ...places.map(({ id, name }) => ({ id, title: name }))]
  const fits = names.filter(({ id, title }) => id === asked || lower(title) === asked)
  return (
    fits.find(({ id }) => id === mine?.place)?.id ??
    (mine?.place === asked ? asked : choose.find(({ id }) => fits.some((each) => each.id === id))?.id)
  )
}

function readCourse(
  each: ImportRow,
  mine: Course | undefined,
  there: There,
  { today, names }: { readonly today: string; readonly names: ReadonlySet<string> },
): Read {
  const asked = lower(each.place ?? '')
  const at = whereOf(each, mine, there)
  const brought = at === undefined && names.has(asked)
  const fields = courseOnto(each, mine, there.calledOff.get(mine?.id ?? '') ?? new Set())
  const home = fields['thuis'] ?? ''
  // A place that the same file brings has no id yet: until it has, the course is held as one that is somewhere.
  const plek = at ?? (brought ? 'volgt' : '')
  if (asked !== '' && plek === '' && home === '') return { why: `plek: “${each.place!.slice(0, 80)}” kennen wij niet.` }
  const { held, problems } = readForm(COURSE_FIELDS, sentOf({ ...fields, plek }), COURSE_ACROSS)
  if (!held) return { why: said(problems, 'course', fields) }
  const other = providerProblem(there.organisation, held.aanbieder, mine?.provider)
  if (other !== undefined) return { why: `aanbieder: ${other}` }
  const made = courseIn(held, keptOf(each, mine, today))
  const wrong = meetingProblem(made.meetings)
  if (wrong !== undefined) return { why: wrong }
  const row = { ...made.row, place: at ?? null }
  const { meetings } = made
  const planned = { line: each.line, name: held.titel, id: mine?.id, kind: 'course', row, meetings } as const
  const same =
    mine !== undefined && !brought && told(courseTyped(mine)) === told(courseTyped({ ...mine, ...row } as Course))
  return { planned: { ...planned, at: brought ? asked : '' }, same: same && !newer(each, mine) }
}
