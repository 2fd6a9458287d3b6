/**
 * An algorithm in the words of the national standard, and back: what is sent, what is not right about it before it is
 * sent, and every field in which what is held there differs from what stands here. Pure.
 */
import type { Field, Register, Value, Values } from '../../model/register.ts'
import { fieldsNamed } from '../../registers/points.ts'
import { NATIONAL_STATUS, STANDARD, STANDARD_FIELDS, type NationalStatus } from '../../vocabulary/algorithm-standard.ts'

export type National = Readonly<Record<string, unknown>>

/** The name of a field, an answer or a part in the standard. */
const nameIn = ({ external }: { readonly external: Readonly<Record<string, string>> }): string | undefined =>
  external[STANDARD]

/** The field that has this name in the standard, as everybody may read it: what is not public is not sent either. */
export const fieldOf = (register: Register, name: string): Field | undefined =>
  fieldsNamed(register, STANDARD, name).find((field) => field.public)

/** What is sent: every field of the standard that is filled in, with our own mark so that it is found again. */
export function bodyOf(register: Register, id: string, values: Values): National {
  const own = Object.keys(STANDARD_FIELDS).flatMap((name) => {
    const field = fieldOf(register, name)
    const value = field && values[field.id]
    return field === undefined || value === undefined ? [] : [[name, nationally(field, value)] as const]
  })
  return {
    ...Object.fromEntries(own),
    lang: 'nld',
    standard_version: register.standards[STANDARD] ?? '1.0',
    source_id: id,
    // The number that it has there already, when somebody wrote it down: not sent, but known by it.
    ...larsIn(register, values),
  }
}

function larsIn(register: Register, values: Values): National {
  const field = fieldsNamed(register, STANDARD, 'lars')[0]
  const lars = field && values[field.id]
  return lars === undefined ? {} : { lars }
}

function nationally(field: Field, value: Value): unknown {
  const answer = (chosen: unknown) => {
    const option = field.options.find((each) => each.id === chosen)
    return (option && nameIn(option)) ?? String(chosen)
  }
  if (field.kind === 'choice') return answer(value)
  if (field.kind === 'choices') return (value as readonly string[]).map(answer)
  if (field.kind === 'list')
    return (value as readonly Readonly<Record<string, string>>[]).map((row) =>
      Object.fromEntries(
        field.parts.flatMap((part) => (row[part.id] === undefined ? [] : [[nameIn(part) ?? part.id, row[part.id]]])),
      ),
    )
  return String(value)
}

/** What the standard would not take, in Dutch, by the name in the standard. */
export function problemsWith(body: National): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  for (const [name, { required, max, most }] of Object.entries(STANDARD_FIELDS)) {
    const value = body[name]
    if (value === undefined) {
      if (required) problems[name] = 'Dit is verplicht in het landelijke register.'
    } else if (typeof value === 'string' && max !== undefined && value.length > max)
      problems[name] = `Dit is te lang voor het landelijke register: ${value.length} tekens. Er passen er ${max}.`
    else if (Array.isArray(value) && most !== undefined && value.length > most)
      problems[name] = `Dit zijn er te veel voor het landelijke register: ${value.length}. Er passen er ${most}.`
  }
  return problems
}

export type Difference = {
  readonly name: string
  readonly label: string
  readonly here: string
  readonly there: string
}

/** What a field is called here, or what the standard calls it. */
export const labelOf = (register: Register, name: string): string => fieldOf(register, name)?.label ?? OWN[name] ?? name
const OWN: Readonly<Record<string, string>> = {
  lang: 'Taal',
  standard_version: 'Versie van de standaard',
  source_id: 'Ons kenmerk',
}

/** Every field of the standard in which the two differ; empty where one says nothing. */
export const differences = (register: Register, here: National, there: National): readonly Difference[] =>
  Object.keys(STANDARD_FIELDS)
    .map((name) => ({ name, label: labelOf(register, name), here: told(here[name]), there: told(there[name]) }))
    .filter((each) => each.here !== each.there)

/** A value as one reads it. The register gives texts with a little HTML, and lists in an order of its own. */
function told(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(told).filter(Boolean).toSorted().join('\n')
  if (typeof value === 'object') {
    const { title, link } = value as Readonly<Record<string, unknown>>
    return [title, link].map(told).filter(Boolean).join(', ')
  }
  return plainOf(String(value))
}

const plainOf = (text: string): string =>
  text
    .replaceAll(/<(?:br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
    .replaceAll(/<[a-z/][^<>]{0,200}>/gi, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')
    .join('\n')

/** What the national register holds of one number: the version that everybody reads, and the newest. */
export type Held = { readonly published: National | undefined; readonly latest: National | undefined }

const isPublished = (version: National): boolean => version['published'] === true || version['state'] === 'PUBLISHED'
const waits = (version: National): boolean => version['released'] === true || version['state'] === 'STATE_2'

/**
 * How far an algorithm is there, by what is held of it. `withdrawn`: we took it back; that is so as long as nothing of
 * it is read there, and nothing waits to be.
 */
export function statusOf({ published, latest }: Held, withdrawn: boolean): NationalStatus {
  if (published === undefined && latest === undefined) return 'gone'
  const waiting = latest !== undefined && waits(latest)
  if (published !== undefined || (latest !== undefined && isPublished(latest))) return waiting ? 'waiting' : 'published'
  if (waiting) return 'released'
  return withdrawn ? 'withdrawn' : 'draft'
}

/** The status in a sentence. */
export const statusTold = (status: NationalStatus): string => NATIONAL_STATUS[status]
