/** Campaigns at the desk: how each stands and what it waits for. */
import { CAMPAIGN_STATES } from '../../vocabulary/campaign.ts'
import { CLUSTER_NAMES } from '../../vocabulary/group.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { waitsFor } from './rules.ts'
import { SIZE, type Listed } from './store.ts'

export const PLACE = '/balie/campagnes'

/** For whom it is, in words. */
export const audienceOf = (audience: string): string =>
  audience === '' ? 'alle organisaties' : `groep ${CLUSTER_NAMES[audience] ?? audience}`

function standing(one: Listed, today: string): string {
  const waits = waitsFor(one, today)
  if (waits === 'the draw') return `vastgelegd, loting op ${day('nl', one.drawOn)}`
  if (waits === 'drawing') return 'de loting kan worden gedaan'
  if (waits === 'the end') return `loopt, nameting op ${day('nl', one.after)}`
  if (waits === 'telling') return 'de uitkomst is nog niet gepubliceerd'
  return CAMPAIGN_STATES[one.state]
}

type Props = {
  readonly view: DeskView
  readonly campaigns: readonly Listed[]
  readonly page: number
  readonly today: string
  readonly mayWrite: boolean
}
export function CampaignsPage({ view, campaigns, page, today, mayWrite }: Props) {
  const late = campaigns.filter((each) => waitsFor(each, today) === 'telling').length
  return (
    <DeskPage view={view} title="Campagnes" wide>
      <div className="ld-opening">
        <Heading level={1}>Campagnes</Heading>
        <Text lead>Een campagne helpt een groep organisaties met één norm. Daarna zien wij of het hielp.</Text>
        <Text>
          Wat u wilt weten, ligt vooraf vast. Wie eerst gaat, wordt geloot. De uitkomst komt altijd openbaar, ook als er
          niets te zien is.
        </Text>
        {late === 0 ? null : (
          <Text>
            Van {late === 1 ? 'één campagne' : `${late} campagnes`} is de uitkomst nog niet gepubliceerd. Dat staat ook
            op de openbare site.
          </Text>
        )}
      </div>
      {mayWrite ? (
        <p>
          <a className="nl-button nl-button--primary" href={`${PLACE}/nieuw`}>
            Campagne beginnen
          </a>
        </p>
      ) : null}
      <Section id="lijst" title="Alle campagnes" wide>
        {campaigns.length === 0 ? (
          <Text>Er is nog geen campagne.</Text>
        ) : (
          <Table
            id="campagnes"
            caption="Wat het laatst is begonnen, staat bovenaan"
            stacked
            columns={[{ head: 'Campagne' }, { head: 'Norm' }, { head: 'Voor wie' }, { head: 'Stand' }]}
            rows={campaigns.slice(0, SIZE).map((each) => ({
              key: each.id,
              cells: [
                <Link key="t" to={`${PLACE}/${each.id}`}>
                  {each.title}
                </Link>,
                each.norm,
                audienceOf(each.audience),
                standing(each, today),
              ],
            }))}
          />
        )}
        <Text>
          {page > 1 ? <Link to={`${PLACE}?pagina=${page - 1}`}>Vorige pagina</Link> : null}{' '}
          {campaigns.length > SIZE ? <Link to={`${PLACE}?pagina=${page + 1}`}>Volgende pagina</Link> : null}
        </Text>
      </Section>
    </DeskPage>
  )
}
