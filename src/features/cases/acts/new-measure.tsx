/** Agrees on a measure after the decision. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Field, Form, Hidden, none, Select } from '../../../web/desk/form.tsx'
import { type Asked, forbidden, go, page, type Reply, type Route, type Sent, tooLate } from '../../../web/desk/route.ts'
import { readForm, text, word } from '../../../web/desk/schema.ts'
import { Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { type Agreed, measureOf, toMeasure } from '../objections.ts'
import { plannedProblem } from '../rules/dates.ts'
import { saysAnything } from '../rules/reason.ts'
import { any, type CaseDoors } from '../doors.ts'
import type { Doing } from '../store/ask.ts'
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
  given?: Given
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

const MADE = 'Van deze voorwaarde is al een maatregel gemaakt, of die is niet overgenomen.'
const NOT_YOURS = 'De behandelaar of de beslisser voegt maatregelen toe, na het besluit.'
const mayMeasure = ({ row }: Case, person: string): boolean =>
  ['decided', 'published', 'follow-up', 'retest'].includes(row.state) &&
  (person === row.handler || person === row.decisionMaker)

type Given = { readonly text: string; readonly owner: string; readonly dueOn: string }
/** `latest`: the last day it may be, when one was agreed on. `typed`: nothing, where what was given is all there is. */
type Adding = { readonly given: Given; readonly condition?: Agreed; readonly latest?: string; readonly typed?: Sent }

/** Adds the measure; else the page again, with what is not right. `gone`: what to say of an owner who is not here. */
async function add(
  { tx, municipality, view, today }: Asked<Tx>,
  file: Case,
  doing: Doing,
  { given, condition, latest, typed }: Adding,
  gone: string,
): Promise<Reply> {
  const people = await whoCanDo(tx, municipality.id)
  const late = plannedProblem(given.dueOn, today, latest)
  const problems = {
    ...(saysAnything(given.text) ? {} : { tekst: 'Beschrijf de maatregel.' }),
    ...(people.some(({ id }) => id === given.owner) ? {} : { eigenaar: gone }),
    ...(late === undefined ? {} : { klaar: late }),
  }
  const about = { view, file, people, problems, given, ...(typed && { typed }), ...(condition && { condition }) }
  if (any(problems)) return page(<NewMeasurePage {...about} />, 422)
  await addMeasure(doing, file, { ...given, ...(condition && { condition: condition.id }) })
  return go(`${pathOf(file.row)}#maatregelen`, 'De maatregel staat erbij.')
}

/** What these may hold depends on the condition they come from, and is asked in `add`. */
const FIELDS = { tekst: text(1_000), eigenaar: word(z.string()), klaar: word(z.string()) }

export const newMeasureRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const measuring = (then: (asked: Asked<Tx>, file: Case, doing: Doing) => Promise<Reply>) =>
    onCase(async (asked, file, doing) =>
      mayMeasure(file, asked.who.id) ? then(asked, file, doing) : forbidden(NOT_YOURS),
    )
  return [
    {
      method: 'GET',
      path: '/zaken/:case/maatregelen',
      may: 'case.follow',
      answer: measuring(async ({ tx, municipality, view }, file) =>
        page(<NewMeasurePage view={view} file={file} people={await whoCanDo(tx, municipality.id)} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/maatregelen',
      may: 'case.follow',
      answer: measuring(async (asked, file, doing) => {
        const { sent, today } = asked
        const from = sent.mark('voorwaarde')
        const condition = toMeasure(file).find(({ id }) => id === from)
        if (from !== '' && !condition) return tooLate(MADE)
        // What is done for a condition was agreed on, and so was its day, as long as that is still to come.
        const { tekst, eigenaar, klaar } = readForm(FIELDS, sent).typed
        const given = { text: condition ? measureOf(condition) : tekst, owner: eigenaar, dueOn: klaar }
        const latest = condition && condition.dueOn! >= today ? { latest: condition.dueOn! } : {}
        const adding = { given, typed: sent, ...latest, ...(condition && { condition }) }
        return add(asked, file, doing, adding, 'Kies wie het doet.')
      }),
    },
    // One click: what, who and when were said with the condition.
    {
      method: 'POST',
      path: '/zaken/:case/maatregelen/uit-voorwaarde',
      may: 'case.follow',
      answer: measuring(async (asked, file, doing) => {
        const condition = toMeasure(file).find(({ id }) => id === asked.sent.mark('voorwaarde'))
        if (!condition) return tooLate(MADE)
        const given = { text: measureOf(condition), owner: condition.owner!, dueOn: condition.dueOn! }
        const gone = 'Wie dit zou doen, werkt hier niet meer. Kies wie het nu doet.'
        return add(asked, file, doing, { given, condition }, gone)
      }),
    },
  ]
}
