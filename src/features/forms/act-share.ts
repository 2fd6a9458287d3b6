/** An organisation shares an answer with the municipality, or no longer. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { forbidden, go, missing, type Route } from '../../web/desk/route.ts'
import { at, type OnForm } from './on-form.tsx'
import { shareAnswer } from './store.ts'

export const shareRoutes = ({ onForm }: OnForm): readonly Route<Tx>[] => [
  // Also when the form is closed, and of a question that is no longer asked: what one shares stays one's own.
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question/delen',
    may: 'baseline.own',
    answer: onForm(async ({ tx, municipality, who, sent, params }, open) => {
      const question = [...open.questionnaire.questions, ...open.notAsked.map((each) => each.question)].find(
        ({ id }) => id === params['question'],
      )
      const current = question && open.current.get(question.id)
      if (!question || !current) return missing
      if (open.owner.kind !== 'organisation' || who.organisation !== open.owner.id) return forbidden()
      const share = sent.mark('delen') === 'ja'
      await shareAnswer(tx, municipality.id, open.form.id, question.id, who.id, share ? current.no : undefined)
      await record(tx, municipality.id, {
        act: share ? 'answer.shared' : 'answer.unshared',
        object: `form/${open.form.id}`,
      })
      return go(at(open, question), share ? 'U deelt dit antwoord met de gemeente.' : 'U deelt dit antwoord niet meer.')
    }),
  },
]
