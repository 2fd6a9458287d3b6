/** The finder: what is open today first, then other days, and last what nobody looked at for half a year. */
import { freshness } from '../../vocabulary/help.ts'
import { Page } from '../../web/layout.tsx'
import { ListOrMap } from '../../web/map/map.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { queryOf, type AskedFor } from './asked.ts'
import { says as saysOffer } from './messages-offer.ts'
import { says } from './messages.ts'
import { HelpSearch } from './search.tsx'
import { isOver, leftOf, pathOf, standingOn } from './shown.ts'
import { SIZE, type Found } from './store.ts'

type Props = {
  readonly view: View
  readonly asked: AskedFor
  readonly districts: readonly string[]
  readonly problem: string | undefined
  readonly found: { readonly total: number; readonly open: number; readonly rows: readonly Found[] }
  readonly today: string
  /** The clock here, `21:05`. */
  readonly time: string
}

/** Where the finder stands, above its pages. */
export const crumbsTo = (view: View) => [
  { name: says(view.lang).crumb, to: href(view, '/leren') },
  { name: says(view.lang).title, to: href(view, '/leren/hulp') },
]

export function FindPage({ view, asked, districts, problem, found, today, time }: Props) {
  const t = says(view.lang)
  const { total, open, rows } = found
  const stale = rows.filter(({ checkedOn }) => freshness(checkedOn, today) === 'closed')
  const others = rows.filter((each) => !stale.includes(each))
  const groups = [
    { id: 'vandaag', title: t.groups.today, rows: others.filter((each) => each.open) },
    { id: 'later', title: t.groups.other, rows: others.filter((each) => !each.open) },
    { id: 'niet-nagekeken', title: t.groups.stale, rows: stale },
  ]
  const pages = Math.max(1, Math.ceil(total / SIZE))
  const to = (page: number) => href(view, '/leren/hulp', { ...queryOf(asked), ...(page === 1 ? {} : { pagina: page }) })
  return (
    <Page view={view} title={t.title} crumbs={crumbsTo(view)}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead(open)}</Text>
        <Text>{t.how}</Text>
      </div>
      <HelpSearch {...{ view, asked, districts, problem }} map={false} />
      <ListOrMap
        lang={view.lang}
        list={to(1)}
        map={href(view, '/leren/hulp', { ...queryOf(asked), weergave: 'kaart' })}
        here="list"
      />
      <p className="ld-small">{total === 0 ? null : t.found(total)}</p>
      {total === 0 ? (
        <Text>
          {asked.today ? t.noneToday : t.noneFound} <Link to={href(view, '/leren/hulp')}>{t.toAll}</Link>
        </Text>
      ) : (
        groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <Section key={group.id} id={group.id} title={group.title}>
              <Offers {...{ view, today, time }} rows={group.rows} />
            </Section>
          ))
      )}
      {pages === 1 ? null : (
        <nav className="ld-pagination" aria-label={t.pages}>
          {asked.page > 1 ? (
            <a className="nl-link" rel="prev" href={to(asked.page - 1)}>
              {view.m.list.previous}
            </a>
          ) : null}
          {asked.page < pages ? (
            <a className="nl-link" rel="next" href={to(asked.page + 1)}>
              {view.m.list.next}
            </a>
          ) : null}
        </nav>
      )}
      <ToPrint view={view} districts={districts} />
    </Page>
  )
}

/** The lists to print, and the figures. */
function ToPrint({ view, districts }: Pick<Props, 'view' | 'districts'>) {
  const t = says(view.lang)
  return (
    <Section id="meer" title={t.byDistrict}>
      {districts.length === 0 ? null : (
        <form method="get" action={href(view, '/leren/hulp/wijk').split('?')[0]} className="ld-form">
          <div className="utrecht-form-field ld-field">
            <label className="utrecht-form-label" htmlFor="veld-lijst-wijk">
              {t.choose}
            </label>
            <select className="utrecht-select utrecht-select--html-select" id="veld-lijst-wijk" name="wijk">
              {districts.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </div>
          <div className="ld-form__submit">
            <button type="submit" className="nl-button nl-button--secondary">
              {t.openList}
            </button>
          </div>
        </form>
      )}
      <List
        items={[
          { key: 'f', body: <Link to={href(view, '/leren/hulp/cijfers')}>{t.figures}</Link> },
          {
            key: 'h',
            body: (
              <a className="nl-link" href="/leren/hulp/hsds.json">
                {t.hsds}
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** Places and courses, a line or three each. */
type Day = { readonly view: View; readonly today: string; readonly time: string }
export function Offers({ rows, ...day }: Day & { rows: readonly Found[] }) {
  return (
    <ul className="ld-offers">
      {rows.map((each) => (
        <li key={`${each.kind}${each.no}`}>
          <One {...day} offer={each} />
        </li>
      ))}
    </ul>
  )
}

function One({ view, offer, today, time }: Day & { offer: Found }) {
  const [t, o] = [says(view.lang), saysOffer(view.lang)]
  const { fresh, today: slots, past, next } = standingOn(offer, today, time)
  const typed = view.lang === 'en' ? 'nl' : undefined
  const when =
    slots.length > 0
      ? t.openToday(slots)
      : next === undefined || fresh === 'closed'
        ? past.length > 0
          ? t.overToday
          : ''
        : t.nextOn(next.on, next.slots)
  const about = offer.kind === 'place' ? o.place.kinds[offer.told.kind] : `${t.isCourse}: ${subjectsOf(view, offer)}`
  const places = placesOf(view, offer, { today, time })
  const where = [offer.district, offer.far === null ? '' : t.far(offer.far)].filter(Boolean).join(', ')
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">
        <a className="nl-link" href={href(view, pathOf(offer))} lang={typed}>
          {offer.title}
        </a>
      </h3>
      {offer.told.alert === '' ? null : (
        <p className="ld-offers__alert" lang={typed}>
          {offer.told.alert}
        </p>
      )}
      <p className="ld-offers__when">
        {when === '' ? null : <strong>{when}</strong>}
        {places === '' ? null : ` · ${places}`}
        {fresh === 'unchecked' ? <span className="ld-tag">{t.unchecked}</span> : null}
      </p>
      <p className="ld-offers__where">
        {about}
        {where === '' ? null : ` · ${where}`}
        {offer.free ? ` · ${o.price(0)}` : ` · ${o.price(offer.told.cost)}`}
        {offer.told.phone === '' ? null : ` · ${offer.told.phone}`}
      </p>
    </>
  )
}

const subjectsOf = (view: View, { subjects }: Found): string =>
  subjects.map((each) => saysOffer(view.lang).subjects[each]).join(', ')

function placesOf(view: View, offer: Found, { today, time }: Pick<Day, 'today' | 'time'>): string {
  const t = says(view.lang)
  if (offer.kind !== 'course' || isOver(offer, today, time)) return ''
  if ((offer.startsOn ?? '') < today) return t.began
  if (offer.told.signUp !== 'here') return offer.told.signUp === 'phone' ? t.byPhone : ''
  const left = leftOf(offer)
  return left === 0 ? t.full : t.free(left)
}
