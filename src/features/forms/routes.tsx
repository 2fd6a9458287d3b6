/** The addresses of a form: its task list, each question, and everything one can do there. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { keepQuestionnaire, saveAnswer } from '../../db/forms.ts'
import type { Uploads } from '../../db/uploads.ts'
import { isDate } from '../../lib/iso-date.ts'
import type { CaseState } from '../../model/case.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Question, Questionnaire } from '../../model/questionnaire.ts'
import { allows } from '../../model/roles.ts'
import { migrateAnswers } from '../../scoring/migrate.ts'
import { stateOf } from '../../scoring/result.ts'
import { visibleQuestions } from '../../scoring/visible.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import {
  forbidden,
  go,
  missing,
  overtaken,
  page,
  tooLate,
  type Asked,
  type Reply,
  type Route,
} from '../../web/desk/route.ts'
import { Heading, List, Section, Text } from '../../web/parts.tsx'
import { FormPage, trailOf, variantOf } from './pages-list.tsx'
import { QuestionPage, wordsOf, type QuestionProps } from './pages-question.tsx'
import { answerProblems, whyNotAnswer } from './rules.ts'
import {
  addComment,
  addEvidence,
  commentsOf,
  historyOf,
  namesOf,
  openForm,
  removeEvidence,
  type Open,
} from './store.ts'

/** For the trail. Which question an organisation answered is its own: what is asked depends on what was answered. */
const about = (open: Open, question: Question): Readonly<Record<string, string>> =>
  open.owner.kind === 'organisation' ? {} : { question: question.id }
/** A page of our own measurements; what is found there is measured, not said. */
const MEASUREMENT = /^\/organisaties\/[a-z0-9-]{1,200}(\/@?[a-z0-9._-]{1,253}){0,2}$/
/** A case in one of these states was decided: what was said of it then is complete. */
const COMMENTS_END: readonly CaseState[] = ['decided', 'published', 'follow-up', 'archived', 'withdrawn']

export type FormDeps = {
  readonly catalogue: Catalogue
  readonly questionnaires: readonly Questionnaire[]
  readonly uploads: Uploads
}

