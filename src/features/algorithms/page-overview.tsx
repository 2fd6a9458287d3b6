/** All algorithms beside practice and the national register: where what is written is not what happens. */
import type { Register } from '../../model/register.ts'
import { placeOf } from '../../registers/here.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment, number } from '../../web/language.ts'
import { Heading, Link, List, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { placeOfAlgorithm } from './act-store.ts'
import type { Seen } from './store.ts'
import { statusTold } from './standard.ts'

export const PLACE = '/balie/algoritmes'

/** How many fields differ, in words. */
export const differ = (count: number): string =>
  count === 1 ? '1 veld verschilt' : `${number('nl', count)} velden verschillen`

type Props = {
  readonly view: DeskView
  readonly register: Register
  readonly all: readonly Seen[]
  /** Whether somebody may ask to look at the national register now. */
  readonly mayLook: boolean
}

const wrong = ({ different, practice }: Seen): number => different.length + practice.length

export function OverviewPage({ view, register, all, mayLook }: Props) {
  const odd = all.filter((each) => wrong(each) > 0)
  return (
    <DeskPage
      view={view}
      title="Algoritmes naast de praktijk"
      crumbs={[
        { name: 'Registers', to: '/balie/registers' },
        { name: register.title, to: placeOf(register) },
      ]}
      wide
    >
      <div className="ld-opening">
        <Heading level={1}>Algoritmes naast de praktijk</Heading>
        <Text lead>
          {all.length === 0
            ? 'Er staat nog geen algoritme in het register.'
            : odd.length === 0
              ? 'Bij elk algoritme klopt het register met wat wij zien.'
              : `Bij ${number('nl', odd.length)} van de ${number('nl', all.length)} algoritmes zien wij een verschil.`}
        </Text>
      </div>
      {mayLook ? (
        <Form view={view} action={`${PLACE}/nakijken`}>
          <Buttons>
            <Button>Alles nakijken in het Algoritmeregister</Button>
          </Buttons>
        </Form>
      ) : null}
      {all.length === 0 ? null : (
        <Table
          id="algoritmes"
          caption="Algoritmes en wat wij zien"
          hideCaption
          stacked
          columns={[{ head: 'Algoritme' }, { head: 'Landelijk Algoritmeregister' }, { head: 'Wat wij zien' }]}
          rows={[...odd, ...all.filter((each) => wrong(each) === 0)].map((each) => ({
            key: each.entry.id,
            cells: [
              <Link key="naar" to={placeOfAlgorithm(each.entry.id)}>{`${each.entry.no} ${each.entry.title}`}</Link>,
              <National key="landelijk" seen={each} />,
              each.practice.length === 0 ? (
                'Geen verschil.'
              ) : (
                <List key="praktijk" items={each.practice.map(({ kind, text }) => ({ key: kind, body: text }))} />
              ),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

function National({ seen: { state, different } }: { seen: Seen }) {
  if (!state) return 'Nog niet nagekeken.'
  return (
    <div>
      {statusTold(state.status)} {different.length === 0 ? null : `${differ(different.length)}.`}{' '}
      <span className="ld-quiet">Nagekeken op {moment('nl', state.seenAt)}.</span>
    </div>
  )
}
