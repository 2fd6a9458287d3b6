/** Agrees on a measure after the decision. */
import type { Tx } from '../../../db/as.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { Area, Button, Buttons, Field, Form, none, Select } from '../../../web/desk/form.tsx'
import { forbidden, go, page, type Route } from '../../../web/desk/route.ts'
import { pathOf } from '../address.ts'
import { any, type CaseDoors } from '../doors.ts'
import { addMeasure } from '../store/measures.ts'
import { type Named, peopleWith } from '../store/people.ts'
import type { Case } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

export function NewMeasurePage({ view, file, people, problems = none, typed }: Base & { people: readonly Named[] }) {
  return (
    <Act view={view} file={file} title="Nieuwe maatregel" problems={problems}>
      <Form view={view} action={`${pathOf(file.row)}/maatregelen`}>
        <Area
          name="tekst"
          label="Wat gebeurt er?"
          rows={3}
          value={said(typed, 'tekst')}
          problems={problems}
          maxLength={1_000}
        />
        <Select
          name="eigenaar"
          label="Wie doet het?"
          value={said(typed, 'eigenaar')}
          empty="Kies"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          problems={problems}
        />
        <Field name="klaar" label="Klaar op" type="date" value={said(typed, 'klaar')} problems={problems} />
        <Buttons>
          <Button>Maatregel opslaan</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

const mayMeasure = ({ row }: Case, person: string): boolean =>
  ['decided', 'published', 'follow-up', 'retest'].includes(row.state) &&
  (person === row.handler || person === row.decisionMaker)
const owners = (tx: Tx, municipality: string) =>
  peopleWith(tx, municipality, [
    'policy-officer',
    'adviser',
    'executor',
    'security-officer',
    'account-manager',
    'decision-maker',
    'publisher',
  ])

export const newMeasureRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/maatregelen',
    may: 'case.follow',
    answer: onCase(async ({ tx, municipality, view, who }, file) =>
      mayMeasure(file, who.id)
        ? page(<NewMeasurePage view={view} file={file} people={await owners(tx, municipality.id)} />)
        : forbidden('De behandelaar of de beslisser voegt maatregelen toe, na het besluit.'),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/maatregelen',
    may: 'case.follow',
    answer: onCase(async ({ tx, municipality, view, who, sent, today }, file, doing) => {
      if (!mayMeasure(file, who.id))
        return forbidden('De behandelaar of de beslisser voegt maatregelen toe, na het besluit.')
      const people = await owners(tx, municipality.id)
      const [text, owner, dueOn] = [sent.text('tekst').slice(0, 1_000), sent.text('eigenaar'), sent.text('klaar')]
      const problems = {
        ...(text === '' ? { tekst: 'Beschrijf de maatregel.' } : {}),
        ...(people.some(({ id }) => id === owner) ? {} : { eigenaar: 'Kies wie het doet.' }),
        ...(isDate(dueOn) && dueOn >= today ? {} : { klaar: 'Kies een datum vanaf vandaag.' }),
      }
      if (any(problems))
        return page(<NewMeasurePage view={view} file={file} people={people} problems={problems} typed={sent} />, 422)
      await addMeasure(doing, file, { text, owner, dueOn })
      return go(`${pathOf(file.row)}#maatregelen`, 'De maatregel staat erbij.')
    }),
  },
]
