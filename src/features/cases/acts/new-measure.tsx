/** Agrees on a measure after the decision. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Field, Form, Hidden, none, Select } from '../../../web/desk/form.tsx'
import { forbidden, go, page, tooLate, type Route } from '../../../web/desk/route.ts'
import { Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { type Agreed, measureOf, toMeasure } from '../objections.ts'
import { plannedProblem } from '../rules/dates.ts'
import { saysAnything } from '../rules/reason.ts'
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
  condition?: Agreed
}) {
  return (
    <Act view={view} file={file} title="Nieuwe maatregel" problems={problems}>
      <Form view={view} action={`${pathOf(file.row)}/maatregelen`}>
        {condition ? (
          <>
            <Hidden name="voorwaarde" value={condition.id} />
            <Text>{measureOf(condition)}</Text>
          </>
        ) : (
          <Area
            name="tekst"
            label="Wat gebeurt er?"
            rows={3}
            value={said(typed, 'tekst', given.text)}
            problems={problems}
            maxLength={1_000}
          />
        )}
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

const MADE = 'Van deze voorwaarde is al een maatregel gemaakt, of zij is niet overgenomen.'
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
      const asked = sent.text('voorwaarde')
      const from = asked === '' ? undefined : toMeasure(file).find(({ id }) => id === asked)
      if (asked !== '' && !from) return tooLate(MADE)
      // What is done for a condition was agreed on, and so was its day, as long as that is still to come.
      const text = from ? measureOf(from) : sent.text('tekst').slice(0, 1_000)
      const [owner, dueOn] = [sent.text('eigenaar'), sent.text('klaar')]
      const late = plannedProblem(dueOn, today, from && from.dueOn! >= today ? from.dueOn! : undefined)
      const problems = {
        ...(saysAnything(text) ? {} : { tekst: 'Beschrijf de maatregel.' }),
        ...(people.some(({ id }) => id === owner) ? {} : { eigenaar: 'Kies wie het doet.' }),
        ...(late === undefined ? {} : { klaar: late }),
      }
      if (any(problems))
        return page(
          <NewMeasurePage
            view={view}
            file={file}
            people={people}
            problems={problems}
            typed={sent}
            {...(from ? { condition: from } : {})}
          />,
          422,
        )
      await addMeasure(doing, file, { text, owner, dueOn, ...(from ? { condition: from.id } : {}) })
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
      if (!condition) return tooLate(MADE)
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
            condition={condition}
          />,
          422,
        )
      await addMeasure(doing, file, { ...measure, condition: condition.id })
      return go(`${pathOf(file.row)}#maatregelen`, 'De maatregel staat erbij.')
    }),
  },
]
