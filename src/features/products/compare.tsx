/** Tested products side by side, per part, where the same was asked. */
import type { Tx } from '../../db/as.ts'
import { answersOf, currentAnswers, formById } from '../../db/forms.ts'
import { resultOf } from '../../scoring/result.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type Asked, type Route } from '../../web/desk/route.ts'
import { percent, points } from '../../web/language.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { crumbs } from './kinds.ts'
import { productById } from './store.ts'
import { UUID } from '../../lib/uuid.ts'

async function ComparePage({ tx, municipality, view, query }: Asked<Tx>) {
  const ids = query
    .getAll('p')
    .filter((id) => UUID.test(id))
    .slice(0, 6)
  const found = (
    await Promise.all(
      ids.map(async (id) => {
        const product = (await productById(tx, municipality.id, id))?.product
        const form = product?.form ? await formById(tx, municipality.id, product.form) : undefined
        return product && form
          ? { product, form, answers: answersOf(await currentAnswers(tx, municipality.id, product.form!)) }
          : undefined
      }),
    )
  ).filter((each) => each !== undefined)
  const versions = new Set(found.map(({ form: { form } }) => `${form.questionnaire} ${form.version}`))
  const columns = found.map(({ product }) => ({ head: `${product.name} ${product.version}`.trim(), numeric: true }))
  const results = found.map(({ form, answers }) => resultOf(form.questionnaire, answers))
  return (
    <DeskPage view={view} title="Vergelijk producten" crumbs={crumbs} wide>
      <Heading level={1}>Vergelijk producten</Heading>
      {found.length < 2 ? (
        <Text lead>Kies in de lijst minstens twee producten die getoetst zijn.</Text>
      ) : versions.size > 1 ? (
        <Text lead>
          Deze toetsen zijn gedaan met verschillende versies van de vragenlijst. Die zijn niet eerlijk te vergelijken.
          Stap eerst over op dezelfde versie.
        </Text>
      ) : (
        <>
          <Text lead>Per deel, alleen waar genoeg bekend is. Eén score voor het geheel is er niet.</Text>
          <Table
            id="vergelijking"
            caption="Uitkomst per deel (van 100)"
            columns={[{ head: 'Deel' }, ...columns]}
            rows={found[0]!.form.questionnaire.sections
              .filter(({ scored }) => scored)
              .map((section) => ({
                key: section.id,
                cells: [
                  section.title,
                  ...results.map((result) => {
                    const part = result.parts.find((each) => each.section === section.id)
                    return !part || part.coverage === null
                      ? 'n.v.t.'
                      : part.score === null
                        ? `te weinig bekend (${percent('nl', part.coverage)})`
                        : `${points('nl', part.score)}${part.flags.length === 0 ? '' : ` · ⚑ ${part.flags.length}`}`
                  }),
                ],
              }))}
          />
          <Text>⚑ is het aantal rode vlaggen bij dat deel; hieronder staat welke.</Text>
          {found.map(({ product }, index) => (
            <Section key={product.id} id={`vlaggen-${product.id}`} title={`Rode vlaggen: ${product.name}`}>
              {results[index]!.flags.length === 0 ? (
                <Text>Geen.</Text>
              ) : (
                <ul className="ld-flags">
                  {results[index]!.flags.map((flag) => (
                    <li key={flag.question}>{flag.text}</li>
                  ))}
                </ul>
              )}
            </Section>
          ))}
        </>
      )}
    </DeskPage>
  )
}

export const compareRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/producten/vergelijken',
    may: 'register.read',
    answer: async (asked) => page(await ComparePage(asked)),
  },
]
