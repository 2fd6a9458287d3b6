/** What several pages of a round show: how far a premises is, and its answers side by side. */
import type { Questionnaire } from '../../model/questionnaire.ts'
import { day } from '../../web/language.ts'
import { Table } from '../../web/table.tsx'
import { labelOf, type Walk } from './here.ts'
import { isRepaired } from './rules.ts'

/** Why the owner's link opens nothing any more. */
const LINK_ENDED = {
  gone: 'de zaak is weg: de link van de eigenaar is beëindigd',
  'other-owner': 'van een ander nu: de link van de eigenaar ervoor is beëindigd',
} as const

/** Where one premises stands, in words. */
export function standOf(walk: Walk, today: string): string {
  const { seen, compared, outcome, letter } = walk
  if (isRepaired(walk)) return 'uitkomst hersteld, eigenaar weet het nog niet'
  if (letter?.ended) return LINK_ENDED[letter.ended]
  if (letter)
    return letter.reactedAt
      ? 'eigenaar reageerde'
      : letter.reactUntil >= today
        ? `wacht op de eigenaar tot en met ${day('nl', letter.reactUntil)}`
        : 'eigenaar reageerde niet'
  if (outcome) return 'uitkomst vast, eigenaar weet het nog niet'
  const twice = seen.filter(({ newest, counts }) => newest.length > 1 && !counts).length
  if (twice > 0) return 'twee inzendingen verschillen: kies er een'
  if (compared) {
    const differ = compared.filter(({ agreed }) => !agreed).length
    return differ === 0
      ? 'beide binnen, zij zijn het eens'
      : `beide binnen, zij verschillen op ${differ} van ${compared.length}`
  }
  const came = seen.filter(({ newest }) => newest.length > 0).length
  return came === 0 ? 'nog niet bekeken' : 'één van twee binnen'
}

/** Question by question what each of the two said, and what holds. */
export function Answers({
  walk,
  questions,
  names,
}: {
  walk: Walk
  questions: Questionnaire
  names: readonly string[]
}) {
  const { compared = [], outcome } = walk
  return (
    <Table
      id="antwoorden"
      caption="Wat de twee schouwers zagen"
      stacked
      columns={[
        { head: 'Vraag' },
        ...names.map((head) => ({ head })),
        ...(outcome === undefined ? [] : [{ head: 'Uitkomst' }]),
      ]}
      rows={compared.map(({ question, one, other, agreed }) => {
        const held = outcome?.answers[question.id]
        return {
          key: question.id,
          cells: [
            question.text,
            labelOf(questions, question.id, one),
            agreed ? 'zag hetzelfde' : labelOf(questions, question.id, other),
            ...(outcome === undefined
              ? []
              : [
                  `${labelOf(questions, question.id, held?.answer)}` +
                    (held?.how === 'decided' ? ` (gekozen: ${held.reason})` : ''),
                ]),
          ],
        }
      })}
    />
  )
}
