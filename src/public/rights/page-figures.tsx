/** How the municipality does with requests: a table per half year, and what each word in it means. */
import type { RequestFigure, RequestKind } from '../../model/request.ts'
import { number } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { Figures } from './store.ts'

export const MEASURES = [
  'received',
  'open',
  'answered',
  'in-term',
  'late',
  'days-2',
  'days-5',
  'days-10',
  'days-more',
  'median',
  'ninetieth',
  'granted',
  'partly',
  'refused',
  'passed-on',
  'again',
  'changed',
  'same',
  'helped-said',
  'helped-yes',
  'helped-partly',
  'helped-no',
] as const satisfies readonly RequestFigure['measure'][]

type Props = { readonly view: View; readonly kinds: readonly RequestKind[]; readonly figures: readonly Figures[] }

export function FiguresPage({ view, kinds, figures }: Props) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.figuresTitle} crumbs={[{ name: t.title, to: href(view, '/rechten') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.figuresTitle}</Heading>
        <Text lead>{t.figuresText}</Text>
      </div>
      {figures.length === 0 ? <Text>{t.noFigures}</Text> : null}
      {figures.map((each) => (
        <Section key={each.period} id={`periode-${each.period}`} title={t.period(each.period)} wide>
          <Table
            id={`cijfers-${each.period}`}
            caption={t.caption(t.period(each.period))}
            hideCaption
            columns={[
              { head: t.kindHead },
              ...MEASURES.map((measure) => ({ head: t.measure[measure], numeric: true })),
            ]}
            rows={[
              { id: '', title: t.allKinds },
              ...kinds.map(({ id, title }) => ({ id, title: title[view.lang] })),
            ].map(({ id, title }) => ({
              key: id,
              cells: [title, ...MEASURES.map((measure) => shown(view, each, id, measure))],
            }))}
          />
        </Section>
      ))}
      <Section id="woorden" title={t.definitions}>
        <Facts items={MEASURES.map((measure) => ({ name: t.measure[measure], value: t.means[measure] }))} />
      </Section>
    </Page>
  )
}

/** A number; that there were too few; or a dash where the kind was not there yet. */
function shown(view: View, figures: Figures, kind: string, measure: RequestFigure['measure']) {
  const value = figures.of(kind, measure)
  if (value === undefined) return '–'
  if (value !== null) return number(view.lang, value)
  return (
    <abbr key={measure} title={says(view.lang).hidden}>
      …
    </abbr>
  )
}
