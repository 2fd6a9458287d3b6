/** Everything of one's own as a file: to read (PDF, ODT), or for another program (JSON). */
import type { Tx } from '../../../db/as.ts'
import { askedBefore } from '../../../db/form-versions.ts'
import { currentAnswers, evidenceOf, sharedOf } from '../../../db/forms.ts'
import { paperOf } from '../../../web/document.tsx'
import { missing, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { odtOf } from '../../../web/odt.ts'
import { filledOf, type Baseline } from '../store.ts'
import { own, type BaselineTools, type Own } from './door.ts'
import { answersPaper } from './paper.ts'

async function paper({ tx, municipality }: Asked<Tx>, { organisation, baselines }: Own) {
  const now = baselines.find(({ form }) => form !== null)
  const filled = await filledOf(tx, municipality.id, now?.form ?? null)
  if (!now || !filled) return undefined
  const form = now.form!
  return answersPaper(municipality.name, organisation.name, {
    now,
    filled,
    current: await currentAnswers(tx, municipality.id, form),
    evidence: await evidenceOf(tx, municipality.id, form),
    shared: await sharedOf(tx, municipality.id, form),
    before: await askedBefore(tx, municipality.id, form),
  })
}

async function yearOf({ tx, municipality }: Asked<Tx>, baseline: Baseline) {
  const filled = await filledOf(tx, municipality.id, baseline.form)
  const form = baseline.form
  const answers = form === null ? [] : [...(await currentAnswers(tx, municipality.id, form))]
  const evidence = form === null ? [] : await evidenceOf(tx, municipality.id, form)
  const before = form === null ? [] : await askedBefore(tx, municipality.id, form)
  const texts = new Map([
    ...before.map(({ question }) => [question.id, question.text] as const),
    ...(filled?.questionnaire.questions ?? []).map(({ id, text }) => [id, text] as const),
  ])
  return {
    jaar: baseline.year,
    staat: baseline.state,
    groep: baseline.cluster,
    vragenlijst: filled?.version ?? null,
    antwoorden: answers.map(([vraag, { value, reason, at }]) => ({
      vraag,
      tekst: texts.get(vraag) ?? '',
      antwoord: value,
      toelichting: reason,
      op: at,
    })),
    bewijs: evidence.map(({ question, title, url, endsOn }) => ({
      vraag: question,
      titel: title,
      link: url,
      geldig_tot: endsOn,
    })),
  }
}

export const takeAlongRoutes = ({ print }: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/mijn-nulmeting/antwoorden.pdf',
    may: 'baseline.own',
    answer: own(async (asked, mine): Promise<Reply> => {
      const made = await paper(asked, mine)
      if (!made) return missing
      const body = await print(paperOf(made), made.above)
      return { kind: 'file', name: `zelfcheck-${mine.organisation.slug}.pdf`, media: 'application/pdf', body }
    }),
  },
  {
    method: 'GET',
    path: '/mijn-nulmeting/antwoorden.odt',
    may: 'baseline.own',
    answer: own(async (asked, mine): Promise<Reply> => {
      const made = await paper(asked, mine)
      if (!made) return missing
      const media = 'application/vnd.oasis.opendocument.text'
      return { kind: 'file', name: `zelfcheck-${mine.organisation.slug}.odt`, media, body: odtOf(made) }
    }),
  },
  {
    method: 'GET',
    path: '/mijn-nulmeting/gegevens',
    may: 'baseline.own',
    answer: own(async (asked, { organisation, baselines }): Promise<Reply> => {
      const years = []
      for (const baseline of baselines) years.push(await yearOf(asked, baseline))
      return {
        kind: 'file',
        name: `zelfcheck-${organisation.slug}.json`,
        media: 'application/json; charset=utf-8',
        body: JSON.stringify({ organisatie: organisation.name, nulmetingen: years }, null, 2),
      }
    }),
  },
]
