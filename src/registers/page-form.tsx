/** The page with the form of an entry, of a new one and of one that is there. */
import type { ReactNode } from 'react'
import type { Tx } from '../db/as.ts'
import type { Entry, Register, Values } from '../model/register.ts'
import { ErrorSummary } from '../web/desk/form.tsx'
import { DeskPage } from '../web/desk/page.tsx'
import { page, type Asked, type Reply } from '../web/desk/route.ts'
import { Heading, Text } from '../web/parts.tsx'
import { EntryForm, nameOf } from './form.tsx'
import { crumbsTo, placeOf, type On } from './here.ts'
import { suggestionsFor } from './links-store.ts'
import type { Input, Names, Problems } from './values.ts'

/** The page as an answer: 422 with problems, 409 with a clash. */
export async function formPage(
  { tx, municipality, view }: Asked<Tx>,
  on: On,
  register: Register,
  {
    entry,
    input,
    names = new Map(),
    had = entry?.values ?? {},
    problems = {},
    clash,
  }: {
    /** Of an entry that is there. */
    readonly entry?: Entry
    readonly input: Input
    readonly names?: Names
    readonly had?: Values
    readonly problems?: Problems
    readonly clash?: ReactNode
  },
): Promise<Reply> {
  const title = entry ? `Pas ${entry.title} aan` : `Voeg een ${register.one} toe`
  const told = Object.fromEntries(Object.entries(problems).map(([id, text]) => [nameOf({ id }), text]))
  return page(
    <DeskPage view={view} title={title} crumbs={crumbsTo(register, entry)}>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary problems={told} />
      {clash}
      {register.publication === 'never' ? null : (
        <Text>Wat u invult, kan openbaar worden. Waar “alleen voor de balie” staat, blijft het binnen.</Text>
      )}
      <EntryForm
        view={view}
        register={register}
        action={`${placeOf(register, entry)}${entry ? '/wijzigen' : '/nieuw'}`}
        basis={entry?.version}
        input={input}
        had={had}
        names={names}
        problems={told}
        suggestions={await suggestionsFor(tx, municipality.id, on.house, register.fields)}
        button={entry ? 'Wijziging opslaan' : 'Opslaan'}
      />
    </DeskPage>,
    clash ? 409 : Object.keys(problems).length > 0 ? 422 : 200,
  )
}
