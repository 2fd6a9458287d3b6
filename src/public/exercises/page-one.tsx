/** One exercise, without what happens in it: who plays may read this page. */
import type { Scenario } from '../../model/exercise.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { PLACE } from './place.ts'

type Props = { readonly view: View; readonly scenario: Scenario }

/** The way to one. */
export const crumbsTo = (view: View, { id, title }: Scenario) => {
  const t = says(view.lang)
  return [
    { name: t.together, to: href(view, '/samen') },
    { name: t.title, to: href(view, PLACE) },
    { name: title[view.lang], to: href(view, `${PLACE}/${id}`) },
  ]
}

export function ExercisePage({ view, scenario }: Props) {
  const { lang } = view
  const t = says(lang)
  const { id, title, lead, forWhom, minutes, roles, norms, aims, needs } = scenario
  return (
    <Page view={view} title={title[lang]} crumbs={crumbsTo(view, scenario)}>
      <div className="ld-opening">
        <Heading level={1}>{title[lang]}</Heading>
        <Text lead>{lead[lang]}</Text>
        <Facts
          items={[
            { name: t.forWhom, value: forWhom[lang] },
            { name: t.lasts, value: t.minutes(minutes) },
            { name: t.who, value: roles.map((role) => role.name[lang]).join(', ') },
            {
              name: t.norms,
              value: norms.map((norm, index) => (
                <span key={norm}>
                  {index === 0 ? '' : ', '}
                  <Link to={href(view, `/normen/${norm}`)}>{norm}</Link>
                </span>
              )),
            },
          ]}
        />
      </div>
      <Section id="doelen" title={t.aims}>
        <List items={aims.map((each) => ({ key: each.nl, body: each[lang] }))} />
      </Section>
      {needs.length === 0 ? null : (
        <Section id="nodig" title={t.needs}>
          <List items={needs.map((each) => ({ key: each.nl, body: each[lang] }))} />
        </Section>
      )}
      <Section id="printen" title={t.print}>
        <List
          plain
          items={[
            { key: 'rolkaarten', name: t.cards, hint: t.cardsHint },
            { key: 'spelleider', name: t.leader, hint: t.leaderHint },
          ].map(({ key, name, hint }) => ({
            key,
            body: (
              <>
                <Link to={href(view, `${PLACE}/${id}/${key}`)}>{name}</Link>
                <span className="ld-quiet ld-block">{hint}</span>
              </>
            ),
          }))}
        />
      </Section>
    </Page>
  )
}
