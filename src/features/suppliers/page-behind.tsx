/** Who and what stands behind the addresses of one organisation, for itself and for the desk. */
import type { Problems } from '../../web/desk/form.tsx'
import { DeskPage, type Trail } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { country, day } from '../../web/language.ts'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Supplier, SupplierWay } from '../../model/supplier.ts'
import { ExpiryTable } from './expiry-table.tsx'
import { DomainPart, type TypedDay } from './part-domain.tsx'
import { WeakSection } from './part-weak.tsx'
import { SpfTree } from './spf-tree.tsx'
import type { BehindOrganisation } from './store.ts'
import { REACH, SIGNS } from './words.ts'

type Props = {
  readonly view: DeskView
  readonly known: BehindOrganisation
  readonly today: string
  /** Of who looks: the organisation itself, or the desk. */
  readonly own: boolean
  /** Whether weak spots are shown to who looks. */
  readonly weak: boolean
  readonly crumbs?: Trail
  /** What was typed of a domain, with what is not right about it. */
  readonly said?: { readonly typed: TypedDay; readonly problems: Problems }
}

export function BehindPage({ view, known, today, own, weak, crumbs = [], said }: Props) {
  const title = own ? 'Onze leveranciers' : `Leveranciers van ${known.of.name}`
  return (
    <DeskPage view={view} title={title} crumbs={crumbs} wide>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>
          {known.addresses.length === 0
            ? 'Van deze organisatie is nog geen adres gemeten. Daarom weten wij hier nog niets.'
            : 'Welke bedrijven staan achter deze adressen, wat loopt er af, en wat kan een ander overnemen?'}
        </Text>
        <Text>
          Dit staat niet op de openbare site. Alles komt uit instellingen die iedereen kan opzoeken. Een instelling kan
          een restant zijn: het bewijst niet dat een bedrijf nu iets levert.
        </Text>
      </div>
      <Suppliers known={known} />
      <MailSection known={known} />
      <Section id="verloopt" title="Wat loopt er af?">
        <ExpiryTable id="afloop" caption="Wat afloopt, het eerste bovenaan" rows={known.expiries} today={today} />
        <DomainPart {...{ view, known, own }} {...said} />
      </Section>
      {weak ? <WeakSection watches={known.watches} /> : null}
    </DeskPage>
  )
}

/** Suppliers of all addresses together, with each sign and the day it was seen. */
function Suppliers({ known: { addresses } }: { known: BehindOrganisation }) {
  const all = new Map<string, { supplier: Supplier; signs: { text: string; key: string }[] }>()
  const ways = new Set<SupplierWay>()
  for (const { at, behind } of addresses)
    for (const supplier of behind.suppliers) {
      const held = all.get(supplier.name) ?? { supplier, signs: [] }
      for (const { way, name, at: place } of supplier.signs) {
        ways.add(way)
        held.signs.push({
          key: `${way} ${name} ${place}`,
          text: `${SIGNS[way].name}: ${name}, bij ${place}, gezien op ${day('nl', at)}`,
        })
      }
      all.set(supplier.name, held)
    }
  const rows = [...all.values()].toSorted((a, b) => (a.supplier.name < b.supplier.name ? -1 : 1))
  return (
    <Section id="leveranciers" title="Bedrijven">
      {rows.length === 0 ? (
        <Text>Wij zagen geen andere bedrijven in de instellingen van deze adressen.</Text>
      ) : (
        <>
          <Table
            id="bedrijven"
            caption="Bedrijven die in instellingen staan"
            stacked
            columns={[{ head: 'Bedrijf' }, { head: 'Moederbedrijf' }, { head: 'Land' }, { head: 'Waaraan te zien' }]}
            rows={rows.map(({ supplier: { name, owner }, signs }) => ({
              key: name,
              cells: [
                name,
                owner === null
                  ? 'niet op onze lijst'
                  : `${owner.parent ?? 'moeder niet zeker'} (lijst van ${day('nl', owner.listed)})`,
                owner?.country ? country('nl', owner.country) : 'niet bekend',
                <List key="s" items={signs.slice(0, 10).map(({ key, text }) => ({ key, body: text }))} />,
              ],
            }))}
          />
          <Details summary="Wat bewijst dit niet?">
            <List
              items={[...ways].toSorted().map((way) => ({ key: way, body: `${SIGNS[way].name}: ${SIGNS[way].not}` }))}
            />
          </Details>
        </>
      )}
    </Section>
  )
}

function MailSection({ known: { addresses } }: { known: BehindOrganisation }) {
  const domains = addresses.filter(({ behind }) => behind.spf !== null || behind.reports.length > 0)
  if (domains.length === 0) return null
  return (
    <Section id="e-mail" title="E-mail">
      {domains.map(({ subject, address, behind: { spf, reports, servers = [] } }) => (
        <div key={subject}>
          <Heading level={3}>{address}</Heading>
          {spf === null ? (
            <Text>Wij konden de lijst van wie e-mail mag sturen niet helemaal lezen.</Text>
          ) : (
            <SpfTree id={`spf-${subject}`} address={address} spf={spf} />
          )}
          {servers.length === 0 ? null : (
            <>
              <Text>Bij deze servers komt e-mail binnen. Zijn ze te bereiken?</Text>
              <List items={servers.map(({ host, reach }) => ({ key: host, body: `${host}: ${REACH[reach]}` }))} />
            </>
          )}
          {reports.length === 0 ? (
            <Text>Niemand krijgt rapporten over de e-mail van dit domein.</Text>
          ) : (
            <List
              items={reports.map(({ kind, to }) => ({ key: `${kind} ${to}`, body: `${to} ${SIGNS[kind].name}` }))}
            />
          )}
        </div>
      ))}
      <Text>
        Herstel staat bij de norm <Link to="/normen/VEI-12">Betrouwbare e-mail</Link>.
      </Text>
    </Section>
  )
}
