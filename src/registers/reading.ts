/**
 * Reads what was typed in a form or stands in a row of a table, field by field; what cannot be read is told in words.
 */
import { isDate } from '../lib/iso-date.ts'
import { degreesOfGrid, isInGrid } from '../lib/rijksdriehoek.ts'
import type { Position } from '../model/map.ts'
import { websiteHost } from '../lib/web-address.ts'
import type { Field, Register, Value, Values } from '../model/register.ts'
import { day } from '../web/language.ts'
import { dependentProblems } from './conditions.ts'
import { lines, textOf, type Input, type Problems } from './values.ts'

/** What a field was read as; neither of the two: it was left open. */
export type Read = { readonly value?: Value; readonly problem?: string }

/** One field of a form or a row, read. Links and files are read apart: what they lead to stands in the database. */
export function readField(field: Field, given: string | readonly string[] | undefined): Read {
  if (field.kind === 'choices') return readChoices(field, given)
  const text = textOf(given)
  if (text === '') return {}
  if (field.kind === 'list') return readList(field, text)
  if (text.length > field.max) return { problem: `Dit is te lang: ${text.length} tekens. Er passen er ${field.max}.` }
  return READERS[field.kind]?.(text, field) ?? { value: text }
}

const READERS: Readonly<Partial<Record<Field['kind'], (text: string, field: Field) => Read>>> = {
  // One line: a title is also written in a list of titles.
  text: (text) => ({ value: text.replace(/\s+/g, ' ') }),
  choice: (text, field) => {
    const id = optionOf(field, text)
    return id === undefined ? { problem: notAnOption(field, text) } : { value: id }
  },
  'yes-no': (text) =>
    /^(?:ja|yes|true|1)$/i.test(text)
      ? { value: true }
      : /^(?:nee|no|false|0)$/i.test(text)
        ? { value: false }
        : { problem: 'Vul ja of nee in.' },
  date: (text) => {
    const iso = isoOf(text)
    return iso === undefined ? { problem: 'Vul een datum in, zoals 31-12-2026.' } : { value: iso }
  },
  month: (text) => {
    const [, year, month] = /^(\d{4})-(\d{1,2})$/.exec(text.replace(/^(\d{1,2})[-/](\d{4})$/, '$2-$1')) ?? []
    const iso = year && month ? `${year}-${month.padStart(2, '0')}` : ''
    return isDate(`${iso}-01`) ? { value: iso } : { problem: 'Vul een maand in, zoals 2026-11.' }
  },
  number: (text) => amountOf(text, 'Vul een getal in, zoals 12 of 12,5.'),
  amount: (text) => amountOf(text.replace(/^€\s*/, ''), 'Vul een bedrag in euro’s in, zoals 1250 of 1250,50.'),
  email: (text) =>
    isMail(text) ? { value: text } : { problem: 'Dit is geen e-mailadres. Schrijf het zoals naam@gemeente.nl.' },
  url: (text) =>
    isWeb(text)
      ? { value: new URL(text).href }
      : { problem: 'Dit is geen webadres. Schrijf het zoals https://www.gemeente.nl/pagina.' },
  // What cannot be opened safely is no way to reach anybody.
  reach: (text) =>
    isMail(text)
      ? { value: text }
      : isWeb(text) && text.startsWith('https:')
        ? { value: new URL(text).href }
        : { problem: 'Vul een e-mailadres in, zoals naam@gemeente.nl, of een webadres dat begint met https://.' },
  place: (text) => readPlace(text),
}

const isMail = (text: string): boolean =>
  /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/.test(text) && websiteHost(text.slice(text.lastIndexOf('@') + 1)) !== undefined
const isWeb = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text)

const optionOf = (field: Field, text: string): string | undefined =>
  field.options.find(({ id, label }) => id === text || label.toLowerCase() === text.toLowerCase())?.id

const notAnOption = (field: Field, text: string): string =>
  `“${text.slice(0, 60)}” staat niet in de lijst. Kies uit: ${field.options.map(({ label }) => label).join(', ')}.`

function readChoices(field: Field, given: string | readonly string[] | undefined): Read {
  const words = (typeof given === 'string' ? given.split(/[\n;]/) : (given ?? [])).map((word) => word.trim())
  const ids: string[] = []
  for (const word of words.filter((each) => each !== '')) {
    const id = optionOf(field, word)
    if (id === undefined) return { problem: notAnOption(field, word) }
    if (!ids.includes(id)) ids.push(id)
  }
  const order = field.options.map(({ id }) => id)
  return ids.length === 0 ? {} : { value: ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) }
}

