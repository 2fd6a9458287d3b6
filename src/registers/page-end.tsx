/** Ends an entry, or takes it up again. It stays readable, with all of its versions. */
import type { Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Entry, Register } from '../model/register.ts'
import { Area, Button, Buttons, Form, Hidden } from '../web/desk/form.tsx'
import { DeskPage } from '../web/desk/page.tsx'
import { go, overtaken, page, type DeskView, type Route } from '../web/desk/route.ts'
import { readForm, text } from '../web/desk/schema.ts'
import { Heading, Link, Text } from '../web/parts.tsx'
import { crumbsTo, placeOf, type On } from './here.ts'
import { endEntry } from './store.ts'

function EndPage({ view, register, entry }: { view: DeskView; register: Register; entry: Entry }) {
  const ends = entry.endedAt === null
  const title = ends ? `Beëindig ${entry.title}` : `Neem ${entry.title} weer in gebruik`
  const at = placeOf(register, entry)
  return (
    <DeskPage view={view} title={title} crumbs={crumbsTo(register, entry)}>
      <Heading level={1}>{title}</Heading>
      <Text>
        {ends
          ? 'Het staat dan niet meer in de gewone lijst. Het blijft te lezen, met alle versies. ' +
            'U kunt dit terugdraaien.'
          : 'Het staat dan weer in de gewone lijst.'}
      </Text>
      <Form view={view} action={`${at}/beeindigen`}>
        <Hidden name="basis" value={String(entry.version)} />
        <Area name="reden" label="Waarom?" hint="Dit komt in het logboek." optional rows={2} maxLength={500} />
        <Buttons>
          <Button>{ends ? 'Beëindigen' : 'Weer in gebruik nemen'}</Button>
          <Link to={at}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

const FIELDS = { reden: text(500) }

export const endRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/:entry/beeindigen',
    may: 'register.edit',
    answer: on.at('to-read', async ({ view }, register, entry) =>
      page(<EndPage view={view} register={register} entry={entry} />),
    ),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/beeindigen',
    may: 'register.edit',
    answer: on.at('to-change', async ({ tx, municipality, sent, who }, register, entry) => {
      const { reden: reason } = readForm(FIELDS, sent).typed
      // Whoever presses twice, or after a colleague, does not undo it.
      if (sent.mark('basis') !== String(entry.version))
        return overtaken('Een collega wijzigde dit intussen. Kijk eerst wat er nu staat.')
      const ended = entry.endedAt === null
      await endEntry(tx, municipality.id, register, entry, { by: who.id, ended })
      await record(tx, municipality.id, {
        act: ended ? 'entry.ended' : 'entry.reopened',
        object: `entry/${entry.id}`,
        detail: reason === '' ? {} : { reason },
      })
      return go(placeOf(register, entry), ended ? 'Dit is beëindigd.' : 'Dit is weer in gebruik.')
    }),
  },
]
