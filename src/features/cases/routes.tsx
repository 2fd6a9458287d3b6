/**
 * The addresses of cases: the list, one case, and a form per act. Each checks again what the rules say, at the moment
 * of the act.
 */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { isDate } from '../../lib/iso-date.ts'
import { addTerm } from '../../lib/working-days.ts'
import { CASE_STATES, type CaseKind, type ReactionKind, type Stance } from '../../model/case.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { allows } from '../../model/roles.ts'
import { adviceOf, withQuestions } from '../../scoring/declared.ts'
import { weigh } from '../../scoring/weigh.ts'
import {
  conflict,
  forbidden,
  go,
  missing,
  page,
  type Asked,
  type Reply,
  type Route,
  type Sent,
} from '../../web/desk/route.ts'
import type { Problems } from '../../web/desk/form.tsx'
import {
  addMeasure,
  advise,
  answerFlag,
  askOpinions,
  askRetest,
  caseNumber,
  decide,
  giveOpinion,
  handle,
  pathOf,
  prove,
  react,
  takeStep,
  tellContradictions,
  verify,
  type Doing,
  type RetestKind,
} from './acts.ts'
import { CasePage } from './page-case.tsx'
import {
  AdvisePage,
  AskOpinionsPage,
  conditionsOf,
  DecisionPage,
  FlagsPage,
  MeasurePage,
  NewMeasurePage,
  objectionsOf,
  OpinionPage,
  ReactionPage,
  RETESTS,
  RetestPage,
  StepPage,
} from './pages-acts.tsx'
import { CaseFormPage, CasesPage, type CaseInput } from './pages-list.tsx'
import { KIND_NAMES, mayOpine, REACTIONS, STANCES, stepsFor, whyNotHandle, type Possible } from './rules.ts'
import { createCase, listCases, loadCase, peopleWith, type Case } from './store.ts'
import { sampleRoutes } from './sample-pages.tsx'
import { termRoutes } from './term-pages.tsx'

export type CaseDeps = { readonly questionnaires: readonly Questionnaire[]; readonly catalogue: Catalogue }

const has = (words: Readonly<Record<string, unknown>>, word: string): boolean => Object.hasOwn(words, word)
const any = (problems: Problems): boolean => Object.keys(problems).length > 0

