/**
 * Where the register of algorithms says otherwise than what really happens, by what the other registers and the dates
 * tell. It asserts no cause: it says what was seen. Pure.
 */
import { fieldFor } from '../../catalogue/registers.ts'
import type { Entry, Register } from '../../model/register.ts'
import { day } from '../../web/language.ts'
import { IN_USE, OUT_OF_USE } from '../../vocabulary/algorithm-standard.ts'
import { bodyOf, fieldOf } from './standard.ts'

/** Something that an algorithm leans on: the product it is in, or a contract for that product. */
export type Leaned = {
  readonly title: string
  readonly endedAt: Date | null
  readonly endsOn: string | null
}
export type Around = {
  readonly products: readonly Leaned[]
  readonly contracts: readonly Leaned[]
  /** The version that everybody reads on our own site; undefined when it is not public. */
  readonly publicVersion: number | undefined
  /** Whether it stands in the national register, published; undefined while nobody looked. */
  readonly national: boolean | undefined
}
export type Finding = {
  readonly kind:
    | 'product-ended'
    | 'contract-ended'
    | 'no-assessment'
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

const over = ({ endedAt, endsOn }: Leaned, today: string): boolean =>
  endedAt !== null || (endsOn !== null && endsOn < today)

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
    const names = gone.map(({ title }) => title).join(', ')
    return `De status is “${IN_USE}”, maar het product is beëindigd: ${names}.`
  })
  see(
    inUse && around.contracts.length > 0 && around.contracts.every((each) => over(each, today)),
    'contract-ended',
    () => `Het contract is voorbij: ${around.contracts.map(({ title }) => title).join(', ')}.`,
  )
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
  see(inUse && none('impacttoetsen', 'impacttoetsen_grouping'), 'no-assessment', () => {
    return `Er staat geen toets (DPIA of IAMA), en ook niet waarom die niet nodig is.`
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
