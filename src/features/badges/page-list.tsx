/** All badges at the desk, and what stands of them on sites. */
import { spoken } from '../../lib/spoken-number.ts'
import { badgeState, BADGE_KINDS, BADGE_STATES, SIGHTING_STATES } from '../../vocabulary/badge.ts'
import { BadgeMark } from '../../web/badge/mark.tsx'
import { Field } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { counted, day } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { isOpen } from './page-sighting.tsx'
import type { Sighting } from './sightings-store.ts'
import { numberInWords } from './shown.ts'
import { SIZE, type listBadges } from './store.ts'

export const PLACE = '/balie/badges'

type Props = {
  readonly view: DeskView
  readonly badges: Awaited<ReturnType<typeof listBadges>>
  readonly sightings: readonly Sighting[]
  readonly q: string
  readonly past: boolean
  readonly page: number
  readonly today: string
  readonly mayGive: boolean
}

const sentence = (open: number): string =>
  open === 0
    ? 'Op de websites die wij bezochten, staat geen badge die niet klopt.'
    : `Op ${counted('nl', open, 'website staat een badge', 'websites staat een badge')} die niet klopt.`

export function BadgesPage({ view, badges, sightings, q, past, page, today, mayGive }: Props) {
  const to = (at: number, over = past) => {
    const query = new URLSearchParams({
      ...(q === '' ? {} : { q }),
      ...(over ? { toon: 'voorbij' } : {}),
      ...(at > 1 ? { pagina: `${at}` } : {}),
    })
    return query.size === 0 ? PLACE : `${PLACE}?${query.toString()}`
  }
  const open = sightings.filter(isOpen)
  return (
    <DeskPage view={view} title="Badges" crumbs={[{ name: 'Afspraken', to: '/balie/afspraken' }]} wide>
      <div className="ld-opening">
        <Heading level={1}>Badges</Heading>
        <Text lead>{sentence(open.length)}</Text>
      </div>
      {mayGive ? (
        <p>
          <a className="nl-button nl-button--primary" href={`${PLACE}/nieuw`}>
            Badge geven
          </a>
        </p>
      ) : null}
      <SearchForm list={PLACE} button="Zoeken" filtered={q !== ''}>
        <Field name="q" label="Houder of nummer" value={q} type="search" maxLength={100} />
        {past ? <input type="hidden" name="toon" value="voorbij" /> : null}
      </SearchForm>
      <Section id="lijst" title={past ? 'Badges die voorbij zijn' : 'Badges die lopen'} wide>
        <Text>
          {past ? (
            <Link to={to(1, false)}>Badges die lopen</Link>
          ) : (
            <Link to={to(1, true)}>Badges die voorbij zijn</Link>
          )}
        </Text>
        {badges.length === 0 ? (
          <Text>{q === '' ? 'Hier staat nog geen badge.' : 'Geen badge past bij wat u zoekt.'}</Text>
        ) : (
          <Table
            id="badges"
            caption={past ? 'Wat het laatst afliep, staat bovenaan' : 'Wat het eerst afloopt, staat bovenaan'}
            stacked
            columns={[{ head: 'Houder' }, { head: 'Soort' }, { head: 'Stand' }, { head: 'Geldig tot en met' }]}
            rows={badges.slice(0, SIZE).map((each) => ({
              key: each.id,
              cells: [
                <span key="h">
                  <Link to={`${PLACE}/${each.id}`}>{each.holder}</Link>{' '}
                  <span className="ld-quiet">{spoken(each.number)}</span>
                </span>,
                <BadgeMark key="k" kind={each.kind} words={BADGE_KINDS[each.kind]} />,
                BADGE_STATES[badgeState(each, today)],
                day('nl', each.validUntil),
              ],
            }))}
          />
        )}
        <Text>
          {page > 1 ? <Link to={to(page - 1)}>Vorige pagina</Link> : null}{' '}
          {badges.length > SIZE ? <Link to={to(page + 1)}>Volgende pagina</Link> : null}
        </Text>
      </Section>
      <Section id="gezien" title="Gezien op websites" wide>
        <Text>Dit zagen onze bezoeken aan websites. Een badge die klopt, staat hier alleen ter kennis.</Text>
        {sightings.length === 0 ? null : (
          <Table
            id="gezien-tabel"
            caption="Badges op websites"
            hideCaption
            stacked
            columns={[{ head: 'Website' }, { head: 'Badge' }, { head: 'Wat het is' }, { head: 'Laatst gezien' }]}
            rows={sightings.map((each) => ({
              key: each.id,
              cells: [
                <Link key="w" to={`${PLACE}/gezien/${each.id}`}>
                  {each.address}
                </Link>,
                numberInWords(each.number),
                <span key="s">
                  {isOpen(each) ? <strong>{SIGHTING_STATES[each.state!]}</strong> : SIGHTING_STATES[each.state!]}
                  {each.settledAt === null ? null : <span className="ld-quiet"> (afgehandeld)</span>}
                </span>,
                day('nl', each.lastAt),
              ],
            }))}
          />
        )}
      </Section>
    </DeskPage>
  )
}