export function caseRoutes({ questionnaires, catalogue }: CaseDeps): readonly Route<Tx>[] {
  const advice = adviceOf(catalogue)
  const asked = withQuestions(catalogue, questionnaires)
  const themeNames = new Map(catalogue.themes.map(({ id, name }) => [id, name]))
  const questionnaireFor = (purpose: Questionnaire['purpose'], kind: CaseKind) =>
    questionnaires.find((each) => each.purpose === purpose && each.about.includes(kind))
  const outcomesOf = (kind: CaseKind) => questionnaireFor('full-test', kind)?.outcomes ?? []

  const onCase =
    (then: (asked: Asked<Tx>, file: Case, doing: Doing) => Promise<Reply>) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const { tx, municipality, who, today, origin, params } = asked
      const file = await loadCase(tx, municipality.id, params['case']!, today, advice)
      return file ? then(asked, file, { tx, municipality: municipality.id, who, today, origin }) : missing
    }
  /** Only when the rules let this person take this step now; else why not. */
  const stepping = (
    id: string | undefined,
    then: (asked: Asked<Tx>, file: Case, doing: Doing, possible: Possible) => Promise<Reply>,
  ) =>
    onCase(async (asked, file, doing) => {
      const possible = stepsFor(file.facts, asked.who).find(({ step }) => step.id === (id ?? asked.params['step']))
      if (!possible) return forbidden('Deze stap is nu niet aan u, of de zaak is al verder.')
      return possible.blocked === undefined ? then(asked, file, doing, possible) : conflict(possible.blocked)
    })
  const reasonProblem = ({ reason }: Possible, sent: Sent): Problems =>
    reason === 'required' && sent.text('reden') === '' ? { reden: 'Leg uit waarom. Uw reden komt in het dossier.' } : {}
  const choices = async (tx: Tx, municipality: string) => ({
    regulations: (
      await tx
        .selectFrom('regulation')
        .select(['id', 'title'])
        .where('municipality', '=', municipality)
        .where('ended_at', 'is', null)
        .orderBy('title')
        .limit(2_000)
        .execute()
    ).map(({ id, title }) => ({ id, name: title })),
    products: (
      await tx
        .selectFrom('product')
        .select(['id', 'name', 'version'])
        .where('municipality', '=', municipality)
        .where('ended_at', 'is', null)
        .orderBy('name')
        .limit(2_000)
        .execute()
    ).map(({ id, name, version }) => ({ id, name: `${name} ${version}`.trim() })),
  })
  const inputOf = (sent: Sent): CaseInput => ({
    soort: sent.text('soort'),
    titel: sent.text('titel').slice(0, 200),
    samenvatting: sent.text('samenvatting').slice(0, 4_000),
    besluit: sent.text('besluit'),
    regeling: sent.text('regeling'),
    product: sent.text('product'),
  })
  const inputProblems = (
    input: CaseInput,
    { regulations, products }: Awaited<ReturnType<typeof choices>>,
  ): Problems => ({
    ...(has(KIND_NAMES, input.soort) ? {} : { soort: 'Kies waarover het gaat.' }),
    ...(input.titel === '' ? { titel: 'Vul een titel in.' } : {}),
    ...(input.besluit === '' || isDate(input.besluit) ? {} : { besluit: 'Vul een datum in, zoals 31-12-2026.' }),
    ...(input.regeling === '' || regulations.some(({ id }) => id === input.regeling)
      ? {}
      : { regeling: 'Kies een regeling uit de lijst.' }),
    ...(input.product === '' || products.some(({ id }) => id === input.product)
      ? {}
      : { product: 'Kies een product uit de lijst.' }),
    ...(input.soort === 'product' && input.product === ''
      ? { product: 'Kies het product dat u toetst. Staat het er niet bij? Zet het eerst op de lijst van producten.' }
      : {}),
  })
  const newOf = (input: CaseInput) => ({
    kind: input.soort as CaseKind,
    title: input.titel,
    summary: input.samenvatting,
    intendedOn: input.besluit || null,
    regulation: input.regeling || null,
    product: input.product || null,
  })

  return [
    {
      method: 'GET',
      path: '/zaken',
      may: 'case.read',
      answer: async ({ tx, municipality, who, query, today, view }) => {
        const asked = {
          q: (query.get('q') ?? '').trim().slice(0, 200),
          staat: query.get('staat') ?? '',
          soort: query.get('soort') ?? '',
          van: query.get('van') ?? '',
          pagina: /^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1,
        }
        const found = await listCases(tx, municipality.id, {
          q: asked.q,
          page: asked.pagina,
          state: CASE_STATES.find((state) => state === asked.staat),
          kind: has(KIND_NAMES, asked.soort) ? (asked.soort as CaseKind) : undefined,
          mine: asked.van === 'mij' ? who.id : undefined,
          late: asked.van === 'laat' ? today : undefined,
        })
        return page(
          <CasesPage
            view={view}
            asked={asked}
            found={found}
            today={today}
            mayCreate={allows(who.roles, 'case.create')}
          />,
        )
      },
    },
    {
      method: 'GET',
      path: '/zaken/nieuw',
      may: 'case.create',
      answer: async ({ tx, municipality, query, view }) => {
        const [product, regeling] = [query.get('product') ?? '', query.get('regeling') ?? '']
        return page(
          <CaseFormPage
            view={view}
            action="/balie/zaken/nieuw"
            {...await choices(tx, municipality.id)}
            input={{
              soort: product ? 'product' : regeling ? 'regulation' : '',
              titel: '',
              samenvatting: '',
              besluit: '',
              regeling,
              product,
            }}
          />,
        )
      },
    },
    {
      method: 'POST',
      path: '/zaken/nieuw',
      may: 'case.create',
      answer: async ({ tx, municipality, who, sent, view }) => {
        const [input, lists] = [inputOf(sent), await choices(tx, municipality.id)]
        const problems = who.roles.includes('fg')
          ? { '': 'De FG dient geen zaken in (AVG art. 38 lid 6).' }
          : inputProblems(input, lists)
        const preCheck = has(KIND_NAMES, input.soort)
          ? questionnaireFor('pre-check', input.soort as CaseKind)
          : undefined
        if (any(problems) || !preCheck)
          return page(
            <CaseFormPage view={view} action="/balie/zaken/nieuw" {...lists} input={input} problems={problems} />,
            422,
          )
        return go(
          `/balie/zaken/${await createCase(tx, municipality.id, who.id, newOf(input), preCheck)}`,
          'De zaak is begonnen. Vul de voortoets in en dien haar in.',
        )
      },
    },
    ...sampleRoutes,
    ...termRoutes(onCase),
    {
      method: 'GET',
      path: '/zaken/:case',
      may: 'case.read',
      answer: onCase(async ({ view, who, today }, file) =>
        page(
          <CasePage
            view={view}
            file={file}
            who={who}
            today={today}
            themes={weigh([...file.declared, ...file.measured], asked, 'it-toets')
              .themes.filter(({ applicable }) => applicable > 0)
              .map((theme) => ({ ...theme, name: themeNames.get(theme.theme)! }))}
            outcomes={new Map(outcomesOf(file.row.kind).map(({ id, label }) => [id, label]))}
          />,
        ),
      ),
    },
    {
      method: 'GET',
      path: '/zaken/:case/wijzigen',
      may: 'case.write',
      answer: onCase(async ({ tx, municipality, view, who }, { row }) =>
        row.state !== 'draft' || row.author !== who.id
          ? forbidden('Alleen de indiener past een concept aan.')
          : page(
              <CaseFormPage
                view={view}
                action={`${pathOf(row)}/wijzigen`}
                fixed={{ kind: row.kind, title: row.title, path: pathOf(row) }}
                {...await choices(tx, municipality.id)}
                input={{
                  soort: row.kind,
                  titel: row.title,
                  samenvatting: row.summary,
                  besluit: row.intendedOn ?? '',
                  regeling: row.regulation ?? '',
                  product: row.product ?? '',
                }}
              />,
            ),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/wijzigen',
      may: 'case.write',
      answer: onCase(async ({ tx, municipality, view, who, sent }, { row }) => {
        if (row.state !== 'draft' || row.author !== who.id) return forbidden('Alleen de indiener past een concept aan.')
        const [input, lists] = [{ ...inputOf(sent), soort: row.kind }, await choices(tx, municipality.id)]
        const problems = inputProblems(input, lists)
        if (any(problems))
          return page(
            <CaseFormPage
              view={view}
              action={`${pathOf(row)}/wijzigen`}
              fixed={{ kind: row.kind, title: row.title, path: pathOf(row) }}
              {...lists}
              input={input}
              problems={problems}
            />,
            422,
          )
        const { title, summary, intendedOn, regulation, product } = newOf(input)
        await tx
          .updateTable('case_file')
          .set({ title, summary, intended_on: intendedOn, regulation, product })
          .where('municipality', '=', municipality.id)
          .where('id', '=', row.id)
          .execute()
        await record(tx, municipality.id, { act: 'case.changed', object: `case/${row.id}` })
        return go(pathOf(row), 'Bewaard.')
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/behandelen',
      may: 'case.handle',
      answer: onCase(async ({ who }, file, doing) => {
        const why = file.facts.handler !== null ? 'Deze zaak heeft al een behandelaar.' : whyNotHandle(file.facts, who)
        if (why !== undefined) return forbidden(why)
        return (await handle(doing, file))
          ? go(pathOf(file.row), 'U behandelt deze zaak.')
          : conflict('Iemand anders nam deze zaak net in behandeling.')
      }),
    },

    {
      method: 'GET',
      path: '/zaken/:case/stap/:step',
      may: 'case.read',
      answer: stepping(undefined, async ({ view }, file, _, possible) =>
        page(<StepPage view={view} file={file} possible={possible} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/stap/:step',
      may: 'case.read',
      answer: stepping(undefined, async ({ view, sent }, file, doing, possible) => {
        if (possible.step.page !== undefined) return forbidden()
        const problems = reasonProblem(possible, sent)
        if (any(problems))
          return page(<StepPage view={view} file={file} possible={possible} problems={problems} typed={sent} />, 422)
        await takeStep(
          doing,
          file,
          possible,
          sent.text('reden').slice(0, 4_000),
          questionnaireFor('full-test', file.row.kind),
        )
        if (possible.step.id === 'gereed') await tellContradictions(doing, file)
        return go(pathOf(file.row), `Gedaan: ${possible.step.label.toLowerCase()}.`)
      }),
    },

    {
      method: 'GET',
      path: '/zaken/:case/adviezen',
      may: 'case.handle',
      answer: stepping('adviezen-vragen', async ({ tx, municipality, view, today }, file, _, { reason }) =>
        page(
          <AskOpinionsPage
            view={view}
            file={file}
            people={(await peopleWith(tx, municipality.id, ['adviser'])).filter(({ id }) => id !== file.row.author)}
            dueOn={addTerm(today, { workingDays: file.row.complex ? 20 : 10 })}
            reason={reason === 'required'}
          />,
        ),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/adviezen',
      may: 'case.handle',
      answer: stepping('adviezen-vragen', async ({ tx, municipality, view, today, sent }, file, doing, possible) => {
        const people = (await peopleWith(tx, municipality.id, ['adviser'])).filter(({ id }) => id !== file.row.author)
        const roles = (['fg', 'security-officer', 'executor'] as const).filter((role) => sent.all('wie').includes(role))
        const advisers = people.filter(({ id }) => sent.all('wie').includes(id))
        const dueOn = sent.text('termijn')
        const problems = {
          // These two are always asked: an FG and a Security Officer cannot be passed over.
          ...(roles.includes('fg') && roles.includes('security-officer')
            ? {}
            : {
                wie:
                  'De FG en de Security Officer worden altijd gevraagd. Zij kunnen zelf laten weten dat geen ' +
                  'advies nodig is.',
              }),
          ...(isDate(dueOn) && dueOn > today && dueOn <= addTerm(today, { workingDays: 20 })
            ? {}
            : {
                termijn:
                  'Kies een datum na vandaag, hoogstens twintig werkdagen verder. Een advies dat later mag, wordt ' +
                  'nooit te laat.',
              }),
          ...reasonProblem(possible, sent),
        }
        if (any(problems))
          return page(
            <AskOpinionsPage
              view={view}
              file={file}
              people={people}
              dueOn={dueOn}
              reason={possible.reason === 'required'}
              problems={problems}
              typed={sent}
            />,
            422,
          )
        await takeStep(doing, file, possible, sent.text('reden').slice(0, 4_000))
        await tx
          .updateTable('case_file')
          .set({ due_on: dueOn })
          .where('municipality', '=', municipality.id)
          .where('id', '=', file.row.id)
          .execute()
        await askOpinions(
          doing,
          file,
          [
            ...roles.map((role) => ({ role, person: null })),
            ...advisers.map(({ id }) => ({ role: 'adviser' as const, person: id })),
          ],
          dueOn,
        )
        return go(pathOf(file.row), 'De adviezen zijn gevraagd.')
      }),
    },
    {
      method: 'GET',
      path: '/zaken/:case/advies/:request',
      may: 'case.opine',
      answer: onCase(async ({ view, who, params }, file) => {
        const request = file.requests.find(({ id }) => id === params['request'])
        return !request
          ? missing
          : mayOpine(request, who, file.row.author)
            ? page(<OpinionPage view={view} file={file} request={request} />)
            : forbidden('Dit advies is niet aan u gevraagd.')
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/advies/:request',
      may: 'case.opine',
      answer: onCase(async ({ view, who, params, sent }, file, doing) => {
        const request = file.requests.find(({ id }) => id === params['request'])
        if (!request) return missing
        if (!mayOpine(request, who, file.row.author)) return forbidden('Dit advies is niet aan u gevraagd.')
        if (
          request.round !== file.row.round ||
          !['opinions', 'advice', 'reaction', 'decision'].includes(file.row.state)
        )
          return conflict('Deze ronde is voorbij. Uw advies van toen blijft te lezen.')
        const [stance, text] = [sent.text('oordeel'), sent.text('tekst').slice(0, 20_000)]
        const conditions = sent
          .all('voorwaarde')
          .filter((each) => each !== '')
          .map((each) => each.slice(0, 2_000))
        const problems = {
          ...(has(STANCES, stance) ? {} : { oordeel: 'Kies uw oordeel.' }),
          ...(text === '' ? { tekst: 'Licht uw oordeel toe, ook als het kort is.' } : {}),
          ...(stance === 'conditions' && conditions.length === 0
            ? { voorwaarde: 'Noem minstens één voorwaarde, of kies een ander oordeel.' }
            : {}),
          ...((stance === 'none-needed' || stance === 'no-objection') && conditions.length > 0
            ? { oordeel: 'Bij voorwaarden past “geen bezwaar onder voorwaarden”.' }
            : {}),
        }
        if (any(problems))
          return page(<OpinionPage view={view} file={file} request={request} problems={problems} typed={sent} />, 422)
        await giveOpinion(doing, file, request, { stance: stance as Stance, text, conditions })
        return go(pathOf(file.row), 'Uw advies is ondertekend en staat in het dossier.')
      }),
    },

    {
      method: 'GET',
      path: '/zaken/:case/vlaggen',
      may: 'case.handle',
      answer: onCase(async ({ view, who }, file) =>
        file.row.state === 'advice' && file.row.handler === who.id
          ? page(<FlagsPage view={view} file={file} />)
          : forbidden('De behandelaar geeft antwoord op de vlaggen, in de stap advies.'),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/vlaggen',
      may: 'case.handle',
      answer: onCase(async ({ view, who, sent }, file, doing) => {
        if (file.row.state !== 'advice' || file.row.handler !== who.id)
          return forbidden('De behandelaar geeft antwoord op de vlaggen, in de stap advies.')
        const flags = file.test?.result.flags ?? []
        const problems = Object.fromEntries(
          flags
            .filter(({ question }) => sent.text(`vlag-${question}`) === '')
            .map(({ question }) => [`vlag-${question}`, `Geef antwoord op de vlag bij ${question}.`]),
        )
        if (any(problems)) return page(<FlagsPage view={view} file={file} problems={problems} typed={sent} />, 422)
        for (const { question } of flags)
          if (file.flagAnswers.get(question)?.text !== sent.text(`vlag-${question}`))
            await answerFlag(doing, file, question, sent.text(`vlag-${question}`).slice(0, 4_000))
        return go(pathOf(file.row), 'Bewaard.')
      }),
    },
    {
      method: 'GET',
      path: '/zaken/:case/adviseren',
      may: 'case.handle',
      answer: stepping('adviseren', async ({ view }, file) => page(<AdvisePage view={view} file={file} />)),
    },
    {
      method: 'POST',
      path: '/zaken/:case/adviseren',
      may: 'case.handle',
      answer: stepping('adviseren', async ({ view, sent }, file, doing, possible) => {
        const [stance, text] = [sent.text('oordeel'), sent.text('tekst').slice(0, 20_000)]
        const problems = {
          ...(has(STANCES, stance) && stance !== 'none-needed' ? {} : { oordeel: 'Kies uw advies.' }),
          ...(text === '' ? { tekst: 'Licht uw advies toe.' } : {}),
        }
        if (any(problems)) return page(<AdvisePage view={view} file={file} problems={problems} typed={sent} />, 422)
        await advise(doing, file, stance as Exclude<Stance, 'none-needed'>, text)
        await takeStep(doing, file, possible, '')
        return go(pathOf(file.row), 'Het advies is ondertekend.')
      }),
    },
    {
      method: 'GET',
      path: '/zaken/:case/reactie',
      may: 'case.write',
      answer: onCase(async ({ view, who }, file) =>
        file.row.state === 'reaction' && file.row.author === who.id
          ? page(<ReactionPage view={view} file={file} />)
          : forbidden('De indiener reageert, na het advies.'),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/reactie',
      may: 'case.write',
      answer: onCase(async ({ view, who, sent }, file, doing) => {
        if (file.row.state !== 'reaction' || file.row.author !== who.id)
          return forbidden('De indiener reageert, na het advies.')
        const conditions = conditionsOf(file)
        const problems = Object.fromEntries(
          conditions.flatMap(({ id }) => [
            ...(has(REACTIONS, sent.text(`keuze-${id}`))
              ? []
              : [[`keuze-${id}`, 'Kies wat u met deze voorwaarde doet.']]),
            ...(sent.text(`keuze-${id}`) !== 'adopt' && sent.text(`reden-${id}`) === ''
              ? [[`reden-${id}`, 'Leg uit waarom u de voorwaarde aanpast of niet overneemt.']]
              : []),
          ]),
        )
        if (any(problems)) return page(<ReactionPage view={view} file={file} problems={problems} typed={sent} />, 422)
        for (const condition of conditions) {
          const [kind, text, last] = [
            sent.text(`keuze-${condition.id}`) as ReactionKind,
            sent.text(`reden-${condition.id}`).slice(0, 4_000),
            condition.reactions.at(-1),
          ]
          if (last?.kind !== kind || last.text !== text)
            await react(doing, file, condition.id, condition.reactions.length + 1, kind, text)
        }
        return go(pathOf(file.row), 'Uw reacties staan bij de voorwaarden.')
      }),
    },
    {
      method: 'GET',
      path: '/zaken/:case/besluit',
      may: 'case.decide',
      answer: stepping('besluiten', async ({ view, today }, file) =>
        page(<DecisionPage view={view} file={file} outcomes={outcomesOf(file.row.kind)} today={today} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/besluit',
      may: 'case.decide',
      answer: stepping('besluiten', async ({ view, today, who, sent }, file, doing, possible) => {
        const outcomes = outcomesOf(file.row.kind)
        const [outcome, text, mandate, decidedOn] = [
          sent.text('uitkomst'),
          sent.text('tekst').slice(0, 20_000),
          sent.text('mandaat').slice(0, 300),
          sent.text('datum'),
        ]
        const objections = objectionsOf(file)
        // Not doing it, changing it first or stopping it follows the objections; anything else goes past them.
        const follows = ['afraden', 'aanpassen', 'stoppen', 'vervangen'].includes(outcome)
        const problems = {
          ...(outcomes.some(({ id }) => id === outcome) ? {} : { uitkomst: 'Kies wat u besluit.' }),
          ...(text === '' ? { tekst: 'Motiveer het besluit.' } : {}),
          ...(mandate === '' ? { mandaat: 'Noem het mandaat of het orgaan.' } : {}),
          ...(isDate(decidedOn) && decidedOn <= today
            ? {}
            : { datum: 'Vul de datum van het besluit in, niet later dan vandaag.' }),
          ...(who.function === ''
            ? {
                '':
                  'Uw functie is niet bekend. Vraag de beheerder die in te vullen: een besluit noemt naam en ' +
                  'functie.',
              }
            : {}),
          ...(follows
            ? {}
            : Object.fromEntries(
                objections
                  .filter(({ about }) => sent.text(`afwijking-${about}`) === '')
                  .map(({ about }) => [`afwijking-${about}`, 'Leg uit waarom u hiervan afwijkt.']),
              )),
        }
        if (any(problems))
          return page(
            <DecisionPage view={view} file={file} outcomes={outcomes} today={today} problems={problems} typed={sent} />,
            422,
          )
        const deviations = objections
          .map(({ about }) => ({ about, text: sent.text(`afwijking-${about}`).slice(0, 4_000) }))
          .filter((deviation) => deviation.text !== '')
        await decide(
          doing,
          file,
          { outcome, text, mandate, decidedOn, deviations },
          questionnaireFor('full-test', file.row.kind)?.validMonths ?? 36,
        )
        await takeStep(doing, file, possible, '')
        return go(pathOf(file.row), 'Het besluit is ondertekend.')
      }),
    },

    {
      method: 'GET',
      path: '/zaken/:case/maatregelen',
      may: 'case.follow',
      answer: onCase(async ({ tx, municipality, view, who }, file) =>
        mayMeasure(file, who.id)
          ? page(<NewMeasurePage view={view} file={file} people={await owners(tx, municipality.id)} />)
          : forbidden('De behandelaar of de beslisser voegt maatregelen toe, na het besluit.'),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/maatregelen',
      may: 'case.follow',
      answer: onCase(async ({ tx, municipality, view, who, sent, today }, file, doing) => {
        if (!mayMeasure(file, who.id))
          return forbidden('De behandelaar of de beslisser voegt maatregelen toe, na het besluit.')
        const people = await owners(tx, municipality.id)
        const [text, owner, dueOn] = [sent.text('tekst').slice(0, 1_000), sent.text('eigenaar'), sent.text('klaar')]
        const problems = {
          ...(text === '' ? { tekst: 'Beschrijf de maatregel.' } : {}),
          ...(people.some(({ id }) => id === owner) ? {} : { eigenaar: 'Kies wie het doet.' }),
          ...(isDate(dueOn) && dueOn >= today ? {} : { klaar: 'Kies een datum vanaf vandaag.' }),
        }
        if (any(problems))
          return page(<NewMeasurePage view={view} file={file} people={people} problems={problems} typed={sent} />, 422)
        await addMeasure(doing, file, { text, owner, dueOn })
        return go(`${pathOf(file.row)}#maatregelen`, 'De maatregel staat erbij.')
      }),
    },
    {
      method: 'GET',
      path: '/zaken/:case/maatregelen/:measure',
      may: 'case.read',
      answer: onMeasure((asked, file, measure) =>
        page(<MeasurePage view={asked.view} file={file} measure={measure} {...mayAt(asked, file, measure)} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/maatregelen/:measure/bewijs',
      may: 'case.follow',
      answer: onMeasure(async (asked, file, measure, doing) => {
        const may = mayAt(asked, file, measure)
        if (!may.mayProve) return forbidden('Wie de maatregel uitvoert, levert het bewijs.')
        const [text, url] = [asked.sent.text('tekst').slice(0, 4_000), asked.sent.text('link')]
        const problems = {
          ...(text === '' ? { tekst: 'Beschrijf waaraan het te zien is.' } : {}),
          ...(url === '' || /^https?:\/\/[^\s<>"]{3,1900}$/i.test(url)
            ? {}
            : { link: 'Vul een link in die begint met https://.' }),
        }
        if (any(problems))
          return page(
            <MeasurePage
              view={asked.view}
              file={file}
              measure={measure}
              {...may}
              problems={problems}
              typed={asked.sent}
            />,
            422,
          )
        await prove(doing, file, measure, text, url || null)
        return go(pathOf(file.row), 'Het bewijs wacht op controle door een ander.')
      }),
    },
    {
      method: 'POST',
      path: '/zaken/:case/maatregelen/:measure/controle',
      may: 'case.follow',
      answer: onMeasure(async (asked, file, measure, doing) => {
        const may = mayAt(asked, file, measure)
        if (!may.mayVerify) return forbidden('Een ander dan wie het bewijs leverde, controleert het.')
        const [verdict, text] = [asked.sent.text('oordeel'), asked.sent.text('tekst').slice(0, 4_000)]
        const problems = {
          ...(verdict === 'accepted' || verdict === 'insufficient' ? {} : { oordeel: 'Kies of dit genoeg is.' }),
          ...(text === '' ? { tekst: 'Licht uw oordeel toe.' } : {}),
        }
        if (any(problems))
          return page(
            <MeasurePage
              view={asked.view}
              file={file}
              measure={measure}
              {...may}
              problems={problems}
              typed={asked.sent}
            />,
            422,
          )
        await verify(doing, file, measure, verdict as 'accepted' | 'insufficient', text)
        return go(pathOf(file.row), 'De controle is ondertekend.')
      }),
    },
    {
      method: 'GET',
      path: '/zaken/:case/herijking',
      may: 'case.follow',
      answer: onCase(async ({ view }, file) => page(<RetestPage view={view} file={file} />)),
    },
    {
      method: 'POST',
      path: '/zaken/:case/herijking',
      may: 'case.follow',
      answer: onCase(async ({ view, sent }, file, doing) => {
        if (!['decided', 'published', 'follow-up', 'retest', 'archived'].includes(file.row.state))
          return conflict('Deze zaak is nog niet besloten; pas het voorstel zelf aan.')
        const [kind, text] = [sent.text('soort'), sent.text('tekst').slice(0, 2_000)]
        const problems = {
          ...(has(RETESTS, kind) ? {} : { soort: 'Kies wat er is veranderd.' }),
          ...(text === '' ? { tekst: 'Licht toe wat er is veranderd.' } : {}),
        }
        if (any(problems)) return page(<RetestPage view={view} file={file} problems={problems} typed={sent} />, 422)
        await askRetest(doing, file, kind as RetestKind, text)
        return go(pathOf(file.row), `De behandelaar van ${caseNumber(file.row)} krijgt de vraag om te herijken.`)
      }),
    },
  ]

  function onMeasure(
    then: (asked: Asked<Tx>, file: Case, measure: Case['measures'][number], doing: Doing) => Promise<Reply> | Reply,
  ) {
    return onCase(async (asked, file, doing) => {
      const measure = file.measures.find(({ id }) => id === asked.params['measure'])
      return measure ? then(asked, file, measure, doing) : missing
    })
  }
}

const mayMeasure = ({ row }: Case, person: string): boolean =>
  ['decided', 'published', 'follow-up', 'retest'].includes(row.state) &&
  (person === row.handler || person === row.decisionMaker)
const owners = (tx: Tx, municipality: string) =>
  peopleWith(tx, municipality, [
    'policy-officer',
    'adviser',
    'executor',
    'security-officer',
    'account-manager',
    'decision-maker',
    'publisher',
  ])
/** Who proves does not verify. */
function mayAt(
  { who }: Asked<Tx>,
  { row }: Case,
  measure: Case['measures'][number],
): { mayProve: boolean; mayVerify: boolean } {
  const prover = measure.proofs.findLast(({ verdict }) => verdict === null)?.by
  return {
    mayProve: measure.owner === who.id && measure.state === 'open',
    mayVerify:
      measure.state === 'proven' &&
      prover !== who.id &&
      measure.owner !== who.id &&
      (who.id === row.handler || who.id === row.decisionMaker || allows(who.roles, 'case.handle')),
  }
}
