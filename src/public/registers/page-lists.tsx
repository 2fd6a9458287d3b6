/** Which registers are public, and one of them as a list to search. */
import { Fragment } from 'react'
import type { Field, Register } from '../../model/register.ts'
import { placeField } from '../../registers/places.ts'
import { ListOrMap } from '../../web/map/map.tsx'
import { told } from '../../registers/values.ts'
import { filterName, filtersOf } from '../../registers/asked.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { SearchFrame, Select } from '../search-frame.tsx'
import type { Asked, Found } from '../listed.ts'
import { placeOfDecisions } from '../flows/by-decision.ts'
import { says } from './messages.ts'
import { linkLines } from './linked.tsx'
import type { LinkedEntry } from './links-store.ts'
import { crumb, labelOf, type Noun } from './noun-parts.ts'

export function RegistersPage({ view, nouns }: { view: View; nouns: readonly (Noun & { readonly count: number })[] }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.registers} crumbs={[crumb(view)]}>
      <div className="ld-opening">
        <Heading level={1}>{t.registers}</Heading>
        <Text lead>{t.lead}</Text>
      </div>
      {nouns.length === 0 ? <Text>{t.none}</Text> : null}
      <ul className="ld-tasks">
        {nouns.map((noun) => (
          <li key={noun.id}>
            <Link to={href(view, noun.path)}>{noun.title[view.lang]}</Link>
            <span>{noun.intro[view.lang]}</span>
            <span className="ld-quiet">{t.count(noun.count)}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}

export function RegisterPage({
  view,
  noun,
  register,
  asked,
  found,
}: {
  view: View
  noun: Noun
  register: Register
  asked: Asked
  found: Found<LinkedEntry>
}) {
  const [t, title] = [says(view.lang), noun.title[view.lang]]
  const decisions = placeOfDecisions(register)
  const columns = register.list.flatMap((id) => register.fields.find((field) => field.id === id) ?? [])
  const pages = Math.max(1, Math.ceil(found.total / asked.size))
  const to = (pagina: number) =>
    href(view, noun.path, { ...Object.fromEntries(asked.query), pagina: pagina === 1 ? undefined : pagina })
  return (
    <Page
      view={view}
      title={title}
      crumbs={[crumb(view), { name: title, to: href(view, noun.path) }]}
      feed={{ path: `${noun.path}/wijzigingen.atom`, title: t.feedTitle(title) }}
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{noun.intro[view.lang]}</Text>
        {decisions === undefined ? null : (
          <Text>
            <Link to={href(view, decisions)}>{t.byDecision}</Link>
          </Text>
        )}
      </div>
      <SearchIn view={view} noun={noun} register={register} asked={asked} />
      {placeField(register) ? <Ways view={view} noun={noun} asked={asked} here="list" /> : null}
      <Section id="gevonden" title={t.found(found.total)} wide>
        {found.total === 0 ? (
          <Text>{asked.query.size === 0 ? t.nothing : t.nothingFound}</Text>
        ) : (
          <Table
            id="lijst"
            caption={title}
            hideCaption
            stacked
            columns={columns.map((field) => ({ head: labelOf(view, field) }))}
            rows={found.rows.map((entry) => ({
              key: entry.id,
              cells: columns.map((field) =>
                field.role === 'title' ? (
                  <Fragment key={field.id}>
                    <Link to={href(view, `${noun.path}/${entry.slug}`)}>{entry.title}</Link>
                    {entry.ended ? <span className="ld-small ld-block">{t.ended}</span> : null}
                  </Fragment>
                ) : field.kind === 'link' ? (
                  <Fragment key={field.id}>
                    {linkLines(view, field, entry).map((line, index) => (
                      // oxlint-disable-next-line react/no-array-index-key -- lines of one cell have no other name
                      <span className="ld-block" key={index}>
                        {line}
                      </span>
                    ))}
                  </Fragment>
                ) : (
                  told(field, entry.values[field.id], view.lang, new Map()).join(', ')
                ),
              ),
            }))}
          />
        )}
        {pages === 1 ? null : (
          <nav className="ld-pagination" aria-label={t.pages}>
            {asked.page > 1 ? <Link to={to(asked.page - 1)}>{view.m.list.previous}</Link> : null}
            {asked.page < pages ? <Link to={to(asked.page + 1)}>{view.m.list.next}</Link> : null}
          </nav>
        )}
      </Section>
      <Section id="open-data" title={t.takeAlong}>
        <List
          items={[
            { key: 'csv', body: <Link to={`/open-data/register-${noun.id}.csv`}>{t.csv}</Link> },
            { key: 'api', body: <Link to={`/api/v1/registers/${noun.id}/entries`}>{t.api}</Link> },
            { key: 'feed', body: <Link to={href(view, `${noun.path}/wijzigingen.atom`)}>{t.feed}</Link> },
            ...(noun.calendar
              ? [{ key: 'agenda', body: <Link to={href(view, `${noun.path}/agenda`)}>{t.agenda}</Link> }]
              : []),
          ]}
        />
      </Section>
    </Page>
  )
}

/** Filters that stand open; more of them would push the list itself out of sight. */
const FEW = 3

type Searched = { view: View; noun: Noun; register: Register; asked: Asked }

/** Search and narrow; `children`: what else its address keeps. */
export function SearchIn({ view, noun, register, asked, children }: Searched & { children?: React.ReactNode }) {
  const t = says(view.lang)
  const valueOf = (field: Field) => asked.query.get(filterName(field)) ?? ''
  const filters = filtersOf(register)
  const choices = filters.map((field) => <Filter key={field.id} view={view} field={field} value={valueOf(field)} />)
  return (
    <SearchFrame view={view} to={noun.path} label={t.search} words={t.search} q={asked.q}>
      {children}
      {filters.length <= FEW ? (
        choices
      ) : (
        <Details summary={t.narrow} open={filters.some((field) => valueOf(field) !== '')}>
          <div className="ld-form__more">{choices}</div>
        </Details>
      )}
    </SearchFrame>
  )
}

/** The same question as a list or on the map. */
export function Ways({ view, noun, asked, here }: Omit<Searched, 'register'> & { here: 'list' | 'map' }) {
  const { weergave: _, plek: __, ...kept } = Object.fromEntries(asked.query)
  return (
    <ListOrMap
      lang={view.lang}
      here={here}
      list={href(view, noun.path, kept)}
      map={href(view, noun.path, { ...kept, weergave: 'kaart' })}
    />
  )
}

function Filter({ view, field, value }: { view: View; field: Field; value: string }) {
  const t = says(view.lang)
  const options =
    field.kind === 'yes-no'
      ? (['ja', 'nee'] as const).map((each) => ({ value: each, name: t.yesNo[each] }))
      : field.options.map((option) => ({ value: option.id, name: labelOf(view, option) }))
  if (options.length === 0) return null
  return (
    <Select
      name={filterName(field)}
      label={labelOf(view, field)}
      value={value}
      options={[{ value: '', name: t.all }, ...options]}
    />
  )
}
