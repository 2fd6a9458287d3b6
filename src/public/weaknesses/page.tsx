/** How to report a weakness, what is asked and promised, and what was mended, with thanks. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { says } from './messages.ts'
import type { Mended } from './store.ts'

export const PLACE = '/zwakke-plekken'
const lines = (texts: readonly string[]) => <List items={texts.map((text) => ({ key: text, body: text }))} />

/** `kind`: the id of the kind of request with which one reports; `doors`: whether that can be done here. */
type Props = {
  readonly view: View
  readonly kind: string
  readonly doors: boolean
  readonly told: readonly Mended[]
}

export function WeaknessesPage({ view, kind, doors, told }: Props) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.title}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        {doors ? (
          <p>
            <a className="nl-button nl-button--primary" href={href(view, `/verzoeken/nieuw/${kind}`)}>
              {t.report}
            </a>
          </p>
        ) : (
          <>
            <Text>{t.noForm}</Text>
            <Contact view={view} subject={t.title} term={false} />
          </>
        )}
      </div>
      <Section id="waarover" title={t.scope}>
        {lines(t.scopeText)}
      </Section>
      <Section id="regels" title={t.rules}>
        {lines(t.rulesText)}
      </Section>
      <Section id="belofte" title={t.promise}>
        {lines(t.promiseText)}
        <Text>{t.promiseLaw}</Text>
        <Text>
          <Link to={href(view, `/rechten/${kind}`)}>{t.law}</Link>
          {'. '}
          <Link to={href(view, '/rechten/cijfers')}>{t.figures}</Link>.
        </Text>
      </Section>
      <Section id="dank" title={t.fixed}>
        {told.length === 0 ? <Text>{t.fixedNone}</Text> : null}
        {told.map((one) => (
          <One key={one.id} view={view} one={one} />
        ))}
      </Section>
    </Page>
  )
}

function One({ view, one: { id, title, text, thanked, fixedOn } }: { view: View; one: Mended }) {
  const t = says(view.lang)
  const lang = view.lang === 'en' ? 'nl' : undefined
  return (
    <article id={id}>
      <Heading level={3}>
        <span lang={lang}>{title}</span>
      </Heading>
      <p className="ld-preline" lang={lang}>
        {text}
      </p>
      <p className="ld-quiet">
        {t.fixedOn(fixedOn)} {thanked === '' ? t.thanksNobody : t.thanks(thanked)}
      </p>
    </article>
  )
}
