/** How services go, for everybody: words before numbers, nothing below ten answers, and what was done about it. */
import type { Ratings } from '../../model/rating.ts'
import { wilson } from '../../scoring/wilson.ts'
import { DONE, STUCK } from '../../vocabulary/rating.ts'
import { day, number } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { Rated } from './store.ts'

export function RatedPage({ view, rated }: { view: View; rated: readonly Rated[] }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.title}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.few}</Text>
      </div>
      {rated.length === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <Table
          id="diensten"
          caption={t.caption}
          hideCaption
          stacked
          columns={[{ head: t.column.product }, { head: t.column.count, numeric: true }]}
          rows={rated.map(({ id, slug, title, count }) => ({
            key: id,
            cells: [
              <Link key="p" to={href(view, `/oordelen/${slug}`)}>
                {title}
              </Link>,
              count === null ? t.tooFew : number(view.lang, count),
            ],
          }))}
        />
      )}
    </Page>
  )
}

type Props = {
  readonly view: View
  readonly product: { readonly slug: string; readonly title: string; readonly register: string }
  readonly ratings: Ratings
  readonly doors: boolean
}

export function RatingPage({ view, product, ratings, doors }: Props) {
  const t = says(view.lang)
  const { count, done } = ratings
  const bounds = count !== null && done !== null ? wilson(done.yes ?? 0, count) : undefined
  return (
    <Page view={view} title={t.of(product.title)} crumbs={[{ name: t.title, to: href(view, '/oordelen') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.of(product.title)}</Heading>
        <Text lead>
          {count === null || bounds === undefined
            ? t.lacks
            : t.done(done?.yes ?? 0, count, Math.round(bounds.low * 100), Math.round(bounds.high * 100))}
        </Text>
        {doors ? (
          <p>
            <a className="nl-button nl-button--primary" href={href(view, `/oordeel/${product.slug}`)}>
              {t.say}
            </a>
          </p>
        ) : null}
        <Text>
          <Link to={href(view, `/registers/${product.register}/${product.slug}`)}>{t.product}</Link>
        </Text>
      </div>
      <Section id="gedaan" title={t.acts}>
        {ratings.acts.length === 0 ? <Text>{t.noActs}</Text> : null}
        {ratings.acts.map(({ text, owner, on }) => (
          <div key={`${on}${text}`}>
            <p className="ld-quiet">
              {day(view.lang, on)}, {owner}
            </p>
            <p className="ld-said" lang={view.lang === 'en' ? 'nl' : undefined}>
              {text}
            </p>
          </div>
        ))}
      </Section>
      {count === null ? null : <Told view={view} ratings={ratings} />}
      {ratings.tests.length === 0 ? null : <Tests view={view} ratings={ratings} />}
      <Section id="hoe" title={t.how}>
        <Text>{t.howText}</Text>
      </Section>
    </Page>
  )
}

type PartProps = { readonly view: View; readonly ratings: Ratings }

function Told({ view, ratings }: PartProps) {
  const t = says(view.lang)
  const { done, ease, stuck, helped, words, quarters } = ratings
  const few = (id: string, caption: string, rows: readonly (readonly [string, number])[]) => (
    <Table
      id={id}
      caption={caption}
      columns={[{ head: t.answer }, { head: t.count, numeric: true }]}
      rows={rows.map(([name, value]) => ({ key: name, cells: [name, number(view.lang, value)] }))}
    />
  )
  return (
    <Section id="gezegd" title={t.what}>
      {few(
        'gelukt',
        t.doneCaption,
        DONE.map((each) => [t.doneOf[each], done?.[each] ?? 0] as const),
      )}
      {few(
        'makkelijk',
        t.easeCaption,
        t.easeOf.map((name, at) => [name, ease?.[at + 1] ?? 0] as const),
      )}
      {few(
        'vast',
        t.stuckCaption,
        STUCK.map((each) => [t.stuckOf[each], stuck?.[each] ?? 0] as const),
      )}
      {helped === null ? null : <Text>{t.helped(helped)}</Text>}
      {words.length === 0 ? null : (
        <>
          <Heading level={3}>{t.words}</Heading>
          <Text>{t.wordsText}</Text>
          <List items={words.map((text, at) => ({ key: `${at}`, body: <span className="ld-said">{text}</span> }))} />
        </>
      )}
      {quarters.length === 0 ? null : (
        <>
          <Heading level={3}>{t.trend}</Heading>
          <Table
            id="kwartalen"
            caption={t.trendCaption}
            hideCaption
            columns={[
              { head: t.quarter },
              { head: t.version },
              { head: t.column.count, numeric: true },
              { head: t.worked, numeric: true },
            ]}
            rows={quarters.map(({ quarter, count, yes, versions }) => ({
              key: quarter,
              cells: [
                quarter,
                versions.join(', ') || t.noVersion,
                number(view.lang, count),
                `${Math.round((yes / count) * 100)}%`,
              ],
            }))}
          />
          <p className="ld-small">{t.versionHow}</p>
        </>
      )}
    </Section>
  )
}

function Tests({ view, ratings }: PartProps) {
  const t = says(view.lang)
  const dutch = view.lang === 'en' ? 'nl' : undefined
  return (
    <Section id="testen" title={t.tests}>
      <Text>{t.testsText}</Text>
      {ratings.tests.map(({ on, task, people, number: count, finished, withHelp, minutes, found, witness }) => (
        <div key={`${on}${task}`}>
          <p className="ld-quiet">
            {day(view.lang, on)}:{' '}
            <span lang={dutch}>
              {task} ({people})
            </span>
          </p>
          <Text>
            {t.test(finished, count, withHelp)} {t.minutes(minutes)} {t.witness(witness)}
          </Text>
          <p className="ld-said" lang={dutch}>
            {found}
          </p>
        </div>
      ))}
    </Section>
  )
}
