/** One warning that is for everyone: what happened, one thing to do, and how to see that it worked. */
import { spoken } from '../../lib/spoken-number.ts'
import { LEAST_REPLIES } from '../../vocabulary/warning.ts'
import { csafName } from '../../web/warning/csaf.ts'
import { day, number } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { TlpBanner } from '../../web/warning/label.tsx'
import { SourceText } from '../../web/warning/text.tsx'
import { says } from './messages.ts'
import { PLACE } from './page-list.tsx'
import type { Row } from './store.ts'

/** While answers can come in, also of a run that may be renewed, one day less the day before would be one of them. */
function Replies({ view, warning: { counts, ended } }: { view: View; warning: Row }) {
  const t = says(view.lang)
  const told = (Object.keys(t.answers) as (keyof typeof t.answers)[]).filter((each) => counts[each] >= LEAST_REPLIES)
  if (ended === null || told.length === 0) return <Text>{ended === null ? t.later : t.tooFew}</Text>
  return (
    <>
      <Facts items={told.map((each) => ({ name: t.answers[each], value: number(view.lang, counts[each]) }))} />
      {told.length === Object.keys(t.answers).length ? null : <Text>{t.rest}</Text>}
    </>
  )
}

const crumbsOf = (view: View, name: string, path: string) => [
  { name: says(view.lang).together, to: href(view, '/samen') },
  { name: says(view.lang).title, to: href(view, PLACE) },
  { name, to: href(view, path) },
]

/** In a sentence how it stands today. */
export function standing(view: View, { ended, endedOn, endsOn }: Row, today: string): string {
  const t = says(view.lang)
  if (ended !== null) return `${t.over(endedOn!)} ${t.ends[ended]}`
  return endsOn < today ? t.over(endsOn) : t.runs(endsOn)
}

export function WarningPage({ view, warning, today }: { view: View; warning: Row; today: string }) {
  const { lang } = view
  const t = says(lang)
  const path = `${PLACE}/${spoken(warning.number)}`
  const dutch = lang === 'en' ? 'nl' : undefined
  const { products, refs, notes } = warning
  return (
    <Page view={view} told="nl" title={warning.title} crumbs={crumbsOf(view, warning.title, path)}>
      <div className="ld-opening">
        <TlpBanner label="CLEAR" lang={lang} />
        <div lang={dutch}>
          <Heading level={1}>{warning.title}</Heading>
          <Text lead>{warning.what}</Text>
        </div>
        <Text>{standing(view, warning, today)}</Text>
      </div>
      <Section id="doen" title={t.act(warning.actBy)}>
        <div className="ld-warning-act" lang={dutch}>
          <Text>{warning.act}</Text>
        </div>
        <Facts
          items={[
            { name: t.works, value: <span lang={dutch}>{warning.works}</span> },
            { name: t.call, value: <span lang={dutch}>{warning.call}</span> },
            ...(warning.urgency === null ? [] : [{ name: t.urgency, value: t.urgencies[warning.urgency] }]),
          ]}
        />
      </Section>
      {products.length === 0 ? null : (
        <Section id="producten" title={t.products}>
          <List
            items={products.map(({ vendor, name, range }, at) => ({
              key: `${at}`,
              body: [vendor === name ? '' : vendor, name, range].filter(Boolean).join(', '),
            }))}
          />
        </Section>
      )}
      <Section id="antwoorden" title={t.replies}>
        <Replies view={view} warning={warning} />
        <Text>{t.counted}</Text>
      </Section>
      <Section id="bron" title={t.source}>
        <Facts
          items={[
            { name: t.publisher, value: warning.publisher },
            { name: t.tracking, value: <span className="ld-break">{warning.tracking}</span> },
            { name: t.version, value: `${warning.version}` },
            { name: t.sent, value: day(lang, warning.sentOn) },
          ]}
        />
        {notes === '' && refs.length === 0 ? null : (
          <Details summary={t.more}>
            <SourceText text={notes} />
            {refs.length === 0 ? null : (
              <>
                <Text>{t.addresses}</Text>
                <List
                  items={refs.map(({ what, url }, at) => ({
                    key: `${at}`,
                    body: <span className="ld-break">{what === '' ? url : `${what}: ${url}`}</span>,
                  }))}
                />
              </>
            )}
          </Details>
        )}
        <Text>
          <a className="nl-link" href={`${path}/${csafName(warning.number)}`} download>
            {t.file}
          </a>
        </Text>
      </Section>
      <Text>
        <Link to={href(view, PLACE)}>{t.toList}</Link>
      </Text>
    </Page>
  )
}

/** A number that is nobody's, or of a warning that is not for everyone: the same page for both. */
export function NoWarningPage({ view }: { view: View }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.unknown} crumbs={crumbsOf(view, t.unknown, PLACE).slice(0, 2)}>
      <div className="ld-opening">
        <Heading level={1}>{t.unknown}</Heading>
        <Text lead>{t.unknownText}</Text>
      </div>
      <Text>
        <Link to={href(view, PLACE)}>{t.toList}</Link>
      </Text>
    </Page>
  )
}
