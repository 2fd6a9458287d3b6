/** Figures of a group as they stand on several pages: reach × weight × ease, criterion by criterion. */
import type { CriterionHelp } from '../../model/group.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { asTold, EASE, helpIn } from '../../scoring/helped.ts'
import { EFFORT_WORDS } from '../../vocabulary/group.ts'
import { Table } from '../../web/table.tsx'
import { points } from '../../web/language.ts'
import { shareOf } from './rules.ts'

/** What stands above how many are neither known nor unknown. */
export const REST = 'Geldt niet of niet bekeken'

/** Two decimals, as people write it here. */
export const decimal = (value: number): string => value.toFixed(2).replace('.', ',')

/** What a criterion is called, also one that is a question of the self-check. */
export function calledIn(catalogue: Pick<Catalogue, 'norms'>, questionnaire: Questionnaire): (id: string) => string {
  const titles = new Map(catalogue.norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))
  const questions = new Map(questionnaire.questions.map(({ id, text }) => [id, text]))
  return (id) => titles.get(id) ?? questions.get(id.slice(id.indexOf('.') + 1)) ?? id
}

/** Who misses it, in words: of answers only the mean of the group is known. */
export const reachIn = ({ missed, known, reach }: CriterionHelp): string =>
  missed === null
    ? `gemiddeld ${points('nl', 1 - asTold(reach))} van 100, bij ${known} organisaties`
    : shareOf(missed, known)

/** Those of the group who are neither known nor unknown: it does not apply to them, or nothing of it was looked at. */
export const restOf = (organisations: number, known: number, unknown: number): number =>
  Math.max(0, organisations - known - unknown)

/** Each criterion of a norm with its three figures and what they make; of so many organisations. */
export function HelpTable({
  id,
  criteria,
  called,
  organisations,
}: {
  id: string
  organisations: number
  criteria: readonly CriterionHelp[]
  called: (criterion: string) => string
}) {
  return (
    <Table
      id={id}
      caption="Bereik × gewicht × gemak, per punt"
      stacked
      columns={[
        { head: 'Punt' },
        { head: 'Wie mist het' },
        { head: 'Onbekend', numeric: true },
        { head: REST, numeric: true },
        { head: 'Bereik', numeric: true },
        { head: 'Gewicht', numeric: true },
        { head: 'Gemak', numeric: true },
        { head: 'Samen', numeric: true },
      ]}
      rows={criteria.map((each) => ({
        key: each.criterion,
        cells: [
          called(each.criterion),
          reachIn(each),
          each.unknown,
          // Of answers only how many there are is known.
          each.missed === null ? '–' : restOf(organisations, each.known, each.unknown),
          decimal(each.reach),
          each.weight,
          `${EASE[each.effort]} (moeite: ${EFFORT_WORDS[each.effort]})`,
          decimal(helpIn(each)),
        ],
      }))}
    />
  )
}
