/**
 * When one can come by or call: read out of sentences, and out of what a page says for search engines
 * (schema.org `openingHours` and `openingHoursSpecification`).
 */

const DAY =
  '(?:(?:op )?(?:werkdagen|weekdagen)|elke (?:werk)?dag|dagelijks|(?:maan|dins|woens|donder|vrij|' +
  'zater|zon)dag|\\b(?:ma|di|wo|do|vr)\\b|weekdays|(?:mon|tues|wednes|thurs|fri)day)'
const TIME = '\\d{1,2}(?:[.:]\\d{2})?(?: ?(?:uur|u\\b))?'
const SPAN = `(?:${TIME} ?(?:-|tot(?: en met)?|t/m|until|to) ?${TIME}|(?:tussen|between) ${TIME} (?:en|and) ${TIME})`
/** From a time until a time, on days, also where they stand under each other; or the days behind the times. */
const HOURS = new RegExp(
  `${DAY}(?:[^\\d!?\\n]{0,60}|:?\\s{1,3})${SPAN}|${SPAN}(?: |, | \\()(?:op )?(?:werkdagen|weekdays)`,
  'gi',
)
/** What has a beginning and an end too, and is not open to whoever comes. */
const EVENT = new RegExp(
  'vergader|bijeenkomst|inloopavond|avond(?!openstelling)|workshop|cursus|concert|training|' +
    '(?<!super)markt(?!\\p{L}| \\d)|repetitie|wedstrijd|evenement|' +
    'excursie|webinar|lezing|meeting|\\bevents?\\b|afgesloten|afsluiting|wegwerk|vacature|uren per week',
  'iu',
)
const OPEN = /\bopen\b|opening|openstelling|geopend|bereikbaar|bezoekadres|\bbalie|loket|telefonisch|spreekuur/i
/** Where one comes or calls: without such a word a day with times may be of anything. */
const PLACE = new RegExp(
  'contact|\\bbel(?:len|t)?\\b|telefo|adres|gemeentehuis|stadhuis|raadhuis|provinciehuis|kantoor|plein|markt \\d|' +
    'straat|winkel|bibliotheek|receptie|helpdesk|klantenservice|publieks|servicepunt|loket|' +
    '\\d{4} ?[A-Z]{2}\\b|\\bcall\\b|office',
  'i',
)
/** What opens and closes, and is no place to be helped. */
const NEVER =
  /parkeer|parkeren|blauwe zone|container|aan de (?:weg|straat)|\bbrug|\bsluis\b|geluid|\bles(?:sen)?\b|\p{L}les\b/iu
/** Characters before the days in which their sentence says what they are about. */
const BEFORE = 60
const TRIES = 50

/** The first place in a text (as typed) that tells when one can come by or call; undefined: none. */
export function hoursInText(text: string): RegExpExecArray | undefined {
  let tries = 0
  for (const found of text.matchAll(HOURS)) {
    if (++tries > TRIES) return undefined
    const before = text.slice(Math.max(0, found.index - BEFORE), found.index)
    const own = before.slice(before.lastIndexOf('. ') + 1)
    const sentence = own + found[0]
    const after = /^[^.!?\n]{0,60}/.exec(text.slice(found.index + found[0].length))?.[0] ?? ''
    if (NEVER.test(sentence + after)) continue
    const alone = !/\p{L}/u.test(own) && !EVENT.test(sentence + after)
    if (OPEN.test(sentence) || alone || (PLACE.test(sentence) && !EVENT.test(sentence))) return found
  }
  return undefined
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
const OF_DAYS = `(?:${DAYS.join('|')})(?:\\s?[-,]\\s?(?:${DAYS.join('|')})){0,6}`
const CLOCK = '(?:[01]?\\d|2[0-4])[:.][0-5]\\d'
/** As schema.org writes it: `Mo-Fr 09:00-17:00`. */
const WRITTEN = new RegExp(`^${OF_DAYS} (${CLOCK})(?::\\d\\d)?-(${CLOCK})(?::\\d\\d)?$`)
/** Parts of the data that are looked at, and lines that are kept. */
const NODES = 2_000
export const LINES = 20

/** Opening hours in one block of JSON-LD, as `Mo-Fr 09:00-17:00`; none where it is no JSON, or open day and night. */
export function hoursInData(json: string): string[] {
  const found: string[] = []
  const left: unknown[] = [parsed(json)]
  for (let seen = 0; left.length > 0 && seen < NODES && found.length < LINES; seen++) {
    const node = left.pop()
    if (typeof node !== 'object' || node === null) continue
    if (!Array.isArray(node)) found.push(...hoursOf(node as Readonly<Record<string, unknown>>))
    left.push(...Object.values(node).slice(0, NODES))
  }
  return found.slice(0, LINES)
}

/** One line as schema.org writes it, or nothing: another form, or open day and night. */
export function hoursLine(said: string): string[] {
  const line = said.slice(0, 100).replace(/\s+/g, ' ').trim()
  const [, from = '', until = ''] = WRITTEN.exec(line) ?? []
  return isTold(from, until) ? [line] : []
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null // what a page says for search engines may be no JSON: then it says nothing
  }
}

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, LINES) : [value])

function hoursOf(node: Readonly<Record<string, unknown>>): string[] {
  const written = many(node['openingHours']).flatMap((one) => (typeof one === 'string' ? hoursLine(one) : []))
  const { opens, closes } = node
  if (typeof opens !== 'string' || typeof closes !== 'string') return written
  // Where a day is named by an address, its last word is the name.
  const days = many(node['dayOfWeek']).flatMap((one) => {
    const name = typeof one === 'string' ? one.slice(0, 100).split('/').at(-1)!.slice(0, 2) : ''
    return DAYS.filter((day) => day === name)
  })
  if (days.length === 0) return written
  return [...written, ...hoursLine(`${[...new Set(days)].join(',')} ${opens.slice(0, 5)}-${closes.slice(0, 5)}`)]
}

/** Closed is told by the same time twice; day and night tells nobody when somebody is there. */
const isTold = (from: string, until: string): boolean =>
  from !== '' && from !== until && !(/^0?0[:.]00$/.test(from) && /^(?:23[:.]59|24[:.]00)$/.test(until))
