/** Somebody looked at an answer whose question changed: it is right as it is. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { lookedAt } from '../../db/form-versions.ts'
import { go, notYet, type Route } from '../../web/desk/route.ts'
import { about, at, type OnForm } from './on-form.tsx'

export const lookRoutes = ({ writing }: OnForm): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question/nagekeken',
    may: 'form.answer',
    answer: writing(async ({ tx, municipality, who }, open, question) => {
      if (open.checks.get(question.id)?.kind === 'again')
        return notYet('Uw antwoord van toen bestaat niet meer. Kies eerst een antwoord van nu.')
      if (await lookedAt(tx, municipality.id, open.form.id, question.id, who.id))
        await record(tx, municipality.id, {
          act: 'answer.looked-at',
          object: `form/${open.form.id}`,
          detail: about(open, question),
        })
      return go(at(open, question), 'Uw antwoord blijft staan.')
    }),
  },
]
