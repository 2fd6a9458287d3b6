/** The decision and an opinion, as fields of the document. */
import type { Block } from '../../../model/document.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { day } from '../../../web/language.ts'
import { REACTIONS, STANCES } from '../rules/words.ts'
import { aboutWords } from '../objections.ts'
import type { Case, Condition, DecisionRow, RequestRow } from '../store/rows.ts'
import { capital, field, text, type Wanted } from './blocks.ts'

/** The decision that holds, what it corrects, and where it deviates; decisions before it stay to be read. */
export function decisionFields(
  file: Case,
  outcomes: ReadonlyMap<string, string>,
  omitted: ReadonlySet<string>,
): Wanted[] {
  const decision = file.decisions.at(-1)
  if (!decision) return []
  // A condition of an opinion that is left out is not told by the deviation either.
  const about = aboutWords(file, omitted)
  const label = ({ outcome }: DecisionRow) => outcomes.get(outcome) ?? outcome
  const signed = ({ name, function: work, mandate, decidedOn }: DecisionRow) =>
    `${name}, ${work}, op grond van ${mandate}, op ${day('nl', decidedOn)}.`
  const corrected = file.decisions.find(({ no }) => no === decision.corrects)
  return [
    ...field('decision', label(decision), text(decision.text)),
    ...field('decided-by', 'Wie besloot', text(signed(decision))),
    ...(corrected
      ? field(
          `correction-${decision.no}`,
          'Herstel van een eerder besluit',
          text(
            `Dit besluit herstelt het besluit van ${day('nl', corrected.decidedOn)}.`,
            `Reden: ${decision.correction}`,
          ),
        )
      : []),
    ...decision.deviations.flatMap((deviation, index) =>
      field(
        `deviation-${decision.no}-${deviation.about}`,
        `Afwijking ${index + 1}`,
        text(`Niet gevolgd: ${about(deviation.about)}`, `De reden: ${deviation.text}`),
      ),
    ),
    ...correctedBy(file.decisions, decision).flatMap((earlier) =>
      field(
        `earlier-${earlier.no}`,
        `Eerder besluit van ${day('nl', earlier.decidedOn)}: ${label(earlier).toLowerCase()}`,
        // What was left out of the earlier publication is not told by the later one.
        text(
          omitted.has('decision') ? 'De motivering is niet openbaar.' : earlier.text,
          omitted.has('decided-by') ? '' : signed(earlier),
          ...earlier.deviations
            .filter((deviation) => !omitted.has(`deviation-${earlier.no}-${deviation.about}`))
            .map((deviation) => `Week af van: ${about(deviation.about)} Reden: ${deviation.text}`),
        ),
        'Eerder besluit',
      ),
    ),
  ]
}
/** The decisions that this one corrects, and those that they corrected, newest first. */
function correctedBy(decisions: readonly DecisionRow[], { corrects }: DecisionRow): DecisionRow[] {
  const earlier = decisions.find(({ no }) => no === corrects)
  return earlier ? [earlier, ...correctedBy(decisions, earlier)] : []
}

/** The newest version of an opinion with its conditions and what was answered to each. */
export function opinionField(request: RequestRow, all: readonly RequestRow[], answers: Case['answers']): Wanted[] {
  const opinion = request.opinions.at(-1)!
  const answer = answers.get(`advies-${request.id}/${opinion.no}`)
  const round = all.some((each) => each.round !== request.round) ? `, ronde ${request.round + 1}` : ''
  const conditions: Block[] =
    opinion.conditions.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: opinion.conditions.map(conditionInWords),
          },
        ]
  const whose = `${capital(ROLE_NAMES[request.role])}${round}`
  return field(
    `opinion-${request.id}`,
    `${whose}: ${STANCES[opinion.stance].toLowerCase()}`,
    [...text(opinion.text), ...conditions, ...(answer ? text(`Antwoord van de indiener: ${answer.text}`) : [])],
    whose,
  )
}

/** A condition with its date and what became of it. Who does it is a colleague, and stays out. */
function conditionInWords({ text: asked, dueOn, reactions }: Condition): string {
  const reaction = reactions.at(-1)
  const weaker = reaction?.kind === 'adapt' && reaction.verdict?.verdict !== 'enough'
  return [
    `Voorwaarde: ${asked}`,
    dueOn === null ? '' : `Uiterlijk ${day('nl', dueOn)}.`,
    reaction ? `Reactie van de indiener: ${REACTIONS[reaction.kind]}. ${reaction.text}` : '',
    weaker ? 'Dit geldt als afwijking: wie de voorwaarde stelde, noemde de aanpassing niet voldoende.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
    .trim()
}
