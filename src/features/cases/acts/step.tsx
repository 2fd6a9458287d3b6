/** Takes a step that asks no more than a reason. */
import type { Tx } from '../../../db/as.ts'
import { STATE_NAMES } from '../../../vocabulary/case.ts'
import { Area, Button, Buttons, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, page, type Route } from '../../../web/desk/route.ts'
import { readForm } from '../../../web/desk/schema.ts'
import { Link, Notice, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { type CaseDoors, reasonField } from '../doors.ts'
import type { Possible } from '../rules/may.ts'
import { takeStep, tellContradictions } from '../store/steps.ts'
import { Act, type Base, said } from './form.tsx'

export function StepPage({ view, file, possible, problems = none, typed }: Base & { possible: Possible }) {
  const { step, to, reason } = possible
  return (
    <Act
      view={view}
      file={file}
      title={step.label}
      problems={problems}
      lead={
        <>
          De zaak gaat van {STATE_NAMES[file.row.state]} naar {STATE_NAMES[to]}. Uw naam en functie komen erbij te
          staan.
        </>
      }
    >
      {file.row.state === 'pre-check' && 'rule' in file.proposal ? (
        <Notice title="De regel">
          <Text>
            {file.proposal.rule}
            {reason === 'required' && step.id !== 'spoed' && step.id !== 'intrekken' && step.id !== 'aanhouden'
              ? ' U kiest iets anders dan de regel voorstelt, of er is twijfel: leg uit waarom.'
              : ''}
          </Text>
        </Notice>
      ) : null}
      <Form view={view} action={`${pathOf(file.row)}/stap/${step.id}`}>
        {reason === 'no' ? null : (
          <Area
            name="reden"
            label="Waarom?"
            optional={reason === 'optional'}
            value={said(typed, 'reden')}
            problems={problems}
            maxLength={4_000}
          />
        )}
        <Buttons>
          <Button>{step.label}</Button>
          <Link to={pathOf(file.row)}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

export const stepRoutes = ({ stepping, questionnaireFor }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/stap/:step',
    may: 'case.read',
    answer: stepping(undefined, async ({ view }, file, _, possible) =>
      page(<StepPage view={view} file={file} possible={possible} />),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/stap/:step',
    may: 'case.read',
    answer: stepping(undefined, async ({ view, sent }, file, doing, possible) => {
      if (possible.step.page !== undefined) return forbidden()
      const { held, problems } = readForm(reasonField(possible), sent)
      if (!held)
        return page(<StepPage view={view} file={file} possible={possible} problems={problems} typed={sent} />, 422)
      await takeStep(doing, file, possible, held.reden, questionnaireFor('full-test', file.row.kind))
      if (possible.step.id === 'gereed') await tellContradictions(doing, file)
      return go(pathOf(file.row), `Gedaan: ${possible.step.label.toLowerCase()}.`)
    }),
  },
]
