/** Each answer and each theme as a dot on a line: one scale, words beside it. */
import { firstStepOf, chosen, textOf } from '../../../scoring/visible.ts'
import { DotLine } from '../../../web/charts/dot-line.tsx'
import { percent, points } from '../../../web/language.ts'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { CLUSTER_NAMES } from '../../../vocabulary/group.ts'
import { figuresOf } from '../rules.ts'
import type { Filled } from '../store.ts'
import type { Weighed } from '../weighed.ts'

type Means = ReadonlyMap<string, { readonly mean: number; readonly organisations: number }>

/** Per part of the questionnaire, the answers that count, weakest first. */
export function AnswerLines({
  form,
  filled: { questionnaire, answers, variant },
  cluster,
  means,
}: {
  form: string
  filled: Filled
  cluster: string
  means: Means
}) {
  const figures = figuresOf(questionnaire, answers, variant)
  return (
    <Section id="naast-groep" title="Uw antwoorden op een lijn" wide>
      <Text>
        Links op de lijn is nog niets geregeld, rechts alles. De stip bent u.{' '}
        {means.size === 0
          ? 'Er deden nog geen tien organisaties van uw groep mee. Daarom ziet u nog geen vergelijking.'
          : `Het streepje is het gemiddelde van groep ${CLUSTER_NAMES[cluster] ?? cluster}.`}
      </Text>
      {questionnaire.sections.map(({ id, title }) => {
        const of = figures.filter(({ question }) => question.section === id).toSorted((a, b) => a.value - b.value)
        return of.length === 0 ? null : (
          <div key={id}>
            <Heading level={3}>{title}</Heading>
            <ul className="ld-dotlines">
              {of.map(({ question, value }) => {
                const group = means.get(question.id)
                const label = chosen(question, answers)!.label
                const step = value < questionnaire.thresholds.met ? firstStepOf(question, variant) : undefined
                return (
                  <li key={question.id}>
                    <div className="ld-dotlines__text">
                      <Link to={`/balie/vragenlijsten/${form}/${question.id}`}>{textOf(question, variant)}</Link>
                      {step === undefined ? null : (
                        <>
                          <br />
                          <span className="ld-quiet">
                            Eerste stap:{' '}
                            {question.norms[0] ? <Link to={`/normen/${question.norms[0]}`}>{step}</Link> : step}
                          </span>
                        </>
                      )}
                    </div>
                    <div>
                      <DotLine
                        own={value}
                        group={group?.mean ?? null}
                        label={
                          `U: ${points('nl', value)} van ` +
                          `100${group === undefined ? '' : `, uw groep: ${points('nl', group.mean)}`}`
                        }
                      />
                      <span className="ld-quiet">
                        U: <strong>{label}</strong>
                        {group === undefined
                          ? ''
                          : ` · groep gemiddeld ${points('nl', group.mean)} van 100 (${group.organisations} ` +
                            `organisaties)`}
                      </span>
                    </div>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}

/** Answers and measurements weighed together, as on the public site; only for the organisation itself. */
export function ThemeLines({ weighed }: { weighed: Weighed }) {
  return (
    <Section id="samen" title="Uw antwoorden en onze websitemeting samen" wide>
      <Text>
        Deze scores zijn alleen voor u. Op de openbare site tellen uw antwoorden niet mee. Is van een thema minder dan
        80% beantwoord of gemeten? Dan ziet u geen score.
      </Text>
      <ul className="ld-dotlines">
        {weighed.themes.map((theme) => (
          <li key={theme.theme}>
            <div className="ld-dotlines__text">{theme.name}</div>
            <div>
              <DotLine
                own={theme.score}
                group={null}
                label={theme.score === null ? 'nog geen score' : `${points('nl', theme.score)} van 100`}
              />
              <span className="ld-quiet">
                {theme.score === null ? 'nog geen score' : <strong>{points('nl', theme.score)} van 100</strong>} ·{' '}
                {percent('nl', theme.coverage ?? 0)} bekend
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
