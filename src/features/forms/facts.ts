/** What the register of products says, as the answers it gives. Pure. */
import type { Product } from '../../model/product.ts'
import type { Answers, Fact, Question, Questionnaire } from '../../model/questionnaire.ts'
import { day, euros } from '../../web/language.ts'

const NO_PEOPLE = 'geen_personen'
const written = (...parts: readonly (string | false | null)[]): string | undefined =>
  parts.filter((part) => part !== '' && part !== false && part !== null).join('. ') || undefined

const FACTS: Readonly<Record<Fact, (product: Product) => string | readonly string[] | undefined>> = {
  product: ({ name, version, supplier }) =>
    `${[name, version].filter((part) => part !== '').join(' ')}${supplier === '' ? '' : ` van ${supplier}`}`,
  use: ({ deployment, description, websites }) =>
    written(deployment, description, websites.length > 0 && `Te vinden op ${websites.join(', ')}`),
  settings: ({ configuration }) => written(configuration),
  data: ({ data }) => (data.length === 0 ? undefined : data),
  contract: ({ contractStartsOn, contractEndsOn, costPerYear }) =>
    written(
      contractStartsOn !== null && `Het contract begon op ${day('nl', contractStartsOn)}`,
      contractEndsOn !== null && `Het contract loopt af op ${day('nl', contractEndsOn)}`,
      costPerYear !== null && `Het kost ${euros('nl', costPerYear)} per jaar`,
    ),
  // Of a product whose kinds of data nobody wrote down nothing is known, and not that there are none.
  'personal-data': ({ data }) =>
    data.length === 0 ? undefined : data.some((kind) => kind !== NO_PEOPLE) ? 'ja' : 'nee',
}

/** An answer for every question about which the register knows something; kinds that are no answer are left out. */
export function factsOf(questionnaire: Questionnaire, product: Product): Answers {
  const answerTo = ({ kind, options, register }: Question) => {
    const fact = register === undefined ? undefined : FACTS[register](product)
    if (fact === undefined || kind === 'text') return fact
    const known = [fact].flat().filter((each) => options.some(({ id }) => id === each))
    return known.length === 0 ? undefined : kind === 'choices' ? known : known[0]
  }
  return Object.fromEntries(
    questionnaire.questions.flatMap((question) => {
      const value = answerTo(question)
      return value === undefined ? [] : [[question.id, { value, reason: '' }]]
    }),
  )
}
