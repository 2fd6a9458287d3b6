/** The form of an entry: one field for each of its register, by what it holds. */
import { because } from './conditions.ts'
import { Fragment, type ReactNode } from 'react'
import type { Field as RegisterField, Register, Values } from '../model/register.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  Field,
  FileField,
  Form,
  Hidden,
  Select,
  type Problems,
} from '../web/desk/form.tsx'
import type { DeskView } from '../web/desk/route.ts'
import { Details, Heading } from '../web/parts.tsx'
import { howToWrite, kindOf } from './links.ts'
import { inputOf, textOf, type Input, type Names } from './values.ts'

/** What a field is called in a form: no name of a municipality's can be one that every form has. */
export const nameOf = ({ id }: Pick<RegisterField, 'id'>): string => `w-${id}`

/** Where the form tells which files stay. */
export const keepName = ({ id }: Pick<RegisterField, 'id'>): string => `houd-${id}`

/** What the form of an entry holds before anybody types: files by their ids. */
export const formInput = (register: Register, values: Values, names: Names): Input => ({
  ...inputOf(register, values, names),
  ...Object.fromEntries(
    register.fields.flatMap(({ id, kind }) =>
      kind === 'file' ? [[id, (values[id] ?? []) as readonly string[]] as const] : [],
    ),
  ),
})

export type Suggestions = ReadonlyMap<string, readonly (readonly [id: string, name: string])[]>
type Shown = {
  readonly input: Input
  /** What stands in the entry: its files can be kept. */
  readonly had: Values
  /** By the names of the fields in the form. */
  readonly problems: Problems
  /** What files are called, by id. */
  readonly names: Names
  readonly suggestions: Suggestions
}

export function EntryForm({
  view,
  register,
  action,
  basis,
  button,
  ...shown
}: Shown & {
  readonly view: DeskView
  readonly register: Register
  readonly action: string
  /** The version that was on the screen, of an entry that is there already. */
  readonly basis?: number | undefined
  readonly button: string
}) {
  return (
    <Form view={view} action={action} files={register.fields.some(({ kind }) => kind === 'file')}>
      {basis === undefined ? null : <Hidden name="basis" value={String(basis)} />}
      {register.fields.map((field) => (
        <Fragment key={field.id}>
          {field.section === undefined ? null : <Heading level={2}>{field.section.label}</Heading>}
          <One register={register} field={field} {...shown} />
        </Fragment>
      ))}
      <Buttons>
        <Button>{button}</Button>
      </Buttons>
    </Form>
  )
}

/** What goes between two bars: a choice with its answers, a day as it is written. */
const partAs = ({ kind, label, options }: RegisterField): string =>
  kind === 'choice'
    ? `${label} (${options.map((each) => each.label).join(', ')})`
    : kind === 'date'
      ? `${label} (zoals 31-12-2026)`
      : label

/** How to write what this field holds, where that does not speak for itself. */
function writtenAs({ kind, parts, to, several }: RegisterField): string | undefined {
  if (kind === 'month') return 'Schrijf de maand zoals 2026-11.'
  if (kind === 'amount') return 'In euro’s, zoals 1250 of 1250,50.'
  if (kind === 'place')
    return (
      'Een adres. Met de plek op de kaart erachter: Markt 1 (52.1663, 4.4814). ' +
      'Van een gebied de hoekpunten, met een puntkomma ertussen.'
    )
  if (kind === 'list') return `Eén per regel, met een streep ertussen: ${parts.map(partAs).join(' | ')}.`
  if (kind === 'file') return 'Pdf, document, rekenblad, afbeelding of tekst, tot 10 MB.'
  return to && `Schrijf ${howToWrite(kindOf(to))}.${several ? ' Eén per regel.' : ''}`
}

const WHEN = { always: 'Nodig', publication: 'Nodig voor openbaar maken' } as const

