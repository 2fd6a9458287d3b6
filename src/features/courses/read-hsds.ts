/**
 * Reads services of another directory (Open Referral, HSDS 3): what comes back each week is a place with help, and what
 * meets on days alone is a course. What it cannot say (days off, a room, how to sign up) is not among the fields.
 */
import { z } from 'zod'
import { daysAfter, isDate } from '../../lib/iso-date.ts'
import { NoList } from '../../lib/csv-text.ts'
import { gridOfDegrees } from '../../lib/rijksdriehoek.ts'
import { UUID } from '../../lib/uuid.ts'
import { HELP_LANGUAGES, HELP_SUBJECTS } from '../../vocabulary/help.ts'
import { timesTyped } from './form-times.tsx'
import {
  GONE,
  languageCode,
  MOST_ROWS,
  subjectCode,
  type Fields,
  type ImportRow,
  type ReadFile,
} from './import-rows.ts'
import { Schedule, timesOf } from './read-hsds-times.ts'

const text = z.string().max(5_000).nullish()
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
  assured_date: text,
  last_modified: text,
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

const clean = (value: string | null | undefined): string => (value ?? '').trim()

/** The day on which somebody looked or else wrote last, and never a day to come; empty when it does not say. */
function checkedOn({ assured_date: assured, last_modified: modified }: Service, today: string): string {
  const day = [assured, modified].map((each) => clean(each).slice(0, 10)).find(isDate)
  return day === undefined ? '' : day > today ? today : day
}
/** Where it is; nothing of what the service leaves out. */
function whereOf(location: z.infer<typeof Location> | null | undefined): Fields {
  const address = location?.addresses?.[0]
  const [lon, lat] = [location?.longitude ?? 0, location?.latitude ?? 0]
  const steps = stepFree(location?.accessibility ?? [])
  return {
    ...(address && {
      straat: clean(address.address_1).slice(0, 120),
      postcode: clean(address.postal_code),
      plaats: clean(address.city).slice(0, 80),
      wijk: clean(address.region).slice(0, 80),
    }),
    ...(lon !== 0 && gridOfDegrees(lon, lat) && { punt: `${lat.toFixed(5)}, ${lon.toFixed(5)}` }),
    ...(steps !== undefined && { drempelvrij: steps }),
  }
}

/** About what, and in which languages; nothing of what we have no word for. */
function aboutOf(service: Service): Fields {
  const subjects = (service.attributes ?? [])
    .flatMap(({ taxonomy_term: term }) => (term ? [subjectCode(clean(term.code) || clean(term.name))] : []))
    .filter((code) => (HELP_SUBJECTS as readonly string[]).includes(code))
  const languages = (service.languages ?? [])
    .map(({ name, code }) => languageCode(clean(code) || clean(name)))
    .filter((code) => (HELP_LANGUAGES as readonly string[]).includes(code))
  return { ...(subjects.length > 0 && { onderwerp: subjects }), ...(languages.length > 0 && { taal: languages }) }
}

/** What stands on the service itself. */
function saidOf(service: Service): Fields {
  const website = clean(service.organization?.website)
  const provider = clean(service.organization?.name).slice(0, 120)
  const amount = service.cost_options?.[0]?.amount
  const most = service.capacities?.[0]?.maximum
  return {
    naam: service.name.slice(0, 120),
    titel: service.name.slice(0, 120),
    ...(provider !== '' && { aanbieder: provider }),
    telefoon: clean(service.phones?.[0]?.number),
    website: /^https?:\/\//.test(website) ? website : '',
    over: clean(service.description) === service.name ? '' : clean(service.description).slice(0, 1_500),
    melding: clean(service.alert).slice(0, 300),
    voor_wie: clean(service.eligibility_description).slice(0, 300),
    ...(amount != null && { kosten: amount === 0 ? '' : amount.toFixed(2).replace('.', ',') }),
    ...(most != null && { plaatsen: String(most) }),
  }
}

/** The fields of both kinds: which of the two it is, whoever keeps it may know better. Or why it is not read. */
function rowOf(service: Service, line: number, today: string): ImportRow | string {
  const location = service.service_at_locations?.[0]?.location
  const schedules = [
    ...(service.schedules ?? []),
    ...(service.service_at_locations ?? []).flatMap((each) => each.schedules ?? []),
  ]
  const status = clean(service.status).toLowerCase()
  const gone = Object.hasOwn(GONE, status) ? GONE[status as keyof typeof GONE] : ''
  const { times, over } = timesOf(schedules, today)
  if (over && gone === '') return 'de laatste dag in het bestand is voorbij'
  const days = times.extra.map(({ on }) => on).toSorted()
  const meets = times.hours.length === 0 && days.length > 0
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const id = service.id.toLowerCase()
  const somewhere = (location?.addresses?.length ?? 0) > 0
  return {
    line,
    kind: meets ? 'course' : 'place',
    name: service.name,
    id: UUID.test(id) ? id : '',
    key: service.id.slice(0, 80),
    ...(somewhere && { place: clean(location?.name) }),
    fields: { ...saidOf(service), ...whereOf(location), ...aboutOf(service) },
    otherwise: {
      onderwerp: ['basics'],
      thuis: somewhere ? '' : 'via internet',
      ...timesTyped({ ...times, extra: meets ? times.extra : times.extra.filter(({ on }) => on >= today) }),
      ...(meets && { eerste: first, laatste: last > daysAfter(first, 400) ? first : last }),
    },
    times: schedules.length === 0 ? undefined : times,
    checked: checkedOn(service, today),
    gone,
  }
}

/** Only our own words are understood; whatever another directory writes there is read by a person. */
function stepFree(told: readonly { readonly description?: string | null | undefined }[]): string | undefined {
  const said = told
    .map(({ description }) => clean(description).toLowerCase())
    .find((each) => each.startsWith('drempelvrij:'))
  return said === undefined ? undefined : /ja\b/.test(said) ? 'yes' : /nee\b/.test(said) ? 'no' : 'unknown'
}

const lacks = (path: string): string =>
  path === '' ? 'hier staat geen dienst, maar een losse tekst, een getal of een lijst' : `de dienst mist “${path}”`

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
    const line = index + 1
    if (!read.success) unread.push({ line, name: '', why: lacks(read.error.issues[0]?.path.join('.') ?? '') })
    else {
      const row = rowOf(read.data, line, today)
      if (typeof row === 'string') unread.push({ line, name: read.data.name.slice(0, 200), why: row })
      else rows.push(row)
    }
  }
  return { rows, unread, ignored: [] }
}
