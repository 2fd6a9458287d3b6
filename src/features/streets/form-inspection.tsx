/** The questions about one premises as a form: on a phone with or without a connection, and at the desk for paper. */
import type { Answers, Questionnaire } from '../../model/questionnaire.ts'
import { Area, Choice, FileField, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import type { Sent } from '../../web/desk/route.ts'
import { answersFrom } from './here.ts'
import { LONGEST_WORDS } from './rules.ts'

/** What makes a field's name of one premises only: all forms stand on one page. */
export const suffixOf = (premises: string): string => premises.slice(-12)

type Props = {
  readonly questions: Questionnaire
  readonly premises: string
  /** Made by this page, and the turn that it is of. */
  readonly id: string
  readonly no: number
  readonly answers?: Answers
  readonly remark?: string
  readonly problems?: Problems
  /** Photos come along; not from paper. */
  readonly photos: boolean
}

export function InspectionFields({
  questions,
  premises,
  id,
  no,
  answers = {},
  remark = '',
  problems = none,
  photos,
}: Props) {
  const at = suffixOf(premises)
  return (
    <div className="ld-inspect" data-velden="">
      <Hidden name="nummer" value={id} />
      <Hidden name="keer" value={`${no}`} />
      {questions.questions.map((question) => (
        <Choice
          key={question.id}
          name={`${question.id}-${at}`}
          label={question.text}
          hint={question.explanation}
          options={question.options.map((option) => ({ value: option.id, label: option.label }))}
          value={[answers[question.id]?.value ?? []].flat()}
          problems={problems}
        />
      ))}
      <Area
        name={`opmerking-${at}`}
        label="Wat viel nog op?"
        hint="Bijvoorbeeld het type van een apparaat. Geen namen."
        value={remark}
        rows={2}
        maxLength={LONGEST_WORDS}
        problems={problems}
        optional
      />
      {photos ? (
        <>
          <FileField
            name={`foto-${at}`}
            label="Foto"
            hint="Van het apparaat of het bord. Geen mensen, geen kentekens. Eén foto per keer, als jpg."
            accept="image/jpeg"
            problems={problems}
            optional
          />
          <Choice
            name={`bekeken-${at}`}
            label="Bij een foto"
            options={[{ value: 'ja', label: 'Ik keek de foto na: er staan geen mensen of kentekens op.' }]}
            problems={problems}
            several
          />
        </>
      ) : null}
    </div>
  )
}

/** What such a form sent: the answers that exist, the remark, and whether somebody looked at the photo. */
export function readInspection(sent: Sent, questions: Questionnaire, premises: string) {
  const at = suffixOf(premises)
  const chosen = Object.fromEntries(
    questions.questions.flatMap(({ id, options }) => {
      const value = sent.text(`${id}-${at}`)
      return options.some((option) => option.id === value) ? [[id, value] as const] : []
    }),
  )
  return {
    answers: answersFrom(chosen),
    remark: sent.text(`opmerking-${at}`, LONGEST_WORDS),
    photo: sent.file(`foto-${at}`),
    looked: sent.all(`bekeken-${at}`).includes('ja'),
  }
}
