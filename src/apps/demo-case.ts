/** One case of the demo, told from its beginning: every row signed by who did it, at the time it was done. */
import { v7 as uuid } from 'uuid'
import type { DemoCase } from '../../test/city/desk/read.ts'
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { createForm } from '../db/forms.ts'
import { closeTasks, openTask } from '../db/tasks.ts'
import { caseNumber, pathOf } from '../features/cases/address.ts'
import type { Doing } from '../features/cases/store/ask.ts'
import { endLegalTerm, startLegalTerm } from '../features/cases/store/legal-terms.ts'
import { nextTask } from '../features/cases/store/steps.ts'
import { legalTerm } from '../features/cases/rules/legal-terms.ts'
import { draftOf, omit, propose, publish, type Draft, type Print } from '../features/cases/release/store.ts'
import { STEPS } from '../features/cases/rules/steps.ts'
import { createCase } from '../features/cases/store/begin.ts'
import { loadCase } from '../features/cases/store/case.ts'
import type { Case } from '../features/cases/store/rows.ts'
import { addTerm } from '../lib/working-days.ts'
import type { CaseState, Stance } from '../model/case.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import { ROLE_NAMES } from '../model/roles.ts'
import { routeOf } from '../scoring/route.ts'
import { todayIn } from '../web/language.ts'

export type When = { readonly over_dagen: number } | { readonly dagen_geleden: number }
export const DAY = 86_400_000
/** A moment in working hours, so many days from today. */
export const moment = (when: When, today: number): Date =>
  new Date(today + ('over_dagen' in when ? when.over_dagen : -when.dagen_geleden) * DAY + 10 * 3_600_000)
export const isoDay = (at: Date): string => at.toISOString().slice(0, 10)

const STATES: Readonly<Record<DemoCase['staat'], CaseState>> = {
  concept: 'draft',
  voortoets: 'pre-check',
  geen_effect: 'no-effect',
  in_toets: 'in-test',
  ter_compleetheid: 'completeness',
  reviews: 'opinions',
  advies: 'advice',
  reactie: 'reaction',
  besluit: 'decision',
  besloten: 'decided',
  gepubliceerd: 'published',
  opvolging: 'follow-up',
  herijking: 'retest',
  archief: 'archived',
  ingetrokken: 'withdrawn',
  aangehouden: 'on-hold',
  spoed: 'decision',
}
const WAY: readonly CaseState[] = [
  'draft',
  'pre-check',
  'in-test',
  'completeness',
  'opinions',
  'advice',
  'reaction',
  'decision',
  'decided',
  'published',
  'follow-up',
  'retest',
]
const OPINION: Readonly<Record<string, Stance>> = {
  geen_bezwaar: 'no-objection',
  voorwaarden: 'conditions',
  bezwaar: 'against',
}
const ADVICE: Readonly<Record<string, Exclude<Stance, 'none-needed'>>> = {
  akkoord: 'no-objection',
  houden: 'no-objection',
  akkoord_mits: 'conditions',
  uitleggen: 'conditions',
  aanpassen: 'revise',
  vervangen: 'revise',
  afraden: 'against',
  stoppen: 'against',
}
const RETEST = {
  nieuwe_versie: 'version',
  ander_doel: 'purpose',
  nieuwe_leverancier: 'supplier',
  incident: 'incident',
  datum: 'date',
} as const

