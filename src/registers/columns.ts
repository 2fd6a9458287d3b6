/** What of an entry stands beside its values in the database: lists are sorted, searched and reminded by it. */
import { searchWords } from '../lib/search-words.ts'
import type { Field, Register, Value, Values } from '../model/register.ts'

/** Characters of words that an entry is found by. */
const MOST = 20_000

/** The columns beside the values: what lists are sorted, searched and reminded by. */
export function columnsOf(register: Register, values: Values) {
  const byRole = (role: Field['role']) => {
    const field = register.fields.find((each) => each.role === role)
    const value = field && values[field.id]
    return typeof value === 'string' ? value : null
  }
  return {
    title: byRole('title')!,
    values: JSON.stringify(values),
    search: searchWords(register.fields.flatMap((field) => searched(field, values[field.id])).join('\n'))
      .join(' ')
      .slice(0, MOST),
    begins_on: byRole('begins'),
    ends_on: byRole('ends'),
    review_on: byRole('review'),
  }
}

/** What somebody may look for: texts, labels of answers and names of places, not ids. */
function searched(field: Field, value: Value | undefined): readonly string[] {
  if (value === undefined) return []
  const label = (id: string) => field.options.find((each) => each.id === id)?.label ?? ''
  switch (field.kind) {
    case 'text':
    case 'long-text':
    case 'email':
    case 'url':
    case 'reach':
      return [String(value)]
    case 'choice':
      return [label(String(value))]
    case 'choices':
      return (value as readonly string[]).map(label)
    case 'place':
      return [(value as { label: string }).label]
    case 'list':
      return (value as readonly Record<string, string>[]).flatMap((row) =>
        field.parts.flatMap((part) => searched(part, row[part.id])),
      )
    default:
      return []
  }
}

const UNSORTED: readonly Field['kind'][] = ['choices', 'link', 'list', 'file', 'long-text']
/** Whether a list can stand in the order of this field. */
export const sortable = ({ kind }: Field): boolean => !UNSORTED.includes(kind)

/** The register with only the fields that its list shows. */
export const listed = (register: Register): Register => ({
  ...register,
  fields: register.fields.filter(({ id }) => register.list.includes(id)),
})
