/** “Alle antwoorden”: each answer with its reason, evidence and measurements, for all who may read the case. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../../test/desk.ts'
import { questionnaireFor } from '../../../catalogue/questionnaires.ts'
import { createForm } from '../../../db/forms.ts'
import { todayIn } from '../../../web/language.ts'
import { caseRoutes } from '../routes.ts'
import { answeredForms } from '../store/answers.ts'
import { loadCase } from '../store/case.ts'
import { AnswersOf } from './answers-part.tsx'

const deps = testDeps()
const printed: string[] = []
let desk: TestDesk
let anna: TestPerson
let id: string
let full: string
const full0 = questionnaireFor(deps.questionnaires, 'full-test', 'product')!
const flagged = full0.questions.find(({ flag, when, norms }) => flag && !flag.when && !when && norms.length > 0)!

beforeAll(async () => {
  desk = await testDesk(
    caseRoutes({
      ...deps,
      print: async (html) => {
        printed.push(html)
        return new TextEncoder().encode('%PDF-')
      },
    }),
  )
  const { id: municipality } = desk.municipality
  await sql`alter table case_file disable trigger user`.execute(desk.db)
  anna = await addPerson(desk.db, municipality, ['policy-officer'], 'Anna')
  id = uuid()
  full = await as(desk.db, anna, async (tx) => {
    const form = await createForm(tx, municipality, full0, { by: anna.id })
    await tx
      .insertInto('case_file')
      .values({
        municipality,
        id,
        no: 1,
        kind: 'product',
        title: 'Een <geheim> systeem',
        author: anna.id,
        full_test: form,
        state: 'in-test',
      })
      .execute()
    const value = JSON.stringify(flagged.flag!.on[0])
    await tx
      .insertInto('answer')
      .values({
        municipality,
        form,
        question: flagged.id,
        no: 1,
        value,
        reason: 'Wij wachten\nop de leverancier.',
        by: anna.id,
      })
      .execute()
    const beside = { municipality, form, question: flagged.id, by: anna.id }
    await tx
      .insertInto('answer_evidence')
      .values([
        {
          ...beside,
          id: uuid(),
          kind: 'link',
          title: 'Verslag',
          url: 'https://voorbeeld.nl/verslag',
          ends_on: '2020-01-01',
        },
        { ...beside, id: uuid(), kind: 'scan', title: 'Meting', url: '/organisaties/loket' },
      ])
      .execute()
    return form
  })
})
afterAll(() => desk.close())

test('everyone who may read the case reads all of it; others nothing', async () => {
  for (const role of ['fg', 'auditor', 'decision-maker', 'executor'] as const) {
    const visitor = await desk.visit(await addPerson(desk.db, desk.municipality.id, [role]))
    const answer = await visitor.get(`/balie/zaken/${id}/antwoorden`)
    expect(answer.status, role).toBe(200)
    const text = await answer.text()
    for (const part of [
      'Een &lt;geheim&gt; systeem',
      'Wij wachten\nop de leverancier.',
      `Rode vlag: ${flagged.flag!.text}`,
      'Nog zonder reactie.',
      'href="https://voorbeeld.nl/verslag"',
      'was geldig tot en met 1 januari 2020',
      'Nog niet beantwoord.',
      'vragen zijn nog niet beantwoord.',
      `href="/balie/vragenlijsten/${full}/${flagged.id}"`,
    ])
      expect(text, `${role}: ${part}`).toContain(part)
  }
  const admin = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['administrator']))
  const stranger = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['auditor']))
  for (const part of ['', '/pdf']) {
    expect((await admin.get(`/balie/zaken/${id}/antwoorden${part}`)).status).toBe(403)
    expect((await stranger.get(`/balie/zaken/${id}/antwoorden${part}`)).status).toBe(404)
  }
})

test('the PDF holds the same, with only links that lead somewhere from paper', async () => {
  const visitor = await desk.visit(anna)
  const answer = await visitor.get(`/balie/zaken/${id}/antwoorden/pdf`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(answer.headers.get('content-disposition')).toMatch(/IT-\d{4}-0001-alle-antwoorden-\d{4}-\d\d-\d\d\.pdf/)
  const html = printed.at(-1)!
  for (const part of ['op de leverancier.', 'href="https://voorbeeld.nl/verslag"', 'stand op '])
    expect(html).toContain(part)
  expect(html).not.toMatch(/href="\/|<script|<link/)
})

test('no more than two are printed at the same time', async () => {
  const visitor = await desk.visit(anna)
  const asked = await Promise.all([1, 2, 3, 4].map(() => visitor.get(`/balie/zaken/${id}/antwoorden/pdf`)))
  expect(asked.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true)
  expect(asked.some(({ status }) => status === 200)).toBe(true)
  expect((await visitor.get(`/balie/zaken/${id}/antwoorden/pdf`)).status).toBe(200)
})

test('what was measured of a norm stands beside the answer about it, and of no other', async () => {
  const [file, answered] = await as(desk.db, anna, async (tx) => {
    const loaded = (await loadCase(tx, desk.municipality.id, id, todayIn()))!
    return [loaded, await answeredForms(tx, desk.municipality.id, loaded.row)] as const
  })
  const finding = (norm: string, criterion: string) => ({
    norm,
    criterion,
    verdict: 'unmet' as const,
    reason: 'x',
    seen: {},
    at: '2026-11-01T10:00:00Z',
    strength: 'measured' as const,
    source: 'visit' as const,
    address: 'loket.voorbeeld.nl',
    organisation: 'gemeente',
  })
  const norm = flagged.norms[0]!
  const html = renderToStaticMarkup(
    createElement(AnswersOf, {
      file: { ...file, measured: [finding(norm, 'een'), finding('XXX-99', 'twee')] },
      ...answered,
      titles: new Map([['een', 'Volgcookies vóór toestemming']]),
      today: todayIn(),
    }),
  )
  expect(html).toContain('loket.voorbeeld.nl: Volgcookies vóór toestemming: <strong>voldoet niet</strong>')
  expect(html).toContain('1 november 2026')
  expect(html).not.toContain('twee')
  expect(desk.faults).toEqual([])
})
