/** Exercises to choose from, how to do one, and what was practised in the city. */
import type { Scenario } from '../../model/exercise.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { PLACE } from './place.ts'
import type { Figures } from './store.ts'

type Props = { readonly view: View; readonly scenarios: readonly Scenario[]; readonly figures: Figures }

function ResultsPart({ view, figures }: Pick<Props, 'view' | 'figures'>) {
  const t = says(view.lang)
  const played = figures.get('exercises') ?? 0
  const [measures, done] = [figures.get('measures'), figures.get('done')]
  return (
    <Section id="geoefend" title={t.results}>
      {played === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <Text>
          {t.played(played)} {t.by(figures.get('organisations') ?? 0)}
        </Text>
      )}
      {played === 0 ? null : typeof measures === 'number' && typeof done === 'number' ? (
        <Text>{t.followed(measures, done)}</Text>
      ) : (
        <Text>{t.few}</Text>
      )}
      <Text>{t.names}</Text>
    </Section>
  )
}

export function ExercisesPage({ view, scenarios, figures }: Props) {
  const { lang } = view
  const t = says(lang)
  return (
    <Page
      view={view}
      title={t.title}
      crumbs={[
        { name: t.together, to: href(view, '/samen') },
        { name: t.title, to: href(view, PLACE) },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.free}</Text>
      </div>
      <Section id="kies" title={t.choose}>
        <List
          plain
          items={scenarios.map(({ id, title, lead, minutes, roles }) => ({
            key: id,
            body: (
              <>
                <Link to={href(view, `${PLACE}/${id}`)}>{title[lang]}</Link>
                <span className="ld-quiet ld-block">
                  {lead[lang]} {t.minutes(minutes)}, {t.players(roles.length)}.
                </span>
              </>
            ),
          }))}
        />
      </Section>
      <Section id="zo" title={t.how}>
        <ol className="ld-list">
          {t.howText.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
      </Section>
      <ResultsPart view={view} figures={figures} />
    </Page>
  )
}
