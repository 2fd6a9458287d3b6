/** The requests of residents at the desk: what waits by its last day, one's own first when asked; names of nobody. */
import type { RequestKind } from '../../model/request.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { REQUEST_STATES } from '../../vocabulary/request.ts'
import { Button, Buttons, Field, Select } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, number } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { deskEnding } from './endings.ts'
import { SIZE, type Asking, type Listed } from './store.ts'

const PLACE = '/balie/verzoeken'
const SHOWS = { open: 'Alles wat wacht', mine: 'Bij mij', closed: 'Afgesloten' } as const
const WORDS = { open: 'open', mine: 'mijn', closed: 'afgesloten' } as const

type Props = {
  readonly view: DeskView
  readonly requests: readonly Listed[]
  readonly kinds: readonly RequestKind[]
  readonly counts: { readonly open: number; readonly mine: number; readonly free: number; readonly late: number }
  readonly asking: Asking
  readonly today: string
  readonly mayType: boolean
  readonly mayDo: boolean
}

export function RequestsPage({ view, requests, kinds, counts, asking, today, mayType, mayDo }: Props) {
  const { show, kind, q, page } = asking
  const to = (shows: Asking['show'], at = 1) => {
    const query = new URLSearchParams({
      ...(shows === 'open' ? {} : { toon: WORDS[shows] }),
      ...(kind === '' ? {} : { soort: kind }),
      ...(q === '' ? {} : { q }),
      ...(at > 1 ? { pagina: `${at}` } : {}),
    })
    return query.size === 0 ? PLACE : `${PLACE}?${query.toString()}`
  }
  return (
    <DeskPage view={view} title="Verzoeken" wide>
      <div className="ld-opening">
        <Heading level={1}>Verzoeken van inwoners</Heading>
        <Text lead>{sentence(counts)}</Text>
        {mayType ? (
          <p>
            <a className="nl-button nl-button--primary" href={`${PLACE}/nieuw`}>
              Typ een verzoek in
            </a>
          </p>
        ) : null}
        <Text>
          {(['open', 'mine', 'closed'] as const)
            .filter((each) => each !== 'mine' || mayDo)
            .map((each) => (
              <span key={each} className="ld-step">
                <Link to={to(each)} current={each === show}>
                  {SHOWS[each]}
                </Link>{' '}
              </span>
            ))}
        </Text>
      </div>
      <form method="get" action={PLACE} className="ld-filters" role="search">
        {show === 'open' ? null : <input type="hidden" name="toon" value={WORDS[show]} />}
        <Field name="q" label="Nummer, of woorden uit uw eigen verzoeken" value={q} maxLength={100} type="search" />
        <Select
          name="soort"
          label="Soort"
          value={kind}
          empty="Alle soorten"
          options={kinds.map(({ id, title }) => ({ value: id, label: title.nl }))}
        />
        <Buttons>
          <Button kind="secondary">Zoeken</Button>
        </Buttons>
      </form>
      {requests.length === 0 ? (
        <Text>{show === 'closed' ? 'Er is nog niets afgesloten.' : 'Hier wacht niets.'}</Text>
      ) : (
        <Table
          id="verzoeken"
          caption={
            show === 'closed' ? 'Het laatst afgesloten eerst' : 'Wat het eerst iets van u vraagt, staat bovenaan'
          }
          stacked
          columns={[
            { head: 'Verzoek' },
            { head: show === 'closed' ? 'Afgesloten' : 'Uiterlijk' },
            { head: 'Stand' },
            { head: 'Bij wie' },
          ]}
          rows={requests.slice(0, SIZE).map((each) => ({
            key: each.id,
            cells: [
              <span key="v">
                <Link to={`${PLACE}/${each.id}`}>
                  {kinds.find(({ id }) => id === each.kind)?.title.nl ?? each.kind}
                </Link>{' '}
                <span className="ld-quiet ld-oneline">{spoken(each.number)}</span>
              </span>,
              show === 'closed' ? day('nl', each.closedAt!) : <Due key="d" request={each} today={today} />,
              standing(each, kinds),
              each.handler ?? 'Nog niemand',
            ],
          }))}
        />
      )}
      <Text>
        {page > 1 ? <Link to={to(show, page - 1)}>Vorige pagina</Link> : null}{' '}
        {requests.length > SIZE ? <Link to={to(show, page + 1)}>Volgende pagina</Link> : null}
      </Text>
    </DeskPage>
  )
}

function sentence({ open, free, late }: Props['counts']): string {
  if (open === 0) return 'Er wacht geen verzoek.'
  const told = open === 1 ? 'Eén verzoek wacht op antwoord' : `${number('nl', open)} verzoeken wachten op antwoord`
  const parts = [
    ...(free === 0 ? [] : [`${free === 1 ? 'één' : number('nl', free)} nog bij niemand`]),
    ...(late === 0 ? [] : [`${late === 1 ? 'één' : number('nl', late)} te laat`]),
  ]
  return parts.length === 0 ? `${told}.` : `${told}: ${parts.join(', ')}.`
}

const standing = ({ kind, state, outcome, ground, again, stoppedSince }: Listed, kinds: Props['kinds']): string => {
  if (state === 'closed')
    return deskEnding(
      kinds.find(({ id }) => id === kind),
      outcome!,
      ground,
    )
  const told = state === 'handled' && stoppedSince !== null ? 'termijn staat stil' : REQUEST_STATES[state]
  return again > 0 ? `${told}, opnieuw gevraagd` : told
}

/** The day on which something is asked first, most often the answer; what is late stands out, in words too. */
export function Due({
  request: { dueOn, nextOn, stoppedSince },
  today,
}: {
  request: Pick<Listed, 'dueOn' | 'nextOn' | 'stoppedSince'>
  today: string
}) {
  if (stoppedSince !== null) return <span>{day('nl', dueOn)}, staat stil</span>
  const first = nextOn ?? dueOn
  // One part: on a phone it stands beside the name of its column.
  return (
    <span>
      {first >= today ? day('nl', first) : <strong className="ld-late">{day('nl', first)} (te laat)</strong>}
      {first === dueOn ? null : <span className="ld-quiet ld-block">antwoord uiterlijk {day('nl', dueOn)}</span>}
    </span>
  )
}
