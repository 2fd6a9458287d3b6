/**
 * Filling in: each answer is kept, two at once lose nothing, who may not write reads why, and a file is never more than
 * a download.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import {
  addOrganisation,
  addPerson,
  as,
  putCase,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { questionnaireFor } from '../../catalogue/questionnaires.ts'
import { createForm, keepQuestionnaires } from '../../db/forms.ts'
import { kindOf } from '../../db/uploads.ts'

const deps = testDeps()
const preCheck = questionnaireFor(deps.questionnaires, 'pre-check', 'proposal')!
const fullTest = questionnaireFor(deps.questionnaires, 'full-test', 'proposal')!
const baseline = questionnaireFor(deps.questionnaires, 'self-assessment', 'organisation')!
let desk: TestDesk
let anna: TestPerson
let fg: TestPerson
let auditor: TestPerson
let partner: TestPerson
let elders: TestPerson
let pre: string
let full: string
let own: string
let at: Visitor

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  anna = await addPerson(db, municipality.id, ['policy-officer'], 'Anna')
  fg = await addPerson(db, municipality.id, ['fg'], 'Fenna')
  auditor = await addPerson(db, municipality.id, ['auditor'])
  elders = await addPerson(db, desk.elsewhere.id, ['policy-officer'])
  partner = await addPerson(
    db,
    municipality.id,
    ['partner'],
    'Piet',
    await addOrganisation(db, municipality.id, 'Café de Sluis'),
  )
  const file = uuid()
  await as(db, anna, async (tx) => {
    pre = await createForm(tx, municipality.id, preCheck, { by: anna.id })
    full = await createForm(tx, municipality.id, fullTest, { by: anna.id, earlier: pre })
    await tx
      .insertInto('case_file')
      .values({
        municipality: municipality.id,
        id: file,
        no: 1,
        kind: 'proposal',
        title: 'Gratis wifi',
        author: anna.id,
        pre_check: pre,
        full_test: full,
      })
      .execute()
  })
  await putCase(db, anna, file, 'pre-check', 'in-test')
  own = await as(db, partner, (tx) =>
    createForm(tx, municipality.id, baseline, { by: partner.id, organisation: partner.organisation, variant: 'short' }),
  )
  at = await desk.visit(anna)
})
afterAll(() => desk.close())
const form = (id: string, rest = '') => `/balie/vragenlijsten/${id}${rest}`
const text = async (answer: Response | Promise<Response>) => (await answer).text()

test('an answer is kept, and the next open question follows', async () => {
  const answer = await at.post(form(full, '/R01'), {
    antwoord: 'deels',
    reden: 'Twee keuzes vergeleken.',
    basis: '0',
    dan: 'volgende',
  })
  expect(answer.headers.get('location')).toBe(form(full, '/R02'))
  expect(await text(at.get(form(full, '/R01')))).toContain('Twee keuzes vergeleken.')
  expect(await text(at.get(form(full)))).toMatch(/1 van \d+ vragen ingevuld/)
})

test('without an answer the question stays open, and that is said; an answer made empty is told too', async () => {
  const told = (answer: Response) => decodeURIComponent(answer.headers.getSetCookie().join())
  const none = await at.post(form(full, '/R04'), { reden: '', basis: '0', dan: 'volgende' })
  expect(none.headers.get('location')).not.toContain('R04')
  expect(told(none)).toContain('Vraag R04 staat nog open')
  expect(told(await at.post(form(full, '/R04'), { reden: '', basis: '0', dan: 'lijst' }))).toContain('staat nog open')
  const words = await at.post(form(full, '/R04'), { reden: 'Zoek ik na.', basis: '0', dan: 'volgende' })
  expect(told(words)).toMatch(/toelichting is bewaard.*R04 staat nog open/)
  await at.post(form(full, '/R04'), { antwoord: 'deels', reden: 'Nagezocht.', basis: '1' })
  expect(told(await at.post(form(full, '/R04'), { reden: '', basis: '2' }))).toContain('leeggemaakt')
})

test('two people at once: the second sees both and loses nothing', async () => {
  expect((await at.post(form(full, '/R02'), { antwoord: 'voldoet', reden: 'van Anna', basis: '0' })).status).toBe(303)
  const late = await at.post(form(full, '/R02'), { antwoord: 'deels', reden: 'van de ander', basis: '0' })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('van Anna')
  expect(page).toContain('van de ander')
  expect(unseenIn(page, 'basis')).toBe('1')
  expect((await at.post(form(full, '/R02'), { antwoord: 'deels', reden: 'samen', basis: '1' })).status).toBe(303)
})

test('an earlier answer can be put back, and stays in the history', async () => {
  await at.post(form(full, '/R02/terug'), { nummer: '1' })
  const page = await text(at.get(form(full, '/R02')))
  expect(page).toContain('zet antwoord 1 terug')
  expect(page).toContain('<ins>')
})

test('not applicable wants a reason; what was typed stays', async () => {
  const answer = await at.post(form(full, '/R03'), { antwoord: 'nvt', basis: '0' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Leg uit waarom deze vraag hier niet past.')
  const odd = await at.post(form(full, '/R03'), { antwoord: 'verzonnen', reden: 'mijn <b>tekst</b>', basis: '0' })
  expect(odd.status).toBe(422)
  expect(await odd.text()).toContain('mijn &lt;b&gt;tekst&lt;/b&gt;')
  expect(
    (await at.post(form(full, '/R03'), { antwoord: 'nvt', reden: 'Het voorstel noemt geen techniek.', basis: '0' }))
      .status,
  ).toBe(303)
})

test('a red flag stands on top of the list', async () => {
  await at.post(form(full, '/R11'), { antwoord: 'voldoet_niet', reden: 'Alleen een app.', basis: '0' })
  expect(await text(at.get(form(full)))).toContain('Geen weg buiten de computer om')
})

test('who may not answer reads why, and may comment by role; an auditor only reads', async () => {
  const fenna = await desk.visit(fg)
  expect(await text(fenna.get(form(full, '/R01')))).toContain('Invullen hoort niet bij uw rol')
  expect((await fenna.post(form(full, '/R01'), { antwoord: 'voldoet', basis: '1' })).status).toBe(403)
  expect((await fenna.post(form(full, '/R01/opmerking'), { opmerking: 'Is dit met <script> gemeten?' })).status).toBe(
    303,
  )
  expect(await text(at.get(form(full, '/R01')))).toContain('Is dit met &lt;script&gt; gemeten?')
  const reader = await desk.visit(auditor)
  expect((await reader.get(form(full, '/R01'))).status).toBe(200)
  expect((await reader.post(form(full, '/R01/opmerking'), { opmerking: 'x' })).status).toBe(403)
})

test('the pre-check is closed once the case went on', async () => {
  expect((await at.post(form(pre, '/V1'), { antwoord: 'ja', basis: '0' })).status).toBe(403)
})

test('of another municipality there is nothing', async () => {
  const visitor = await desk.visit(elders)
  for (const path of [form(full), form(full, '/R01')]) expect((await visitor.get(path)).status).toBe(404)
  expect((await visitor.post(form(full, '/R01'), { antwoord: 'voldoet', basis: '1' })).status).toBe(404)
})

test('an organisation answers for itself; the municipality sees what is shared', async () => {
  const piet = await desk.visit(partner)
  expect((await piet.get(form(full))).status).toBe(404)
  for (const question of ['N01', 'N03'])
    expect(
      (await piet.post(form(own, `/${question}`), { antwoord: 'beetje', reden: `over ${question}`, basis: '0' }))
        .status,
    ).toBe(303)
  expect((await piet.post(form(own, '/N03/delen'), { delen: 'ja' })).status).toBe(303)
  expect(await text(at.get(form(own, '/N03')))).toContain('over N03')
  expect(await text(at.get(form(own, '/N01')))).not.toContain('over N01')
  expect(await text(at.get(form(own)))).toContain('Café de Sluis deelt 1 van haar antwoorden.')
  expect((await at.post(form(own, '/N03'), { antwoord: 'ja', basis: '1' })).status).toBe(403)
  await piet.post(form(own, '/N03/delen'), { delen: 'nee' })
  expect(await text(at.get(form(own, '/N03')))).not.toContain('over N03')
})

test('a file comes back as a download only, to who may see it', async () => {
  const pdf = new File(['%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'], '../../etc/verslag "x".pdf', {
    type: 'text/html',
  })
  expect((await at.post(form(full, '/R01/bewijs'), { titel: 'Verslag', bestand: pdf, tot: '2020-01-01' })).status).toBe(
    303,
  )
  const page = await text(at.get(form(full, '/R01')))
  expect(page).toContain('verlopen op 1 januari 2020')
  const path = /\/balie\/bestanden\/[0-9a-f-]{36}/.exec(page)![0]
  const answer = await at.get(path)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
    200,
    'application/pdf',
    'nosniff',
  ])
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="verslag x.pdf"/)
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect((await (await desk.visit(elders)).get(path)).status).toBe(404)
  expect((await (await desk.visit(partner)).get(path)).status).toBe(404)
})

test.each([
  ['a picture with script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /Dit soort/],
  ['a page named .txt', 'hallo <script>alert(1)</script>', /Dit soort/],
  ['a program', '\u007fELF\u0002\u0001\u0001', /Dit soort/],
  ['nothing', '', /leeg/],
  ['text with a zero', 'a\0b', /Dit soort/],
])('%s is refused', async (_, content, why) => {
  expect(await kindOf(new TextEncoder().encode(content))).toMatchObject({ problem: expect.stringMatching(why) })
})
test('plain text is taken, what is too large is not', async () => {
  expect(await kindOf(new TextEncoder().encode('Een gewone tekst, 3 < 4 en é.'))).toEqual({
    media: 'text/plain; charset=utf-8',
  })
  expect(await kindOf(new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({
    problem: expect.stringContaining('10 MB'),
  })
})
test('a date that is none is told at its field, with what was typed', async () => {
  const answer = await at.post(form(full, '/R01/bewijs'), {
    titel: 'Blijft',
    link: 'https://x.test/verslag',
    tot: '2026-99-99',
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('value="Blijft"')
  expect(page).toMatch(/<details[^>]* open=""/)
})
test('a measurement of our own is evidence of its own kind; another path is none', async () => {
  expect(
    (
      await at.post(form(full, '/R01/bewijs'), {
        titel: 'De meting',
        link: '/organisaties/cafe-de-sluis/www.cafe.test',
      })
    ).status,
  ).toBe(303)
  expect(await text(at.get(form(full, '/R01')))).toMatch(/De meting<\/a><span[^>]*> · meting/)
  for (const link of ['/balie/beheer', '//elders.test/organisaties/x', 'javascript:alert(1)'])
    expect((await at.post(form(full, '/R01/bewijs'), { titel: 'x', link })).status).toBe(422)
})
test('an answer that was cleared is no answer any more', async () => {
  await at.post(form(full, '/R04'), { antwoord: 'deels', reden: 'x', basis: '0' })
  expect((await at.post(form(full, '/R04'), { reden: '', basis: '1', dan: 'volgende' })).status).toBe(303)
  expect(await text(at.get(form(full)))).toMatch(/R04[\s\S]{0,400}nog niet ingevuld/)
})
test('what was answered last time can be taken over as it is', async () => {
  const next = await as(desk.db, partner, (tx) =>
    createForm(tx, desk.municipality.id, baseline, {
      by: partner.id,
      organisation: partner.organisation,
      variant: 'short',
      earlier: own,
    }),
  )
  const piet = await desk.visit(partner)
  expect(await text(piet.get(form(next, '/N03')))).toContain('Neem dit antwoord over')
  expect(await text(piet.get(form(next, '/N05')))).not.toContain('Neem dit antwoord over')
})
test(
  'what was answered about the same product in a case that was decided can be taken over, of an open ' + 'case not',
  async () => {
    const { db, municipality } = desk
    const product = uuid()
    await as(db, anna, (tx) =>
      tx.insertInto('product').values({ municipality: municipality.id, id: product, name: 'Balieplan' }).execute(),
    )
    const begin = async (no: number, title: string) => {
      const made = await as(db, anna, async (tx) => {
        const [id, test] = [uuid(), await createForm(tx, municipality.id, fullTest, { by: anna.id })]
        await tx
          .insertInto('case_file')
          .values({
            municipality: municipality.id,
            id,
            no,
            kind: 'product',
            title,
            author: anna.id,
            full_test: test,
            product,
          })
          .execute()
        return { id, test }
      })
      await putCase(db, anna, made.id, 'in-test')
      return made
    }
    const before = await begin(71, 'De toets van toen')
    await at.post(form(before.test, '/R01'), { antwoord: 'deels', reden: 'Zo stond het er toen.', basis: '0' })
    const now = await begin(72, 'De toets van nu')
    expect(await text(at.get(form(now.test, '/R01')))).not.toContain('Neem dit antwoord over')
    await putCase(db, anna, before.id, 'decided')
    const offered = await text(at.get(form(now.test, '/R01')))
    for (const part of [
      'Het antwoord in de toets “De toets van toen”',
      'Zo stond het er toen.',
      'Neem dit antwoord over',
    ])
      expect(offered).toContain(part)
    expect(await text(at.get(form(now.test, '/R02')))).not.toContain('Neem dit antwoord over')
  },
)
test('what the register says of the product is shown, and is the answer with one click', async () => {
  const { db, municipality } = desk
  const [product, file] = [uuid(), uuid()]
  const of = questionnaireFor(deps.questionnaires, 'full-test', 'product')!
  const test = await as(db, anna, async (tx) => {
    const form = await createForm(tx, municipality.id, of, { by: anna.id })
    await tx
      .insertInto('product')
      .values({ municipality: municipality.id, id: product, name: 'Zaakplan', version: '3', supplier: 'Makerij' })
      .execute()
    const about = { kind: 'product', title: 'Zaakplan', author: anna.id, full_test: form, product } as const
    await tx
      .insertInto('case_file')
      .values({ municipality: municipality.id, id: file, no: 81, ...about })
      .execute()
    return form
  })
  await putCase(db, anna, file, 'in-test')
  const shown = await text(at.get(form(test, '/F1')))
  for (const part of ['Dit staat in de lijst van producten', 'Zaakplan 3 van Makerij', 'Neem dit antwoord over'])
    expect(shown).toContain(part)
  expect(await text(at.get(form(test, '/F7')))).not.toContain('Dit staat in de lijst van producten')
  expect((await at.post(form(test, '/F7/overnemen'), { uit: 'register' })).status).toBe(409)
  expect((await at.post(form(test, '/F1/overnemen'), { uit: 'register' })).status).toBe(303)
  const taken = await text(at.get(form(test, '/F1')))
  expect(taken).toContain('Zaakplan 3 van Makerij</textarea>')
  expect(taken).not.toContain('Neem dit antwoord over')
  // Taken away again it is offered again, on top of what stands there now.
  await at.post(form(test, '/F1'), { antwoord: '', basis: '1' })
  const emptied = await text(at.get(form(test, '/F1')))
  expect(unseenIn(emptied, 'op')).toBe('2')
  expect((await at.post(form(test, '/F1/overnemen'), { uit: 'register', op: '0' })).status).toBe(409)
  // As the page sends it: the answer beside it has fields of its own, and they are no part of this.
  const page = await text(at.get(form(test, '/F1')))
  const deel = [...page.matchAll(/name="deel" value="([^"]*)"/g)].map(([, told]) => told!.replaceAll('&quot;', '"'))
  const sent = { uit: 'register', op: '2', basis: '2', antwoord: '', deel }
  expect((await at.post(form(test, '/F1/overnemen'), sent)).status).toBe(303)
  expect(await text(at.get(form(test, '/F1')))).toContain('Zaakplan 3 van Makerij</textarea>')
})
test('a form goes over to a newer version, which says what changes; what no longer exists is asked again', async () => {
  const { db, municipality } = desk
  const r02 = fullTest.questions.find(({ id }) => id === 'R02')!
  // As it was before today's version: R01 asked otherwise, R02 with an answer that is gone, R28 not there yet, R99
  // still there.
  const older = {
    ...fullTest,
    version: 'van vroeger',
    questions: [
      ...fullTest.questions
        .filter(({ id }) => id !== 'R28')
        .map((question) =>
          question.id === 'R01'
            ? { ...question, text: 'Vroeger vroegen wij dit anders' }
            : question.id === 'R02'
              ? {
                  ...question,
                  options: [...question.options, { ...question.options[0]!, id: 'misschien', label: 'Misschien wel' }],
                }
              : question,
        ),
      { ...r02, id: 'R99', text: 'Een vraag die vervalt' },
    ],
  }
  const file = uuid()
  await keepQuestionnaires(db, [older])
  const running = await as(db, anna, async (tx) => {
    const test = await createForm(tx, municipality.id, older, { by: anna.id })
    await tx
      .insertInto('case_file')
      .values({
        municipality: municipality.id,
        id: file,
        no: 73,
        kind: 'proposal',
        title: 'Loopt nog',
        author: anna.id,
        full_test: test,
      })
      .execute()
    return test
  })
  await putCase(db, anna, file, 'in-test')
  await at.post(form(running, '/R01'), { antwoord: 'deels', reden: 'Blijft staan.', basis: '0' })
  await at.post(form(running, '/R02'), { antwoord: 'misschien', reden: 'Gaat weg.', basis: '0' })
  await at.post(form(running, '/R99'), { antwoord: 'deels', reden: 'Dit gaat over iets van toen.', basis: '0' })
  expect(await text(at.get(form(running)))).toContain('Er is een nieuwere versie')
  const told = (await text(at.get(form(running, '/overstappen')))).replaceAll(/<[^>]+>/g, ' ')
  expect(told).toMatch(/Nieuwe vragen\s+R28[\s\S]*Anders gevraagd[\s\S]*R01[\s\S]*Opnieuw te beantwoorden\s+R02/)
  expect(told).toMatch(/Opnieuw te beantwoorden[\s\S]*Vervallen\s+R99: Een vraag die vervalt/)
  const lia = await desk.visit(auditor)
  expect((await lia.post(form(running, '/overstappen'))).status).toBe(403)
  expect((await at.post(form(running, '/overstappen'))).status).toBe(303)
  expect((await at.get(form(running, '/overstappen'))).status).toBe(404)
  // What changed is marked, in the list and at the question, until somebody looked.
  const list = () => text(at.get(form(running)))
  expect((await list()).match(/kijk na: anders gevraagd|opnieuw te beantwoorden/g)).toHaveLength(2)
  expect(await list()).toContain('2 om na te kijken')
  expect((await list()).match(/kijk na: anders gevraagd|opnieuw te beantwoorden/g)).toHaveLength(2)
  const r01 = await text(at.get(form(running, '/R01')))
  expect(r01).toContain('Toen was de vraag: “Vroeger vroegen wij dit anders”')
  expect(r01).toContain('Blijft staan.')
  expect((await at.post(form(running, '/R01/nagekeken'))).status).toBe(303)
  expect(await text(at.get(form(running, '/R01')))).not.toContain('Toen was de vraag')
  expect(await list()).toContain('1 om na te kijken')
  // An answer that no longer exists stays readable in its own words, cannot be put back, and its reason is still there.
  const page = await text(at.get(form(running, '/R02')))
  expect(page).toContain('Uw antwoord was: “Misschien wel”')
  expect(page).toContain('Dit antwoord bestaat niet meer in de nieuwe versie.')
  expect(page).toMatch(/<textarea[^>]*name="reden"[^>]*>Gaat weg\.</)
  expect(page).not.toContain('Zet dit antwoord terug')
  expect((await at.post(form(running, '/R02/terug'), { nummer: '1' })).status).toBe(409)
  expect((await at.post(form(running, '/R02/nagekeken'))).status).toBe(409)
  expect((await at.post(form(running, '/R02'), { antwoord: 'deels', reden: 'Gaat weg.', basis: '2' })).status).toBe(303)
  expect(await list()).not.toContain('na te kijken')
  expect(await text(at.get(form(running, '/R02')))).toContain('Misschien wel')
  // A question that is gone keeps its answer, to read; a question that never was is not there.
  const gone = await text(at.get(form(running, '/R99')))
  expect(gone).toContain('Een vraag die vervalt')
  expect(gone).toContain('Dit gaat over iets van toen.')
  expect(gone).toContain('Deze vraag staat niet meer in de vragenlijst')
  expect((await at.post(form(running, '/R99'), { antwoord: 'deels', basis: '1' })).status).toBe(404)
  expect((await at.post(form(running, '/R99/terug'), { nummer: '1' })).status).toBe(404)
  expect((await at.get(form(running, '/R98'))).status).toBe(404)
  expect(await list()).toMatch(/Niet meer gevraagd[\s\S]*Een vraag die vervalt/)
  const acts = await db
    .selectFrom('audit')
    .select('act')
    .where('object', '=', `form/${running}`)
    .orderBy('no')
    .execute()
  expect(acts.map(({ act }) => act)).toEqual([
    'answer.saved',
    'answer.saved',
    'answer.saved',
    'form.migrated',
    'answer.looked-at',
    'answer.saved',
  ])
})
test('a body of eleven megabytes and more does not come in', async () => {
  expect(
    (
      await at.post(form(full, '/R01/bewijs'), {
        titel: 'x',
        bestand: new File([new Uint8Array(12 * 1024 * 1024)], 'x.pdf'),
      })
    ).status,
  ).toBe(413)
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
