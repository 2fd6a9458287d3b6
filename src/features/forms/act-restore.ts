/** An earlier answer is put back, as a new one. */
import { wordsOf } from '../../scoring/visible.ts'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { lookedAt } from '../../db/form-versions.ts'
import { saveAnswer } from '../../db/forms.ts'
import { go, missing, overtaken, tooLate, type Route } from '../../web/desk/route.ts'
import { about, at, type OnForm } from './on-form.tsx'
import { variantOf } from './pages-list.tsx'
import { answerProblems } from './rules.ts'
import { historyOf } from './store.ts'

export const restoreRoutes = ({ writing }: OnForm): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question/terug',
    may: 'form.answer',
    answer: writing(async ({ tx, municipality, who, sent }, open, question) => {
      const old = (await historyOf(tx, municipality.id, open.form.id, question.id)).find(
        ({ no }) => String(no) === sent.mark('nummer'),
      )
      if (!old) return missing
      const gone = answerProblems(question, old, variantOf(open))
      if (Object.keys(gone).length > 0)
        return tooLate('Dit antwoord bestaat niet meer in deze versie van de vragenlijst. Kies een antwoord van nu.')
      const saved = await saveAnswer(tx, municipality.id, {
        form: open.form.id,
        question: question.id,
        value: old.value,
        reason: old.reason,
        by: who.id,
        base: open.current.get(question.id)!.no,
        restores: old.no,
      })
      if (!saved.saved) return overtaken('Iemand anders beantwoordde deze vraag intussen. Er is niets teruggezet.')
      await lookedAt(tx, municipality.id, open.form.id, question.id, who.id)
      await record(tx, municipality.id, {
        act: 'answer.restored',
        object: `form/${open.form.id}`,
        detail: { ...about(open, question), no: old.no },
      })
      return go(at(open, question), `Teruggezet: ${wordsOf(question, old.value)}`)
    }),
  },
]
