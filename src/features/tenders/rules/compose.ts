/** Which requirements a tender is offered, what is taken of them, and the annex that follows. Pure. */
import { hashOfContent } from '../../../lib/canonical.ts'
import type { Requirement, RequirementBook } from '../../../model/requirement.ts'
import type { Annex, Asked, TermsHere } from '../../../model/tender.ts'
import {
  LEVELS,
  type Chosen,
  type Criticality,
  type DataClass,
  type Level,
  type OwnWord,
  type ProductKind,
  type Trait,
} from '../../../vocabulary/tender.ts'

/** What is bought, as far as it decides which requirements apply. */
export type Bought = {
  readonly productKind: ProductKind
  readonly dataClass: DataClass
  readonly criticality: Criticality
  readonly traits: readonly Trait[]
  /** Norms to which it is kept; empty: all of them. */
  readonly norms: readonly string[]
}

export type OwnWords = Readonly<Partial<Record<OwnWord, string>>>

/** What an officer decided about one requirement. */
export type Choice = {
  readonly requirement: string
  readonly choice: Chosen
  readonly level: Level
  /** With `adapted`: what this tender says in other words. */
  readonly words: OwnWords
  readonly reason: string
}

/** Whether a requirement belongs to what is bought. */
export const applies = ({ norm, when }: Requirement, bought: Bought): boolean =>
  (bought.norms.length === 0 || bought.norms.includes(norm)) &&
  (when.products === undefined || when.products.includes(bought.productKind)) &&
  (when.data === undefined || when.data.includes(bought.dataClass)) &&
  (when.criticality === undefined || when.criticality.includes(bought.criticality)) &&
  when.traits.every((trait) => bought.traits.includes(trait))

/** The lowest level that it has words for: nobody asks more than was chosen. */
export const lowestLevel = ({ texts }: Requirement): Level =>
  (Object.keys(LEVELS) as Level[]).find((level) => texts[level] !== undefined)!

/** The level that is asked when nobody chose one: more is only asked where a person says so. */
export const levelOf = (requirement: Requirement, choice: Choice | undefined): Level =>
  choice !== undefined && requirement.texts[choice.level] !== undefined ? choice.level : lowestLevel(requirement)

/** A requirement that applies, beside what was decided about it; undefined: nobody looked at it yet. */
export type Offered = { readonly requirement: Requirement; readonly choice: Choice | undefined }

/** What the annex can be composed of, in the order of its parts. `own`: requirements of the tender itself. */
export const offered = (
  book: RequirementBook,
  bought: Bought,
  choices: readonly Choice[],
  own: readonly Requirement[] = [],
): readonly Offered[] => {
  const chosen = new Map(choices.map((each) => [each.requirement, each]))
  // What a tender asks in words of its own always belongs to it, and stands last in its part.
  return [...book.requirements.filter((each) => applies(each, bought)), ...own].map((requirement) => ({
    requirement,
    choice: chosen.get(requirement.id),
  }))
}

/** Of so many nothing may be taken without being looked at: it warns. */
const MANY = 0.9
export type Balance = {
  readonly taken: number
  readonly left: number
  readonly open: number
  readonly knockOuts: number
  /** Nearly everything was taken: the advice of sustainable procurement is to choose. */
  readonly everything: boolean
}

/** How much was taken of what could be. */
export function balanceOf(all: readonly Offered[]): Balance {
  const taken = all.filter(({ choice }) => choice !== undefined && choice.choice !== 'left')
  const left = all.filter(({ choice }) => choice?.choice === 'left').length
  return {
    taken: taken.length,
    left,
    open: all.length - taken.length - left,
    knockOuts: taken.filter(({ requirement: { kind } }) => kind === 'requirement' || kind === 'suitability').length,
    everything: all.length > 4 && taken.length >= all.length * MANY,
  }
}

/** A requirement in the words in which this tender asks it. */
export function askedOf({ requirement, choice }: Offered): Asked {
  const { texts, when: _when, forLawyer: _forLawyer, ...rest } = requirement
  const level = levelOf(requirement, choice)
  const own = choice?.choice === 'adapted'
  return { ...rest, text: texts[level]!, ...(own ? choice.words : {}), level, own }
}

export type Head = Pick<
  Annex,
  | 'municipality'
  | 'number'
  | 'no'
  | 'version'
  | 'title'
  | 'subject'
  | 'productKind'
  | 'dataClass'
  | 'criticality'
  | 'traits'
  | 'reference'
  | 'place'
  | 'closesAt'
  | 'termMonths'
  | 'norms'
>

/** The annex of what was taken. */
export function annexOf(
  head: Head,
  book: RequirementBook,
  terms: readonly TermsHere[],
  all: readonly Offered[],
): Annex {
  const requirements = all.filter(({ choice }) => choice !== undefined && choice.choice !== 'left').map(askedOf)
  const used = new Set(requirements.map(({ part }) => part))
  return {
    format: 'leidraad-bijlage/1',
    ...head,
    book: book.version,
    terms,
    parts: book.parts.filter(({ id }) => used.has(id)),
    requirements,
    standards: book.standards.filter(({ traits }) => traits.every((trait) => head.traits.includes(trait))),
    processorModel: head.traits.includes('personal-data') ? book.processorModel : null,
  }
}

/** What a lawyer still looks into: of the whole book, and of each requirement that was taken. For colleagues only. */
export const doubtsOf = (book: RequirementBook, all: readonly Offered[]): readonly string[] => [
  ...book.forLawyer,
  ...all.flatMap(({ requirement: { title, forLawyer }, choice }) =>
    choice === undefined || choice.choice === 'left' || forLawyer === undefined ? [] : [`${title}: ${forLawyer}`],
  ),
]

/** Of everything in it but its number as a version: the same annex has the same one. */
export const hashOfAnnex = ({ version: _version, ...annex }: Annex): string => hashOfContent(annex)

/** `AB-2026-0001`. */
export const tenderNumber = (no: number, year: number): string => `AB-${year}-${String(no).padStart(4, '0')}`
