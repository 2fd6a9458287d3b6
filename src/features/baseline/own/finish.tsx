/** Ending the self-check: says what is still open and asks; and opening it again. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { formChecks } from '../../../db/form-versions.ts'
import { closeTasks, openTask } from '../../../db/tasks.ts'
import type { Question, Variant } from '../../../model/questionnaire.ts'
import { textOf } from '../../../scoring/visible.ts'
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, notYet, page, tooLate, type DeskView, type Route } from '../../../web/desk/route.ts'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { finish, reopen } from '../part-store.ts'
import { figuresOf, leftOver, mayReopen } from '../rules.ts'
import { filledOf } from '../store.ts'
import { weighedOf } from '../weighed.ts'
import { HOME, objectOf, own, yearOf, type BaselineTools } from './door.ts'

const count = (questions: readonly Question[], one: string, many: string): string =>
  questions.length === 1 ? `één vraag ${one}` : `${questions.length} vragen ${many}`

function FinishPage({
  view,
  form,
  variant,
  open,
  changed,
}: {
  view: DeskView
  form: string
  variant: Variant | undefined
  open: readonly Question[]
  changed: readonly Question[]
}) {
  const list = (questions: readonly Question[]) => (
    <ul className="ld-list">
      {questions.map((question) => (
        <li key={question.id}>
          <Link to={`/balie/vragenlijsten/${form}/${question.id}`}>{textOf(question, variant)}</Link>
        </li>
      ))}
    </ul>
  )
  return (
    <DeskPage view={view} title="Zelfcheck afronden" crumbs={[{ name: 'Onze zelfcheck', to: HOME }]}>
      <div className="ld-opening">
        <Heading level={1}>Zelfcheck afronden</Heading>
        <Text lead>
          {open.length > 0 ? `Er ${open.length === 1 ? 'staat' : 'staan'} nog ${count(open, 'open', 'open')}. ` : ''}
          {changed.length > 0 ? `Van ${count(changed, 'is', 'zijn')} de woorden veranderd sinds u antwoordde. ` : ''}
          {open.length + changed.length === 0 ? 'Alles is ingevuld.' : 'Wilt u toch afronden?'}
        </Text>
      </div>
      {open.length === 0 ? null : (
        <Section id="open" title="Nog niet ingevuld">
          <Text>Wat openstaat, telt als onbekend. U krijgt er geen eerste stap bij.</Text>
          {list(open)}
        </Section>
      )}
      {changed.length === 0 ? null : (
        <Section id="nakijken" title="Anders gevraagd dan toen u antwoordde">
          {list(changed)}
        </Section>
      )}
      <Text>Na het afronden kunt u de zelfcheck dit jaar weer openen.</Text>
      <Form view={view} action={`${HOME}/klaar`}>
        <input type="hidden" name="zeker" value="ja" />
        <Buttons>
          <Button kind={open.length + changed.length === 0 ? 'primary' : 'secondary'}>
            {open.length + changed.length === 0 ? 'Zelfcheck afronden' : 'Toch afronden'}
          </Button>
          {open.length + changed.length === 0 ? (
            <Link to={HOME}>Annuleren</Link>
          ) : (
            <Link to={`/balie/vragenlijsten/${form}`}>Eerst verder invullen</Link>
          )}
        </Buttons>
      </Form>
    </DeskPage>
  )
}

export const finishRoutes = ({ questionnaires, catalogue }: BaselineTools): readonly Route<Tx>[] => [
  ...(['GET', 'POST'] as const).map((method): Route<Tx> => ({
    method,
    path: '/mijn-nulmeting/klaar',
    may: 'baseline.own',
    answer: own(async (asked, { organisation, baselines }) => {
      const { tx, municipality, view, sent } = asked
      const [now] = baselines
      const filled = await filledOf(tx, municipality.id, now?.form ?? null)
      if (now?.state === 'done') return tooLate('Uw zelfcheck is al afgerond. U kunt hem dit jaar weer openen.')
      if (!now || now.state !== 'running' || now.cluster === null || now.form === null || !filled)
        return notYet('Kies eerst uw groep. Daarna kunt u afronden.')
      const checks = await formChecks(tx, municipality.id, now.form)
      const left = leftOver(filled.questionnaire, filled.answers, filled.variant, new Set(checks.keys()))
      const asks = method === 'GET' || (left.open.length + left.changed.length > 0 && sent.mark('zeker') !== 'ja')
      if (asks) return page(<FinishPage view={view} form={now.form} variant={filled.variant} {...left} />)
      await finish(tx, municipality.id, now, figuresOf(filled.questionnaire, filled.answers, filled.variant))
      // Where an answer and a measurement contradict somebody has to look, and that is the organisation itself: its
      // answers are its own.
      const { contradictions } = await weighedOf(
        tx,
        municipality.id,
        organisation,
        filled,
        catalogue,
        questionnaires,
        asked.today,
      )
      if (contradictions.length > 0)
        await openTask(tx, municipality.id, {
          kind: 'contradiction',
          object: objectOf(organisation),
          whom: { person: asked.who.id },
          text: 'Kijk na: een antwoord en onze websitemeting spreken elkaar tegen',
          path: `${HOME}#tegenspraak`,
          dueOn: null,
        })
      await record(tx, municipality.id, {
        act: 'baseline.done',
        object: objectOf(organisation),
        detail: { year: now.year, open: left.open.length },
      })
      return go(HOME, 'Uw zelfcheck is klaar.')
    }),
  })),
  {
    method: 'POST',
    path: '/mijn-nulmeting/heropenen',
    may: 'baseline.own',
    answer: own(async (asked, { organisation, baselines }) => {
      const { tx, municipality } = asked
      const [now] = baselines
      if (!now || now.state !== 'done' || now.form === null)
        return notYet('Uw zelfcheck is nog niet afgerond. U kunt gewoon verdergaan met invullen.')
      if (!mayReopen(now, yearOf(asked)))
        return tooLate(
          `De zelfcheck van ${now.year} kan niet meer open. Begin die van ${yearOf(asked)}: uw antwoorden staan erbij.`,
        )
      await reopen(tx, municipality.id, now)
      await closeTasks(tx, municipality.id, objectOf(organisation), ['contradiction'])
      await record(tx, municipality.id, {
        act: 'baseline.reopened',
        object: objectOf(organisation),
        detail: { year: now.year },
      })
      return go(`/balie/vragenlijsten/${now.form}`, 'De zelfcheck is weer open. Rond af als u klaar bent.')
    }),
  },
]