/** `31-12-2026` as people write it, or `2026-12-31` as programs do. */
function isoOf(text: string): string | undefined {
  const iso = text.replace(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, (_, d: string, m: string, y: string) =>
    [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
  )
  return isDate(iso) ? iso : undefined
}

function amountOf(text: string, problem: string): Read {
  const plain = text.replace(/\s/g, '')
  // 1.250 is twelve hundred and fifty in the Netherlands; 12.5 is a half more than twelve everywhere.
  const dotted = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain
  const value = Number(dotted.replace(',', '.'))
  return /^-?\d{1,12}(?:[.,]\d{1,4})?$/.test(dotted) && Number.isFinite(value) ? { value } : { problem }
}

/** What stands between the brackets behind the name of a place. */
const BEHIND = /\(([-\d.,;\s]+)\)$/
/** Corners that an area may have. */
const MOST_CORNERS = 60

/**
 * `Stationsplein 1`, with `(52.1663, 4.4814)` behind it: latitude, longitude, as maps give them. Metres of the Dutch
 * grid, `(93500, 463500)`, are read too and kept as degrees. Three or more with a `;` between them are the corners of
 * an area.
 */
function readPlace(text: string): Read {
  const behind = BEHIND.exec(text)
  const pairs = behind?.[1]!.split(';').map((pair) => /^\s*(-?\d[\d.]*)\s*,\s*(-?\d[\d.]*)\s*$/.exec(pair))
  // Brackets with something else in them belong to the name.
  if (!behind || !pairs?.every((pair) => pair !== null)) return { value: { label: text, lon: null, lat: null } }
  const label = text.slice(0, behind.index).trimEnd()
  if (pairs.length === 2 || pairs.length > MOST_CORNERS)
    return { problem: `Een plek is één punt. Een gebied heeft drie tot ${MOST_CORNERS} hoekpunten.` }
  const points: Position[] = []
  for (const [, one, other] of pairs) {
    const read = readPoint(one!, other!)
    if (typeof read === 'string') return { problem: read }
    points.push(read)
  }
  const [lon, lat] = points.length === 1 ? points[0]! : middleOf(points)
  return { value: { label, lon, lat, ...(points.length > 1 && { area: points }) } }
}

/** Degrees or metres of the grid, told apart by their size. A sentence: why it is no place. */
function readPoint(one: string, other: string): Position | string {
  const [x, y] = [Number(one), Number(other)]
  if (Math.abs(x) >= 1_000 || Math.abs(y) >= 1_000) {
    if (!isInGrid(x, y))
      return 'Deze plek ligt niet in Nederland. Schrijf Rijksdriehoekscoördinaten als (93500, 463500).'
    const { lon, lat } = degreesOfGrid(x, y)
    return [Number(lon.toFixed(6)), Number(lat.toFixed(6))]
  }
  // `not <=`: two points in one number are no number.
  if (!(Math.abs(x) <= 90) || !(Math.abs(y) <= 180))
    return 'De plek op de kaart bestaat niet. Schrijf eerst de breedte, zoals (52.1663, 4.4814).'
  return [y, x]
}

/** The middle of the corners of an area, to a tenth of a metre. */
function middleOf(corners: readonly Position[]): Position {
  const mean = (of: 0 | 1) => Number((corners.reduce((sum, corner) => sum + corner[of], 0) / corners.length).toFixed(6))
  return [mean(0), mean(1)]
}

function readList(field: Field, text: string): Read {
  const rows = lines(text)
  if (rows.length > field.max) return { problem: `Dit zijn ${rows.length} regels. Er passen er ${field.max}.` }
  const read: Record<string, string>[] = []
  const labels = field.parts.map(({ label }) => label)
  for (const [at, row] of rows.entries()) {
    const cells = row.split('|').map((cell) => cell.trim())
    if (cells.length > field.parts.length)
      return { problem: `Regel ${at + 1} heeft te veel delen. Schrijf: ${labels.join(' | ')}.` }
    const one: Record<string, string> = {}
    for (const [index, part] of field.parts.entries()) {
      const { value, problem } = readField(part, cells[index])
      if (problem) return { problem: `Regel ${at + 1}, ${part.label}: ${problem}` }
      if (value === undefined && part.required) return { problem: `Regel ${at + 1} mist ${part.label}.` }
      if (value !== undefined) one[part.id] = String(value)
    }
    read.push(one)
  }
  return { value: read }
}

/**
 * Everything of a form or a row. `links` gives what the fields that lead elsewhere hold, looked up before. What is not
 * right stands in `problems`; the rest is read all the same.
 */
export function valuesFrom(
  register: Register,
  input: Input,
  links: Readonly<Record<string, Read>> = {},
): { readonly values: Values; readonly problems: Problems } {
  const values: Record<string, Value> = {}
  const problems: Record<string, string> = {}
  for (const field of register.fields) {
    const leads = field.kind === 'link' || field.kind === 'file'
    const { value, problem } = leads ? (links[field.id] ?? {}) : readField(field, input[field.id])
    if (problem !== undefined) problems[field.id] = problem
    else if (value !== undefined) values[field.id] = value
    else if (field.required === 'always') problems[field.id] = missing(field)
  }
  const told = { ...problems, ...orderProblems(register, values) }
  return { values, problems: { ...told, ...dependentProblems(register, values, told) } }
}

/** A label that is a question is answered; any other is filled in. */
function missing({ kind, label }: Field): string {
  if (kind === 'choice' || kind === 'yes-no' || kind === 'choices') return `Kies een antwoord bij “${label}”.`
  return label.endsWith('?') ? `Vul een antwoord in bij “${label}”.` : `Vul ${label.toLowerCase()} in.`
}

/** An end before its beginning. */
export function orderProblems(register: Register, values: Values): Problems {
  const [begins, ends] = (['begins', 'ends'] as const).map((role) => register.fields.find((each) => each.role === role))
  if (!begins || !ends) return {}
  const [from, to] = [values[begins.id], values[ends.id]]
  return typeof from === 'string' && typeof to === 'string' && to < from
    ? { [ends.id]: `Dit is vóór “${begins.label}” (${day('nl', from)}).` }
    : {}
}
