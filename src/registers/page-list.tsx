/** The list of a register: searched, narrowed and sorted by its address, so that it can be kept and handed on. */
import type { ReactNode } from 'react'
import type { Tx } from '../db/as.ts'
import type { Entry, Field as RegisterField, Register } from '../model/register.ts'
import { Buttons, Field, Select } from '../web/desk/form.tsx'
import { DeskPage } from '../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../web/desk/route.ts'
import { SearchForm } from '../web/desk/search-form.tsx'
import { number } from '../web/language.ts'
import { ListOrMap } from '../web/map/map.tsx'
import { Details, Heading, Link, Text } from '../web/parts.tsx'
import { Table, type Column } from '../web/table.tsx'
import { mayWrite } from './access.ts'
import { addressOf, askedOf, filterName, filtersOf } from './asked.ts'
import { listed, sortable } from './columns.ts'
import type { Suggestions } from './form.tsx'
import { crumbsTo, exportPlace, importPlace, placeOf, type On } from './here.ts'
import { namesOf, suggestionsFor } from './links-store.ts'
import { COUNTED } from './find-store.ts'
import { listEntries, SIZE, type Asked } from './list-store.ts'
import { powersOf, type Power } from './power.ts'
import { mapAddress } from './page-map.tsx'
import { placeField } from './places.ts'
import { told, type Names } from './values.ts'

/** Filters that stand open; more of them would push the list itself out of sight on a phone. */
const FEW = 4

/** Characters of a value that a row has room for. */
const ROOM = 140

type Listed = {
  readonly register: Register
  readonly asked: Asked
  readonly entries: readonly Entry[]
  /** On all pages together, as far as they are counted. */
  readonly total: number
  readonly names: Names
  readonly suggestions: Suggestions
  readonly powers: readonly Power[]
}

