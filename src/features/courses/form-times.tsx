/** When it is open or meets: a field for each day of the week, days off and days extra, in words as people write. */
import { z } from 'zod'
import { extraTyped, hoursTyped, offTyped, readExtra, readOff, readSlots } from '../../lib/typed-times.ts'
import type { Times } from '../../lib/weekly-times.ts'
import { Area, Field, type Problems } from '../../web/desk/form.tsx'
import { text } from '../../web/desk/schema.ts'

const DAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const
const NAMES = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']

const slots = z.string().transform((typed, context) => {
  const read = readSlots(typed)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'Vul tijden in, zoals 9.00-12.00, 13.00-17.00. Of laat het leeg.' })
  return z.NEVER
})
const off = z.string().transform((typed, context) => {
  const read = readOff(typed)
  if ('off' in read && read.off.length <= 60) return read.off
  const message =
    'wrong' in read
      ? `Deze regel begrijpen wij niet: “${read.wrong.slice(0, 80)}”. Schrijf 25-12-2026, of 21-12-2026 t/m 3-1-2027.`
      : 'Dit zijn te veel regels. Er passen er 60.'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})
const extra = z.string().transform((typed, context) => {
  const read = readExtra(typed)
  if ('extra' in read && read.extra.length <= 60) return read.extra
  const message =
    'wrong' in read
      ? `Deze regel begrijpen wij niet: “${read.wrong.slice(0, 80)}”. Schrijf 5-12-2026 10.00-12.00.`
      : 'Dit zijn te veel regels. Er passen er 60.'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** The fields of a form with times. */
export const TIMES_FIELDS = {
  ma: text(60, slots),
  di: text(60, slots),
  wo: text(60, slots),
  do: text(60, slots),
  vr: text(60, slots),
  za: text(60, slots),
  zo: text(60, slots),
  dicht: text(3_000, off),
  extra: text(3_000, extra),
}
type HeldTimes = {
  readonly [D in (typeof DAYS)[number]]: readonly { readonly from: string; readonly to: string }[]
} & {
  readonly dicht: Times['off']
  readonly extra: Times['extra']
}
export type TypedTimes = Readonly<Record<keyof typeof TIMES_FIELDS, string>>

/** What was held by the fields, as times. */
export const timesHeld = (held: HeldTimes): Times => ({
  hours: DAYS.flatMap((day, at) => held[day].map((slot) => ({ day: at + 1, ...slot }))),
  off: held.dicht,
  extra: held.extra,
})
/** Times as they stand in the fields. */
export const timesTyped = (times: Times): TypedTimes => ({
  ...(Object.fromEntries(DAYS.map((day, at) => [day, hoursTyped(times, at + 1)])) as Record<
    (typeof DAYS)[number],
    string
  >),
  dicht: offTyped(times),
  extra: extraTyped(times),
})
export const NO_TIMES: Times = { hours: [], off: [], extra: [] }

/** `meets`: it is about meetings of a course, and not about hours in which something is open. */
export function TimesFields({
  typed,
  problems,
  meets = false,
}: {
  typed: TypedTimes
  problems: Problems
  meets?: boolean
}) {
  return (
    <fieldset className="ld-week">
      <legend className="utrecht-form-label">{meets ? 'Op welke dagen en hoe laat?' : 'Wanneer is er hulp?'}</legend>
      <div className="ld-hint">Schrijf 9.00-12.00. Twee keer op een dag? Zet een komma ertussen.</div>
      <div className="ld-week__days">
        {DAYS.map((day, at) => (
          <Field
            key={day}
            name={day}
            label={NAMES[at]!}
            value={typed[day]}
            maxLength={60}
            problems={problems}
            optional={false}
          />
        ))}
      </div>
      <Area
        name="dicht"
        label={meets ? 'Dagen zonder les' : 'Dagen dat het dicht is'}
        hint="Elke dag of periode op een eigen regel, zoals 21-12-2026 t/m 3-1-2027: kerstvakantie."
        value={typed.dicht}
        rows={3}
        maxLength={3_000}
        problems={problems}
        optional
      />
      <Area
        name="extra"
        label={meets ? 'Extra lessen' : 'Dagen dat het extra open is'}
        hint="Elke dag op een eigen regel, zoals 5-12-2026 10.00-12.00."
        value={typed.extra}
        rows={2}
        maxLength={3_000}
        problems={problems}
        optional
      />
    </fieldset>
  )
}
