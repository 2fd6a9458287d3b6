/** All digital rights, each as the question that somebody would ask; and how the municipality does. */
import type { RequestKind } from '../../model/request.ts'
import { Counter } from '../../web/counter.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { Figures } from './store.ts'

const GROUPS = ['data', 'decision', 'open', 'report'] as const

type Props = {
  readonly view: View
  readonly kinds: readonly RequestKind[]
  readonly figures: readonly Figures[]
  /** There are doors to ask by. */
  readonly doors: boolean
}

export function RightsPage({ view, kinds, figures, doors }: Props) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.title}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.how}</Text>
        {doors ? (
          <p>
            <a className="nl-button nl-button--primary" href={href(view, '/verzoeken')}>
              {t.follow}
            </a>
          </p>
        ) : null}
      </div>
      {GROUPS.map((group) => {
        const own = kinds.filter((kind) => kind.group === group)
        if (own.length === 0) return null
        return (
          <Section key={group} id={group} title={t.groups[group]}>
            <List
              plain
              items={own.map((kind) => ({
                key: kind.id,
                body: (
                  <>
                    <Link to={href(view, `/rechten/${kind.id}`)}>{kind.question[view.lang]}</Link>
                    <span className="ld-block ld-small">
                      {kind.title[view.lang]}, {t.within(kind.term.said[view.lang])}
                    </span>
                  </>
                ),
              }))}
            />
          </Section>
        )
      })}
      <Section id="fout" title={t.wrong}>
        <Text>
          {t.wrongText} <Link to={href(view, '/fout-melden')}>{t.wrongLink}</Link>
        </Text>
      </Section>
      <Section id="diensten" title={t.services}>
        <Text>
          <Link to={href(view, '/oordelen')}>{t.servicesLink}</Link>
        </Text>
      </Section>
      <Section id="helpen" title={t.helping}>
        <List items={t.helpingText.map((text) => ({ key: text, body: text }))} />
        <Counter view={view} />
      </Section>
      <Section id="cijfers" title={t.figures}>
        <Text>{t.figuresLead}</Text>
        <HowWeDo view={view} figures={figures} kind="" />
      </Section>
    </Page>
  )
}

/** In sentences: of the newest half year, how many answers came in time, and how soon half of them. */
export function HowWeDo({ view, figures, kind }: { view: View; figures: readonly Figures[]; kind: string }) {
  const t = says(view.lang)
  const [newest] = figures
  if (newest === undefined) return <Text>{t.noFigures}</Text>
  const [all, good, half] = (['answered', 'in-term', 'median'] as const).map((measure) => newest.of(kind, measure))
  const told = [
    ...(typeof all === 'number' && typeof good === 'number' && all > 0 ? [t.inTerm(good, all)] : []),
    ...(typeof half === 'number' ? [t.half(half)] : []),
  ]
  return (
    <>
      <Text>
        {t.period(newest.period)}: {told.length === 0 ? t.few : told.join(' ')}
      </Text>
      <Text>
        <Link to={href(view, '/rechten/cijfers')}>{t.figuresAll}</Link>
      </Text>
    </>
  )
}
