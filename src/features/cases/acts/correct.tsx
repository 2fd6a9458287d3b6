/** Corrects a decision: a new one beside it, with its reason. What was decided before stays to be read. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, notYet, page, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { readForm, text, thatIs } from '../../../web/desk/schema.ts'
import { pathOf } from '../address.ts'
import { any, type CaseDoors } from '../doors.ts'
import { Dossier } from '../pages/dossier.tsx'
import { whyNotCorrect } from '../rules/may.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { correct } from '../store/decisions.ts'
import type { Case } from '../store/rows.ts'
import { DecisionFields, type Outcomes, readDecision } from './decision-form.tsx'
import { Act, type Base, said } from './form.tsx'

function CorrectionPage(props: Base & { outcomes: Outcomes; today: string }) {
  const { view, file, problems = none, typed } = props
  return (
    <Act
      {...props}
      title="Herstel het besluit"
      aside={<Dossier file={file} />}
      pen="het herstel"
      lead="Uw nieuwe besluit komt naast het oude. Het oude blijft te lezen, ook op de openbare site, met uw reden."
    >
      <Form view={view} action={`${pathOf(file.row)}/besluit/herstel`}>
        <Area
          name="reden"
          label="Wat klopte er niet aan het vorige besluit?"
          rows={3}
          value={said(typed, 'reden')}
          problems={problems}
          maxLength={4_000}
        />
        <DecisionFields {...props} last={file.decisions.at(-1)!} />
        <Buttons>
          <Button>Onderteken het herstelde besluit</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

const FIELDS = {
  reden: text(4_000, thatIs(inWords, 'Leg in een zin uit wat er niet klopte. Uw reden wordt openbaar.')),
}

export const correctRoutes = ({ onCase, questionnaireFor, outcomesOf }: CaseDoors): readonly Route<Tx>[] => {
  const correcting = (then: (asked: Asked<Tx>, file: Case, doing: Doing) => Promise<Reply>) =>
    onCase(async (asked, file, doing) => {
      const why = whyNotCorrect(file.facts, asked.who)
      if (why !== undefined) return forbidden(why)
      return file.decisions.length === 0 ? notYet('Er is nog geen besluit om te herstellen.') : then(asked, file, doing)
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/besluit/herstel',
      may: 'case.decide',
      answer: correcting(async ({ view, today }, file) =>
        page(<CorrectionPage view={view} file={file} outcomes={outcomesOf(file.row.kind)} today={today} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/besluit/herstel',
      may: 'case.decide',
      answer: correcting(async ({ view, today, who, sent }, file, doing) => {
        const outcomes = outcomesOf(file.row.kind)
        const reason = readForm(FIELDS, sent)
        const { decision, problems: rest } = readDecision(sent, { file, outcomes, who, today })
        const problems = { ...reason.problems, ...rest }
        if (!reason.held || any(problems))
          return page(
            <CorrectionPage
              view={view}
              file={file}
              outcomes={outcomes}
              today={today}
              problems={problems}
              typed={sent}
            />,
            422,
          )
        await correct(
          doing,
          file,
          decision,
          reason.held.reden,
          questionnaireFor('full-test', file.row.kind)?.validMonths ?? 36,
        )
        return go(`${pathOf(file.row)}#besluit`, 'Het herstelde besluit is ondertekend. Het oude blijft te lezen.')
      }),
    },
  ]
}