/** One case, told from its beginning: every row is signed by who did it, at the time it was done. */
export class Story {
  private readonly db: Db
  private readonly municipality: string
  private readonly people: ReadonlyMap<string, { readonly id: string; readonly functie: string; readonly naam: string }>
  private readonly today: number
  private readonly questionnaires: readonly Questionnaire[]
  private readonly demo: DemoCase
  private readonly print: Print
  private clock: Date
  private id = ''
  private no = 0
  private state: CaseState = 'draft'
  private rule: string | null = null
  private readonly conditions = new Map<string, string>()
  constructor(
    db: Db,
    municipality: string,
    people: Story['people'],
    today: number,
    questionnaires: readonly Questionnaire[],
    demo: DemoCase,
    print: Print,
  ) {
    this.print = print
    this.db = db
    this.municipality = municipality
    this.people = people
    this.today = today
    this.questionnaires = questionnaires
    this.demo = demo
    this.clock = moment(demo.begonnen, today)
  }
  private person(email: string) {
    return this.people.get(email)!
  }
  private as<T>(email: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return asPerson(
      this.db,
      { municipality: this.municipality, person: this.person(email).id, organisation: null },
      'write',
      work,
    )
  }
  /** Later than what came before, and not in the future. */
  private at(when?: When): Date {
    const asked = when === undefined ? this.clock.getTime() + DAY : moment(when, this.today).getTime()
    this.clock = new Date(Math.min(Date.now() - 60_000, Math.max(this.clock.getTime() + 3_600_000, asked)))
    return this.clock
  }
  private async step(email: string, to: CaseState, when?: When, reason = ''): Promise<void> {
    const [from, at] = [this.state, this.at(when)]
    await this.as(email, async (tx) => {
      await tx
        .insertInto('case_step')
        .values({
          municipality: this.municipality,
          case_file: this.id,
          no: ++this.no,
          from_state: from,
          to_state: to,
          by: this.person(email).id,
          function: this.person(email).functie,
          at,
          reason,
          rule: from === 'pre-check' ? this.rule : null,
        })
        .execute()
      await closeTasks(tx, this.municipality, `case/${this.id}`, 'all')
      await record(tx, this.municipality, { act: `case.${to}`, object: `case/${this.id}`, detail: { from } })
    })
    this.state = to
    const term = STEPS.find((step) => step.from.includes(from) && step.to === to)?.term
    // The database keeps the moment of a step as now: the demo's is earlier.
    await this.db
      .updateTable('case_file')
      .set({ state_since: at, due_on: term === undefined ? null : addTerm(isoDay(at), term) })
      .where('municipality', '=', this.municipality)
      .where('id', '=', this.id)
      .execute()
  }

  async tell(product: string | null): Promise<void> {
    const { demo, municipality, db } = this
    const kind = demo.soort
    const questionnaire = (purpose: Questionnaire['purpose']) =>
      this.questionnaires.find((each) => each.purpose === purpose && each.about.includes(kind))!
    const proposal = routeOf(
      questionnaire('pre-check'),
      Object.fromEntries(
        Object.entries(demo.voortoets ?? {}).map(([id, { antwoord, reden }]) => [
          id,
          { value: antwoord, reason: reden },
        ]),
      ),
    )
    this.rule = 'rule' in proposal ? proposal.rule : null
    const regulation =
      demo.regeling === undefined
        ? undefined
        : await db
            .selectFrom('regulation')
            .select('id')
            .where('municipality', '=', municipality)
            .where('title', '=', demo.regeling)
            .executeTakeFirst()
    this.id = await this.as(demo.indiener, (tx) =>
      createCase(
        tx,
        municipality,
        this.person(demo.indiener).id,
        {
          kind,
          title: demo.titel,
          summary: demo.samenvatting,
          intendedOn: isoDay(moment(demo.besluitdatum, this.today)),
          regulation: regulation?.id ?? null,
          product,
        },
        questionnaire('pre-check'),
      ),
    )
    await this.update({
      created_at: this.clock,
      handler: demo.behandelaar === null ? null : this.person(demo.behandelaar).id,
    })
    const { pre_check: preCheck } = await db
      .selectFrom('case_file')
      .select('pre_check')
      .where('municipality', '=', municipality)
      .where('id', '=', this.id)
      .executeTakeFirstOrThrow()
    await this.answer(
      preCheck!,
      Object.entries(demo.voortoets ?? {}).map(([question, { antwoord, reden }]) => ({
        question,
        value: antwoord,
        reason: reden,
        evidence: [],
      })),
    )
    const target =
      demo.zijspoor === undefined || demo.zijspoor.soort === 'spoed' ? STATES[demo.staat] : STATES[demo.zijspoor.vanuit]
    if (target === 'no-effect' || demo.geen_effect) await this.withoutEffect()
    else await this.walk(target, questionnaire('full-test'), preCheck!)
    await this.aside()
    await this.open()
    await this.terms()
  }
  private update(set: Readonly<Record<string, unknown>>) {
    return this.db
      .updateTable('case_file')
      .set(set)
      .where('municipality', '=', this.municipality)
      .where('id', '=', this.id)
      .execute()
  }