function ListPage({ view, mayEdit, ...list }: Listed & { view: DeskView; mayEdit: boolean }) {
  const { register, asked, entries, total } = list
  const filtered = asked.q !== '' || asked.ended || Object.keys(asked.filters).length > 0
  const nothing =
    asked.page > 1
      ? 'Zo ver gaat de lijst niet. Ga terug naar een eerdere pagina.'
      : filtered
        ? 'Hier past niets bij. Zoek ruimer, of wis de filters.'
        : 'Er staat nog niets in.'
  const to = (more: Partial<Asked>) => addressOf(register, { ...asked, ...more })
  return (
    <DeskPage view={view} title={register.title} crumbs={crumbsTo(register).slice(0, 1)} wide>
      <div className="ld-opening">
        <Heading level={1}>{register.title}</Heading>
        <Text lead>{register.intro}</Text>
      </div>
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${placeOf(register)}/nieuw`}>
            Voeg een {register.one} toe
          </a>
        </Buttons>
      ) : null}
      {list.powers.map(({ list: more }) =>
        more === undefined ? null : (
          <Text key={more.to}>
            <Link to={more.to}>{more.text}</Link>
          </Text>
        ),
      )}
      <Search {...list} filtered={filtered} />
      {placeField(register) ? (
        <ListOrMap lang="nl" list={to({ page: 1 })} map={mapAddress(to({ page: 1 }))} here="list" />
      ) : null}
      {entries.length === 0 ? (
        <Text>{nothing}</Text>
      ) : (
        <>
          <Text>{shownOf(asked, entries.length, total)}</Text>
          <Entries {...list} />
        </>
      )}
      <nav aria-label="Pagina’s" className="ld-pager">
        {asked.page > 1 ? <Link to={to({ page: asked.page - 1 })}>Vorige pagina</Link> : <span />}
        {total > asked.page * SIZE || (total > COUNTED && entries.length === SIZE) ? (
          <Link to={to({ page: asked.page + 1 })}>Volgende pagina</Link>
        ) : null}
      </nav>
      <Text>
        Download wat nu geldt als <Link to={exportPlace(register, 'ods')}>rekenblad (ODS)</Link> of{' '}
        <Link to={exportPlace(register, 'csv')}>CSV</Link>
        {mayEdit ? (
          <>
            , of <Link to={importPlace(register)}>lees een bestand in</Link>
          </>
        ) : null}
        .
      </Text>
    </DeskPage>
  )
}

/** Which of them stand on this page. */
function shownOf({ page: at }: Asked, here: number, total: number): string {
  if (total <= SIZE) return `${total} gevonden`
  const all = total > COUNTED ? `meer dan ${number('nl', COUNTED)}` : number('nl', total)
  return `${number('nl', (at - 1) * SIZE + 1)} tot en met ${number('nl', (at - 1) * SIZE + here)} van ${all} gevonden`
}

function Search({ register, asked, suggestions, filtered }: Listed & { filtered: boolean }) {
  const optionsOf = ({ id, kind, options }: RegisterField) =>
    kind === 'yes-no'
      ? [
          { value: 'ja', label: 'Ja' },
          { value: 'nee', label: 'Nee' },
        ]
      : kind === 'link'
        ? (suggestions.get(id) ?? []).map(([value, label]) => ({ value, label }))
        : options.map((option) => ({ value: option.id, label: option.label }))
  const filters = filtersOf(register)
  const choices = filters.map((field) => (
    <Select
      key={field.id}
      name={filterName(field)}
      label={field.label}
      value={asked.filters[field.id] ?? ''}
      empty="Alle"
      options={optionsOf(field)}
    />
  ))
  return (
    <SearchForm list={placeOf(register)} button="Zoeken" filtered={filtered} wide="cases">
      {asked.sort === '' ? null : <input type="hidden" name="op" value={asked.sort} />}
      {asked.descending ? <input type="hidden" name="af" value="ja" /> : null}
      <Field name="q" label="Zoek op woord of nummer" type="search" value={asked.q} maxLength={200} />
      {filters.length <= FEW ? (
        choices
      ) : (
        <Details summary="Kies wat u wilt zien" open={filters.some(({ id }) => (asked.filters[id] ?? '') !== '')}>
          <div className="ld-form__more">{choices}</div>
        </Details>
      )}
      <Select
        name="welke"
        label="Lopend of beëindigd"
        value={asked.ended ? 'beeindigd' : ''}
        empty="Wat nu geldt"
        options={[{ value: 'beeindigd', label: 'Wat is beëindigd' }]}
      />
    </SearchForm>
  )
}

function Entries({ register, asked, entries, names }: Listed) {
  const title = register.fields.find(({ role }) => role === 'title')!
  const others = register.list.flatMap(
    (id) => register.fields.find((field) => field.id === id && field !== title) ?? [],
  )
  const sorted = asked.sort === '' ? title.id : asked.sort
  const column = (field: RegisterField): Column => {
    const here = field.id === sorted
    const descending = here && !asked.descending
    const sort = field === title ? '' : field.id
    return {
      head: field.label,
      numeric: field.kind === 'number' || field.kind === 'amount',
      ...(here ? { sort: asked.descending ? 'descending' : 'ascending' } : {}),
      ...(sortable(field) ? { to: addressOf(register, { ...asked, sort, descending, page: 1 }) } : {}),
    }
  }
  const cell = (field: RegisterField, entry: Entry): ReactNode => {
    const text = told(field, entry.values[field.id], 'nl', names).join(', ')
    return text.length > ROOM ? `${text.slice(0, ROOM - 1)}…` : text
  }
  return (
    <Table
      id="regels"
      caption={asked.ended ? `${register.title}: beëindigd` : register.title}
      hideCaption
      stacked
      columns={[column(title), ...others.map(column)]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <span key="naam">
            <Link to={placeOf(register, entry)}>{entry.title}</Link>{' '}
            <span className="ld-quiet ld-oneline">nr. {entry.no}</span>
          </span>,
          ...others.map((field) => cell(field, entry)),
        ],
      }))}
    />
  )
}

export const listRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register',
    may: 'register.read',
    answer: on.in(async ({ tx, municipality, query, view, who }, register) => {
      const asked = askedOf(register, query)
      const { entries, total } = await listEntries(tx, municipality.id, register, asked)
      return page(
        <ListPage
          view={view}
          register={register}
          asked={asked}
          entries={entries}
          total={total}
          names={await namesOf(
            tx,
            municipality.id,
            on.house,
            listed(register),
            entries.map(({ values }) => values),
          )}
          suggestions={await suggestionsFor(tx, municipality.id, on.house, filtersOf(register))}
          powers={powersOf(on.powers, register.purpose)}
          mayEdit={mayWrite(who, register)}
        />,
      )
    }),
  },
]
