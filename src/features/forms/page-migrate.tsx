/** A running form goes over to a newer version of its questionnaire: what that changes, and the act itself. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { markChecks } from '../../db/form-versions.ts'
import { saveAnswer } from '../../db/forms.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { migrateAnswers } from '../../scoring/migrate.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { forbidden, go, missing, overtaken, page, type Route } from '../../web/desk/route.ts'
import { Heading, List, Section, Text } from '../../web/parts.tsx'
import { lockOf, type OnForm } from './on-form.tsx'
import { trailOf } from './pages-list.tsx'
import { changeForm } from '../../db/forms.ts'
import type { Open } from './store.ts'

/** The version that this form can go over to. */
export const newestOf = (questionnaires: readonly Questionnaire[], open: Open): Questionnaire | undefined =>
  questionnaires.find(({ id, version }) => id === open.form.questionnaire && version !== open.form.version)

export const migrateRoutes = ({ onForm }: OnForm, questionnaires: readonly Questionnaire[]): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/vragenlijsten/:form/overstappen',
    may: 'form.read',
    answer: onForm(async ({ view }, open) => {
      const to = newestOf(questionnaires, open)
      if (!to) return missing
      const { added, gone, changed, again } = migrateAnswers(open.questionnaire, to, open.answers)
      const list = (ids: readonly string[]) => (
        <List
          items={ids.map((id) => ({
            key: id,
            body: `${id}: ${[...to.questions, ...open.questionnaire.questions].find((each) => each.id === id)!.text}`,
          }))}
        />
      )
      return page(
        <DeskPage view={view} title="Overstappen" crumbs={trailOf(open, view)}>
          <div className="ld-opening">
            <Heading level={1}>Naar versie {to.version}</Heading>
            <Text lead>Uw antwoorden gaan mee. Wat er nu staat blijft te lezen, ook bij vragen die vervallen.</Text>
          </div>
          {added.length > 0 ? (
            <Section id="nieuw" title="Nieuwe vragen">
              {list(added)}
            </Section>
          ) : null}
          {changed.length > 0 ? (
            <Section id="anders" title="Anders gevraagd: kijk uw antwoord na">
              {list(changed)}
            </Section>
          ) : null}
          {again.length > 0 ? (
            <Section id="opnieuw" title="Opnieuw te beantwoorden">
              {list(again)}
            </Section>
          ) : null}
          {gone.length > 0 ? (
            <Section id="weg" title="Vervallen">
              {list(gone)}
            </Section>
          ) : null}
          {added.length + gone.length + changed.length + again.length === 0 ? (
            <Text>Er zijn alleen teksten om de vragen heen veranderd.</Text>
          ) : null}
          <Form view={view} action={`/balie/vragenlijsten/${open.form.id}/overstappen`}>
            <Buttons>
              <Button>Overstappen op versie {to.version}</Button>
            </Buttons>
          </Form>
        </DeskPage>,
      )
    }),
  },
  {
    method: 'POST',
    path: '/vragenlijsten/:form/overstappen',
    may: 'form.answer',
    answer: onForm(async (asked, open) => {
      const [to, locked] = [newestOf(questionnaires, open), lockOf(asked, open)]
      if (!to) return missing
      if (locked !== undefined) return forbidden(locked)
      const { tx, municipality, who } = asked
      const { again, changed } = migrateAnswers(open.questionnaire, to, open.answers)
      await changeForm(tx, municipality.id, open.form.id, { version: to.version })
      for (const question of again)
        if (
          !(
            await saveAnswer(tx, municipality.id, {
              form: open.form.id,
              question,
              value: null,
              // What was said with it stays: the answer alone no longer exists.
              reason: open.current.get(question)!.reason,
              by: who.id,
              base: open.current.get(question)!.no,
            })
          ).saved
        )
          return overtaken('Een collega beantwoordde intussen een vraag. Er is niets veranderd. Probeer het opnieuw.')
      const marks = [
        ...changed
          .filter((id) => open.answers[id] && !again.includes(id))
          .map((id) => ({ question: id, kind: 'changed' as const })),
        ...again.map((id) => ({ question: id, kind: 'again' as const })),
      ]
      await markChecks(tx, municipality.id, open.form.id, marks, open.form.version, who.id)
      await record(tx, municipality.id, {
        act: 'form.migrated',
        object: `form/${open.form.id}`,
        detail: { from: open.form.version, to: to.version },
      })
      return go(
        `/balie/vragenlijsten/${open.form.id}`,
        marks.length === 0
          ? `U werkt nu met versie ${to.version}.`
          : `U werkt nu met versie ${to.version}. Kijk ` +
              `${marks.length === 1 ? 'één antwoord' : `${marks.length} antwoorden`} na.`,
      )
    }),
  },
]