export function formRoutes({ catalogue, questionnaires, uploads }: FormDeps): readonly Route<Tx>[] {
  const norms = new Map(catalogue.norms.map((norm) => [norm.id, norm]))
  const lockOf = ({ who }: Asked<Tx>, open: Open) => whyNotAnswer(who, open.owner, open.form.closedAt !== null)
  const newest = (open: Open) =>
    questionnaires.find(({ id, version }) => id === open.form.questionnaire && version !== open.form.version)

  const onForm =
    (then: (asked: Asked<Tx>, open: Open) => Promise<Reply>) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const open = await openForm(asked.tx, asked.municipality.id, asked.params['form']!)
      return open ? then(asked, open) : missing
    }
  const onQuestion = (then: (asked: Asked<Tx>, open: Open, question: Question) => Promise<Reply>) =>
    onForm(async (asked, open) => {
      // Who reads what an organisation shares sees just that; the questions around it are not known here.
      const foreign = open.owner.kind === 'organisation' && asked.who.organisation !== open.owner.id
      const asks = foreign
        ? open.questionnaire.questions.filter(({ id }) => open.current.has(id))
        : visibleQuestions(open.questionnaire, open.answers, variantOf(open), open.earlier)
      const question = asks.find(({ id }) => id === asked.params['question'])
      return question ? then(asked, open, question) : missing
    })
  /** Only for who may answer now; anyone else hears why not. */
  const writing = (then: (asked: Asked<Tx>, open: Open, question: Question) => Promise<Reply>) =>
    onQuestion(async (asked, open, question) => {
      const locked = lockOf(asked, open)
      return locked === undefined ? then(asked, open, question) : forbidden(locked)
    })
  const questionPage = async (asked: Asked<Tx>, open: Open, question: Question, more: Partial<QuestionProps> = {}) => {
    const { tx, municipality, view, today, who } = asked
    const [history, comments] = [
      await historyOf(tx, municipality.id, open.form.id, question.id),
      await commentsOf(tx, municipality.id, open.form.id, question.id),
    ]
    const names = await namesOf(
      tx,
      municipality.id,
      [...history, ...comments, ...(more.other ? [more.other] : [])].map(({ by }) => by),
    )
    return (
      <QuestionPage
        view={view}
        open={open}
        question={question}
        norms={question.norms.flatMap((id) => norms.get(id) ?? [])}
        locked={lockOf(asked, open)}
        today={today}
        history={history}
        comments={comments}
        names={names}
        comment={allows(who.roles, 'form.comment')}
        {...more}
      />
    )
  }
  const at = (open: Open, question: Question, part = '') => `/balie/vragenlijsten/${open.form.id}/${question.id}${part}`

  return [
    {
      method: 'GET',
      path: '/vragenlijsten/:form',
      may: 'form.read',
      answer: onForm(async (asked, open) =>
        page(<FormPage view={asked.view} open={open} locked={lockOf(asked, open)} newer={newest(open)?.version} />),
      ),
    },

    {
      method: 'GET',
      path: '/vragenlijsten/:form/overstappen',
      may: 'form.read',
      answer: onForm(async ({ view }, open) => {
        const to = newest(open)
        if (!to) return missing
        const { added, gone, changed, again } = migrateAnswers(open.questionnaire, to, open.answers)
        const list = (ids: readonly string[]) => (
          <List
            items={ids.map((id) => ({
              key: id,
              body: `${id}: ${(to.questions.find((each) => each.id === id) ?? open.questionnaire.questions.find((each) => each.id === id))!.text}`,
            }))}
          />
        )
        return page(
          <DeskPage view={view} title="Overstappen" crumbs={trailOf(open, view)}>
            <div className="ld-opening">
              <Heading level={1}>Naar versie {to.version}</Heading>
              <Text lead>Uw antwoorden gaan mee. Wat er nu staat, blijft in de geschiedenis te lezen.</Text>
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
                <Button>Stap over</Button>
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
        const [to, locked] = [newest(open), lockOf(asked, open)]
        if (!to) return missing
        if (locked !== undefined) return forbidden(locked)
        const { tx, municipality, who } = asked
        const { again } = migrateAnswers(open.questionnaire, to, open.answers)
        await keepQuestionnaire(tx, to)
        for (const question of again)
          if (
            !(
              await saveAnswer(tx, municipality.id, {
                form: open.form.id,
                question,
                value: null,
                reason: 'Dit antwoord bestaat niet meer in de nieuwe versie.',
                by: who.id,
                base: open.current.get(question)!.no,
              })
            ).saved
          )
            return overtaken('Iemand anders beantwoordde intussen een vraag. Probeer het opnieuw.')
        await tx
          .updateTable('form')
          .set({ version: to.version })
          .where('municipality', '=', municipality.id)
          .where('id', '=', open.form.id)
          .execute()
        await record(tx, municipality.id, {
          act: 'form.migrated',
          object: `form/${open.form.id}`,
          detail: { from: open.form.version, to: to.version },
        })
        return go(`/balie/vragenlijsten/${open.form.id}`, `U werkt nu met versie ${to.version}.`)
      }),
    },

    {
      method: 'GET',
      path: '/vragenlijsten/:form/:question',
      may: 'form.read',
      answer: onQuestion(async (asked, open, question) => page(await questionPage(asked, open, question))),
    },
    {
      method: 'POST',
      path: '/vragenlijsten/:form/:question',
      may: 'form.answer',
      answer: writing(async (asked, open, question) => {
        const { tx, municipality, who, sent } = asked
        const values = [...new Set(sent.all('antwoord').filter((value) => value !== ''))]
        const given = {
          value: values.length === 0 ? null : question.kind === 'choices' ? values : values[0]!,
          reason: sent.text('reden').slice(0, 20_000),
        }
        const problems = answerProblems(question, given, variantOf(open))
        if (Object.keys(problems).length > 0)
          return page(await questionPage(asked, open, question, { given, problems }), 422)
        const current = open.current.get(question.id)
        const same =
          JSON.stringify([current?.value ?? null, current?.reason ?? '']) ===
          JSON.stringify([given.value, given.reason])
        if (!same) {
          // Without a number it is as if the form was opened before anything was answered.
          const base = /^\d{1,9}$/.test(sent.text('basis')) ? Number(sent.text('basis')) : 0
          const saved = await saveAnswer(tx, municipality.id, {
            form: open.form.id,
            question: question.id,
            ...given,
            by: who.id,
            base,
          })
          if (!saved.saved) return page(await questionPage(asked, open, question, { given, other: saved.current }), 409)
          await record(tx, municipality.id, {
            act: 'answer.saved',
            object: `form/${open.form.id}`,
            detail: { ...about(open, question), no: saved.no },
          })
        }
        if (sent.text('dan') !== 'volgende')
          return go(`/balie/vragenlijsten/${open.form.id}`, `Vraag ${question.id} is bewaard.`)
        // What is asked may have changed by this answer.
        const { [question.id]: _, ...others } = open.answers
        const answers =
          given.value === null ? others : { ...others, [question.id]: { value: given.value, reason: given.reason } }
        const questions = visibleQuestions(open.questionnaire, answers, variantOf(open), open.earlier)
        const here = questions.findIndex(({ id }) => id === question.id)
        const next =
          questions.slice(here + 1).find((each) => stateOf(each, answers) === 'open') ??
          questions.find((each) => each.id !== question.id && stateOf(each, answers) === 'open')
        return next ? go(at(open, next)) : go(`/balie/vragenlijsten/${open.form.id}`, 'Alle vragen zijn ingevuld.')
      }),
    },
    {
      method: 'POST',
      path: '/vragenlijsten/:form/:question/terug',
      may: 'form.answer',
      answer: writing(async ({ tx, municipality, who, sent }, open, question) => {
        const old = (await historyOf(tx, municipality.id, open.form.id, question.id)).find(
          ({ no }) => String(no) === sent.text('nummer'),
        )
        if (!old) return missing
        const gone = answerProblems(question, old, variantOf(open))
        if (Object.keys(gone).length > 0)
          return tooLate('Dit antwoord bestaat niet meer in deze versie van de vragenlijst. Kies een antwoord van nu.')
        const saved = await saveAnswer(tx, municipality.id, {
          form: open.form.id,
          question: question.id,
          value: old.value,
          reason: old.reason,
          by: who.id,
          base: open.current.get(question.id)!.no,
          restores: old.no,
        })
        if (!saved.saved) return overtaken('Iemand anders beantwoordde deze vraag intussen. Er is niets teruggezet.')
        await record(tx, municipality.id, {
          act: 'answer.restored',
          object: `form/${open.form.id}`,
          detail: { ...about(open, question), no: old.no },
        })
        return go(at(open, question), `Teruggezet: ${wordsOf(question, old.value)}.`)
      }),
    },
    {
      method: 'POST',
      path: '/vragenlijsten/:form/:question/opmerking',
      may: 'form.comment',
      answer: onQuestion(async (asked, open, question) => {
        const { tx, municipality, who, sent } = asked
        const text = sent.text('opmerking').slice(0, 4_000)
        if (open.owner.kind === 'organisation' && who.organisation !== open.owner.id) return forbidden()
        if (open.owner.kind === 'case' && COMMENTS_END.includes(open.owner.state))
          return forbidden(
            'Na het besluit komen er geen opmerkingen meer bij. Is er iets veranderd? Vraag om opnieuw te toetsen.',
          )
        if (text === '')
          return page(
            await questionPage(asked, open, question, { problems: { opmerking: 'Schrijf eerst een opmerking.' } }),
            422,
          )
        await addComment(tx, municipality.id, open.form.id, question.id, who.id, text)
        await record(tx, municipality.id, {
          act: 'answer.commented',
          object: `form/${open.form.id}`,
          detail: about(open, question),
        })
        return go(at(open, question, '#opmerkingen'), 'Uw opmerking staat erbij.')
      }),
    },
    {
      method: 'POST',
      path: '/vragenlijsten/:form/:question/bewijs',
      may: 'form.answer',
      limit: 11 * 1024 * 1024,
      answer: writing(async (asked, open, question) => {
        const { tx, municipality, who, sent } = asked
        const typed = {
          titel: sent.text('titel').slice(0, 300),
          link: sent.text('link'),
          eigenaar: sent.text('eigenaar').slice(0, 200),
          tot: sent.text('tot'),
        }
        const file = sent.file('bestand')
        const problems: Record<string, string> = {}
        if (typed.titel === '') problems['titel'] = 'Geef het een naam, zoals “Verslag van de test”.'
        if (file === undefined && typed.link === '') problems['bestand'] = 'Kies een bestand of vul een link in.'
        if (typed.link !== '' && !MEASUREMENT.test(typed.link) && !/^https?:\/\/[^\s<>"]{3,1900}$/i.test(typed.link))
          problems['link'] = 'Vul een link in die begint met https://.'
        if (typed.tot !== '' && !isDate(typed.tot)) problems['tot'] = 'Vul een datum in, zoals 31-12-2027.'
        const kept =
          file && Object.keys(problems).length === 0
            ? await uploads.keep(tx, municipality.id, file, { person: who.id, organisation: who.organisation })
            : undefined
        if (kept && 'problem' in kept) problems['bestand'] = kept.problem
        if (Object.keys(problems).length > 0)
          return page(await questionPage(asked, open, question, { problems, typed }), 422)
        await addEvidence(tx, municipality.id, open.form.id, question.id, {
          kind: file ? 'file' : MEASUREMENT.test(typed.link) ? 'scan' : 'link',
          title: typed.titel,
          url: file ? null : typed.link,
          upload: kept && 'id' in kept ? kept.id : null,
          owner: typed.eigenaar,
          endsOn: typed.tot || null,
          by: who.id,
        })
        await record(tx, municipality.id, {
          act: 'evidence.added',
          object: `form/${open.form.id}`,
          detail: about(open, question),
        })
        return go(at(open, question, '#bewijs'), 'Het bewijs staat erbij.')
      }),
    },
    {
      method: 'POST',
      path: '/vragenlijsten/:form/:question/bewijs/:evidence/weg',
      may: 'form.answer',
      answer: writing(async ({ tx, municipality, params }, open, question) => {
        await removeEvidence(tx, municipality.id, open.form.id, params['evidence']!, open.owner.kind === 'organisation')
        await record(tx, municipality.id, {
          act: 'evidence.removed',
          object: `form/${open.form.id}`,
          detail: { ...about(open, question), evidence: params['evidence'] },
        })
        return go(at(open, question, '#bewijs'), 'Het bewijs is weggehaald.')
      }),
    },
    // Also when the form is closed, and of a question that is no longer asked: what one shares stays one's own.
    {
      method: 'POST',
      path: '/vragenlijsten/:form/:question/delen',
      may: 'baseline.own',
      answer: onForm(async ({ tx, municipality, who, sent, params }, open) => {
        const question = open.questionnaire.questions.find(({ id }) => id === params['question'])
        const current = question && open.current.get(question.id)
        if (!question || !current) return missing
        if (open.owner.kind !== 'organisation' || who.organisation !== open.owner.id) return forbidden()
        const share = sent.text('delen') === 'ja'
        await tx
          .deleteFrom('answer_share')
          .where('municipality', '=', municipality.id)
          .where('form', '=', open.form.id)
          .where('question', '=', question.id)
          .execute()
        if (share)
          await tx
            .insertInto('answer_share')
            .values({
              municipality: municipality.id,
              form: open.form.id,
              question: question.id,
              by: who.id,
              no: current.no,
            })
            .execute()
        await record(tx, municipality.id, {
          act: share ? 'answer.shared' : 'answer.unshared',
          object: `form/${open.form.id}`,
        })
        return go(
          at(open, question),
          share ? 'U deelt dit antwoord met de gemeente.' : 'U deelt dit antwoord niet meer.',
        )
      }),
    },
    {
      method: 'GET',
      path: '/bestanden/:upload',
      may: 'form.read',
      answer: async ({ tx, municipality, params }) => {
        const file = await uploads.read(tx, municipality.id, params['upload']!)
        return file ? { kind: 'file', ...file } : missing
      },
    },
  ]
}
