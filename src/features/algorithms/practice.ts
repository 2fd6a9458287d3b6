/**
 * Where the register of algorithms says otherwise than what really happens, by what the other registers and the dates
 * tell. It asserts no cause: it says what was seen. Pure.
 */
import { fieldFor } from '../../catalogue/registers.ts'
import type { Entry, Register } from '../../model/register.ts'
import { day } from '../../web/language.ts'
import { IN_DEVELOPMENT, IN_USE, OUT_OF_USE } from '../../vocabulary/algorithm-standard.ts'
import { bodyOf, fieldOf, type National } from './standard.ts'

/** Something that an algorithm leans on: the product it is in, a contract for that product, or a project about it. */
export type Leaned = {
  readonly title: string
  readonly endedAt: Date | null
  readonly endsOn: string | null
  /** Its status says that it stopped. */
  readonly stopped: boolean
}
/** A processing of personal data that an algorithm is part of, as its own register tells of its assessment (DPIA). */
export type Processing = {
  readonly title: string
  /** Somebody answered that an assessment is needed. */
  readonly needed: boolean
  /** YYYY-MM-DD on which it was adopted, and whether the document is there. */
  readonly assessedOn: string | null
  readonly document: boolean
}
export type Around = {
  readonly products: readonly Leaned[]
  readonly contracts: readonly Leaned[]
  readonly projects: readonly Leaned[]
  readonly processings: readonly Processing[]
  /** IT assessments that are linked to it or to its processings. */
  readonly cases: number
  /** The version that everybody reads on our own site; undefined when it is not public. */
  readonly publicVersion: number | undefined
  /** Whether it stands in the national register, published; undefined while nobody looked. */
  readonly national: boolean | undefined
}
export type Finding = {
  readonly kind:
    | 'product-ended'
    | 'contract-ended'
    | 'project-stopped'
    | 'no-assessment'
    | 'assessment-unfound'
    | 'assessment-unnamed'
    | 'assessment-undone'
    | 'no-basis'
    | 'review-passed'
    | 'end-passed'
    | 'end-missing'
    | 'not-public'
    | 'older-public'
    | 'not-national'
    | 'still-national'
  readonly text: string
}

const over = ({ endedAt, endsOn, stopped }: Leaned, today: string): boolean =>
  stopped || endedAt !== null || (endsOn !== null && endsOn < today)

const titles = (some: readonly { readonly title: string }[]): string => some.map(({ title }) => title).join(', ')
/** A date to come is a plan. */
const assessed = ({ assessedOn, document }: Processing, today: string): boolean =>
  document || (assessedOn !== null && assessedOn <= today)
/** By the titles of its list: a text may say as well that none is needed. */
const namesDpia = (body: National): boolean =>
  ((body['impacttoetsen_grouping'] ?? []) as readonly Readonly<Record<string, unknown>>[]).some(({ title }) =>
    /\bdpia\b|\bpia\b|gegevensbescherming/i.test(String(title)),
  )

/** Everything that was seen, the gravest first. */
export function practiceOf(register: Register, entry: Entry, around: Around, today: string): readonly Finding[] {
  const body = bodyOf(register, entry.id, entry.values)
  const inUse = body['status'] === IN_USE && entry.endedAt === null
  const label = (name: string) => `“${fieldOf(register, name)?.label ?? name}”`
  const found: Finding[] = []
  const see = (seen: boolean, kind: Finding['kind'], text: () => string) => {
    if (seen) found.push({ kind, text: text() })
  }
  const gone = around.products.filter((each) => over(each, today))
  see(inUse && gone.length > 0, 'product-ended', () => {
    return `De status is “${IN_USE}”, maar het product is beëindigd: ${titles(gone)}.`
  })
  see(
    inUse && around.contracts.length > 0 && around.contracts.every((each) => over(each, today)),
    'contract-ended',
    () => `Het contract is voorbij: ${titles(around.contracts)}.`,
  )
  const stopped = around.projects.filter((each) => each.stopped)
  const going = inUse || (body['status'] === IN_DEVELOPMENT && entry.endedAt === null)
  // Where another project about it goes on or was finished, the one that stopped says nothing.
  see(going && stopped.length > 0 && stopped.length === around.projects.length, 'project-stopped', () => {
    return `De status is “${String(body['status'])}”, maar het project is gestopt: ${titles(stopped)}.`
  })
  const end = body['end_date'] as string | undefined
  see(inUse && end !== undefined && end < today.slice(0, 7), 'end-passed', () => {
    return `De status is “${IN_USE}”, maar de maand bij ${label('end_date')} is voorbij.`
  })
  see(body['status'] === OUT_OF_USE && end === undefined, 'end-missing', () => {
    return `De status is “${OUT_OF_USE}”, maar ${label('end_date')} is niet ingevuld.`
  })
  const none = (...names: readonly string[]) => names.every((name) => body[name] === undefined)
  see(inUse && none('lawful_basis', 'lawful_basis_grouping'), 'no-basis', () => {
    return `Er staat geen wettelijke basis: ${label('lawful_basis')} is niet ingevuld.`
  })
  const unnamed = none('impacttoetsen', 'impacttoetsen_grouping')
  const { processings, cases } = around
  const done = processings.filter((each) => assessed(each, today))
  see(inUse && unnamed && done.length === 0 && cases === 0, 'no-assessment', () => {
    return `Er staat geen toets (DPIA of IAMA), en ook niet waarom die niet nodig is.`
  })
  see(inUse && unnamed && (done.length > 0 || cases > 0), 'assessment-unnamed', () => {
    const where =
      done.length > 0 ? `Bij de verwerking staat een DPIA: ${titles(done)}.` : 'Er is een IT-toets gekoppeld.'
    return `${where} Bij het algoritme staat geen toets.`
  })
  const bare = processings.length > 0 && done.length === 0 && cases === 0
  see(inUse && bare && namesDpia(body), 'assessment-unfound', () => {
    return `Bij het algoritme staat een DPIA. Bij de verwerking is er geen te vinden: ${titles(processings)}.`
  })
  const due = processings.filter((each) => each.needed && !assessed(each, today))
  see(going && due.length > 0 && cases === 0, 'assessment-undone', () => {
    return `Bij de verwerking staat dat een DPIA nodig is. Er staat geen datum bij: ${titles(due)}.`
  })
  const review = entry.values[fieldFor(register, 'review')?.id ?? '']
  see(entry.endedAt === null && typeof review === 'string' && review < today, 'review-passed', () => {
    return `Het zou op ${day('nl', String(review))} opnieuw bekeken worden.`
  })
  const { publicVersion, national } = around
  see(
    inUse && publicVersion === undefined,
    'not-public',
    () => 'Het is in gebruik en staat niet op onze openbare site.',
  )
  see(publicVersion !== undefined && publicVersion < entry.version, 'older-public', () => {
    return `Op onze openbare site staat een oudere versie: ${publicVersion} in plaats van ${entry.version}.`
  })
  see(
    inUse && national === false,
    'not-national',
    () => 'Het is in gebruik en staat niet gepubliceerd in het Algoritmeregister.',
  )
  see(entry.endedAt !== null && national === true, 'still-national', () => {
    return 'Wij houden het niet meer bij, maar het staat nog gepubliceerd in het Algoritmeregister.'
  })
  return found
}
