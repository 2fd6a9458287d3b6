/** The route a pre-check proposes, with the rule that proposes it; a person confirms or chooses otherwise. Pure. */
import type { Answers, Questionnaire } from '../model/questionnaire.ts'

export type Route = 'full-test' | 'doubt' | 'no-effect'
export type Proposal =
  | { readonly route: Route; readonly rule: string }
  | { readonly route: 'incomplete'; readonly open: readonly string[] }

/**
 * One yes asks the full test; only doubt asks an adviser; all no asks a short statement. The order of the options is
 * yes, doubt, no.
 */
export function routeOf(preCheck: Questionnaire, answers: Answers): Proposal {
  // An answer that is none of the options is as good as none: a wrong route is the worst that can happen here.
  const open = preCheck.questions
    .filter(({ id, options }) => !options.some((option) => option.id === answers[id]?.value))
    .map(({ id }) => id)
  const at = (index: number) =>
    preCheck.questions.filter(({ id, options }) => answers[id]?.value === options[index]?.id).map(({ id }) => id)
  const [yes, doubt] = [at(0), at(1)]
  // One yes is enough; it does not wait for the rest.
  if (yes.length > 0)
    return {
      route: 'full-test',
      rule: `Minstens één antwoord is ja (${yes.join(', ')}): dan volgt de volledige toets.`,
    }
  if (open.length > 0) return { route: 'incomplete', open }
  if (doubt.length > 0)
    return {
      route: 'doubt',
      rule:
        `Er is twijfel (${doubt.join(', ')}) en geen ja: een adviseur beslist binnen vijf werkdagen, met naam en ` +
        `reden.`,
    }
  return {
    route: 'no-effect',
    rule: 'Alle antwoorden zijn nee: een korte verklaring volstaat. Een op de tien wordt nog eens bekeken.',
  }
}