  private async withoutEffect(): Promise<void> {
    const { demo } = this
    await this.step(demo.indiener, 'pre-check')
    const signed = demo.geen_effect!
    await this.step(signed.ondertekend_door, 'no-effect', signed.wanneer)
    if (demo.publicatie) await this.publish(demo.publicatie.door, demo.publicatie.tweede)
  }

  private async walk(target: CaseState, fullTest: Questionnaire, preCheck: string): Promise<void> {
    const { demo } = this
    const urgent = demo.zijspoor?.soort === 'spoed'
    const last = target === 'archived' ? WAY.length - 1 : WAY.indexOf(target)
    const passes = (state: CaseState) => WAY.indexOf(state) <= last
    const handler = demo.behandelaar ?? demo.indiener
    if (passes('pre-check')) await this.step(demo.indiener, 'pre-check')
    if (demo.antwoorden !== undefined || demo.intake !== undefined || (passes('in-test') && !urgent))
      await this.test(fullTest, preCheck)
    if (urgent) {
      const { zijspoor } = demo
      await this.step(zijspoor!.door, 'decision', zijspoor!.wanneer, zijspoor!.reden)
      await this.update({ urgent: true, decision_maker: this.person(zijspoor!.door).id })
      return
    }
    if (passes('in-test')) await this.step(handler, 'in-test', demo.route?.wanneer, demo.route?.reden ?? '')
    if (passes('completeness')) await this.step(demo.indiener, 'completeness')
    if (passes('opinions')) {
      await this.step(handler, 'opinions')
      await this.opinions(handler)
    }
    if (passes('advice')) await this.step(handler, 'advice')
    if (passes('reaction')) await this.advice(handler)
    if (passes('decision')) await this.step(demo.indiener, 'decision')
    if (passes('decided')) await this.decision()
    await this.measures(handler)
    if (passes('published')) await this.publish(demo.publicatie?.door ?? handler, demo.publicatie?.tweede)
    if (passes('follow-up')) await this.step(handler, 'follow-up')
    if (passes('retest')) await this.step(handler, 'retest', undefined, demo.hertoets?.[0]?.toelichting ?? '')
    if (target === 'archived')
      await this.step(
        demo.archief?.door ?? handler,
        'archived',
        demo.archief?.wanneer,
        demo.archief?.bewaartermijn ?? '',
      )
  }

  private async test(fullTest: Questionnaire, preCheck: string): Promise<void> {
    const { demo, municipality } = this
    const form = await this.as(demo.indiener, (tx) =>
      createForm(tx, municipality, fullTest, { by: this.person(demo.indiener).id, earlier: preCheck }),
    )
    await this.update({ full_test: form, route: demo.route?.voorstel ?? null })
    await this.answer(form, [
      ...Object.entries(demo.intake ?? {}).map(([question, value]) => ({
        question,
        value,
        reason: '',
        evidence: [] as string[],
      })),
      ...Object.entries(demo.antwoorden ?? {}).map(([question, { antwoord, reden, bewijs = [] }]) => ({
        question,
        value: antwoord,
        reason: reden,
        evidence: bewijs,
      })),
    ])
    for (const { vraag, van, wanneer, tekst } of demo.opmerkingen ?? []) {
      await this.as(van, (tx) =>
        tx
          .insertInto('comment')
          .values({
            municipality,
            id: uuid(),
            form,
            question: vraag,
            text: tekst,
            by: this.person(van).id,
            at: moment(wanneer, this.today),
          })
          .execute(),
      )
    }
  }
  private async answer(
    form: string,
    answers: readonly {
      readonly question: string
      readonly value: string | readonly string[]
      readonly reason: string
      readonly evidence: readonly string[]
    }[],
  ): Promise<void> {
    if (answers.length === 0) return
    const {
      municipality,
      demo: { indiener },
    } = this
    const [by, at] = [this.person(indiener).id, new Date(this.clock.getTime() + 1_800_000)]
    await this.as(indiener, async (tx) => {
      await tx
        .insertInto('answer')
        .values(
          answers.map(({ question, value, reason }) => ({
            municipality,
            form,
            question,
            no: 1,
            value: JSON.stringify(value),
            reason,
            by,
            at,
          })),
        )
        .execute()
      const evidence = answers.flatMap((each) =>
        each.evidence.map((title) => ({
          municipality,
          id: uuid(),
          form,
          question: each.question,
          kind: 'link' as const,
          title,
          by,
          at,
        })),
      )
      if (evidence.length > 0) await tx.insertInto('answer_evidence').values(evidence).execute()
    })
  }

