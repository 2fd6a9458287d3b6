/** Who receives data when somebody visits a website: a drawing, and the same as a table. */
import { Parties, type Route } from '../../web/charts/parties.tsx'
import { country } from '../../web/language.ts'
import { word } from '../../web/messages.ts'
import { Address } from '../../web/address.tsx'
import { Details, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { View } from '../../web/view.ts'
import type { Party } from '../../model/publication.ts'
import type { PublishedSubject } from '../organisations/store.ts'
import { partiesSay } from './messages-parties.ts'
import { seenSays } from './messages-seen.ts'

const MOST_ROUTES = 25

/** Parties that were met by whoever agreed to cookies, or came on a phone: told apart, for not everybody meets them. */
const CASES = ['after-accept', 'phone'] as const

export function PartiesSection({ view, subject }: { view: View; subject: PublishedSubject }) {
  const { m } = view
  const t = partiesSay(view.lang)
  const parties = subject.parties.filter(({ only }) => only === undefined)
  const cases = CASES.map((only) => ({ only, parties: subject.parties.filter((party) => party.only === only) }))
  const besides = cases.map((one) => <Besides key={one.only} view={view} only={one.only} parties={one.parties} />)
  if (parties.length === 0) {
    return (
      <Section id="partijen" title={t.title}>
        <Text>{!subject.seen ? t.unseen : cases.some((one) => one.parties.length > 0) ? t.noneYet : t.none}</Text>
        {besides}
      </Section>
    )
  }
  const companies = new Set(parties.map((party) => party.parent ?? party.company).filter((each) => each !== null)).size
  const outside = parties.filter((party) => party.eea === false).length
  const routes: Route[] = parties.map((party) => ({
    host: party.host,
    company: party.parent ?? party.company ?? t.unknownOwner,
    country: party.country ? country(view.lang, party.country) : t.unknownCountry,
    outside: party.eea === false,
    tracker: party.tracker,
  }))
  const lead = t.lead(parties.length, companies, outside)
  return (
    <Section id="partijen" title={t.title} wide>
      <Text>{lead}</Text>
      {/* The drawing is wider than a phone: a keyboard must be able to scroll it too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="ld-scroll" role="region" aria-label={t.map} tabIndex={0}>
        <Parties
          id="kaart"
          title={t.map}
          description={lead}
          routes={routes.slice(0, MOST_ROUTES)}
          heads={[m.column.host, m.column.company, m.column.country]}
        />
      </div>
      {routes.length > MOST_ROUTES ? <p className="ld-small">{t.more(routes.length - MOST_ROUTES)}</p> : null}
      <Details summary={m.table}>
        <PartiesTable view={view} id="partijen-tabel" caption={t.caption} parties={parties} />
      </Details>
      {besides}
    </Section>
  )
}

/** Nothing where nobody is met besides. */
function Besides({ view, only, parties }: { view: View; only: (typeof CASES)[number]; parties: readonly Party[] }) {
  if (parties.length === 0) return null
  const { title, lead } = partiesSay(view.lang).besides[only]
  const caption = title(parties.length)
  return (
    <Details summary={caption}>
      <Text>{lead}</Text>
      <PartiesTable view={view} id={`partijen-${only}`} caption={caption} parties={parties} />
    </Details>
  )
}

function PartiesTable(all: { view: View; id: string; caption: string; parties: readonly Party[] }) {
  const { view, id, caption, parties } = all
  const { m } = view
  const t = partiesSay(view.lang)
  const seen = seenSays(view.lang)
  return (
    <Table
      id={id}
      caption={caption}
      hideCaption
      columns={[
        { head: m.column.host },
        { head: m.column.purpose },
        { head: m.column.company },
        { head: m.column.country },
        { head: m.column.requests, numeric: true },
      ]}
      rows={parties.map((party) => ({
        key: party.host,
        cells: [
          <Address key="a">{party.host}</Address>,
          [party.service, party.category ? word(seen.category, party.category) : null, party.tracker ? t.tracker : null]
            .filter(Boolean)
            .join(', '),
          [party.company ?? t.unknownOwner, party.parent !== party.company ? party.parent : null]
            .filter(Boolean)
            .join(' – '),
          (party.country ? country(view.lang, party.country) : t.unknownCountry) +
            (party.eea === false ? ` (${t.outsideEea})` : ''),
          `${party.requests}`,
        ],
      }))}
    />
  )
}
