/** Signs a decision, with a reason for everything it goes past. */
import type { Tx } from '../../../db/as.ts'
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import { go, page, type Route } from '../../../web/desk/route.ts'
import { Notice, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { any, type CaseDoors } from '../doors.ts'
import { Dossier } from '../pages/dossier.tsx'
import { decide } from '../store/decisions.ts'
import { takeStep } from '../store/steps.ts'
import { DecisionFields, type Outcomes, readDecision } from './decision-form.tsx'
import { Act, type Base } from './form.tsx'

function DecisionPage(props: Base & { outcomes: Outcomes; today: string }) {
  const { view, file } = props
  return (
    <Act
      {...props}
      title="Besluit"
      aside={<Dossier file={file} />}
      pen="het besluit"
      lead={
        'U besluit met uw naam, functie en mandaat. Niemand kan een besluit wijzigen, ook u niet. Klopt er iets ' +
        'niet, dan komt er een nieuw besluit naast.'
      }
    >
      {file.row.urgent ? (
        <Notice title="Spoed">
          <Text>Deze zaak is met spoed behandeld. De volledige toets volgt binnen acht weken.</Text>
        </Notice>
      ) : null}
      <Form view={view} action={`${pathOf(file.row)}/besluit`}>
        <DecisionFields {...props} />
        <Buttons>
          <Button>Onderteken het besluit</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

export const decideRoutes = ({ stepping, questionnaireFor, outcomesOf }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/besluit',
    may: 'case.decide',
    answer: stepping('besluiten', async ({ view, today }, file) =>
      page(<DecisionPage view={view} file={file} outcomes={outcomesOf(file.row.kind)} today={today} />),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/besluit',
    may: 'case.decide',
    answer: stepping('besluiten', async ({ view, today, who, sent }, file, doing, possible) => {
      const outcomes = outcomesOf(file.row.kind)
      const { decision, problems } = readDecision(sent, { file, outcomes, who, today })
      if (any(problems))
        return page(
          <DecisionPage view={view} file={file} outcomes={outcomes} today={today} problems={problems} typed={sent} />,
          422,
        )
      await decide(doing, file, decision, questionnaireFor('full-test', file.row.kind)?.validMonths ?? 36)
      await takeStep(doing, file, possible, '')
      return go(pathOf(file.row), 'Het besluit is ondertekend.')
    }),
  },
]
