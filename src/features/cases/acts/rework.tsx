/** Sends a test or a pre-check back to its author, question by question: nobody else changes those answers. */
import type { Tx } from '../../../db/as.ts'
import type { Answers, Question, Questionnaire } from '../../../model/questionnaire.ts'
import { textOf, visibleQuestions } from '../../../scoring/visible.ts'
import { Area, Button, Buttons, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, notYet, page, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { emptyOr, readForm, text, thatIs } from '../../../web/desk/schema.ts'
import { Link, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { answerInWords } from '../pages/case-history.tsx'
import { type Possible, stepsFor } from '../rules/may.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { sendBack } from '../store/rework.ts'
import type { Case } from '../store/rows.ts'
import { takeStep } from '../store/steps.ts'
import { Act, type Base, said } from './form.tsx'

/** What goes back: the pre-check from the pre-check, the test from the look at its completeness. */
function partOf(file: Case) {
  const { row, test, preCheck, preCheckAnswers } = file
  const pre = row.state === 'pre-check'
  const questionnaire: Questionnaire | undefined = pre ? preCheck : test?.questionnaire
  const form = pre ? row.preCheck : row.fullTest
  if (!questionnaire || form === null) return undefined
  const answers = pre ? preCheckAnswers : test!.answers
  return {
    form,
    answers,
    questions: visibleQuestions(questionnaire, answers, undefined, pre ? {} : preCheckAnswers),
  }
}

/** What was answered, so that nobody has to look it up to ask for more. */
function answerShort(question: Question, answer: Answers[string] | undefined): string {
  if (answer === undefined) return 'Geen antwoord.'
  return `Antwoord: ${answerInWords(question, answer.value)}. ${answer.reason}`.trim()
}

function ReworkPage({ view, file, possible, problems = none, typed }: Base & { possible: Possible }) {
  const part = partOf(file)
  return (
    <Act
      view={view}
      file={file}
      title={possible.step.label}
      problems={problems}
      lead="U wijzigt geen antwoorden. Schrijf bij een vraag wat anders moet. De indiener ziet dat bij die vraag staan."
    >
      <Form view={view} action={`${pathOf(file.row)}/terugvragen`}>
        <Area
          name="reden"
          label="Waarom gaat de zaak terug?"
          rows={3}
          value={said(typed, 'reden')}
          problems={problems}
          maxLength={4_000}
        />
        <Section id="vragen" title="Per vraag">
          <Text>Vul alleen iets in bij vragen waar iets moet veranderen.</Text>
          {part?.questions.map((question) => (
            <Area
              key={question.id}
              name={`vraag-${question.id}`}
              label={`${question.id} ${textOf(question)}`}
              optional
              hint={answerShort(question, part.answers[question.id])}
              rows={2}
              value={said(typed, `vraag-${question.id}`)}
              problems={problems}
              maxLength={2_000}
            />
          ))}
        </Section>
        <Buttons>
          <Button>Stuur terug naar de indiener</Button>
          <Link to={pathOf(file.row)}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

/** Why it goes back, and at a question what must change: nothing, or a sentence. */
const REASON = text(4_000, thatIs(inWords, 'Leg in een zin uit waarom de zaak teruggaat.'))
const questionFields = (questions: readonly Question[]) =>
  Object.fromEntries(
    questions.map(({ id }) => [
      `vraag-${id}`,
      text(2_000, emptyOr(inWords, `Schrijf in een zin wat er bij ${id} moet veranderen.`)),
    ]),
  )

export const reworkRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const returning = (then: (asked: Asked<Tx>, file: Case, doing: Doing, possible: Possible) => Promise<Reply>) =>
    onCase(async (asked, file, doing) => {
      const possible = stepsFor(file.facts, asked.who).find(({ step }) => step.page === 'rework')
      if (!possible) return forbidden('De behandelaar stuurt een zaak terug, bij de voortoets of het nakijken.')
      return possible.blocked === undefined ? then(asked, file, doing, possible) : notYet(possible.blocked)
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/terugvragen',
      may: 'case.handle',
      answer: returning(async ({ view }, file, _, possible) =>
        page(<ReworkPage view={view} file={file} possible={possible} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/terugvragen',
      may: 'case.handle',
      answer: returning(async ({ view, sent }, file, doing, possible) => {
        const part = partOf(file)
        const questions = part?.questions ?? []
        const fields: ReturnType<typeof questionFields> = { reden: REASON, ...questionFields(questions) }
        const { held, problems } = readForm(fields, sent)
        if (!held)
          return page(<ReworkPage view={view} file={file} possible={possible} problems={problems} typed={sent} />, 422)
        await takeStep(doing, file, possible, held['reden']!)
        const asked = questions
          .map(({ id }) => ({ question: id, text: held[`vraag-${id}`]! }))
          .filter((each) => each.text !== '')
        if (part) await sendBack(doing, file, part.form, asked)
        return go(pathOf(file.row), 'De zaak is terug bij de indiener.')
      }),
    },
  ]
}
