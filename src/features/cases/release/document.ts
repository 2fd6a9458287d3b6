/** Makes of a case the document that becomes public. Pure: people below the mandated level are in it by function only,
 * drafts and comments never. */
import { createHash } from 'node:crypto'
import type { CaseDocument, DocumentField, DocumentSection } from '../../../model/document.ts'
import { groundInWords } from '../../../vocabulary/woo.ts'
import { todayIn } from '../../../web/language.ts'
import { caseNumber } from '../address.ts'
import { KIND_NAMES, STANCES } from '../rules/words.ts'
import type { Case } from '../store/rows.ts'
import { sectionsOf } from './sections.ts'

export type Omission = { readonly field: string; readonly ground: string; readonly text: string }

/** `outcomes`: the words for the outcome of a decision. What is omitted leaves its title, its ground and the reason. */
export function documentOf(
  file: Case,
  outcomes: ReadonlyMap<string, string>,
  municipality: string,
  omissions: readonly Omission[],
): CaseDocument {
  const { row, steps } = file
  const [decision, advice, omitted] = [
    file.decisions.at(-1),
    file.advices.at(-1),
    new Map(omissions.map((each) => [each.field, each])),
  ]
  const declared = steps.findLast(({ to }) => to === 'no-effect')
  const sections = sectionsOf(file, outcomes, new Set(omitted.keys()))
    .filter(({ fields }) => fields.length > 0)
    .map(({ fields, ...section }): DocumentSection => ({
      ...section,
      fields: fields.map(({ plain, ...each }) => {
        const left = omitted.get(each.id)
        return left
          ? {
              ...each,
              title: plain ?? each.title,
              blocks: [],
              omitted: { ground: groundInWords(left.ground) ?? left.ground, reason: left.text },
            }
          : { ...each, omitted: null }
      }),
    }))
  // What is not a part of this document, such as an attachment: that it exists and is not public is told.
  const known = new Set(sections.flatMap(({ fields }) => fields.map(({ id }) => id)))
  // A part of an earlier round that is no more has nothing to hide.
  const elsewhere = omissions
    .filter((each) => !known.has(each.field) && !/^(flag|deviation|opinion|correction|earlier)-/.test(each.field))
    .map(({ field: id, ground, text: reason }): DocumentField => ({
      id,
      title: id,
      blocks: [],
      omitted: { ground: groundInWords(ground) ?? ground, reason },
    }))
  return {
    number: caseNumber(row),
    title: row.title,
    kind: KIND_NAMES[row.kind],
    municipality,
    outcome: decision ? (outcomes.get(decision.outcome) ?? decision.outcome) : 'Geen digitaal effect',
    basis: !decision
      ? 'declared'
      : file.advices.length > 0 || file.requests.some(({ opinions }) => opinions.length > 0)
        ? 'advised'
        : 'unadvised',
    advice: advice && !omitted.has('advice') ? STANCES[advice.stance] : null,
    deviations: decision?.deviations.length ?? 0,
    decidedOn: decision?.decidedOn ?? todayIn((declared ?? { at: row.createdAt }).at),
    sections:
      elsewhere.length === 0
        ? sections
        : [...sections, { id: 'elsewhere', title: 'Niet openbaar gemaakt', fields: elsewhere }],
  }
}

/** What two people sign for: the same document has the same hash. */
export const hashOf = (document: CaseDocument): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex')
