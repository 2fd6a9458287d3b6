/** One right: what it gives, how to ask, how soon, on what law, what when it is refused, and how it goes. */
import type { ReactNode } from 'react'
import type { Article, RequestKind } from '../../model/request.ts'
import { CONTROLLERS } from '../../vocabulary/request.ts'
import { Counter } from '../../web/counter.tsx'
import { ArticleOf, STARRED } from '../../web/article.tsx'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { says } from './messages.ts'
import { HowWeDo } from './page-rights.tsx'
import type { Figures } from './store.ts'

type Props = {
  readonly view: View
  readonly kind: RequestKind
  readonly figures: readonly Figures[]
  readonly doors: boolean
  /** What a norm is called; undefined: it is not in the catalogue of this city. */
  readonly normCalled: (id: string) => string | undefined
}

export function RightPage({ view, kind, figures, doors, normCalled }: Props) {
  const t = says(view.lang)
  const { lang } = view
  return (
    <Page view={view} title={kind.question[lang]} crumbs={[{ name: t.title, to: href(view, '/rechten') }]}>
      <div className="ld-opening">
        <p className="ld-kicker">{kind.title[lang]}</p>
        <Heading level={1}>{kind.question[lang]}</Heading>
        <Text lead>{kind.gives[lang]}</Text>
        {starred(kind) ? <Text>{STARRED[lang]}</Text> : null}
        {doors ? (
          <p>
            <a className="nl-button nl-button--primary" href={href(view, `/verzoeken/nieuw/${kind.id}`)}>
              {t.ask}
            </a>
          </p>
        ) : null}
      </div>
      <Section id="vragen" title={t.ways}>
        <Text>
          {t.waysText} <Link to={href(view, `/rechten/${kind.id}/papier`)}>{t.paper}</Link>
        </Text>
        <Contact view={view} subject={kind.title[lang]} term={false} />
        <Counter view={view} />
      </Section>
      <Term view={view} kind={kind} />
      {kind.identity ? (
        <Section id="wie" title={t.identity}>
          <Text>{t.identityText[0]}</Text>
          <List items={t.identityText.slice(1).map((text) => ({ key: text, body: text }))} />
        </Section>
      ) : null}
      {kind.know.length === 0 ? null : (
        <Section id="weten" title={t.know}>
          <List items={kind.know.map(({ [lang]: text }) => ({ key: text, body: text }))} />
        </Section>
      )}
      <Refused view={view} kind={kind} />
      <Section id="wet" title={t.law}>
        <Law {...{ view, kind, normCalled }} />
      </Section>
      <Section id="bewaren" title={t.kept}>
        <Text>{t.keptText(kind.keptMonths)}</Text>
      </Section>
      <Section id="cijfers" title={t.figures}>
        <HowWeDo view={view} figures={figures} kind={kind.id} />
      </Section>
    </Page>
  )
}

/** Whether any article on the page still has its star. */
const starred = ({ term, extended, stops, penalty, remedies, refusals, articles }: RequestKind): boolean =>
  [term, ...(extended ? [extended] : []), penalty, ...stops, ...remedies, ...refusals]
    .map(({ article }) => article)
    .concat(articles)
    .some(({ check }) => check)

function Term({ view, kind }: { view: View; kind: RequestKind }) {
  const t = says(view.lang)
  const { lang } = view
  return (
    <Section id="termijn" title={t.term}>
      <Text>
        {t.termText(kind.term.said[lang])} <ArticleOf article={kind.term.article} lang={lang} short />
      </Text>
      {kind.extended === undefined ? null : (
        <Text>
          {kind.extended.said[lang]} {t.extended} <ArticleOf article={kind.extended.article} lang={lang} short />
        </Text>
      )}
      {kind.stops.length === 0 ? null : <Text>{t.stops}</Text>}
      <Articles
        view={view}
        items={kind.stops.map(({ id, said, article }) => ({ key: id, text: said[lang], article }))}
      />
      <Heading level={3}>{t.late}</Heading>
      <Text>
        {kind.penalty.runs ? t.penalty.yes : t.penalty.no}{' '}
        <ArticleOf article={kind.penalty.article} lang={lang} short />
      </Text>
    </Section>
  )
}

function Refused({ view, kind }: { view: View; kind: RequestKind }) {
  const t = says(view.lang)
  const { lang } = view
  return (
    <Section id="nee" title={t.refused}>
      <Text>{t.remedies}</Text>
      <Articles
        view={view}
        ordered
        items={kind.remedies.map(({ kind: what, said, article }) => ({ key: what, text: said[lang], article }))}
      />
      <Text>{t.refusals}</Text>
      <Articles
        view={view}
        items={kind.refusals.map(({ id, said, article }) => ({ key: id, text: said[lang], article }))}
      />
    </Section>
  )
}

type Item = { readonly key: string; readonly text: ReactNode; readonly article: Article }
function Articles({ view, items, ordered = false }: { view: View; items: readonly Item[]; ordered?: boolean }) {
  if (items.length === 0) return null
  const lines = items.map(({ key, text, article }) => (
    <li key={key}>
      {text} <ArticleOf article={article} lang={view.lang} short />
    </li>
  ))
  return ordered ? <ol className="ld-list">{lines}</ol> : <ul className="ld-list">{lines}</ul>
}

/** A norm by what it says, with its code behind. */
function NormLink({ view, norm, called }: { view: View; norm: string; called: string | undefined }) {
  return <Link to={href(view, `/normen/${norm}`)}>{called === undefined ? norm : `${called} (${norm})`}</Link>
}

function Law({ view, kind, normCalled }: Pick<Props, 'view' | 'kind' | 'normCalled'>) {
  const t = says(view.lang)
  const { lang } = view
  return (
    <>
      <List
        items={[
          ...kind.norms.map((norm) => ({
            key: norm,
            body: <NormLink {...{ view, norm }} called={normCalled(norm)} />,
          })),
          ...kind.articles.map((article) => ({
            key: `${article.law} ${article.article}`,
            body: (
              <>
                <ArticleOf article={article} lang={lang} bare short />
                {article.only === undefined ? null : `. ${article.only[lang]}`}
              </>
            ),
          })),
        ]}
      />
      <Heading level={3}>{t.decides}</Heading>
      <Facts items={kind.controllers.map(({ id, when }) => ({ name: CONTROLLERS[id][lang], value: when[lang] }))} />
    </>
  )
}
