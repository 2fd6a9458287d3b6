/** Agrees on a measure after the decision. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Field, Form, Hidden, none, Select } from '../../../web/desk/form.tsx'
import { forbidden, go, page, tooLate, type Route } from '../../../web/desk/route.ts'
import { pathOf } from '../address.ts'
import { measureOf, toMeasure } from '../objections.ts'
import { plannedProblem } from '../rules/dates.ts'
import { any, type CaseDoors } from '../doors.ts'
import { addMeasure } from '../store/measures.ts'
import { type Named, whoCanDo } from '../store/people.ts'
import type { Case } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

function NewMeasurePage({
  view,
  file,
  people,
  problems = none,
  typed,
  given = { text: '', owner: '', dueOn: '' },
  condition,
}: Base & {
  people: readonly Named[]
  given?: { readonly text: string; readonly owner: string; readonly dueOn: string }
  /** The condition that it is made of. */
  condition?: string
}) {
  const from = said(typed, 'voorwaarde', condition)
  return (
    <Act view={view} file={file} title="Nieuwe maatregel" problems={problems}>
      <Form view={view} action={`${pathOf(file.row)}/maatregelen`}>
        {from === '' ? null : <Hidden name="voorwaarde" value={from} />}
        <Area
          name="tekst"
          label="Wat gebeurt er?"
          rows={3}
          value={said(typed, 'tekst', given.text)}
          problems={problems}
          maxLength={1_000}
        />
        <Select
          name="eigenaar"
          label="Wie doet het?"
          value={said(typed, 'eigenaar', given.owner)}
          empty="Kies"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          problems={problems}
        />
        <Field
          name="klaar"
          label="Klaar op"
          type="date"
          value={said(typed, 'klaar', given.dueOn)}
          problems={problems}
        />
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
export const newMeasureRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/maatregelen',
    may: 'case.follow',
    answer: onCase(async ({ tx, municipality, view, who }, file) =>
      mayMeasure(file, who.id)
        ? page(<NewMeasurePage view={view} file={file} people={await whoCanDo(tx, municipality.id)} />)
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
      const people = await whoCanDo(tx, municipality.id)
      const [text, owner, dueOn] = [sent.text('tekst').slice(0, 1_000), sent.text('eigenaar'), sent.text('klaar')]
      const late = plannedProblem(dueOn, today)
      const problems = {
        ...(text === '' ? { tekst: 'Beschrijf de maatregel.' } : {}),
        ...(people.some(({ id }) => id === owner) ? {} : { eigenaar: 'Kies wie het doet.' }),
        ...(late === undefined ? {} : { klaar: late }),
      }
      if (any(problems))
        return page(<NewMeasurePage view={view} file={file} people={people} problems={problems} typed={sent} />, 422)
      const condition = toMeasure(file).find(({ id }) => id === sent.text('voorwaarde'))?.id
      await addMeasure(doing, file, { text, owner, dueOn, ...(condition === undefined ? {} : { condition }) })
      return go(`${pathOf(file.row)}#maatregelen`, 'De maatregel staat erbij.')
    }),
  },
  // One click: what, who and when were said with the condition.
  {
    method: 'POST',
    path: '/zaken/:case/maatregelen/uit-voorwaarde',
    may: 'case.follow',
    answer: onCase(async ({ tx, municipality, view, who, sent, today }, file, doing) => {
      if (!mayMeasure(file, who.id))
        return forbidden('De behandelaar of de beslisser voegt maatregelen toe, na het besluit.')
      const condition = toMeasure(file).find(({ id }) => id === sent.text('voorwaarde'))
      if (!condition) return tooLate('Van deze voorwaarde is al een maatregel gemaakt, of zij is niet overgenomen.')
      const people = await whoCanDo(tx, municipality.id)
      const measure = { text: measureOf(condition), owner: condition.owner!, dueOn: condition.dueOn! }
      const late = plannedProblem(measure.dueOn, today)
      const problems = {
        ...(people.some(({ id }) => id === measure.owner)
          ? {}
          : { eigenaar: 'Wie dit zou doen, werkt hier niet meer. Kies wie het nu doet.' }),
        ...(late === undefined ? {} : { klaar: late }),
      }
      if (any(problems))
        return page(
          <NewMeasurePage
            view={view}
            file={file}
            people={people}
            problems={problems}
            given={measure}
            condition={condition.id}
          />,
          422,
        )
      await addMeasure(doing, file, { ...measure, condition: condition.id })
      return go(`${pathOf(file.row)}#maatregelen`, 'De maatregel staat erbij.')
    }),
  },
]
