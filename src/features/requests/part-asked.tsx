/** A field of a kind of request, as it is typed in at the counter. */
import type { RequestField } from '../../model/request.ts'
import { LONGEST_LINE, LONGEST_WORDS } from '../../vocabulary/request.ts'
import { Area, Choice, Field, type Problems } from '../../web/desk/form.tsx'

export function Asked({ field, value, problems }: { field: RequestField; value: string; problems: Problems }) {
  const { id: name, kind, label, hint, required, options } = field
  const common = {
    name,
    label: label.nl,
    hint: hint?.nl,
    problems,
    optional: !required && !label.nl.includes('(niet verplicht)'),
  }
  // Who keeps the event ties it, by the number.
  if (kind === 'hack-event') return null
  if (kind === 'words') return <Area {...common} value={value} rows={4} maxLength={LONGEST_WORDS} />
  if (kind === 'date') return <Field {...common} value={value} type="date" />
  if (kind === 'choice')
    return (
      <Choice {...common} value={[value]} options={options.map(({ id, said }) => ({ value: id, label: said.nl }))} />
    )
  return <Field {...common} value={value} maxLength={LONGEST_LINE} />
}
