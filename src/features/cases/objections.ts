/** What still stands against a proposal when it is decided. */
import { ROLE_NAMES } from '../../model/roles.ts'
import { STANCES } from './rules/words.ts'
import type { Case } from './store/rows.ts'

/** The conditions of the newest opinions of this round. */
export const conditionsOf = (file: Case) =>
  file.requests
    .filter(({ round }) => round === file.row.round)
    .flatMap(({ role, opinions }) => opinions.at(-1)?.conditions.map((condition) => ({ ...condition, role })) ?? [])

export type Objection = { readonly about: string; readonly text: string }
/**
 * What a decision may deviate from: refused conditions, open flags, and every opinion or advice to revise or not to do
 * it.
 */
export function objectionsOf(file: Case): Objection[] {
  const advice = file.advices.at(-1)
  return [
    ...conditionsOf(file)
      .filter(({ reactions }) => reactions.at(-1)?.kind === 'refuse')
      .map(({ id, text, role }) => ({ about: id, text: `Voorwaarde van de ${ROLE_NAMES[role]}: ${text}` })),
    ...(file.test?.result.flags.map(({ question, text }) => ({ about: question, text: `Rode vlag: ${text}` })) ?? []),
    ...file.requests
      .filter(({ round }) => round === file.row.round)
      .flatMap(({ id, role, opinions }) => {
        const last = opinions.at(-1)
        return last && (last.stance === 'against' || last.stance === 'revise')
          ? [
              {
                about: `advies-${id}`,
                text: `Advies van de ${ROLE_NAMES[role]}: ${STANCES[last.stance].toLowerCase()}`,
              },
            ]
          : []
      }),
    ...(advice && (advice.stance === 'against' || advice.stance === 'revise')
      ? [{ about: 'advies', text: `Advies van Digitale Zaken: ${STANCES[advice.stance].toLowerCase()}` }]
      : []),
  ]
}
