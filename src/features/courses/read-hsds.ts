/**
 * Reads services of another directory (Open Referral, HSDS 3): what comes back each week is a place with help, and what
 * meets on days alone is a course. What it cannot say (days off, a room) stays empty.
 */
import { z } from 'zod'
import { daysAfter, isDate } from '../../lib/iso-date.ts'
import { NoList } from '../../lib/csv-text.ts'
import { gridOfDegrees } from '../../lib/rijksdriehoek.ts'
import { extraTyped, hoursTyped } from '../../lib/typed-times.ts'
import { hoursAhead } from '../../lib/offset-periods.ts'
import type { Times } from '../../lib/weekly-times.ts'
import { UUID } from '../../lib/uuid.ts'
import { HELP_LANGUAGES, HELP_SUBJECTS } from '../../vocabulary/help.ts'
import { pointTyped } from './fields.ts'
import { DEFAULTS, languageCode, MOST_ROWS, subjectCode, type ImportRow, type ReadFile } from './import-rows.ts'

const text = z.string().max(5_000).nullish()
const Schedule = z.object({
  freq: text,
  byday: text,
  dtstart: text,
  valid_from: text,
  until: text,
  opens_at: text,
  closes_at: text,
})
const Location = z.object({
  name: text,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
  addresses: z.array(z.object({ address_1: text, city: text, postal_code: text, region: text })).nullish(),
  accessibility: z.array(z.object({ description: text })).nullish(),
})
const Service = z.object({
  id: z.string().max(200),
  name: z.string().min(1).max(500),
  description: text,
  url: text,
  status: text,
  alert: text,
  fees_description: text,
  eligibility_description: text,
  organization: z.object({ name: text, website: text }).nullish(),
  phones: z.array(z.object({ number: text })).nullish(),
  languages: z.array(z.object({ name: text, code: text })).nullish(),
  cost_options: z.array(z.object({ amount: z.number().nullish() })).nullish(),
  attributes: z.array(z.object({ taxonomy_term: z.object({ code: text, name: text }).nullish() })).nullish(),
  capacities: z.array(z.object({ maximum: z.number().nullish() })).nullish(),
  schedules: z.array(Schedule).nullish(),
  service_at_locations: z
    .array(z.object({ location: Location.nullish(), schedules: z.array(Schedule).nullish() }))
    .nullish(),
})
type Service = z.infer<typeof Service>
type Schedule = z.infer<typeof Schedule>

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `09:00+01:00`, `09:00` or `08:00Z` on a day as the clock here shows it; undefined when it is no time. */
function clockOf(typed: string | null | undefined, on: string): string | undefined {
  const [, hours = '', minutes = '', zone = ''] =
    /^(\d{1,2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?$/.exec((typed ?? '').trim()) ?? ([] as string[])
  if (hours === '' || Number(hours) > 23) return undefined
  const offset = zone === 'Z' ? 0 : zone === '' ? hoursAhead(on) : Number(zone.slice(0, 3))
  const here = (Number(hours) + hoursAhead(on) - offset + 24) % 24
  return `${String(here).padStart(2, '0')}:${minutes}`
}

/** Its times: each weekly time once, however many stretches tell it; and days that come once. */
function timesOf(schedules: readonly Schedule[], today: string): Times {
  const hours = new Map<string, Times['hours'][number]>()
  const extra: Times['extra'][number][] = []
  for (const { byday, dtstart, valid_from: validFrom, until, opens_at: opens, closes_at: closes } of schedules) {
    const on = [dtstart, validFrom].find((each) => isDate(each ?? '')) ?? today
    const [from, to] = [clockOf(opens, on), clockOf(closes, on)]
    if (from === undefined || to === undefined || from >= to) continue
    if (until === on) extra.push({ on, from, to })
    else
      for (const day of (byday ?? '').split(',').map((each) => DAYS.indexOf(each.trim().slice(-2)) + 1))
        if (day > 0) hours.set(`${day} ${from} ${to}`, { day, from, to })
  }
  return { hours: [...hours.values()], off: [], extra }
}

const clean = (value: string | null | undefined): string => (value ?? '').trim()

function rowOf(service: Service, line: number, today: string): ImportRow {
  const at = service.service_at_locations?.[0]
  const location = at?.location
  const address = location?.addresses?.[0]
  const times = timesOf(
    [...(service.schedules ?? []), ...(service.service_at_locations ?? []).flatMap((each) => each.schedules ?? [])],
    today,
  )
  const amount = service.cost_options?.[0]?.amount ?? 0
  const point =
    location?.longitude && location.latitude ? gridOfDegrees(location.longitude, location.latitude) : undefined
  const told = (service.attributes ?? []).flatMap(({ taxonomy_term: term }) =>
    term ? [subjectCode(clean(term.code) || clean(term.name))] : [],
  )
  const known = told.filter((code) => (HELP_SUBJECTS as readonly string[]).includes(code))
  const subjects = known.length === 0 ? ['basics'] : known
  const languages = (service.languages ?? [])
    .map(({ name, code }) => languageCode(clean(code) || clean(name)))
    .filter((code) => (HELP_LANGUAGES as readonly string[]).includes(code))
  const website = clean(service.organization?.website)
  const both = {
    aanbieder: clean(service.organization?.name).slice(0, 120),
    telefoon: clean(service.phones?.[0]?.number),
    website: /^https?:\/\//.test(website) ? website : '',
    over: clean(service.description) === service.name ? '' : clean(service.description).slice(0, 1_500),
    melding: clean(service.alert).slice(0, 300),
    kosten: amount === 0 ? '' : amount.toFixed(2).replace('.', ','),
    ...Object.fromEntries(
      ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'].map((day, index) => [day, hoursTyped(times, index + 1)]),
    ),
    dicht: '',
  }
  const id = service.id.toLowerCase()
  const common = { line, name: service.name, id: UUID.test(id) ? id : '', key: service.id.slice(0, 80) }
  const days = times.extra.map(({ on }) => on).toSorted()
  if (times.hours.length === 0 && days.length > 0) {
    const [first, last] = [days[0]!, days.at(-1)!]
    return {
      ...common,
      kind: 'course',
      place: clean(location?.name),
      fields: {
        ...DEFAULTS.course,
        ...both,
        titel: service.name.slice(0, 120),
        onderwerp: subjects[0]!,
        taal: languages[0] ?? 'nl',
        voor_wie: clean(service.eligibility_description).slice(0, 300),
        eerste: first,
        laatste: last > daysAfter(first, 400) ? first : last,
        plaatsen: String(service.capacities?.[0]?.maximum ?? 10),
        thuis: address === undefined ? 'via internet' : '',
        extra: extraTyped(times),
      },
    }
  }
  return {
    ...common,
    kind: 'place',
    place: '',
    fields: {
      ...DEFAULTS.place,
      ...both,
      naam: service.name.slice(0, 120),
      straat: clean(address?.address_1).slice(0, 120),
      postcode: clean(address?.postal_code),
      plaats: clean(address?.city).slice(0, 80),
      wijk: clean(address?.region).slice(0, 80),
      punt: point ? pointTyped(point.x, point.y) : '',
      drempelvrij: stepFree(location?.accessibility ?? []),
      onderwerp: subjects,
      taal: languages.length === 0 ? ['nl'] : languages,
      extra: extraTyped(times),
    },
  }
}

/** Only our own words are understood; whatever another directory writes there is read by a person. */
function stepFree(told: readonly { readonly description?: string | null | undefined }[]): string {
  const said = told
    .map(({ description }) => clean(description).toLowerCase())
    .find((each) => each.startsWith('drempelvrij:'))
  return said === undefined ? 'unknown' : /ja\b/.test(said) ? 'yes' : /nee\b/.test(said) ? 'no' : 'unknown'
}

/** Its rows: a list of services, or a page of one (`contents`, `services`). Throws NoList for anything else. */
export function readHsds(bytes: Uint8Array, today: string): ReadFile {
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new NoList('dit is geen JSON')
  }
  const list = z
    .union([
      z.array(z.unknown()),
      z.object({ contents: z.array(z.unknown()) }).transform(({ contents }) => contents),
      z.object({ services: z.array(z.unknown()) }).transform(({ services }) => services),
    ])
    .safeParse(data)
  if (!list.success) throw new NoList('er staat geen lijst van diensten (services) in')
  if (list.data.length > MOST_ROWS) throw new NoList(`er staan meer dan ${MOST_ROWS} diensten in`)
  const rows: ImportRow[] = []
  const unread: { line: number; name: string; why: string }[] = []
  for (const [index, each] of list.data.entries()) {
    const read = Service.safeParse(each)
    if (read.success) rows.push(rowOf(read.data, index + 1, today))
    else
      unread.push({ line: index + 1, name: '', why: `de dienst mist ${String(read.error.issues[0]?.path.join('.'))}` })
  }
  return { rows, unread }
}
