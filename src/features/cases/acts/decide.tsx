/** Signs a decision, with a reason for every deviation. */
import type { Tx } from '../../../db/as.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { Area, Button, Buttons, Choice, Field, Form, none } from '../../../web/desk/form.tsx'
import { go, page, type Route } from '../../../web/desk/route.ts'
import { Notice, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { any, type CaseDoors } from '../doors.ts'
import { objectionsOf } from '../objections.ts'
import { Dossier } from '../pages/dossier.tsx'
import { decide } from '../store/decisions.ts'
import { takeStep } from '../store/steps.ts'
import { Act, type Base, said } from './form.tsx'

export function DecisionPage({
  view,
  file,
  outcomes,
  today,
  problems = none,
  typed,
}: Base & {
  outcomes: readonly { readonly id: string; readonly label: string; readonly requires: string | undefined }[]
  today: string
}) {
  return (
    <Act
      view={view}
      file={file}
      title="Besluit"
      problems={problems}
      aside={<Dossier file={file} />}
      lead={
        'U besluit met uw naam, functie en mandaat. Niemand kan een besluit wijzigen, ook u niet; een nieuw ' +
        'besluit komt ernaast.'
      }
    >
      {file.row.urgent ? (
        <Notice title="Spoed">
          <Text>Deze zaak is met spoed behandeld. De volledige toets volgt binnen acht weken.</Text>
        </Notice>
      ) : null}
      <Form view={view} action={`${pathOf(file.row)}/besluit`}>
        <Choice
          name="uitkomst"
          label="Wat besluit u?"
          value={[said(typed, 'uitkomst')]}
          problems={problems}
          options={outcomes.map(({ id, label, requires }) => ({
            value: id,
            label,
            hint: requires === undefined ? undefined : `Hiervoor nodig: ${requires}.`,
          }))}
        />
        <Area name="tekst" label="Motivering" rows={6} value={said(typed, 'tekst')} problems={problems} />
        {objectionsOf(file).length === 0 ? null : (
          <Section id="afwijken" title="Wijkt u af?">
            <Text>
              Elk punt hieronder is een bezwaar dat nog staat. Besluit u ondanks zo’n bezwaar, dan staat bij elk uw
              reden.
            </Text>
            {objectionsOf(file).map(({ about, text }) => (
              <Area
                key={about}
                name={`afwijking-${about}`}
                label={text}
                rows={2}
                value={said(typed, `afwijking-${about}`)}
                problems={problems}
                maxLength={4_000}
              />
            ))}
          </Section>
        )}
        <Field
          name="mandaat"
          label="Op grond waarvan mag u dit besluiten?"
          hint="Bijvoorbeeld: het college, of het mandaatbesluit van 1 maart 2026, artikel 3."
          value={said(typed, 'mandaat')}
          problems={problems}
          maxLength={300}
        />
        <Field
          name="datum"
          label="Datum van het besluit"
          type="date"
          value={said(typed, 'datum', today)}
          problems={problems}
        />
        <Text>
          U ondertekent als {view.who.name}
          {view.who.function ? `, ${view.who.function}` : ''}.
        </Text>
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
      const [outcome, text, mandate, decidedOn] = [
        sent.text('uitkomst'),
        sent.text('tekst').slice(0, 20_000),
        sent.text('mandaat').slice(0, 300),
        sent.text('datum'),
      ]
      const objections = objectionsOf(file)
      // Not doing it, changing it first or stopping it follows the objections; anything else goes past them.
      const follows = ['afraden', 'aanpassen', 'stoppen', 'vervangen'].includes(outcome)
      const problems = {
        ...(outcomes.some(({ id }) => id === outcome) ? {} : { uitkomst: 'Kies wat u besluit.' }),
        ...(text === '' ? { tekst: 'Motiveer het besluit.' } : {}),
        ...(mandate === ''
          ? { mandaat: 'Vul in wie u het recht gaf om dit te besluiten, zoals het college of een mandaatbesluit.' }
          : {}),
        ...(isDate(decidedOn) && decidedOn <= today
          ? {}
          : { datum: 'Vul de datum van het besluit in, niet later dan vandaag.' }),
        ...(who.function === ''
          ? {
              '':
                'Uw functie is niet bekend. Vraag de beheerder die in te vullen: een besluit noemt naam en ' +
                'functie.',
            }
          : {}),
        ...(follows
          ? {}
          : Object.fromEntries(
              objections
                .filter(({ about }) => sent.text(`afwijking-${about}`) === '')
                .map(({ about }) => [`afwijking-${about}`, 'Leg uit waarom u hiervan afwijkt.']),
            )),
      }
      if (any(problems))
        return page(
          <DecisionPage view={view} file={file} outcomes={outcomes} today={today} problems={problems} typed={sent} />,
          422,
        )
      const deviations = objections
        .map(({ about }) => ({ about, text: sent.text(`afwijking-${about}`).slice(0, 4_000) }))
        .filter((deviation) => deviation.text !== '')
      await decide(
        doing,
        file,
        { outcome, text, mandate, decidedOn, deviations },
        questionnaireFor('full-test', file.row.kind)?.validMonths ?? 36,
      )
      await takeStep(doing, file, possible, '')
      return go(pathOf(file.row), 'Het besluit is ondertekend.')
    }),
  },
]
