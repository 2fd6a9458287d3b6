/** Whose turn it is, by name, with how they were reached: and writing that down for several at once. */
import { CAMPAIGN_REACHED, CAMPAIGN_WAYS } from '../../vocabulary/campaign.ts'
import { allows } from '../../vocabulary/roles.ts'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { PLACE } from './page-list.tsx'
import { SIZE, type Campaign, type Turn } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly campaign: Campaign
  /** Those that go first, or those that wait. */
  readonly first: boolean
  readonly turns: readonly Turn[]
  readonly page: number
  readonly today: string
  readonly problems?: Problems
  readonly typed?: {
    readonly wie: readonly string[]
    readonly manier: string
    readonly hoe: string
    readonly dag: string
  }
}

const reachedOf = ({ reached }: Turn): string =>
  reached === null
    ? 'niet bekend'
    : `${CAMPAIGN_REACHED[reached.outcome].nl}, ${CAMPAIGN_WAYS[reached.way].nl}, ${day('nl', reached.day)}`
const words = (of: Readonly<Record<string, { readonly nl: string }>>) =>
  Object.entries(of).map(([value, { nl }]) => ({ value, label: nl }))

export function TurnPage({ view, campaign, first, turns, page, today, problems = none, typed }: Props) {
  const here = `${PLACE}/${campaign.id}`
  const to = (at: number, of = first) => {
    const query = new URLSearchParams({ ...(of ? {} : { toon: 'wacht' }), ...(at > 1 ? { pagina: `${at}` } : {}) })
    return query.size === 0 ? `${here}/wie` : `${here}/wie?${query.toString()}`
  }
  const title = first ? 'Wie eerst gaat' : 'Wie wacht'
  const shown = turns.slice(0, SIZE)
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={[
        { name: 'Campagnes', to: PLACE },
        { name: campaign.title, to: here },
      ]}
      wide
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {first
            ? 'Deze organisaties zijn als eerste aan de beurt.'
            : campaign.state === 'told'
              ? 'De uitkomst is bekend. Deze organisaties zijn nu aan de beurt.'
              : `Deze organisaties wachten tot na ${day('nl', campaign.after)}. Help hen nu nog niet hiermee.`}
        </Text>
        <Text>
          <Link to={to(1, !first)}>{first ? 'Bekijk wie wacht' : 'Bekijk wie eerst gaat'}</Link>
        </Text>
      </div>
      <Section id="lijst" title="Organisaties" wide>
        {shown.length === 0 ? (
          <Text>Hier staat niemand.</Text>
        ) : (
          <Table
            id="wie"
            caption="Op naam"
            hideCaption
            stacked
            columns={[{ head: 'Organisatie' }, { head: 'Lot' }, { head: 'De laatste keer' }]}
            rows={shown.map((each) => ({ key: each.id, cells: [each.name, each.cluster, reachedOf(each)] }))}
          />
        )}
        <Text>
          {page > 1 ? <Link to={to(page - 1)}>Vorige pagina</Link> : null}{' '}
          {turns.length > SIZE ? <Link to={to(page + 1)}>Volgende pagina</Link> : null}
        </Text>
      </Section>
      {today < campaign.starts && problems === none ? (
        <Text>{`De campagne begint op ${day('nl', campaign.starts)}. Vanaf die dag legt u vast wie is bereikt.`}</Text>
      ) : shown.length > 0 && allows(view.who.roles, 'campaign.write') ? (
        <Section id="vastleggen" title="Vastleggen wie is bereikt">
          {first || campaign.state === 'told' ? null : (
            <Text>Is iemand die wacht toch bereikt? Leg dat eerlijk vast. Het staat bij de uitkomst.</Text>
          )}
          <Form view={view} action={to(page).replace('/wie', '/bereikt')}>
            <Choice
              name="wie"
              label="Welke organisaties?"
              several
              options={shown.map(({ id, name }) => ({ value: id, label: name }))}
              value={typed?.wie ?? []}
              problems={problems}
            />
            <Select
              name="manier"
              label="Hoe?"
              options={words(CAMPAIGN_WAYS)}
              value={typed?.manier ?? campaign.ways[0] ?? 'letter'}
              problems={problems}
            />
            <Select
              name="hoe"
              label="Hoe ging het?"
              options={words(CAMPAIGN_REACHED)}
              value={typed?.hoe ?? 'reached'}
              problems={problems}
            />
            <Field name="dag" label="Op welke dag?" type="date" value={typed?.dag ?? today} problems={problems} />
            <Buttons>
              <Button>Bereik vastleggen</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}
