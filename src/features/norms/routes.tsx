/** Normen en wet: what of the law changes soon, and what is left to a lawyer, for who keeps the catalogue. */
import { Fragment } from 'react'
import { comingChanges, DAYS_BEFORE, type Coming } from '../../catalogue/coming.ts'
import type { Tx } from '../../db/as.ts'
import type { Catalogue } from '../../model/norm.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../web/desk/route.ts'
import { Day } from '../../web/desk/day.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'

/** A question for a lawyer, the sources or norms it is about, and the norms where the public reads it. */
export type Left = { readonly doubt: string; readonly about: readonly string[]; readonly norms: readonly string[] }

/** What is left to a lawyer: each question once, however many norms raise it. */
export function leftToLawyer({ sources, norms }: Pick<Catalogue, 'sources' | 'norms'>): Left[] {
  const raised = [
    ...sources.flatMap((source) =>
      (source.forLawyer ?? []).map(({ nl }) => ({
        doubt: nl,
        about: source.title,
        norms: norms.filter((norm) => norm.sources.some((each) => each.source.id === source.id)).map(({ id }) => id),
      })),
    ),
    ...norms.flatMap(({ id, label, forLawyer = [] }) =>
      forLawyer.map(({ nl }) => ({ doubt: nl, about: label, norms: [id] })),
    ),
  ]
  return [...Map.groupBy(raised, ({ doubt }) => doubt)].map(([doubt, all]) => ({
    doubt,
    about: [...new Set(all.map(({ about }) => about))],
    norms: [...new Set(all.flatMap((each) => each.norms))],
  }))
}

/** One element, for a cell on a phone lays what it holds side by side. */
const NormLinks = ({ norms }: { norms: readonly string[] }) => (
  <span>
    {norms.length === 0
      ? 'geen norm'
      : norms.map((id, index) => (
          <Fragment key={id}>
            {index === 0 ? '' : ', '}
            <Link to={`/normen/${id}`}>{id}</Link>
          </Fragment>
        ))}
  </span>
)

function NormsPage({ view, coming, left }: { view: DeskView; coming: readonly Coming[]; left: readonly Left[] }) {
  return (
    <DeskPage view={view} title="Normen en wet" wide>
      <div className="ld-opening">
        <Heading level={1}>Normen en wet</Heading>
        <Text lead>
          Bewoners lezen bij een norm wat de wet zegt. Kijk hier op tijd of dat nog klopt. De teksten staan in de map
          norms van Leidraad.
        </Text>
      </div>
      <Section id="verandert" title="De wet verandert" wide>
        {coming.length === 0 ? (
          <Text>Binnen {DAYS_BEFORE} dagen verandert er geen bron.</Text>
        ) : (
          <Table
            id="verandert-tabel"
            caption="Bronnen die veranderen"
            hideCaption
            stacked
            columns={[{ head: 'Datum' }, { head: 'Bron' }, { head: 'Wat verandert' }, { head: 'Normen' }]}
            rows={coming.map(({ on, title, what, norms, intended, passed }) => ({
              key: `${on} ${title} ${what.nl}`,
              cells: [
                <span key="d">
                  <Day on={on} />
                  {intended ? ' (beoogd)' : ''}
                  {passed ? <span className="ld-quiet"> voorbij, nog niet nagekeken</span> : null}
                </span>,
                title,
                what.nl,
                <NormLinks key="n" norms={norms} />,
              ],
            }))}
          />
        )}
      </Section>
      <Section id="jurist" title="Nog voor een jurist" wide>
        <Text>
          Dit staat ook op de openbare pagina van de norm. Weet u het antwoord? Pas dan de bron of de norm aan.
        </Text>
        <Table
          id="jurist-tabel"
          caption="Vragen voor een jurist"
          hideCaption
          stacked
          columns={[{ head: 'Wat nog moet blijken' }, { head: 'Bij' }, { head: 'Normen' }]}
          rows={left.map(({ doubt, about, norms }) => ({
            key: doubt,
            cells: [doubt, about.join('; '), <NormLinks key="n" norms={norms} />],
          }))}
        />
      </Section>
    </DeskPage>
  )
}

export const normRoutes = ({ catalogue }: { readonly catalogue: Catalogue }): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/normen',
    may: 'law.watch',
    answer: async ({ view, today }) =>
      page(<NormsPage view={view} coming={comingChanges(catalogue, today)} left={leftToLawyer(catalogue)} />),
  },
]
