/** The decision and an opinion, as fields of the document. */
import type { Block } from '../../../model/document.ts'
import { ROLE_NAMES } from '../../../model/roles.ts'
import { day } from '../../../web/language.ts'
import { REACTIONS, STANCES } from '../rules/words.ts'
import type { Case, RequestRow } from '../store/rows.ts'
import { capital, field, text, type Wanted } from './blocks.ts'

export function decisionFields(
  file: Case,
  outcomes: ReadonlyMap<string, string>,
  omitted: ReadonlySet<string>,
): Wanted[] {
  const decision = file.decisions.at(-1)
  if (!decision) return []
  // A condition of an opinion that is left out is not told by the deviation either.
  const conditions = new Map(
    file.requests.flatMap((request) =>
      request.opinions.flatMap((opinion) =>
        opinion.conditions.map(
          ({ id, text: condition }) =>
            [id, omitted.has(`opinion-${request.id}`) ? 'een voorwaarde die niet openbaar is' : condition] as const,
        ),
      ),
    ),
  )
  const opinions = new Map(
    file.requests.map(({ id, role }) => [
      `advies-${id}`,
      omitted.has(`opinion-${id}`) ? 'een advies dat niet openbaar is' : `het advies van de ${ROLE_NAMES[role]}`,
    ]),
  )
  const about = (id: string) =>
    conditions.get(id) ??
    opinions.get(id) ??
    (id === 'advies' ? 'het advies van Digitale Zaken' : `de rode vlag bij vraag ${id}`)
  return [
    ...field('decision', outcomes.get(decision.outcome) ?? decision.outcome, text(decision.text)),
    ...field(
      'decided-by',
      'Wie besloot',
      text(
        `${decision.name}, ${decision.function}, op grond van ${decision.mandate}, op ` +
          `${day('nl', decision.decidedOn)}.`,
      ),
    ),
    ...decision.deviations.flatMap((deviation, index) =>
      field(
        `deviation-${decision.no}-${deviation.about}`,
        `Afwijking ${index + 1}`,
        text(`Wijkt af van: ${about(deviation.about)}`, `Reden: ${deviation.text}`),
      ),
    ),
  ]
}

/** The newest version of an opinion with its conditions and what was answered to each. */
export function opinionField(request: RequestRow, all: readonly RequestRow[]): Wanted[] {
  const opinion = request.opinions.at(-1)!
  const round = all.some((each) => each.round !== request.round) ? `, ronde ${request.round + 1}` : ''
  const conditions: Block[] =
    opinion.conditions.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: opinion.conditions.map((condition) => {
              const reaction = condition.reactions.at(-1)
              return `Voorwaarde: ${condition.text}${
                reaction ? ` Reactie van de indiener: ` + `${REACTIONS[reaction.kind]}. ` + `${reaction.text}` : ''
              }`.trim()
            }),
          },
        ]
  const whose = `${capital(ROLE_NAMES[request.role])}${round}`
  return field(
    `opinion-${request.id}`,
    `${whose}: ${STANCES[opinion.stance].toLowerCase()}`,
    [...text(opinion.text), ...conditions],
    whose,
  )
}
