/** The events of the city: those that come, or those that are over with what they taught. */
import type { ReactNode } from 'react'
import type { PublicEvent } from '../../model/event.ts'
import { EVENT_KINDS, EVENT_SUBJECTS } from '../../vocabulary/event.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { leftOf, pathOf, PLACE } from './shown.ts'
import { SIZE, type Wanted } from './store.ts'

type Props = {
  readonly view: View
  readonly wanted: Wanted
  readonly found: { readonly total: number; readonly going: number; readonly rows: readonly PublicEvent[] }
}

/** Where events stand, above their pages. */
export const crumbsTo = (view: View) => [
  { name: says(view.lang).together, to: href(view, '/samen') },
  { name: says(view.lang).title, to: href(view, PLACE) },
]
/** An address without the publication that is read: what comes is of now. */
export const now = (view: View): View => ({ ...view, publication: undefined })

const queryOf = ({ past, kind, subject, page }: Wanted) => ({
  toon: past ? 'voorbij' : undefined,
  soort: kind || undefined,
  onderwerp: subject || undefined,
  pagina: page === 1 ? undefined : page,
})

export function EventsPage({ view, wanted, found: { total, going, rows } }: Props) {
  const t = says(view.lang)
  const { past, page } = wanted
  const narrowed = wanted.kind !== '' || wanted.subject !== ''
  const to = (more: Partial<Wanted>) => href(view, PLACE, queryOf({ ...wanted, page: 1, ...more }))
  const pages = Math.max(1, Math.ceil(total / SIZE))
  const said = narrowed ? (total === 0 ? t.none : t.fits(total)) : past ? t.leadPast(going) : t.lead(going)
  return (
    <Page view={view} title={t.title} crumbs={crumbsTo(view)} feed={{ path: `${PLACE}/nieuws.atom`, title: t.feed }}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{said}</Text>
        <Text>{t.how}</Text>
      </div>
      <Search view={view} wanted={wanted} />
      <Section id="lijst" title={past ? t.past : t.coming} wide>
        {rows.length === 0 ? (
          <Text>
            {said} {narrowed ? <Link to={to({ kind: '', subject: '' })}>{t.toAll}</Link> : null}
          </Text>
        ) : (
          <Events view={view} rows={rows} past={past} />
        )}
        <Text>
          <Link to={to({ past: !past })}>{past ? t.toComing : t.toPast}</Link>
        </Text>
        {pages === 1 ? null : (
          <nav className="ld-pagination" aria-label={t.pagination}>
            {page > 1 ? (
              <a className="nl-link" rel="prev" href={to({ page: page - 1 })}>
                {view.m.list.previous}
              </a>
            ) : null}
            {page < pages ? (
              <a className="nl-link" rel="next" href={to({ page: page + 1 })}>
                {view.m.list.next}
              </a>
            ) : null}
          </nav>
        )}
      </Section>
      <Organise view={view} />
      <List
        items={[
          { key: 'i', body: <Link to={href(now(view), `${PLACE}/agenda.ics`)}>{t.follow}</Link> },
          { key: 'a', body: <Link to={href(now(view), `${PLACE}/nieuws.atom`)}>{t.feed}</Link> },
        ]}
      />
    </Page>
  )
}

function Search({ view, wanted }: Pick<Props, 'view' | 'wanted'>) {
  const t = says(view.lang)
  const selects = [
    { name: 'soort', label: t.kind, value: wanted.kind, of: EVENT_KINDS.map((each) => [each, t.kinds[each]] as const) },
    {
      name: 'onderwerp',
      label: t.subject,
      value: wanted.subject,
      of: EVENT_SUBJECTS.map((each) => [each, t.subjects[each]] as const),
    },
  ]
  return (
    <form method="get" action={href(now(view), PLACE)} className="ld-form" aria-label={t.search}>
      {wanted.past ? <input type="hidden" name="toon" value="voorbij" /> : null}
      {selects.map(({ name, label, value, of }) => (
        <div className="utrecht-form-field ld-field" key={name}>
          <label className="utrecht-form-label" htmlFor={`veld-${name}`}>
            {label}
          </label>
          <select
            className="utrecht-select utrecht-select--html-select"
            id={`veld-${name}`}
            name={name}
            defaultValue={value}
          >
            <option value="">{t.all}</option>
            {of.map(([each, words]) => (
              <option key={each} value={each}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="ld-form__submit">
        <button type="submit" className="nl-button nl-button--secondary">
          {t.find}
        </button>
      </div>
    </form>
  )
}

function Events({ view, rows, past }: { view: View; rows: readonly PublicEvent[]; past: boolean }) {
  const t = says(view.lang)
  const dutch = view.lang === 'en' ? 'nl' : undefined
  return (
    <Table
      id="bijeenkomsten"
      caption={past ? t.captionPast : t.caption}
      hideCaption
      stacked
      columns={[
        { head: t.column.title },
        { head: t.column.when },
        { head: t.column.where },
        { head: past ? t.column.came : t.column.places },
      ]}
      rows={rows.map((event) => ({
        key: `${event.no}`,
        cells: [
          <span key="t">
            <span lang={dutch}>
              <Link to={href(view, pathOf(event))}>{event.title}</Link>
            </span>
            <span className="ld-quiet ld-block">
              {t.kinds[event.kind]}, {t.subjects[event.subject]}
            </span>
          </span>,
          t.when(event.startsOn, event.told.starts),
          <span key="w" lang={event.told.place === '' ? undefined : dutch}>
            {[event.told.place || t.atHome, event.district].filter(Boolean).join(', ')}
          </span>,
          past ? wentOf(view, event) : roomOf(view, event),
        ],
      }))}
    />
  )
}

function roomOf(view: View, event: PublicEvent): ReactNode {
  const t = says(view.lang)
  if (event.state === 'cancelled') return <strong>{t.off}</strong>
  if (event.told.signUp !== 'here') return t.waysShort[event.told.signUp]
  const left = leftOf(event)
  return left === 0 ? t.fullShort : t.free(left)
}
function wentOf(view: View, event: PublicEvent): string {
  const t = says(view.lang)
  if (event.state === 'cancelled') return t.off
  const lessons = event.told.lessons === '' ? t.notTold : `${t.told}.`
  return [event.came === null ? '' : t.came(event.came), lessons].filter(Boolean).join(' ')
}

function Organise({ view }: { view: View }) {
  const t = says(view.lang)
  const { contact } = view
  return (
    <Section id="organiseren" title={t.organise}>
      <Text>{t.organiseText}</Text>
      <Text>
        {t.organiseOther}{' '}
        {contact === undefined || contact.email === '' ? null : (
          <Link to={`mailto:${contact.email}`}>{contact.email}</Link>
        )}
      </Text>
      <Text>
        <Link to="/balie/onze-evenementen">{t.toDesk}</Link>
      </Text>
    </Section>
  )
}
