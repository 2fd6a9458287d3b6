/** One date of a register: what has it, and a way to say that nothing need be done. */
import type { Register } from '../../model/register.ts'
import { Button, Buttons, Form, Hidden } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { mayWrite } from '../access.ts'
import { placeOf } from '../here.ts'
import { dateOf, type Together } from './rules.ts'
import type { entriesOn } from './store.ts'

/** Entries with one date that a page names. */
export const MOST = 500
const crumbs = [
  { name: 'Registers', to: '/balie/registers' },
  { name: 'Agenda', to: '/balie/agenda' },
]

type OneDate = {
  readonly view: DeskView
  readonly register: Register
  readonly about: Pick<Together, 'register' | 'field' | 'on'>
  readonly entries: Awaited<ReturnType<typeof entriesOn>>
  /** A reminder of it waits for somebody. */
  readonly open: boolean
}

export function DatePage({ view, register, about, entries, open }: OneDate) {
  const { label } = dateOf(register, about.field)!
  const title = `${label}: ${day('nl', about.on)}`
  return (
    <DeskPage view={view} title={title} crumbs={crumbs}>
      <Heading level={1}>{title}</Heading>
      {entries.length === 0 ? (
        <Text>Niets in “{register.title}” heeft deze datum nog.</Text>
      ) : (
        <>
          <Text>
            {entries.length === 1 ? 'Dit heeft' : 'Deze hebben'} die datum in “{register.title}”. Pas de datum aan, of
            beëindig wat er niet meer is. De herinnering verdwijnt dan vanzelf.
          </Text>
          <ul className="ld-tasks">
            {entries.slice(0, MOST).map((entry) => (
              <li key={entry.id}>
                <Link to={placeOf(register, entry)}>{entry.title}</Link>
                <span className="ld-quiet">nr. {entry.no}</span>
              </li>
            ))}
          </ul>
          {entries.length > MOST ? <Text>Dit zijn de eerste {MOST}.</Text> : null}
        </>
      )}
      {open && mayWrite(view.who, register) ? (
        <Form view={view} action="/balie/agenda/gezien">
          <Hidden name="register" value={about.register} />
          <Hidden name="veld" value={about.field} />
          <Hidden name="datum" value={about.on} />
          <Text>Hoeft er nu niets te gebeuren? Haal de herinnering van de lijst. De volgende komt gewoon.</Text>
          <Buttons>
            <Button kind="secondary">Haal deze herinnering weg</Button>
          </Buttons>
        </Form>
      ) : null}
    </DeskPage>
  )
}
