/** The decisions of which the data flows are public, and one of them: drawn, and as a table with the same words. */
import type { Register } from '../../model/register.ts'
import type { RequestKind } from '../../model/request.ts'
import { told } from '../../registers/values.ts'
import { DataFlow } from '../../web/charts/data-flow.tsx'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { Ask } from '../registers/ask.tsx'
import { crumb, labelOf } from '../registers/noun-parts.ts'
import { namesIn } from '../registers/linked.tsx'
import type { LinkedEntry } from '../registers/links-store.ts'
import type { FieldRole } from '../../vocabulary/register.ts'
import type { Decision, FlowFields } from './by-decision.ts'
import { flowsSay } from './messages.ts'

/** The register, and where its decisions are read. */
type Place = { readonly register: Register; readonly path: string }
/** Arrows that one picture can carry, and rows of its table. */
const MOST = 100

const crumbsTo = (view: View, { register, path }: Place) => [
  crumb(view),
  { name: view.lang === 'en' ? register.titleEnglish : register.title, to: href(view, `/registers/${register.id}`) },
  { name: flowsSay(view.lang).title, to: href(view, path) },
]

type Shown = { readonly view: View; readonly place: Place }

export function DecisionsPage({ view, place, decisions }: Shown & { readonly decisions: readonly Decision[] }) {
  const t = flowsSay(view.lang)
  return (
    <Page view={view} title={t.title} crumbs={crumbsTo(view, place)}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
      </div>
      {decisions.length === 0 ? <Text>{t.none}</Text> : null}
      <List
        items={decisions.map(({ slug, title, flows }) => ({
          key: slug,
          body: (
            <>
              <Link to={href(view, `${place.path}/${slug}`)}>
                <Dutch view={view}>{title}</Dutch>
              </Link>
              , {t.count(flows.length)}
            </>
          ),
        }))}
      />
    </Page>
  )
}

/** What a municipality wrote is Dutch, on an English page too. */
const Dutch = ({ view, children }: { view: View; children: string }) =>
  view.lang === 'en' ? <span lang="nl">{children}</span> : children

export function DecisionPage({
  view,
  place,
  decision,
  fields,
  ask,
}: Shown & {
  readonly decision: Decision
  readonly fields: FlowFields
  /** With what somebody asks why such a decision was taken; undefined: nothing that is made here. */
  readonly ask: RequestKind | undefined
}) {
  const t = flowsSay(view.lang)
  const flows = decision.flows.slice(0, MOST)
  const say = (entry: LinkedEntry, role: FieldRole): string => {
    const field = fields[role]
    return field ? told(field, entry.values[field.id], view.lang, namesIn(entry, field)).join('\n') : ''
  }
  const label = (role: FieldRole): string => (fields[role] ? labelOf(view, fields[role]) : '')
  const personal = (entry: LinkedEntry) => entry.values[fields['personal-data']?.id ?? ''] === true
  const cells = (['from', 'to', 'summary', 'goal', 'ground'] as const).filter((role) => fields[role])
  const about = (['article', 'trigger', 'owner'] as const).flatMap((role) => {
    const words = [...new Set(decision.flows.map((entry) => say(entry, role)).filter(Boolean))]
    return words.length === 0 ? [] : [{ name: label(role), value: <Words key={role} view={view} lines={words} /> }]
  })
  return (
    <Page
      view={view}
      title={decision.title}
      crumbs={[...crumbsTo(view, place), { name: decision.title, to: href(view, `${place.path}/${decision.slug}`) }]}
    >
      <p className="ld-kicker">{t.kicker}</p>
      <Heading level={1}>
        <Dutch view={view}>{decision.title}</Dutch>
      </Heading>
      <Text lead>{t.intro}</Text>
      {about.length === 0 ? null : <Facts items={about} />}
      <Section id="beeld" title={t.picture}>
        <Text>{t.pictureText}</Text>
        <DataFlow
          id="stroom"
          title={t.pictureTitle(decision.title)}
          description={t.pictureText}
          heads={t.heads}
          flows={flows.map((entry, at) => ({
            no: at + 1,
            from: say(entry, 'from') || t.empty,
            to: say(entry, 'to') || t.empty,
            personal: personal(entry),
          }))}
        />
        <p className="ld-small">{t.key}</p>
      </Section>
      <Section id="tabel" title={t.table} wide>
        <Table
          id="stromen"
          caption={t.caption(decision.title)}
          hideCaption
          stacked
          columns={[{ head: t.flow }, ...cells.map((role) => ({ head: label(role) })), { head: t.personal }]}
          rows={flows.map((entry, at) => ({
            key: entry.id,
            cells: [
              <span key="naam">
                {at + 1}.{' '}
                <Link to={href(view, `/registers/${place.register.id}/${entry.slug}`)}>
                  <Dutch view={view}>{entry.title}</Dutch>
                </Link>
              </span>,
              ...cells.map((role) => (
                <Words key={role} view={view} lines={[say(entry, role) || t.empty]} role={role} />
              )),
              personal(entry) ? t.yes : t.no,
            ],
          }))}
        />
        {decision.flows.length > MOST ? <Text>{t.more(MOST)}</Text> : null}
      </Section>
      {ask === undefined ? null : <Ask view={view} kind={ask} at={`${place.path}/${decision.slug}`} />}
    </Page>
  )
}

/** Lines as they were written; an answer of a list is in the language of the reader already. */
function Words({ view, lines, role }: { view: View; lines: readonly string[]; role?: FieldRole }) {
  const lang = view.lang === 'en' && role !== 'ground' ? 'nl' : undefined
  return (
    <div lang={lang}>
      {lines.map((line) => (
        <span className="ld-block ld-preline" key={line}>
          {line}
        </span>
      ))}
    </div>
  )
}
