/** An answer is given, on top of the one that was on the screen; and what was answered before is taken over. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { lookedAt } from '../../db/form-versions.ts'
import { saveAnswer } from '../../db/forms.ts'
import { stateOf } from '../../scoring/result.ts'
import { visibleQuestions } from '../../scoring/visible.ts'
import { go, overtaken, page, tooLate, type Reply, type Route, type Sent } from '../../web/desk/route.ts'
import type { Question } from '../../model/questionnaire.ts'
import { about, at, type OnForm } from './on-form.tsx'
import { variantOf } from './pages-list.tsx'
import { answerProblems, profileDone, type Given } from './rules.ts'
import type { Open } from './store.ts'

export const answerRoutes = ({ writing, questionPage }: OnForm): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question',
    may: 'form.answer',
    answer: writing(async (asked, open, question) => {
      const { tx, municipality, who, sent } = asked
      const values = [...new Set(sent.all('antwoord').filter((value) => value !== ''))]
      const given = {
        value: values.length === 0 ? null : question.kind === 'choices' ? values : values[0]!,
        reason: sent.text('reden'),
      }
      const problems = answerProblems(question, given, variantOf(open))
      if (Object.keys(problems).length > 0)
        return page(await questionPage(asked, open, question, { given, problems }), 422)
      const current = open.current.get(question.id)
      const same =
        JSON.stringify([current?.value ?? null, current?.reason ?? '']) === JSON.stringify([given.value, given.reason])
      if (!same) {
        const base = basisIn(sent)
        const saved = await saveAnswer(tx, municipality.id, {
          form: open.form.id,
          question: question.id,
          ...given,
          by: who.id,
          base,
        })
        if (!saved.saved) return page(await questionPage(asked, open, question, { given, other: saved.current }), 409)
        await record(tx, municipality.id, {
          act: 'answer.saved',
          object: `form/${open.form.id}`,
          detail: { ...about(open, question), no: saved.no },
        })
      }
      // Whoever saves it, also as it was, looked at it.
      await lookedAt(tx, municipality.id, open.form.id, question.id, who.id)
      const told = toldOf(question, given, current?.value ?? null)
      if (sent.mark('dan') !== 'volgende')
        return go(`/balie/vragenlijsten/${open.form.id}`, told ?? `Vraag ${question.id} is bewaard.`)
      return onwards(open, question, given, told)
    }),
  },
  // What was answered the time before, or in another test of the same thing, as it was.
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question/overnemen',
    may: 'form.answer',
    answer: writing(async ({ tx, municipality, who, sent }, open, question) => {
      const offered = sent.mark('uit') === 'register' ? open.registered : open.previous?.answers
      const before = offered?.[question.id]
      if (before === undefined || Object.keys(answerProblems(question, before, variantOf(open))).length > 0)
        return tooLate('Dit antwoord bestaat niet meer in deze versie van de vragenlijst. Kies een antwoord van nu.')
      const saved = await saveAnswer(tx, municipality.id, {
        form: open.form.id,
        question: question.id,
        value: before.value,
        reason: before.reason,
        by: who.id,
        base: basisIn(sent, 'op'),
      })
      if (!saved.saved) return overtaken('Een collega beantwoordde deze vraag intussen. Er is niets overgenomen.')
      await record(tx, municipality.id, {
        act: 'answer.saved',
        object: `form/${open.form.id}`,
        detail: { ...about(open, question), no: saved.no },
      })
      return onwards(open, question, before)
    }),
  },
]

/** Which answer was on the screen. Without a number it is as if the form was opened before anything was answered. */
const basisIn = (sent: Sent, name = 'basis'): number =>
  /^\d{1,9}$/.test(sent.text(name)) ? Number(sent.text(name)) : 0

/** What must be said of an answer that leaves its question open; undefined for one that does not. */
function toldOf({ id }: Question, { value, reason }: Given, before: Given['value']): string | undefined {
  if (value !== null && value.length > 0) return undefined
  if (before !== null && before.length > 0)
    return `Het antwoord op vraag ${id} is leeggemaakt. De vraag staat weer open.`
  return reason === ''
    ? `U koos geen antwoord. Vraag ${id} staat nog open; u kunt later antwoorden.`
    : `Uw toelichting is bewaard. Vraag ${id} staat nog open, want er is geen antwoord gekozen.`
}

/** To the next open question. What is asked may have changed by this answer. `told`: what is said there. */
function onwards(open: Open, question: Question, given: Given, told?: string): Reply {
  const { [question.id]: _, ...others } = open.answers
  const answers =
    given.value === null ? others : { ...others, [question.id]: { value: given.value, reason: given.reason } }
  const first = { questionnaire: open.questionnaire, answers }
  if (open.owner.kind === 'organisation' && !profileDone(open) && profileDone(first))
    return go('/balie/mijn-nulmeting', 'Deel 1 is klaar. Kies nu uw groep.')
  const questions = visibleQuestions(open.questionnaire, answers, variantOf(open), open.earlier)
  const here = questions.findIndex(({ id }) => id === question.id)
  const waits = (each: Question) =>
    each.id !== question.id && (stateOf(each, answers) === 'open' || open.checks.has(each.id))
  const next = questions.slice(here + 1).find(waits) ?? questions.find(waits)
  return next
    ? go(at(open, next), told)
    : go(`/balie/vragenlijsten/${open.form.id}`, told ?? 'Alle vragen zijn ingevuld.')
}
