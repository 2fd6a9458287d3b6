/** The advice in a case of the demo, and what its author said to it and to the opinions. */
import type { Stance } from '../../../vocabulary/case.ts'
import { moment } from '../moments.ts'
import type { Telling } from './telling.ts'

const ADVICE: Readonly<Record<string, Exclude<Stance, 'none-needed'>>> = {
  akkoord: 'no-objection',
  houden: 'no-objection',
  akkoord_mits: 'conditions',
  uitleggen: 'conditions',
  aanpassen: 'revise',
  vervangen: 'revise',
  afraden: 'against',
  stoppen: 'against',
}

/** The advice of the handler, and what the author and who asked a condition said to it. */
export async function tellAdvice(telling: Telling, handler: string): Promise<void> {
  const { municipality, demo } = telling
  const { advies } = demo
  if (advies) {
    const by = telling.person(advies.door)
    await telling.as(advies.door, async (tx) => {
      for (const { vraag, antwoord } of advies.rode_vlaggen)
        await tx
          .insertInto('flag_answer')
          .values({
            municipality,
            case_file: telling.id,
            question: vraag,
            no: 1,
            text: antwoord,
            by: by.id,
            at: moment(advies.wanneer, telling.today),
          })
          .execute()
      await tx
        .insertInto('advice')
        .values({
          municipality,
          case_file: telling.id,
          no: 1,
          stance: ADVICE[advies.uitkomst]!,
          text: advies.tekst,
          by: by.id,
          function: by.functie,
          at: moment(advies.wanneer, telling.today),
        })
        .execute()
    })
  }
  await telling.step(advies?.door ?? handler, 'reaction', advies?.wanneer)
  if (advies?.antwoord !== undefined) telling.answers.push({ about: 'advies', text: advies.antwoord })
  for (const { about, text } of telling.answers)
    await telling.as(demo.indiener, (tx) =>
      tx
        .insertInto('author_answer')
        .values({
          municipality,
          case_file: telling.id,
          about,
          version: 1,
          no: 1,
          text,
          by: telling.person(demo.indiener).id,
          at: telling.at(),
        })
        .execute(),
    )
  const deviates = new Set(demo.besluit?.afwijkingen.map(({ voorwaarde }) => voorwaarde))
  for (const { voorwaarde, keuze, reden } of demo.reacties ?? []) {
    const condition = telling.conditions.get(voorwaarde)
    if (condition)
      await telling.as(demo.indiener, (tx) =>
        tx
          .insertInto('reaction')
          .values({
            municipality,
            case_file: telling.id,
            condition,
            no: 1,
            kind: keuze,
            text: reden,
            by: telling.person(demo.indiener).id,
            at: telling.at(),
          })
          .execute(),
      )
    // What the decision does not deviate from was found enough by who asked it.
    const giver = telling.givers.get(voorwaarde)
    if (condition && giver && keuze === 'adapt' && demo.besluit && !deviates.has(voorwaarde))
      await telling.as(giver, (tx) =>
        tx
          .insertInto('reaction_verdict')
          .values({
            municipality,
            case_file: telling.id,
            condition,
            reaction: 1,
            verdict: 'enough',
            by: telling.person(giver).id,
            at: telling.at(),
          })
          .execute(),
      )
  }
}
