/** The list of streets, and one street: counts, premises that want to be named, who looked, what it cannot prove. */
import type { VerdictWord } from '../../model/finding.ts'
import type { Background } from '../../model/map.ts'
import type { ToldStreet } from '../../model/street.ts'
import { VerdictBadge } from '../../web/badges.tsx'
import { day, number } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { PublicPremises, PublicRound } from './store.ts'
import { StreetMap } from './street-map.tsx'

/** Of the first question, which is whether one is followed: how often not, and of how many. */
export function notFollowed({ criteria, settled }: ToldStreet): { readonly met: number; readonly of: number } {
  const [first] = criteria
  return { met: first?.counts.met ?? 0, of: settled }
}

export function StreetsPage({ view, rounds }: { view: View; rounds: readonly PublicRound[] }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.title} crumbs={[{ name: t.title, to: href(view, '/straten') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
      </div>
      {rounds.length === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <Table
          id="straten"
          caption={t.caption}
          stacked
          columns={[
            { head: t.column.street },
            { head: t.column.seen },
            { head: t.column.premises, numeric: true },
            { head: t.column.followed, numeric: true },
          ]}
          rows={rounds.map(({ slug, name, ends, told }) => {
            const { met, of } = notFollowed(told)
            return {
              key: slug,
              cells: [
                <Link key="s" to={href(view, `/straten/${slug}`)}>
                  {name}
                </Link>,
                day(view.lang, ends),
                number(view.lang, told.settled),
                t.share(met, of),
              ],
            }
          })}
        />
      )}
    </Page>
  )
}

type StreetProps = {
  readonly view: View
  /** The newest, and those before it. */
  readonly rounds: readonly [PublicRound, ...PublicRound[]]
  readonly named: readonly PublicPremises[]
  readonly today: string
  readonly background: Background | undefined
}

const SHOWN = ['met', 'partly', 'unmet', 'unknown'] as const satisfies readonly VerdictWord[]

export function StreetPage({ view, rounds, named, today, background }: StreetProps) {
  const t = says(view.lang)
  const [round, ...earlier] = rounds
  const { told, name } = round
  const functions = (all: readonly string[]) =>
    [...new Set(all.map((each) => each || t.unknownFunction))].join('; ') || t.unknownFunction
  return (
    <Page
      view={view}
      title={name}
      crumbs={[
        { name: t.title, to: href(view, '/straten') },
        { name, to: href(view, `/straten/${round.slug}`) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{t.kicker}</p>
        <Heading level={1}>{name}</Heading>
        <Text lead>{t.said(told.settled, told.all, round.begins, round.ends)}</Text>
        <Text>{t.until(round.until, round.until < today)}</Text>
        {round.correcting ? <Text>{t.correcting(round.correcting, round.at)}</Text> : null}
      </div>
      <Section id="gezien" title={t.what} wide>
        <Table
          id="tabel-gezien"
          caption={t.whatCaption}
          hideCaption
          stacked
          columns={[{ head: t.whatColumn.what }, ...SHOWN.map((word) => ({ head: t.whatColumn[word], numeric: true }))]}
          rows={told.criteria.map(({ criterion, title, counts }) => {
            const of = SHOWN.reduce((sum, word) => sum + counts[word], 0)
            return {
              key: criterion,
              cells: [
                <span key="w">
                  <Link to={href(view, `/normen/${criterion.slice(0, criterion.indexOf('.'))}`)}>
                    {title[view.lang]}
                  </Link>
                  {t.naText(counts['not-applicable'])}
                </span>,
                ...SHOWN.map((word) => t.share(counts[word], of)),
              ],
            }
          })}
        />
        {told.settled < 10 ? <Text>{t.few}</Text> : null}
      </Section>
      <Section id="met-naam" title={t.named} wide>
        <Text>{named.length === 0 ? t.namedNone : t.namedText}</Text>
        <StreetMap {...{ view, named, background }} label={t.map(name)} />
        {named.map(({ premises, name: called, address, seen, until, told: own, correcting }) => (
          <section key={premises} className="ld-named">
            <Heading level={3}>
              {called}
              {address === '' ? '' : `, ${address}`}
            </Heading>
            <Text>
              {t.namedColumn.seen} {day(view.lang, seen)}. {t.namedColumn.until} {day(view.lang, until)}.
            </Text>
            {correcting ? <Text>{t.correctingOne}</Text> : null}
            <List
              items={told.criteria.flatMap(({ criterion, title }) => {
                const verdict = own.verdicts[criterion]
                return verdict === undefined
                  ? []
                  : [
                      {
                        key: criterion,
                        body: (
                          <>
                            {title[view.lang]}:{' '}
                            <VerdictBadge view={view} verdict={until < today ? 'unknown' : verdict} told="verdict" />
                          </>
                        ),
                      },
                    ]
              })}
            />
          </section>
        ))}
      </Section>
      <Section id="wie" title={t.who}>
        <Text>
          {t.whoText(functions(told.seenBy), functions(told.settledBy), told.proposedBy || t.unknownFunction)}
        </Text>
        <Text>{t.owner}</Text>
      </Section>
      <Section id="grenzen" title={t.limits}>
        <List
          items={told.criteria.map(({ criterion, title, limits }) => ({
            key: criterion,
            body: (
              <span lang={view.lang === 'en' && limits.en === '' ? 'nl' : undefined}>
                {title[view.lang]}: {limits[view.lang] || limits.nl}
              </span>
            ),
          }))}
        />
      </Section>
      {earlier.length === 0 ? null : (
        <Section id="eerder" title={t.earlier}>
          <List
            items={earlier.map(({ round: id, begins, told: then }) => {
              const { met, of } = notFollowed(then)
              return { key: id, body: t.earlierOne(begins, met, of) }
            })}
          />
        </Section>
      )}
    </Page>
  )
}
