/** The pages of covenants under axe and by keyboard, wide and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { barriersOf } from '../../../test/barriers.ts'
import { deskInBrowser, type DeskInBrowser } from '../../../test/desk-browser.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { todayIn } from '../../web/language.ts'
import { addComment, answerComment } from './comment-store.ts'
import { giveOpinion } from './opinion-store.ts'
import { inviteParticipant } from './participant-store.ts'
import { inputOfExample } from './pledge-input.ts'
import { firstText } from './rules.ts'
import { putCovenant, terms } from '../../../test/pledges.ts'
import { makeReport } from './meet/report-store.ts'
import { meetingById, planMeeting } from './meet/store.ts'
import { beginCovenant, covenantById } from './store.ts'
import { withArticle, withPledge } from './text.ts'
import { nextVersion, showVersion, writeVersion } from './version-store.ts'

const deps = testDeps()
const template = deps.templates.find(({ id }) => id === 'winkelstraat')!
const today = todayIn()
let desk: TestDesk
let inBrowser: DeskInBrowser
const people: Record<string, TestPerson> = {}
const paths: Record<string, string> = {}

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  const shop = await addOrganisation(db, municipality.id, 'Café de Sluis')
  for (const role of ['policy-officer', 'fg', 'security-officer', 'auditor'] as const)
    people[role] = await addPerson(db, municipality.id, [role], `Iemand met de rol ${role}`)
  people['partner'] = await addPerson(db, municipality.id, ['partner'], 'Piet', shop)
  const officer = people['policy-officer']!
  const begun = { city: 'Sluiswijk', title: 'De Breestraat', cluster: null, street: 'Breestraat' }
  const text = withPledge(firstText(template, { ...begun, begins: today, years: 2 }), {
    ...template.pledges[0]!,
    population: { of: 'parties' },
    decision: 'Van de zaken telt mee waar niemand wordt gevolgd.',
    baseline: { count: 3, among: 10, unknown: 2, on: today, strength: 'witnessed' },
    steps: [{ on: daysAfter(today, 180), value: 0.7 }],
    due: daysAfter(today, 365),
    tolerance: null,
    verifier: { person: uuid(), name: 'Sam', function: 'informatiebeveiliger' },
    onMiss: inputOfExample(undefined, today).missen,
    owner: { person: officer.id, name: 'Iemand', function: 'beleidsmedewerker' },
  })
  const [covenant, comment] = await as(db, officer, async (tx) => {
    const id = await beginCovenant(tx, municipality.id, {
      ...begun,
      template,
      owner: officer.id,
      beginsOn: today,
      endsOn: daysAfter(today, 700),
      text,
    })
    const contact = { name: 'Piet Jansen', function: 'eigenaar', email: 'piet@cafe.test' }
    await inviteParticipant(tx, municipality.id, id, { organisation: shop, kind: 'party', contact, by: officer.id })
    await showVersion(tx, municipality.id, id, 1, { by: officer.id, why: 'De eerste.', until: daysAfter(today, 20) })
    const said = { covenant: id, version: 1, article: 'duur', by: officer.id, participant: null }
    await addComment(tx, municipality.id, { ...said, text: 'Waarom twee jaar?' })
    const answered = await addComment(tx, municipality.id, { ...said, text: 'Graag korter.' })
    const next = await nextVersion(tx, municipality.id, id, officer.id)
    const given = { state: 'adopted', answer: 'Goed.', by: officer.id, doneIn: next } as const
    await answerComment(tx, municipality.id, answered, given)
    const article = { id: 'duur', title: 'Hoelang dit duurt', paragraphs: ['Eén jaar.'] }
    await writeVersion(tx, municipality.id, id, next, withArticle(text, 'articles', article, 'geschil'))
    return [id, answered]
  })
  await as(db, people['fg']!, (tx) =>
    giveOpinion(tx, municipality.id, {
      covenant,
      version: 1,
      role: 'fg',
      stance: 'agree-if',
      text: 'Kan zo.',
      conditions: ['Geen foto’s van mensen.'],
      by: people['fg']!.id,
      replaces: null,
    }),
  )
  const at = `/balie/convenanten/${covenant}`
  Object.assign(paths, {
    convenant: at,
    versie: `${at}/versies/1`,
    concept: `${at}/versies/2`,
    artikel: `${at}/versies/1/artikelen/duur`,
    'artikel wijzigen': `${at}/versies/2/artikelen/duur/wijzigen`,
    'artikel erbij': `${at}/versies/2/artikel-erbij`,
    'artikel weg': `${at}/versies/2/artikelen/duur/weg`,
    'afspraak kiezen': `${at}/versies/2/afspraak-erbij`,
    'afspraak erbij': `${at}/versies/2/afspraak-erbij?voorbeeld=niet-gevolgd`,
    'afspraak wijzigen': `${at}/versies/2/afspraken/niet-gevolgd/wijzigen`,
    verschillen: `${at}/versies/2/verschillen`,
    reacties: `${at}/reacties`,
    antwoord: `${at}/reacties/${comment}`,
    advies: `${at}/versies/1/advies`,
    uitnodigen: `${at}/uitnodigen?q=a`,
    'wie uitnodigen': `${at}/uitnodigen?organisatie=${shop}`,
    'ons convenant': `/balie/onze-afspraken/${covenant}`,
    'onze versie': `/balie/onze-afspraken/${covenant}/versies/1`,
    'ons artikel': `/balie/onze-afspraken/${covenant}/versies/1/artikelen/duur`,
  })
  const promised = await putCovenant(
    db,
    officer,
    [terms(people['security-officer']!, officer)],
    [{ organisation: shop, on: '2026-01-02', named: true }],
  )
  const [meeting, report] = await as(db, officer, async (tx) => {
    const plan = { covenant: promised, kind: 'yearly' as const, heldOn: today, place: 'Stadhuis', agenda: 'Een jaar.' }
    const held = await planMeeting(tx, municipality.id, { ...plan, by: officer.id })
    const about = {
      covenant: (await covenantById(tx, municipality.id, promised, 'to-change'))!,
      meeting: (await meetingById(tx, municipality.id, { covenant: promised, meeting: held }))!,
    }
    const doing = { tx, municipality, who: { ...officer, function: 'beleidsmedewerker' }, today }
    const input = { period: { from: '2026-01-01', to: today }, foreword: 'Een jaar.', questions: ['Wie helpt wie?'] }
    const made = await makeReport(doing, about, input, { print: async () => new Uint8Array([1]), files: deps.files })
    return [held, made]
  })
  const of = `/balie/convenanten/${promised}`
  Object.assign(paths, {
    eigenaar: `${at}/eigenaar`,
    deelnemers: `${of}/deelnemers`,
    voortgang: `${of}/voortgang`,
    'hoe het gaat': `${of}/voortgang/https`,
    oordeel: `${of}/voortgang/https/oordeel`,
    toetser: `${of}/voortgang/https/toetser`,
    aantekening: `${of}/voortgang/https/aantekening`,
    nagekeken: `${of}/voortgang/https/nagekeken`,
    'een partij': `${of}/voortgang/https/partij/${shop}`,
    openbaar: `${of}/openbaar`,
    vragen: `${of}/vragen`,
    bijeenkomsten: `${of}/bijeenkomsten`,
    'bijeenkomst erbij': `${of}/bijeenkomsten/nieuw`,
    bijeenkomst: `${of}/bijeenkomsten/${meeting}`,
    'jaarverslag erbij': `${of}/bijeenkomsten/${meeting}/jaarverslag/nieuw`,
    jaarverslag: `${of}/bijeenkomsten/${meeting}/jaarverslag/${report}`,
    evaluatie: `${of}/evaluatie`,
    'onze afspraak': `/balie/onze-afspraken/${promised}`,
    'onze bijeenkomst': `/balie/onze-afspraken/${promised}/bijeenkomsten/${meeting}`,
  })
  inBrowser = await deskInBrowser(desk)
})
afterAll(async () => {
  await inBrowser?.close()
  await desk?.close()
})

test.each([
  ['policy-officer', '/balie/afspraken'],
  ['policy-officer', '/balie/afspraken/beginnen'],
  ['policy-officer', 'convenant'],
  ['policy-officer', 'versie'],
  ['policy-officer', 'concept'],
  ['policy-officer', 'artikel'],
  ['policy-officer', 'artikel wijzigen'],
  ['policy-officer', 'artikel erbij'],
  ['policy-officer', 'artikel weg'],
  ['policy-officer', 'afspraak kiezen'],
  ['policy-officer', 'afspraak erbij'],
  ['policy-officer', 'afspraak wijzigen'],
  ['policy-officer', 'verschillen'],
  ['policy-officer', 'reacties'],
  ['policy-officer', 'antwoord'],
  ['policy-officer', 'uitnodigen'],
  ['policy-officer', 'wie uitnodigen'],
  ['policy-officer', 'eigenaar'],
  ['policy-officer', 'deelnemers'],
  ['policy-officer', 'voortgang'],
  ['policy-officer', 'hoe het gaat'],
  ['policy-officer', 'toetser'],
  ['policy-officer', 'aantekening'],
  ['policy-officer', 'een partij'],
  ['policy-officer', 'openbaar'],
  ['policy-officer', 'vragen'],
  ['policy-officer', 'bijeenkomsten'],
  ['policy-officer', 'bijeenkomst erbij'],
  ['policy-officer', 'bijeenkomst'],
  ['policy-officer', 'jaarverslag erbij'],
  ['policy-officer', 'jaarverslag'],
  ['policy-officer', 'evaluatie'],
  ['security-officer', 'oordeel'],
  ['security-officer', 'nagekeken'],
  ['partner', 'onze afspraak'],
  ['partner', 'onze bijeenkomst'],
  ['fg', 'advies'],
  ['fg', 'convenant'],
  ['auditor', 'convenant'],
  ['partner', 'ons convenant'],
  ['partner', 'onze versie'],
  ['partner', 'ons artikel'],
])('%s finds no barrier at %s', async (who, where) => {
  await inBrowser.open(people[who]!, paths[where] ?? where)
  expect(await barriersOf(inBrowser.page)).toEqual([])
})
