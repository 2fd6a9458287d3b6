/** What an opinion says, as fields; and what is not right about it. */
import { z } from 'zod'
import type { OpinionDraft } from '../../../db/narrow.ts'
import type { Stance } from '../../../vocabulary/case.ts'
import { Area, Choice, Field, Select, type Problems } from '../../../web/desk/form.tsx'
import type { Sent } from '../../../web/desk/route.ts'
import { oneOf, readForm, text, type Across, type FormField } from '../../../web/desk/schema.ts'
import { Details } from '../../../web/parts.tsx'
import { plannedProblem } from '../rules/dates.ts'
import { explains } from '../rules/reason.ts'
import { STANCES } from '../rules/words.ts'
import type { NewOpinion } from '../store/opinions.ts'
import type { Named } from '../store/people.ts'

const ROWS = [0, 1, 2, 3, 4] as const
const EMPTY = { text: '', owner: '', dueOn: '' }

type RowField = `${'voorwaarde' | 'eigenaar' | 'uiterlijk'}-${(typeof ROWS)[number]}`
const FIELDS = {
  oordeel: text(20, oneOf(Object.keys(STANCES) as readonly Stance[], 'Kies uw oordeel.')),
  tekst: text(20_000),
  ...(Object.fromEntries(
    ROWS.flatMap((row) => [
      [`voorwaarde-${row}`, text(2_000)],
      [`eigenaar-${row}`, text(36)],
      [`uiterlijk-${row}`, text(10)],
    ]),
  ) as { readonly [K in RowField]: FormField<string, z.ZodString> }),
}
type Rule = Across<typeof FIELDS>

/** A condition says what, who and when. */
const rowRules = (row: (typeof ROWS)[number], people: readonly Named[], today: string): readonly Rule[] => {
  const [what, who, when] = [`voorwaarde-${row}`, `eigenaar-${row}`, `uiterlijk-${row}`] as const
  return [
    {
      field: what,
      holds: (typed) => typed[what] !== '' || (typed[who] === '' && typed[when] === ''),
      says: `Schrijf voorwaarde ${row + 1}, of maak de regel leeg.`,
    },
    {
      field: who,
      holds: (typed) => typed[what] === '' || people.some(({ id }) => id === typed[who]),
      says: `Kies wie voorwaarde ${row + 1} uitvoert.`,
    },
    {
      field: when,
      holds: (typed) => typed[what] === '' || plannedProblem(typed[when], today) === undefined,
      says: (typed) => `Voorwaarde ${row + 1}: ${plannedProblem(typed[when], today)}`,
    },
  ]
}
const RULES: readonly Rule[] = [
  {
    field: 'oordeel',
    holds: (typed) =>
      !['none-needed', 'no-objection'].includes(typed.oordeel) ||
      ROWS.every((row) => typed[`voorwaarde-${row}`] === ''),
    says: `Bij voorwaarden past “${STANCES.conditions}”.`,
  },
  {
    field: 'tekst',
    holds: ({ oordeel, tekst }) => explains(oordeel, tekst),
    says: 'Licht uw oordeel toe in een zin, ook als het kort is.',
  },
  {
    field: 'voorwaarde-0',
    holds: (typed) => typed.oordeel !== 'conditions' || ROWS.some((row) => typed[`voorwaarde-${row}`] !== ''),
    says: 'Noem minstens één voorwaarde, of kies een ander oordeel.',
  },
]

/** As it was typed, complete or not; and the opinion, or by field what keeps it from being signed. */
export function readOpinion(
  sent: Sent,
  people: readonly Named[],
  today: string,
): { readonly value: OpinionDraft; readonly opinion: NewOpinion | undefined; readonly problems: Problems } {
  const rules = [...ROWS.flatMap((row) => rowRules(row, people, today)), ...RULES]
  const { typed, held, problems } = readForm(FIELDS, sent, rules)
  const conditions = ROWS.map((row) => ({
    text: typed[`voorwaarde-${row}`],
    owner: typed[`eigenaar-${row}`],
    dueOn: typed[`uiterlijk-${row}`],
  }))
  return {
    value: { stance: typed.oordeel, text: typed.tekst, conditions },
    opinion: held && {
      stance: held.oordeel,
      text: held.tekst,
      conditions: conditions.filter((condition) => condition.text !== ''),
    },
    problems,
  }
}

export function OpinionFields({
  value,
  people,
  problems,
}: {
  value: OpinionDraft
  people: readonly Named[]
  problems: Problems
}) {
  const options = people.map(({ id, name, function: work }) => ({
    value: id,
    label: work === '' ? name : `${name}, ${work}`,
  }))
  // What was typed, what is wrong and one that is empty stand open.
  const used = ROWS.findLast((index) => {
    const { text, owner, dueOn } = value.conditions[index] ?? EMPTY
    return `${text}${owner}${dueOn}` !== '' || problems[`voorwaarde-${index}`] !== undefined
  })
  const shown = Math.min(ROWS.length, (used ?? -1) + 2)
  const rows = ROWS.map((index) => {
    const { text, owner, dueOn } = value.conditions[index] ?? EMPTY
    return (
      <div key={index} className="ld-condition">
        <Area
          name={`voorwaarde-${index}`}
          label={`Voorwaarde ${index + 1}`}
          optional
          rows={2}
          value={text}
          maxLength={2_000}
          problems={problems}
        />
        <Select
          name={`eigenaar-${index}`}
          label="Wie doet het?"
          empty="Kies"
          value={owner}
          options={options}
          problems={problems}
        />
        <Field name={`uiterlijk-${index}`} label="Uiterlijk" type="date" value={dueOn} problems={problems} />
      </div>
    )
  })
  return (
    <>
      <Choice
        name="oordeel"
        label="Uw oordeel"
        value={[value.stance]}
        problems={problems}
        options={Object.entries(STANCES).map(([stance, label]) => ({ value: stance, label }))}
      />
      <Area name="tekst" label="Toelichting" value={value.text} rows={8} problems={problems} />
      <fieldset className="ld-choice">
        <legend className="utrecht-form-label">
          Voorwaarden <span className="ld-quiet">(niet verplicht)</span>
        </legend>
        <div className="ld-hint">
          Eén voorwaarde per vak, elk met wie het doet en wanneer het klaar is. De indiener reageert op elk apart.
        </div>
        {rows.slice(0, shown)}
        {shown < ROWS.length ? <Details summary="Meer voorwaarden">{rows.slice(shown)}</Details> : null}
      </fieldset>
    </>
  )
}

/** The newest version as it was signed, to begin a newer one with. */
export const draftOfOpinion = (
  last:
    | {
        readonly stance: Stance
        readonly text: string
        readonly conditions: readonly {
          readonly text: string
          readonly owner: string | null
          readonly dueOn: string | null
        }[]
      }
    | undefined,
): OpinionDraft => ({
  stance: last?.stance ?? '',
  text: last?.text ?? '',
  conditions: (last?.conditions ?? []).map(({ text, owner, dueOn }) => ({
    text,
    owner: owner ?? '',
    dueOn: dueOn ?? '',
  })),
})
