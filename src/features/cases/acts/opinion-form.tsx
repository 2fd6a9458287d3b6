/** What an opinion says, as fields; and what is not right about it. */
import type { OpinionDraft } from '../../../db/narrow.ts'
import type { Stance } from '../../../vocabulary/case.ts'
import { Area, Choice, Field, Select, type Problems } from '../../../web/desk/form.tsx'
import type { Sent } from '../../../web/desk/route.ts'
import { Details } from '../../../web/parts.tsx'
import { has } from '../doors.ts'
import { plannedProblem } from '../rules/dates.ts'
import { explains } from '../rules/reason.ts'
import { STANCES } from '../rules/words.ts'
import type { NewOpinion } from '../store/opinions.ts'
import type { Named } from '../store/people.ts'

const ROWS = 5
const EMPTY = { text: '', owner: '', dueOn: '' }

/** As it was typed, complete or not. */
export const typedOpinion = (sent: Sent): OpinionDraft => ({
  stance: sent.text('oordeel', 20),
  text: sent.text('tekst', 20_000),
  conditions: Array.from({ length: ROWS }, (_, index) => ({
    text: sent.text(`voorwaarde-${index}`, 2_000),
    owner: sent.text(`eigenaar-${index}`, 36),
    dueOn: sent.text(`uiterlijk-${index}`, 10),
  })),
})

/** The opinion, and by field what keeps it from being signed. A condition says what, who and when. */
export function readOpinion(
  typed: OpinionDraft,
  people: readonly Named[],
  today: string,
): { readonly opinion: NewOpinion; readonly problems: Problems } {
  const { stance, text } = typed
  const rows = typed.conditions.map((condition, index) => ({ ...condition, index }))
  const conditions = rows.filter((condition) => condition.text !== '')
  const whole = Object.fromEntries(
    rows.flatMap(({ index, text: asked, owner, dueOn }): [string, string][] => {
      if (asked === '')
        return owner === '' && dueOn === ''
          ? []
          : [[`voorwaarde-${index}`, `Schrijf voorwaarde ${index + 1}, of maak de regel leeg.`]]
      const late = plannedProblem(dueOn, today)
      return [
        ...(people.some(({ id }) => id === owner)
          ? []
          : ([[`eigenaar-${index}`, `Kies wie voorwaarde ${index + 1} uitvoert.`]] as [string, string][])),
        ...(late === undefined
          ? []
          : ([[`uiterlijk-${index}`, `Voorwaarde ${index + 1}: ${late}`]] as [string, string][])),
      ]
    }),
  )
  return {
    opinion: { stance: stance as Stance, text, conditions },
    problems: {
      ...(has(STANCES, stance) ? {} : { oordeel: 'Kies uw oordeel.' }),
      ...(explains(stance, text) ? {} : { tekst: 'Licht uw oordeel toe in een zin, ook als het kort is.' }),
      ...(stance === 'conditions' && conditions.length === 0
        ? { 'voorwaarde-0': 'Noem minstens één voorwaarde, of kies een ander oordeel.' }
        : {}),
      ...((stance === 'none-needed' || stance === 'no-objection') && conditions.length > 0
        ? { oordeel: `Bij voorwaarden past “${STANCES.conditions}”.` }
        : {}),
      ...whole,
    },
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
  const used = Array.from({ length: ROWS }, (_, index) => index).findLast((index) => {
    const { text, owner, dueOn } = value.conditions[index] ?? EMPTY
    return `${text}${owner}${dueOn}` !== '' || problems[`voorwaarde-${index}`] !== undefined
  })
  const shown = Math.min(ROWS, (used ?? -1) + 2)
  const rows = Array.from({ length: ROWS }, (_, index) => {
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
        {shown < ROWS ? <Details summary="Meer voorwaarden">{rows.slice(shown)}</Details> : null}
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
