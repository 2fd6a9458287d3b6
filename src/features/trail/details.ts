/** The particulars of a line of the trail in words: no JSON, no ids, no hashes. */
import { KIND_NAMES, REACTIONS, STANCES, STATE_NAMES } from '../../vocabulary/case.ts'
import { PERSON_STATES } from '../../vocabulary/person.ts'
import { ROLE_NAMES } from '../../vocabulary/roles.ts'
import { groundInWords } from '../../vocabulary/woo.ts'
import { day } from '../../web/language.ts'

/** What each particular is called; an empty name: its value says enough. */
const NAMES: Readonly<Record<string, string>> = {
  added: 'nieuw',
  agrees: 'eens met de verklaring',
  among: 'getrokken uit',
  by: 'op naam van',
  catalogue: 'catalogus',
  changed: 'gewijzigd',
  chosen: 'gekozen',
  cluster: 'groep',
  creator: 'maker',
  drawn: 'getrokken',
  dueOn: 'laatste dag',
  endedOn: 'afgerond op',
  field: 'onderdeel',
  from: 'van',
  ground: 'weigeringsgrond',
  kind: '',
  no: 'nummer',
  proposed: 'voorgesteld',
  question: 'vraag',
  reason: 'reden',
  refused: 'geweigerd',
  roles: 'rollen',
  seed: 'startgetal',
  stance: '',
  state: 'status',
  step: 'stap',
  term: 'termijn',
  to: 'naar',
  verdict: '',
  version: 'versie',
  visits: 'bezoeken',
  whom: 'aan',
  year: 'jaar',
}
/** What a value is called. One word never means two things in the trail. */
const VALUES: Readonly<Record<string, string>> = {
  ...STATE_NAMES,
  ...KIND_NAMES,
  ...REACTIONS,
  ...Object.fromEntries(Object.entries(STANCES).map(([stance, words]) => [stance, words.toLowerCase()])),
  ...ROLE_NAMES,
  ...PERSON_STATES,
  accepted: 'goedgekeurd',
  insufficient: 'niet voldoende',
  password: 'wachtwoord',
  code: 'code',
  version: 'nieuwe versie',
  opinion: 'een advies',
  parts: 'score per onderdeel',
  questionnaire: 'vragenlijst',
  summary: 'samenvatting',
  measures: 'maatregelen',
  next: 'opnieuw toetsen',
  'decided-by': 'wie besloot',
  purpose: 'ander doel',
  supplier: 'andere leverancier',
  incident: 'incident',
  date: 'de datum kwam',
}
/**
 * Ids and hashes: they tell two lines apart for a computer, not for a reader. The export keeps the hash of the line.
 */
const MACHINE = /-?(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{40,}\b)/g

/** A part of a publication is named by what it is about. */
const partInWords = (text: string): string =>
  text.replace(/^flag-(.+)$/, 'rode vlag bij vraag $1').replace(/^deviation-.*$/, 'een afwijking')

function valueOf(value: unknown): string {
  if (value === null || value === undefined) return 'leeg'
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day('nl', value)
    const text = partInWords(value.replaceAll(MACHINE, ''))
    return Object.hasOwn(VALUES, text) ? VALUES[text]! : (groundInWords(text) ?? text)
  }
  if (Array.isArray(value)) return value.map(valueOf).filter(Boolean).join(', ')
  const { from, to, ...rest } = value as Readonly<Record<string, unknown>>
  return Object.keys(rest).length === 0 && (from !== undefined || to !== undefined)
    ? `was ${quoted(from)}, is nu ${quoted(to)}`
    : partsOf(value as Readonly<Record<string, unknown>>).join(', ')
}
const quoted = (value: unknown): string => {
  const text = valueOf(value)
  return text === '' || text === 'leeg' ? 'leeg' : `“${text}”`
}

function partsOf(detail: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    const text = valueOf(value)
    // The name of a step says the same as the act itself.
    if (text === '' || (name === 'step' && !Object.hasOwn(VALUES, String(value)))) return []
    const known = Object.hasOwn(NAMES, name) ? NAMES[name]! : name
    return [known === '' ? text : `${known}: ${text}`]
  })
}

/** `detail`: as the trail keeps it, JSON. What is not readable as such is given as it is. */
export function detailInWords(detail: string): string {
  try {
    const value: unknown = JSON.parse(detail)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? partsOf(value as Readonly<Record<string, unknown>>).join('; ')
      : valueOf(value)
  } catch {
    return detail
  }
}
