/** Answers a question that was asked at an opinion. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, missing, page, tooLate, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { readForm, text, thatIs } from '../../../web/desk/schema.ts'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { Dossier } from '../pages/dossier.tsx'
import { name } from '../pages/part.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { answerQuestion } from '../store/questions.ts'
import type { Case, QuestionRow } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

function AnswerPage({ view, file, question, problems = none, typed }: Base & { question: QuestionRow }) {
  return (
    <Act
      view={view}
      file={file}
      title={`Vraag van ${name(file, question.by)}`}
      problems={problems}
      aside={<Dossier file={file} />}
      pen="uw antwoord"
      lead={question.text}
    >
      <Form view={view} action={`${pathOf(file.row)}/vraag/${question.id}`}>
        <Area
          name="antwoord"
          label="Uw antwoord"
          hint="Uw antwoord staat in het dossier. Wie de zaak mag lezen, leest het mee."
          rows={5}
          value={said(typed, 'antwoord')}
          problems={problems}
          maxLength={4_000}
        />
        <Buttons>
          <Button>Verstuur het antwoord</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

const FIELDS = { antwoord: text(4_000, thatIs(inWords, 'Schrijf uw antwoord in een zin.')) }

export const questionRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const onQuestion = (then: (asked: Asked<Tx>, file: Case, question: QuestionRow, doing: Doing) => Promise<Reply>) =>
    onCase(async (asked, file, doing) => {
      const question = file.questions.find(({ id }) => id === asked.params['asking'])
      if (!question) return missing
      // Whoever is the author or the handler now may answer too: of one who left no answer comes.
      const may = [question.whom, file.row.author, file.facts.handler].includes(asked.who.id)
      if (!may || asked.who.id === question.by) return forbidden('Deze vraag is aan iemand anders gesteld.')
      return question.answer === null
        ? then(asked, file, question, doing)
        : tooLate('Deze vraag is al beantwoord. Het antwoord staat bij het advies.')
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/vraag/:asking',
      may: 'case.read',
      answer: onQuestion(async ({ view }, file, question) =>
        page(<AnswerPage view={view} file={file} question={question} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/vraag/:asking',
      may: 'case.read',
      answer: onQuestion(async ({ view, sent }, file, question, doing) => {
        const { held, problems } = readForm(FIELDS, sent)
        if (!held)
          return page(<AnswerPage view={view} file={file} question={question} problems={problems} typed={sent} />, 422)
        await answerQuestion(doing, file, question, held.antwoord)
        return go(pathOf(file.row), 'Uw antwoord is verstuurd.')
      }),
    },
  ]
}
