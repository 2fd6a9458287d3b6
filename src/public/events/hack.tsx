/** Of a hack event: in what people may look, the rules, and afterwards what was found and how far it is mended. */
import type { ToldHack } from '../../model/hack.ts'
import { HACK_RULES } from '../../vocabulary/hack.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages-hack.ts'
import { crumbsTo } from './page-list.tsx'
import { forbiddenOf, HACK_RULES_PLACE, PLACE } from './shown.ts'

/** Where a weakness is reported. */
const REPORT = '/zwakke-plekken'
const PARTS = ['may', 'never', 'report', 'promise'] as const
type Props = { readonly view: View; readonly told: ToldHack; readonly off: boolean }

/** In what may be looked, and what may not, of an event that is not over. */
export function HackScope({ view, told, off }: Props) {
  const t = says(view.lang)
  const dutch = view.lang === 'en' ? 'nl' : undefined
  return (
    <Section id="systemen" title={t.title} wide>
      {off ? (
        <Text>{t.none}</Text>
      ) : told.scope.length === 0 ? (
        <Text>
          <strong>{t.none}</strong> {t.noScope}
        </Text>
      ) : (
        <>
          <Text>{t.scope}</Text>
          <Table
            id="tabel-systemen"
            caption={t.title}
            hideCaption
            stacked
            columns={[
              { head: t.column.name },
              { head: t.column.supplier },
              { head: t.column.when },
              { head: t.column.limits },
            ]}
            rows={told.scope.map((each) => ({
              key: `${each.name} ${each.address}`,
              cells: [
                <span key="n" lang={dutch}>
                  {each.name}
                  <span className="ld-quiet ld-block ld-break">{each.address}</span>
                </span>,
                each.supplier,
                t.when(each.opensOn, each.opens, each.closesOn, each.closes),
                each.limits === '' ? (
                  t.noLimits
                ) : (
                  <span key="l" lang={dutch}>
                    {each.limits}
                  </span>
                ),
              ],
            }))}
          />
        </>
      )}
      {told.stop === '' ? null : <Text>{t.stop(told.stop)}</Text>}
      {told.forbidden === '' ? null : (
        <>
          <Heading level={3}>{t.forbidden}</Heading>
          <List items={forbiddenOf(told).map(dutchLine(dutch))} />
        </>
      )}
      <List
        items={[
          { key: 'r', body: <Link to={href(view, HACK_RULES_PLACE)}>{t.toRules}</Link> },
          { key: 'm', body: <Link to={href(view, REPORT)}>{t.report}</Link> },
        ]}
      />
    </Section>
  )
}
const dutchLine = (lang: 'nl' | undefined) => (line: string) => ({
  key: line,
  body: <span lang={lang}>{line}</span>,
})

/** How many were found and how many are mended, of an event that is over; and who is thanked. */
export function HackOutcome({ view, told }: Omit<Props, 'off'>) {
  const t = says(view.lang)
  return (
    <Section id="gevonden" title={t.outcome}>
      <Text>
        {t.found(told.found)} {told.found === 0 ? '' : t.mended(told.mended, told.retested)}
      </Text>
      {told.found === 0 ? null : <Text>{t.quiet}</Text>}
      {told.notes.length === 0 ? null : (
        <>
          <Heading level={3}>{t.learned}</Heading>
          <List
            items={told.notes.map(({ id, title }) => ({
              key: id,
              body: (
                <Link to={href(view, `${REPORT}#${id}`)}>
                  <span lang={view.lang === 'en' ? 'nl' : undefined}>{title}</span>
                </Link>
              ),
            }))}
          />
        </>
      )}
      {told.thanks.length === 0 ? null : (
        <>
          <Heading level={3}>{t.thanks}</Heading>
          <List items={told.thanks.map((name) => ({ key: name, body: name }))} />
          <Text>{t.unnamed}</Text>
        </>
      )}
      <Text>
        <Link to={href(view, HACK_RULES_PLACE)}>{t.toRules}</Link>
      </Text>
    </Section>
  )
}

export function HackRulesPage({ view }: { view: View }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.rules} crumbs={[...crumbsTo(view), { name: t.rules, to: href(view, HACK_RULES_PLACE) }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.rules}</Heading>
        <Text lead>{t.rulesLead}</Text>
        <Text>{t.version}</Text>
      </div>
      {PARTS.map((part) => (
        <Section key={part} id={part} title={t.parts[part]}>
          <List items={HACK_RULES[part].map((rule) => ({ key: rule.nl, body: rule[view.lang] }))} />
        </Section>
      ))}
      <List
        items={[
          { key: 'm', body: <Link to={href(view, REPORT)}>{t.report}</Link> },
          { key: 'e', body: <Link to={href(view, PLACE, { soort: 'hack' })}>{t.events}</Link> },
        ]}
      />
    </Page>
  )
}
