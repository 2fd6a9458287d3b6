/** How far the promise of a course is kept: sentences first, then tables, each with how it is counted. */
import { languageName, number } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { Figures } from './figures-store.ts'
import { says } from './messages-figures.ts'
import { says as saysAll } from './messages.ts'
import { crumbsTo } from './page-find.tsx'
import { PromiseOf } from './promise.tsx'

type Props = { readonly view: View; readonly figures: Figures }

export function FiguresPage({ view, figures }: Props) {
  const t = says(view.lang)
  const { reach, sessions } = figures
  return (
    <Page
      view={view}
      title={t.title}
      crumbs={[...crumbsTo(view), { name: t.title, to: href(view, '/leren/hulp/cijfers') }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead(figures.wait)}</Text>
        <Text>{t.why}</Text>
        <PromiseOf view={view} />
      </div>
      <Section id="afstand" title={t.reach}>
        <Text>
          {reach === null ? t.noReach : t.reached[reach.of](reach.within1 / reach.all, reach.within3 / reach.all)}
        </Text>
        <p className="ld-small">{t.reachHow}</p>
      </Section>
      <Districts view={view} figures={figures} />
      <Languages view={view} figures={figures} />
      <Right view={view} figures={figures} />
      <Section id="uitgevallen" title={t.cancelled}>
        <Text>{t.cancelledText(sessions.cancelled, sessions.all)}</Text>
      </Section>
      <Text>
        <Link to={href(view, '/leren/hulp')}>{saysAll(view.lang).title}</Link>
      </Text>
    </Page>
  )
}

function Districts({ view, figures }: Props) {
  const t = says(view.lang)
  const { near } = figures
  return (
    <Section id="wijken" title={t.near} wide>
      {near.length === 0 ? (
        <Text>{t.noNear}</Text>
      ) : (
        <Table
          id="wijken-tabel"
          caption={t.nearCaption}
          stacked
          columns={[
            { head: t.column.district },
            { head: t.column.inhabitants, numeric: true },
            { head: t.column.far, numeric: true },
            { head: t.column.places, numeric: true },
            { head: t.column.free, numeric: true },
            { head: t.column.wait, numeric: true },
          ]}
          rows={near.map((each) => ({
            key: each.district,
            cells: [
              <Link key="w" to={href(view, '/leren/hulp', { wijk: each.district })}>
                {each.district}
              </Link>,
              each.inhabitants === null ? t.unknown : number(view.lang, each.inhabitants),
              each.far === null ? t.unknown : t.metres(each.far),
              number(view.lang, each.places),
              number(view.lang, each.free),
              each.wait === null ? t.none : number(view.lang, each.wait),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Languages({ view, figures }: Props) {
  const t = says(view.lang)
  return (
    <Section id="talen" title={t.languages}>
      {figures.languages.length === 0 ? (
        <Text>{t.noLanguages}</Text>
      ) : (
        <Table
          id="talen-tabel"
          caption={t.languageCaption}
          stacked
          columns={[
            { head: t.language },
            { head: t.column.free, numeric: true },
            { head: t.column.wait, numeric: true },
          ]}
          rows={figures.languages.map(({ language, wait, free }) => ({
            key: language,
            cells: [
              languageName(view.lang, language),
              free === null ? t.byPhone : number(view.lang, free),
              free === null ? t.unknown : wait === null ? t.none : number(view.lang, wait),
            ],
          }))}
        />
      )}
    </Section>
  )
}

/** In time or not, by quarter; no number where it would be about fewer than five people. */
function Right({ view, figures }: Props) {
  const t = says(view.lang)
  return (
    <Section id="gelukt" title={t.right}>
      {figures.quarters.length === 0 ? (
        <Text>{t.noRight}</Text>
      ) : (
        <Table
          id="gelukt-tabel"
          caption={t.rightCaption}
          stacked
          columns={[
            { head: t.columnRight.quarter },
            { head: t.columnRight.asked, numeric: true },
            { head: t.columnRight.met, numeric: true },
          ]}
          rows={figures.quarters.map(({ quarter, asked, met }) => ({
            key: quarter,
            cells: [
              t.quarter(quarter),
              asked === null ? t.few : number(view.lang, asked),
              asked === null || met === null ? t.hidden : t.share(met, asked),
            ],
          }))}
        />
      )}
      <p className="ld-small">
        {t.rightHow} {t.hiddenHow}
      </p>
    </Section>
  )
}