function hintOf(register: Register, field: RegisterField): ReactNode {
  const parts = [
    field.hint,
    writtenAs(field),
    field.source === undefined ? undefined : `Bron: ${field.source}.`,
    register.publication === 'never'
      ? undefined
      : !field.public
        ? 'Alleen voor de balie.'
        : field.required === 'publication'
          ? 'Nodig voordat dit openbaar kan worden.'
          : undefined,
    field.requiredIf === undefined || field.required === 'always'
      ? undefined
      : `${WHEN[field.requiredIf.for]} als ${because(register, field.requiredIf.condition)}.`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' ')
}

function One({
  register,
  field,
  input,
  problems,
  names,
  suggestions,
  had,
}: Shown & { readonly register: Register; readonly field: RegisterField }) {
  const optional = field.required !== 'always'
  const common = { name: nameOf(field), label: field.label, hint: hintOf(register, field), problems, optional }
  const value = textOf(input[field.id])
  const some = (suggestions.get(field.id) ?? []).map(([, name]) => name)
  switch (field.kind) {
    case 'long-text':
      return <Area {...common} value={value} maxLength={field.max} />
    case 'list':
      return <Area {...common} value={value} rows={4} />
    case 'choice':
      return <Select {...common} value={value} empty="Nog niet gekozen" options={optionsOf(field, [value])} />
    case 'yes-no':
      return (
        <Select
          {...common}
          value={value}
          empty="Nog niet gekozen"
          options={[
            { value: 'ja', label: 'Ja' },
            { value: 'nee', label: 'Nee' },
            ...(['', 'ja', 'nee'].includes(value) ? [] : [{ value, label: value }]),
          ]}
        />
      )
    case 'choices': {
      const chosen = [input[field.id] ?? []].flat().filter((each) => each !== '')
      return <Choice {...common} several value={chosen} options={optionsOf(field, chosen)} />
    }
    case 'link':
      return field.several ? (
        <>
          <Area {...common} value={value} rows={3} />
          {some.length === 0 ? null : (
            <Details summary={`Wat u kunt kiezen bij ${field.label.replace(/\?$/, '')}`}>
              <ul className="ld-list">
                {some.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </Details>
          )}
        </>
      ) : (
        <Field {...common} value={value} suggestions={some} />
      )
    case 'file':
      return (
        <Files
          field={field}
          common={common}
          there={(had[field.id] ?? []) as readonly string[]}
          kept={[input[field.id] ?? []].flat()}
          names={names}
        />
      )
    default:
      return <Field {...common} {...TYPES[field.kind]} value={value} maxLength={field.max} />
  }
}

const TYPES: Readonly<
  Partial<Record<RegisterField['kind'], { type?: 'date' | 'email' | 'url'; inputMode?: 'decimal' }>>
> = {
  date: { type: 'date' },
  email: { type: 'email' },
  url: { type: 'url' },
  number: { inputMode: 'decimal' },
  amount: { inputMode: 'decimal' },
}

/** An answer that left the register stands there still: who saves is asked to choose, and nothing goes unseen. */
const optionsOf = ({ options }: RegisterField, chosen: readonly string[]) => [
  ...options.map(({ id, label }) => ({ value: id, label })),
  ...chosen
    .filter((id) => id !== '' && !options.some((option) => option.id === id))
    .map((id) => ({ value: id, label: id })),
]

/** Files that are there can be kept or left out; a new one goes beside them, or in their place. */
function Files({
  field,
  common,
  there,
  kept,
  names,
}: {
  readonly field: RegisterField
  readonly common: { name: string; label: string; hint: ReactNode; problems: Problems; optional: boolean }
  readonly there: readonly string[]
  readonly kept: readonly string[]
  readonly names: Names
}) {
  return (
    <>
      {there.length === 0 ? null : (
        <Choice
          name={keepName(field)}
          label={`${field.label}: wat er al is`}
          hint={
            field.several
              ? 'Haal het vinkje weg bij wat er niet meer bij hoort.'
              : 'Haal het vinkje weg als het er niet meer bij hoort. Een nieuw bestand komt ervoor in de plaats.'
          }
          several
          value={kept}
          options={there.map((id) => ({ value: id, label: names.get(id) ?? 'een bestand dat er niet meer is' }))}
        />
      )}
      <FileField {...common} label={there.length === 0 ? field.label : `${field.label}: nieuw bestand`} />
    </>
  )
}
