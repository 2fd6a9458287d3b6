/**
 * What the self-check says to the organisation itself: first steps, what changed, and each answer as a dot on a line.
 */
import { resultOf } from '../../../scoring/result.ts'
import { firstStepOf, textOf } from '../../../scoring/visible.ts'
import { ENOUGH } from '../../../scoring/weigh.ts'
import { NotedTable } from '../../../web/desk/noted.tsx'
import { todayIn } from '../../../web/language.ts'
import { Link, Section, Text } from '../../../web/parts.tsx'
import { changesOf, firstSteps } from '../rules.ts'
import type { Baseline, Filled, groupsOf } from '../store.ts'
import type { Weighed } from '../weighed.ts'
import { Contradictions } from './contradictions.tsx'
import { AnswerLines, ThemeLines } from './lines.tsx'

export type ResultProps = {
  readonly now: Baseline
  readonly filled: Filled
  readonly weighed: Weighed | undefined
  readonly before: Filled | undefined
  readonly groups: Awaited<ReturnType<typeof groupsOf>>
}

export function Result({ now, filled, weighed, before, groups }: ResultProps) {
  const means = new Map(groups.filter(({ cluster }) => cluster === now.cluster).map((each) => [each.question, each]))
  return (
    <>
      <FirstSteps form={now.form!} filled={filled} />
      {before === undefined ? null : <Changes form={now.form!} filled={filled} before={before} />}
      {weighed === undefined || weighed.contradictions.length === 0 ? null : (
        <Contradictions form={now.form!} filled={filled} all={weighed.contradictions} />
      )}
      <AnswerLines form={now.form!} filled={filled} cluster={now.cluster ?? ''} means={means} />
      {weighed === undefined || weighed.themes.length === 0 ? null : <ThemeLines weighed={weighed} />}
      {weighed === undefined || weighed.noted.length === 0 ? null : (
        <Section id="gezien" title="Wat anderen bij u zagen">
          <Text>Dit telt mee in de uitkomst hierboven. Klopt het niet? Laat het de gemeente weten.</Text>
          <NotedTable id="gezien-tabel" caption="Wat anderen zagen" findings={weighed.noted} today={todayIn()} />
        </Section>
      )}
    </>
  )
}

function FirstSteps({ form, filled: { questionnaire, answers, variant } }: { form: string; filled: Filled }) {
  const steps = firstSteps(questionnaire, answers, variant)
  const weak = firstSteps(questionnaire, answers, variant, Infinity).length
  const { coverage } = resultOf(questionnaire, answers, variant)
  return (
    <Section id="eerste-stap" title="Wat u als eerste kunt doen">
      {steps.length === 0 ? (
        <Text>
          {coverage < ENOUGH
            ? 'Er is nog te weinig ingevuld om te zeggen dat alles geregeld is.'
            : 'Wij zien geen zwakke punten in wat u invulde. Kijk volgend jaar opnieuw.'}
        </Text>
      ) : (
        <>
          <ol className="ld-list">
            {steps.map(({ question }) => (
              <li key={question.id}>
                <strong>
                  <Link
                    to={
                      question.norms[0] ? `/normen/${question.norms[0]}` : `/balie/vragenlijsten/${form}/${question.id}`
                    }
                  >
                    {firstStepOf(question, variant)}
                  </Link>
                </strong>
                <br />
                <span className="ld-quiet">
                  Bij de vraag:{' '}
                  <Link to={`/balie/vragenlijsten/${form}/${question.id}`}>{textOf(question, variant)}</Link>
                </span>
              </li>
            ))}
          </ol>
          {weak > steps.length ? (
            <Text>Daarna komt de rest. Bij elke vraag hieronder die nog niet geregeld is, staat de eerste stap.</Text>
          ) : null}
        </>
      )}
    </Section>
  )
}

function Changes({ form, filled, before }: { form: string; filled: Filled; before: Filled }) {
  const { questionnaire, answers, variant } = filled
  const changes = changesOf(questionnaire, before.answers, answers, variant)
  return (
    <Section id="veranderd" title="Veranderd sinds de vorige keer">
      {changes.length === 0 ? (
        <Text>Er is niets veranderd.</Text>
      ) : (
        <ul className="ld-list">
          {changes.map(({ question, from, to }) => (
            <li key={question.id}>
              <Link to={`/balie/vragenlijsten/${form}/${question.id}`}>{textOf(question, variant)}</Link>{' '}
              <strong>
                {from} → {to}
              </strong>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
