/** The addresses of the nulmeting by people, for organisations and for the municipality. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { currentAnswers, evidenceOf } from '../../db/forms.ts'
import { openTask, closeTasks } from '../../db/tasks.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { allows } from '../../model/roles.ts'
import { proposeCluster } from '../../scoring/cluster.ts'
import {
  go,
  missing,
  notYet,
  overtaken,
  page,
  tooLate,
  type Asked,
  type Reply,
  type Route,
} from '../../web/desk/route.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { CityBaselinePage, OrganisationPage } from './pages-city.tsx'
import { LeavePage, OwnPage } from './pages-own.tsx'
import { CLUSTERS, figuresOf, mayRepeat, VARIANT_OF } from './rules.ts'
import {
  baselinesOf,
  begin,
  filledOf,
  groupsOf,
  invite,
  organisationById,
  participation,
  whyNotInvite,
  type Baseline,
} from './store.ts'
import { weighedOf } from './weighed.ts'

const HOME = '/balie/mijn-nulmeting'
const EMAIL = /^[^\s@<>"',;:\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i

export function baselineRoutes({
  questionnaires,
  catalogue,
}: {
  readonly questionnaires: readonly Questionnaire[]
  readonly catalogue: Catalogue
}): readonly Route<Tx>[] {
  const questionnaire = questionnaires.find(
    ({ purpose, about }) => purpose === 'self-assessment' && about.includes('organisation'),
  )
  if (!questionnaire) throw new Error('er is geen vragenlijst voor de zelfbeoordeling van organisaties')
  const yearOf = ({ today }: Asked<Tx>): number => Number(today.slice(0, 4))

  /** Of the organisation this person works for. */
  const own =
    (
      then: (
        asked: Asked<Tx>,
        organisation: NonNullable<Awaited<ReturnType<typeof organisationById>>>,
        baselines: readonly Baseline[],
      ) => Promise<Reply>,
    ) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const { tx, municipality, who } = asked
      const organisation =
        who.organisation === null ? undefined : await organisationById(tx, municipality.id, who.organisation)
      return organisation ? then(asked, organisation, await baselinesOf(tx, municipality.id, organisation.id)) : missing
    }
  const ownPage = async (
    { tx, municipality, view, ...asked }: Asked<Tx>,
    { name, slug }: { readonly name: string; readonly slug: string },
    baselines: readonly Baseline[],
    problems?: Problems,
  ) => {
    const [now, before] = baselines
    const filled = await filledOf(tx, municipality.id, now?.form ?? null)
    const weighed =
      filled && now?.state === 'done'
        ? await weighedOf(tx, municipality.id, slug, filled, catalogue, questionnaires, asked.today)
        : undefined
    return (
      <OwnPage
        view={view}
        name={name}
        baselines={baselines}
        filled={filled}
        weighed={weighed}
        before={now?.state === 'done' ? await filledOf(tx, municipality.id, before?.form ?? null) : undefined}
        proposal={filled && proposeCluster(filled.questionnaire, filled.answers)}
        groups={now?.state === 'done' ? await groupsOf(tx, now.year) : []}
        year={Number(asked.today.slice(0, 4))}
        {...(problems ? { problems } : {})}
      />
    )
  }
  const set = (tx: Tx, municipality: string, id: string, change: Readonly<Record<string, unknown>>) =>
    tx.updateTable('baseline').set(change).where('municipality', '=', municipality).where('id', '=', id).execute()

  return [
    {
      method: 'GET',
      path: '/mijn-nulmeting',
      may: 'baseline.own',
      answer: own(async (asked, organisation, baselines) => page(await ownPage(asked, organisation, baselines))),
    },
    {
      method: 'POST',
      path: '/mijn-nulmeting/begin',
      may: 'baseline.own',
      answer: own(async (asked, organisation, baselines) => {
        const { tx, municipality, who } = asked
        const [now] = baselines
        if (!now || now.state !== 'invited')
          return notYet('Er staat geen nulmeting klaar om te beginnen. Vraag de gemeente om een uitnodiging.')
        const before = baselines[1]
        const form = await begin(
          tx,
          municipality.id,
          now,
          questionnaire,
          who.id,
          before?.form ?? null,
          before?.cluster ? VARIANT_OF(questionnaire, before.cluster) : 'short',
        )
        if (form === undefined)
          return overtaken('Een collega is net begonnen. Ga naar Onze nulmeting en werk samen verder.')
        await record(tx, municipality.id, {
          act: 'baseline.begun',
          object: `organisation/${organisation.id}`,
          detail: { year: now.year },
        })
        return go(`/balie/vragenlijsten/${form}`, 'Begin met de acht vragen over uw organisatie.')
      }),
    },
    {
      method: 'POST',
      path: '/mijn-nulmeting/groep',
      may: 'baseline.own',
      answer: own(async (asked, organisation, baselines) => {
        const { tx, municipality, who, sent } = asked
        const [now] = baselines
        const filled = await filledOf(tx, municipality.id, now?.form ?? null)
        const proposal = filled && proposeCluster(filled.questionnaire, filled.answers)
        if (!now || now.state !== 'running' || !proposal) return notYet('Vul eerst de vragen over uw organisatie in.')
        const [cluster, reason] = [sent.text('groep'), sent.text('reden').slice(0, 1_000)]
        const problems = {
          ...(Object.hasOwn(CLUSTERS, cluster) ? {} : { groep: 'Kies een groep.' }),
          ...(cluster !== proposal.cluster && reason === ''
            ? { reden: 'Zeg kort waarom een andere groep beter past.' }
            : {}),
        }
        if (Object.keys(problems).length > 0) return page(await ownPage(asked, organisation, baselines, problems), 422)
        await set(tx, municipality.id, now.id, {
          cluster,
          cluster_proposed: proposal.cluster,
          cluster_reason: reason,
          cluster_by_organisation: who.id,
          cluster_confirmed_by: null,
        })
        await tx
          .updateTable('form')
          .set({ variant: VARIANT_OF(questionnaire, cluster) })
          .where('municipality', '=', municipality.id)
          .where('id', '=', now.form!)
          .execute()
        await openTask(tx, municipality.id, {
          kind: 'cluster',
          object: `organisation/${organisation.id}`,
          whom: { role: 'account-manager' },
          text: `Bevestig de groep van ${organisation.name}`,
          path: `/balie/organisaties/${organisation.id}`,
          dueOn: null,
        })
        await record(tx, municipality.id, {
          act: 'baseline.cluster',
          object: `organisation/${organisation.id}`,
          detail: { proposed: proposal.cluster, chosen: cluster },
        })
        return go(HOME, 'Uw groep staat erbij. U krijgt nu de vragen die daarbij horen.')
      }),
    },
    {
      method: 'POST',
      path: '/mijn-nulmeting/klaar',
      may: 'baseline.own',
      answer: own(async (asked, organisation, baselines) => {
        const { tx, municipality } = asked
        const [now] = baselines
        const filled = await filledOf(tx, municipality.id, now?.form ?? null)
        if (!now || now.state !== 'running' || now.cluster === null || !filled) return notYet('Kies eerst uw groep.')
        for (const { question, value } of figuresOf(filled.questionnaire, filled.answers, filled.variant))
          await sql`select keep_baseline_figure(${now.year}, ${now.cluster}, ${question.id}, ${value})`.execute(tx)
        await set(tx, municipality.id, now.id, { state: 'done', done_at: sql`now()` })
        await tx
          .updateTable('form')
          .set({ closed_at: sql`now()` })
          .where('municipality', '=', municipality.id)
          .where('id', '=', now.form!)
          .execute()
        // Where an answer and a measurement contradict somebody has to look, and that is the organisation itself: its
        // answers are its own.
        const { contradictions } = await weighedOf(
          tx,
          municipality.id,
          organisation.slug,
          filled,
          catalogue,
          questionnaires,
          asked.today,
        )
        if (contradictions.length > 0)
          await openTask(tx, municipality.id, {
            kind: 'contradiction',
            object: `organisation/${organisation.id}`,
            whom: { person: asked.who.id },
            text: 'Een antwoord en onze meting spreken elkaar tegen: kijk het na',
            path: `${HOME}#tegenspraak`,
            dueOn: null,
          })
        await record(tx, municipality.id, {
          act: 'baseline.done',
          object: `organisation/${organisation.id}`,
          detail: { year: now.year },
        })
        return go(HOME, 'Uw nulmeting is klaar.')
      }),
    },
    {
      method: 'POST',
      path: '/mijn-nulmeting/opnieuw',
      may: 'baseline.own',
      answer: own(async (asked, organisation, baselines) => {
        const { tx, municipality, who } = asked
        const [last] = baselines
        if (!last || !mayRepeat(last, yearOf(asked)))
          return notYet('Een nieuwe nulmeting kan als er een jaar voorbij is.')
        const { id } = await tx
          .insertInto('baseline')
          .values({
            municipality: municipality.id,
            id: uuid(),
            organisation: organisation.id,
            year: yearOf(asked),
            state: 'invited',
            email: last.email,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        const form = await begin(
          tx,
          municipality.id,
          { id, organisation: organisation.id },
          questionnaire,
          who.id,
          last.form,
          VARIANT_OF(questionnaire, last.cluster ?? 'A'),
        )
        if (form === undefined)
          return overtaken('Een collega is net begonnen. Ga naar Onze nulmeting en werk samen verder.')
        await record(tx, municipality.id, {
          act: 'baseline.repeated',
          object: `organisation/${organisation.id}`,
          detail: { year: yearOf(asked) },
        })
        return go(`/balie/vragenlijsten/${form}`)
      }),
    },
    {
      method: 'GET',
      path: '/mijn-nulmeting/gegevens',
      may: 'baseline.own',
      answer: own(async ({ tx, municipality }, organisation, baselines) => {
        const years = []
        for (const baseline of baselines) {
          const filled = await filledOf(tx, municipality.id, baseline.form)
          years.push({
            jaar: baseline.year,
            staat: baseline.state,
            groep: baseline.cluster,
            vragenlijst: filled?.version ?? null,
            antwoorden:
              baseline.form === null
                ? []
                : [...(await currentAnswers(tx, municipality.id, baseline.form))].map(
                    ([vraag, { value, reason, at }]) => ({
                      vraag,
                      tekst: filled?.questionnaire.questions.find(({ id }) => id === vraag)?.text ?? '',
                      antwoord: value,
                      toelichting: reason,
                      op: at,
                    }),
                  ),
            bewijs:
              baseline.form === null
                ? []
                : (await evidenceOf(tx, municipality.id, baseline.form)).map(({ question, title, url, endsOn }) => ({
                    vraag: question,
                    titel: title,
                    link: url,
                    geldig_tot: endsOn,
                  })),
          })
        }
        return {
          kind: 'file',
          name: `nulmeting-${organisation.slug}.json`,
          media: 'application/json; charset=utf-8',
          body: JSON.stringify({ organisatie: organisation.name, nulmetingen: years }, null, 2),
        }
      }),
    },
    {
      method: 'GET',
      path: '/mijn-nulmeting/weg',
      may: 'baseline.own',
      answer: own(async ({ view }, organisation) => page(<LeavePage view={view} name={organisation.name} />)),
    },
    {
      method: 'POST',
      path: '/mijn-nulmeting/weg',
      may: 'baseline.own',
      answer: own(async ({ tx, municipality }, organisation, baselines) => {
        await sql`select leave_baseline()`.execute(tx)
        for (const { id } of baselines)
          await set(tx, municipality.id, id, {
            state: 'left',
            ended_at: sql`now()`,
            cluster: null,
            cluster_proposed: null,
            cluster_reason: '',
            form: null,
          })
        await record(tx, municipality.id, { act: 'baseline.left', object: `organisation/${organisation.id}` })
        return go(HOME, 'Alles is gewist. Bedankt dat u meedeed.')
      }),
    },

    {
      method: 'GET',
      path: '/nulmetingen',
      may: 'organisation.read',
      answer: async (asked) => {
        const { tx, municipality, view, query } = asked
        const year = /^20\d\d$/.test(query.get('jaar') ?? '') ? Number(query.get('jaar')) : yearOf(asked)
        return page(
          <CityBaselinePage
            view={view}
            year={year}
            groups={await groupsOf(tx, year)}
            counts={await participation(tx, municipality.id, year)}
            questionnaire={questionnaire}
          />,
        )
      },
    },
    {
      method: 'GET',
      path: '/organisaties/:organisation',
      may: 'organisation.read',
      answer: async (asked) =>
        (await organisationById(asked.tx, asked.municipality.id, asked.params['organisation']!))
          ? page(...(await staffPage(asked)))
          : missing,
    },
    {
      method: 'POST',
      path: '/organisaties/:organisation/uitnodigen',
      may: 'organisation.invite',
      answer: async (asked) => {
        const { tx, municipality, params, sent, who, origin } = asked
        const organisation = await organisationById(tx, municipality.id, params['organisation']!)
        if (!organisation) return missing
        const email = sent.text('email').toLowerCase()
        if (!EMAIL.test(email))
          return page(
            ...(await staffPage(asked, { email: 'Vul een e-mailadres in, zoals info@organisatie.nl.' }, email)),
          )
        const why = await whyNotInvite(tx, municipality.id, organisation.id, email)
        if (why !== undefined) return page(...(await staffPage(asked, { email: why }, email)))
        const invited = await invite(tx, municipality, organisation, email, yearOf(asked), who.id, origin)
        return invited
          ? go(`/balie/organisaties/${organisation.id}`, 'De uitnodiging is onderweg.')
          : tooLate('Deze organisatie doet dit jaar al mee.')
      },
    },
    {
      method: 'POST',
      path: '/organisaties/:organisation/groep',
      may: 'cluster.confirm',
      answer: async (asked) => {
        const { tx, municipality, params, sent, who } = asked
        const organisation = await organisationById(tx, municipality.id, params['organisation']!)
        const [now] = organisation ? await baselinesOf(tx, municipality.id, organisation.id) : []
        if (!organisation || !now || now.cluster === null) return missing
        const [cluster, reason] = [sent.text('groep'), sent.text('reden').slice(0, 500)]
        const problems = {
          ...(Object.hasOwn(CLUSTERS, cluster) ? {} : { groep: 'Kies een groep.' }),
          ...(cluster !== now.cluster && reason === ''
            ? { reden: 'Zeg waarom u anders kiest dan de organisatie.' }
            : {}),
        }
        if (Object.keys(problems).length > 0) return page(...(await staffPage(asked, problems)))
        if (now.state === 'done' && cluster !== now.cluster)
          return tooLate('Deze nulmeting is afgerond. De groep verandert pas bij de volgende.')
        // Another group has other questions.
        if (now.form !== null && cluster !== now.cluster)
          await tx
            .updateTable('form')
            .set({ variant: VARIANT_OF(questionnaire, cluster) })
            .where('municipality', '=', municipality.id)
            .where('id', '=', now.form)
            .execute()
        await set(tx, municipality.id, now.id, {
          cluster,
          cluster_confirmed_by: who.id,
          ...(reason ? { cluster_reason: `${now.reason} ${reason}`.trim() } : {}),
        })
        await closeTasks(tx, municipality.id, `organisation/${organisation.id}`, ['cluster'])
        await record(tx, municipality.id, {
          act: 'baseline.cluster-confirmed',
          object: `organisation/${organisation.id}`,
          detail: { cluster },
        })
        return go(`/balie/organisaties/${organisation.id}`, 'De groep is bevestigd.')
      },
    },
  ]

  async function staffPage(
    { tx, municipality, params, view, who }: Asked<Tx>,
    problems?: Problems,
    email = '',
  ): Promise<[React.ReactNode, (200 | 422)?]> {
    const organisation = await organisationById(tx, municipality.id, params['organisation']!)
    if (!organisation) return [null]
    return [
      <OrganisationPage
        key="o"
        view={view}
        organisation={organisation}
        baselines={await baselinesOf(tx, municipality.id, organisation.id)}
        email={email}
        mayInvite={allows(who.roles, 'organisation.invite')}
        mayConfirm={allows(who.roles, 'cluster.confirm')}
        {...(problems ? { problems } : {})}
      />,
      problems ? 422 : 200,
    ]
  }
}
