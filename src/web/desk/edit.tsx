/**
 * What every form that changes something existing shares: a mark of what was on the screen, so that a colleague's
 * change in between is seen, and the differences field by field, for the page of a conflict and for the trail.
 */
import { fingerprint } from '../../lib/fingerprint.ts'
import { moment } from '../language.ts'
import { Notice, Text } from '../parts.tsx'
import { Table } from '../table.tsx'

/** What a form holds, by the names of its fields. A list has no order. */
export type Values = Readonly<Record<string, string | readonly string[]>>
export type Change = { readonly name: string; readonly from: string; readonly to: string }

const textOf = (value: Values[string] | undefined): string =>
  typeof value === 'string' ? value : [...(value ?? [])].toSorted().join(', ')

/** Goes along in the form as `basis`: the same as long as nobody changed what it holds, a mark for each field. */
export const basisOf = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}:${fingerprint(textOf(value))}`)
    .join(' ')

/**
 * What the form of who was second holds: what they left as it was when it opened (`basis`) is as the colleague left it.
 * `taken`: fields in which that is something else than what their form said.
 */
export function merged<T extends Values>(
  basis: string,
  now: T,
  typed: T,
): { readonly values: T; readonly taken: readonly (keyof T & string)[] } {
  const opened = new Set(basis.split(' '))
  const alone = (name: string) => opened.has(`${name}:${fingerprint(textOf(typed[name]))}`)
  const values = Object.fromEntries(Object.keys(typed).map((name) => [name, (alone(name) ? now : typed)[name]])) as T
  return { values, taken: Object.keys(typed).filter((name) => textOf(values[name]) !== textOf(typed[name])) }
}

/** The fields in which two differ, in the order of the form. `shown`: a value in words. */
export const changesBetween = (
  before: Values,
  after: Values,
  shown: (name: string, value: string) => string = (_, value) => value,
): Change[] =>
  Object.keys(after).flatMap((name) => {
    const words = (values: Values) =>
      typeof values[name] === 'string'
        ? shown(name, values[name])
        : [...(values[name] ?? [])]
            .toSorted()
            .map((each) => shown(name, each))
            .join(', ')
    return textOf(before[name]) === textOf(after[name]) ? [] : [{ name, from: words(before), to: words(after) }]
  })

/** A chosen value in words, by the name of its field and of the value; what has no words is shown as it is. */
export const inWords =
  (words: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  (name: string, value: string): string => {
    const of = Object.hasOwn(words, name) ? words[name]! : {}
    return Object.hasOwn(of, value) ? of[value]! : value
  }
/** The Dutch of words that are kept in both languages. */
export const dutchOf = (words: Readonly<Record<string, { readonly nl: string }>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([name, { nl }]) => [name, nl]))

/** A colleague changed the same meanwhile: what stands there now, beside what was typed and is not kept yet. */
export function Clash({
  changes,
  labels,
  last,
  taken = [],
}: {
  /** From what stands there now to what was typed. */
  changes: readonly Change[]
  labels: Readonly<Record<string, string>>
  last: { readonly by: string | null; readonly at: Date } | undefined
  /** What the colleague changed and this person left alone: it stands in the form already. */
  taken?: readonly string[]
}) {
  return (
    <Notice title="Dit is intussen veranderd">
      <Text>
        {last === undefined
          ? 'Dit is intussen gewijzigd.'
          : `${last.by ?? 'Een collega'} wijzigde dit, ${moment('nl', last.at)}.`}{' '}
        Wat u zelf invulde, staat hieronder nog. Het is niet opgeslagen. Voeg het samen en sla op.
      </Text>
      {taken.length === 0 ? null : (
        <Text>Dit nam het formulier over van uw collega: {taken.map((name) => labels[name] ?? name).join(', ')}.</Text>
      )}
      {changes.length === 0 ? null : (
        <Table
          id="verschillen"
          caption="Waar het verschilt"
          stacked
          columns={[{ head: 'Veld' }, { head: 'Staat er nu' }, { head: 'Vulde u in' }]}
          rows={changes.map(({ name, from, to }) => ({
            key: name,
            cells: [labels[name] ?? name, from || 'leeg', to || 'leeg'],
          }))}
        />
      )}
    </Notice>
  )
}

/** For the trail: each field with what it was and is. Long texts are cut there, not in what is kept. */
export const trailOf = (changes: readonly Change[]): Readonly<Record<string, { from: string; to: string }>> =>
  Object.fromEntries(changes.map(({ name, from, to }) => [name, { from: from.slice(0, 200), to: to.slice(0, 200) }]))
