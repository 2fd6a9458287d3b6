/** What is answered in a case of the demo. */
import { v7 as uuid } from 'uuid'
import { createForm } from '../../../db/forms.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import { moment } from '../moments.ts'
import type { Telling } from './telling.ts'

/** Makes the form of the full test. Gives its id. */
export async function beginFullTest(telling: Telling, fullTest: Questionnaire, preCheck: string): Promise<string> {
  const { demo, municipality } = telling
  const form = await telling.as(demo.indiener, (tx) =>
    createForm(tx, municipality, fullTest, { by: telling.person(demo.indiener).id, earlier: preCheck }),
  )
  await telling.update({ full_test: form, route: demo.route?.voorstel ?? null })
  return form
}

/** What was answered in the full test, and what others said of it. */
export async function tellTest(telling: Telling, form: string): Promise<void> {
  const { demo, municipality } = telling
  await tellAnswers(telling, form, [
    ...Object.entries(demo.intake ?? {}).flatMap(([question, value]) =>
      value === undefined ? [] : [{ question, value, reason: '', evidence: [] as string[] }],
    ),
    ...Object.entries(demo.antwoorden ?? {}).map(([question, { antwoord, reden, bewijs = [] }]) => ({
      question,
      value: antwoord,
      reason: reden,
      evidence: bewijs,
    })),
  ])
  for (const { vraag, van, wanneer, tekst } of demo.opmerkingen ?? []) {
    await telling.as(van, (tx) =>
      tx
        .insertInto('comment')
        .values({
          municipality,
          id: uuid(),
          form,
          question: vraag,
          text: tekst,
          by: telling.person(van).id,
          at: moment(wanneer, telling.today),
        })
        .execute(),
    )
  }
}

/** Answers of a form, signed by the author of the case. */
export async function tellAnswers(
  telling: Telling,
  form: string,
  answers: readonly {
    readonly question: string
    readonly value: string | readonly string[]
    readonly reason: string
    readonly evidence: readonly string[]
  }[],
): Promise<void> {
  if (answers.length === 0) return
  const {
    municipality,
    demo: { indiener },
  } = telling
  const [by, at] = [telling.person(indiener).id, new Date(telling.clock.getTime() + 1_800_000)]
  await telling.as(indiener, async (tx) => {
    await tx
      .insertInto('answer')
      .values(
        answers.map(({ question, value, reason }) => ({
          municipality,
          form,
          question,
          no: 1,
          value: JSON.stringify(value),
          reason,
          by,
          at,
        })),
      )
      .execute()
    const evidence = answers.flatMap((each) =>
      each.evidence.map((title) => ({
        municipality,
        id: uuid(),
        form,
        question: each.question,
        kind: 'link' as const,
        title,
        by,
        at,
      })),
    )
    if (evidence.length > 0) await tx.insertInto('answer_evidence').values(evidence).execute()
  })
}