  private async opinions(handler: string): Promise<void> {
    const { municipality, demo } = this
    const asked = this.clock
    const latest = (demo.adviezen ?? [])
      .map(({ termijn }) => isoDay(moment(termijn, this.today)))
      .toSorted()
      .at(-1)
    if (latest !== undefined) await this.update({ due_on: latest })
    for (const { van, als, termijn, wanneer, oordeel, tekst, voorwaarden } of demo.adviezen ?? []) {
      const [request, dueOn] = [uuid(), isoDay(moment(termijn, this.today))]
      const person = als === 'adviser' ? this.person(van).id : null
      await this.as(handler, (tx) =>
        tx
          .insertInto('opinion_request')
          .values({
            municipality,
            id: request,
            case_file: this.id,
            round: 0,
            role: als,
            person,
            by: this.person(handler).id,
            at: asked,
            due_on: dueOn,
          })
          .execute(),
      )
      if (oordeel === null || tekst === null) {
        if (this.demo.staat === 'reviews')
          await this.as(handler, (tx) =>
            openTask(tx, municipality, {
              kind: `opinion.${request}`,
              object: `case/${this.id}`,
              whom: person === null ? { role: als } : { person },
              text: `Geef advies als ${ROLE_NAMES[als]} over ${demo.titel}`,
              path: `/balie/zaken/${this.id}/advies/${request}`,
              dueOn,
            }),
          )
        continue
      }
      if (wanneer !== null) this.at(wanneer)
      const opinion = uuid()
      await this.as(van, async (tx) => {
        await tx
          .insertInto('opinion')
          .values({
            municipality,
            id: opinion,
            case_file: this.id,
            request,
            no: 1,
            stance: OPINION[oordeel]!,
            text: tekst,
            by: this.person(van).id,
            function: this.person(van).functie,
            at: wanneer === null ? this.clock : moment(wanneer, this.today),
          })
          .execute()
        for (const [index, condition] of voorwaarden.entries()) {
          const id = uuid()
          this.conditions.set(condition.id, id)
          await tx
            .insertInto('opinion_condition')
            .values({ municipality, id, case_file: this.id, opinion, no: index + 1, text: condition.tekst })
            .execute()
        }
      })
    }
  }
  private async advice(handler: string): Promise<void> {
    const { municipality, demo } = this
    const { advies } = demo
    if (advies) {
      const by = this.person(advies.door)
      await this.as(advies.door, async (tx) => {
        for (const { vraag, antwoord } of advies.rode_vlaggen)
          await tx
            .insertInto('flag_answer')
            .values({
              municipality,
              case_file: this.id,
              question: vraag,
              no: 1,
              text: antwoord,
              by: by.id,
              at: moment(advies.wanneer, this.today),
            })
            .execute()
        await tx
          .insertInto('advice')
          .values({
            municipality,
            case_file: this.id,
            no: 1,
            stance: ADVICE[advies.uitkomst]!,
            text: advies.tekst,
            by: by.id,
            function: by.functie,
            at: moment(advies.wanneer, this.today),
          })
          .execute()
      })
    }
    await this.step(advies?.door ?? handler, 'reaction', advies?.wanneer)
    for (const { voorwaarde, keuze, reden } of demo.reacties ?? []) {
      const condition = this.conditions.get(voorwaarde)
      if (condition)
        await this.as(demo.indiener, (tx) =>
          tx
            .insertInto('reaction')
            .values({
              municipality,
              case_file: this.id,
              condition,
              no: 1,
              kind: keuze,
              text: reden,
              by: this.person(demo.indiener).id,
              at: this.at(),
            })
            .execute(),
        )
    }
  }
  private async decision(): Promise<void> {
    const { municipality, demo } = this
    const decided = demo.besluit!
    const [by, id, at] = [this.person(decided.door), uuid(), moment(decided.wanneer, this.today)]
    await this.as(decided.door, async (tx) => {
      await tx
        .insertInto('decision')
        .values({
          municipality,
          id,
          case_file: this.id,
          no: 1,
          outcome: decided.uitkomst,
          text: decided.tekst,
          by: by.id,
          name: by.naam,
          function: decided.functie,
          mandate: decided.mandaat,
          decided_on: isoDay(at),
          at,
        })
        .execute()
      const deviations = decided.afwijkingen.map(({ voorwaarde, reden }) => ({
        municipality,
        decision: id,
        about: this.conditions.get(voorwaarde) ?? voorwaarde,
        text: reden,
      }))
      if (deviations.length > 0) await tx.insertInto('deviation').values(deviations).execute()
    })
    await this.step(decided.door, 'decided', decided.wanneer)
    await this.update({
      decision_maker: by.id,
      retest_on: addTerm(isoDay(at), { months: demo.soort === 'product' ? 24 : 36 }),
    })
  }
  /** As in life: one proposes, a second makes it public, with its PDF and ODT. */
  private async publish(first: string, second: string | undefined): Promise<void> {
    const { municipality, demo } = this
    const at = this.at(demo.publicatie?.wanneer)
    const outcomes = new Map(
      this.questionnaires
        .filter(({ purpose, about }) => purpose === 'full-test' && about.includes(demo.soort))
        .flatMap((each) => each.outcomes.map(({ id, label }) => [id, label] as const)),
    )
    const other = second ?? [...this.people.keys()].find((email) => email !== first && email !== demo.indiener)!
    const { name } = await this.db
      .selectFrom('municipality')
      .select('name')
      .where('id', '=', municipality)
      .executeTakeFirstOrThrow()
    const act = (email: string, work: (doing: Doing, file: Case, draft: Draft) => Promise<void>) =>
      this.as(email, async (tx) => {
        const { id, naam, functie } = this.person(email)
        const file = (await loadCase(tx, municipality, this.id, todayIn()))!
        await work(
          {
            tx,
            municipality,
            who: { id, name: naam, email, function: functie, roles: ['publisher'], organisation: null },
            today: todayIn(),
            origin: '',
            at,
          },
          file,
          await draftOf(tx, { id: municipality, name }, file, outcomes),
        )
      })
    for (const { onderdeel, grond, reden } of demo.publicatie?.weglatingen ?? []) {
      await act(first, (doing, file) =>
        omit(doing, file, {
          field: onderdeel,
          ground: grond.replace(' lid ', '.').replace(' onder ', '.'),
          text: reden,
        }),
      )
    }
    await act(first, propose)
    await act(other, (doing, file, draft) => publish(doing, file, draft, this.print))
    this.state = 'published'
    this.no++
    await this.update({ state_since: at, due_on: null })
    await this.db
      .updateTable('published.toets')
      .set({ published_at: at })
      .where('municipality', '=', municipality)
      .where('no', '=', (select) => select.selectFrom('case_file').select('no').where('id', '=', this.id))
      .execute()
  }
  private async measures(handler: string): Promise<void> {
    const { municipality, demo } = this
    for (const { tekst, eigenaar, klaar, bewijs, gecontroleerd_door: checked } of demo.maatregelen ?? []) {
      const id = uuid()
      await this.as(handler, (tx) =>
        tx
          .insertInto('measure')
          .values({
            municipality,
            id,
            case_file: this.id,
            text: tekst,
            owner: this.person(eigenaar).id,
            due_on: isoDay(moment(klaar, this.today)),
            by: this.person(handler).id,
            at: this.at(),
            state: bewijs === undefined ? 'open' : checked === undefined ? 'proven' : 'done',
          })
          .execute(),
      )
      if (bewijs !== undefined)
        await this.as(eigenaar, (tx) =>
          tx
            .insertInto('measure_proof')
            .values({ municipality, measure: id, no: 1, text: bewijs, by: this.person(eigenaar).id, at: this.at() })
            .execute(),
        )
      if (bewijs !== undefined && checked !== undefined)
        await this.as(checked, (tx) =>
          tx
            .insertInto('measure_proof')
            .values({
              municipality,
              measure: id,
              no: 2,
              text: 'Nagekeken en akkoord.',
              verdict: 'accepted',
              by: this.person(checked).id,
              at: this.at(),
            })
            .execute(),
        )
      if (bewijs === undefined)
        await this.as(handler, (tx) =>
          openTask(tx, municipality, {
            kind: `measure.${id}`,
            object: `measure/${id}`,
            whom: { person: this.person(eigenaar).id },
            text: `Voer uit: ${tekst.slice(0, 120)}`,
            path: `/balie/zaken/${this.id}/maatregelen/${id}`,
            dueOn: isoDay(moment(klaar, this.today)),
          }),
        )
    }
    for (const { aanleiding, wanneer, toelichting } of demo.hertoets ?? []) {
      await this.as(handler, (tx) =>
        tx
          .insertInto('retest')
          .values({
            municipality,
            id: uuid(),
            case_file: this.id,
            kind: RETEST[aanleiding],
            text: toelichting,
            due_on:
              wanneer === undefined ? addTerm(isoDay(this.clock), { months: 24 }) : isoDay(moment(wanneer, this.today)),
            by: this.person(handler).id,
          })
          .execute(),
      )
    }
  }
  private async terms(): Promise<void> {
    const { municipality, demo } = this
    if (demo.termijnen === undefined) return
    for (const { termijn, vanaf, klaar, toelichting } of demo.termijnen) {
      const keeper = this.person(demo.behandelaar ?? demo.indiener)
      await this.as(demo.behandelaar ?? demo.indiener, async (tx) => {
        const doing: Doing = {
          tx,
          municipality,
          who: {
            id: keeper.id,
            name: keeper.naam,
            email: demo.indiener,
            function: keeper.functie,
            roles: [],
            organisation: null,
          },
          today: todayIn(),
          origin: '',
        }
        await startLegalTerm(
          doing,
          (await loadCase(tx, municipality, this.id, todayIn()))!,
          legalTerm(termijn)!,
          isoDay(moment(vanaf, this.today)),
        )
        if (klaar === undefined) return
        const file = (await loadCase(tx, municipality, this.id, todayIn()))!
        await endLegalTerm(
          doing,
          file,
          file.legalTerms.find(({ term }) => term === termijn)!,
          isoDay(moment(klaar, this.today)),
          toelichting ?? '',
        )
      })
    }
  }
  /** Withdrawn or on hold. */
  private async aside(): Promise<void> {
    const { zijspoor } = this.demo
    if (!zijspoor || zijspoor.soort === 'spoed') return
    const before = this.state
    await this.step(
      zijspoor.door,
      zijspoor.soort === 'ingetrokken' ? 'withdrawn' : 'on-hold',
      zijspoor.wanneer,
      zijspoor.reden,
    )
    if (zijspoor.soort === 'aangehouden') await this.update({ before_hold: before })
  }
  /** What is asked of whom as the case stands now. */
  private async open(): Promise<void> {
    const { municipality, demo } = this
    await this.as(demo.indiener, async (tx) => {
      const file = await loadCase(tx, municipality, this.id, todayIn())
      const task = file && nextTask(file.row, this.state, file.row.dueOn)
      if (task) await openTask(tx, municipality, task)
      if (file && file.contradictions.length > 0 && file.row.handler !== null) {
        await openTask(tx, municipality, {
          kind: 'contradiction',
          object: `case/${this.id}`,
          whom: { person: file.row.handler },
          dueOn: null,
          path: `${pathOf(file.row)}#tegenspraak`,
          text: `Antwoord en meting spreken elkaar tegen in ${caseNumber(file.row)}`,
        })
      }
    })
  }
}
