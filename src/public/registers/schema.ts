/** What an entry of a register holds, as JSON Schema 2020-12 (json-schema.org), made from its fields. Pure. */
import type { Condition, Field, Register } from '../../model/register.ts'

type Schema = Readonly<Record<string, unknown>>

const KINDS: Readonly<Record<Field['kind'], (field: Field) => Schema>> = {
  text: ({ max }) => ({ type: 'string', maxLength: max }),
  'long-text': ({ max }) => ({ type: 'string', maxLength: max }),
  choice: ({ options }) => ({ type: 'string', oneOf: options.map(answer) }),
  choices: ({ options }) => ({
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', oneOf: options.map(answer) },
  }),
  'yes-no': () => ({ type: 'boolean' }),
  date: () => ({ type: 'string', format: 'date' }),
  month: () => ({ type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }),
  number: () => ({ type: 'number' }),
  amount: () => ({ type: 'number', description: 'Een bedrag in euro’s.' }),
  email: () => ({ type: 'string', format: 'email' }),
  url: () => ({ type: 'string', format: 'uri' }),
  reach: () => ({ type: 'string', anyOf: [{ format: 'email' }, { format: 'uri', pattern: '^https:' }] }),
  place: () => ({
    type: 'object',
    required: ['label', 'lon', 'lat'],
    properties: {
      label: { type: 'string' },
      lon: { type: ['number', 'null'], minimum: -180, maximum: 180 },
      lat: { type: ['number', 'null'], minimum: -90, maximum: 90 },
      area: {
        type: 'array',
        description: 'De hoekpunten van een gebied (lengte, breedte); lon en lat zijn dan het midden.',
        minItems: 3,
        items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } },
      },
    },
  }),
  link: () => ({ type: 'array', uniqueItems: true, items: { type: 'string' } }),
  file: () => ({ type: 'array', items: { type: 'string' } }),
  list: ({ parts, max }) => ({
    type: 'array',
    maxItems: max,
    items: objectOf(parts, (part) => part.required !== undefined),
  }),
}

const answer = ({ id, label, external }: Field['options'][number]): Schema => ({
  const: id,
  title: label,
  ...externally(external),
})

/** The name in a national standard, for who moves data along. */
const externally = (external: Readonly<Record<string, string>>): Schema =>
  Object.keys(external).length === 0 ? {} : { 'x-external': external }

const schemaOf = (field: Field): Schema => ({
  title: field.label,
  ...KINDS[field.kind](field),
  ...(field.hint === undefined ? {} : { description: field.hint }),
  ...externally(field.external),
})

/** `asked`: which of them must be there. */
const objectOf = (fields: readonly Field[], asked: (field: Field) => boolean): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: fields.filter(asked).map(({ id }) => id),
  properties: Object.fromEntries(fields.map((field) => [field.id, schemaOf(field)])),
})

/**
 * What is asked of an entry that is made public today, which is more than holds of all that is public: what was made
 * public before a field became obligatory stays as it was.
 */
const todayOf = (fields: readonly Field[]): Schema => ({
  required: fields.filter(({ required }) => required !== undefined).map(({ id }) => id),
  allOf: fields.flatMap(({ id, requiredIf }) => {
    const other = requiredIf && fields.find((each) => each.id === requiredIf.condition.field)
    return requiredIf && other ? [ifThen(heldOf(other, requiredIf.condition), { required: [id] })] : []
  }),
})

/** In the words of JSON Schema, of which one is a trap in a literal of this language. */
const ifThen = (held: Schema, asked: Schema): Schema =>
  Object.fromEntries([
    ['if', held],
    // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
    ['then', asked],
  ])

/** A condition; of what is no public field nothing is said. */
function heldOf({ id, kind }: Field, { is }: Condition): Schema {
  if (is === 'filled') return { required: [id] }
  if (kind === 'choices') return { required: [id], properties: { [id]: { contains: { enum: is } } } }
  const answers = kind === 'yes-no' ? is.map((answer) => answer === 'ja') : is
  return { required: [id], properties: { [id]: { enum: answers } } }
}

/**
 * The schema of what is public of an entry; `url` is where it stands. `register` has only its public fields. `today` in
 * its definitions says what is asked beside it of what is made public now.
 */
export const jsonSchemaOf = (register: Register, url: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: url,
  title: register.title,
  description: register.intro,
  ...(Object.keys(register.standards).length === 0 ? {} : { 'x-standards': register.standards }),
  ...objectOf(register.fields, ({ role }) => role === 'title'),
  $defs: { today: todayOf(register.fields) },
})
