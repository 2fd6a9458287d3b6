/** A covenant from its first text to what everybody says of it: by officer, partner, FG and those who have no part. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisation, addPerson, testDeps, testDesk, type TestDesk, type Visitor } from '../../../test/desk.ts'
import { formOf } from '../../../test/form-page.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { todayIn } from '../../web/language.ts'

let desk: TestDesk
const at: Record<string, Visitor> = {}
let bakery: string
const today = todayIn()
const TERM = daysAfter(today, 21)

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { db, municipality } = desk
  bakery = await addOrganisation(db, municipality.id, 'Bakkerij De Korenaar')
  await db.updateTable('organisation').set({ street: 'Breestraat' }).where('id', '=', bakery).execute()
  const elsewhere = await addOrganisation(db, municipality.id, 'Kapper Elders')
  const person = async (name: string, roles: Parameters<typeof addPerson>[2], organisation: string | null = null) =>
    (at[name] = await desk.visit(await addPerson(db, municipality.id, roles, name, organisation)))
  await person('anna', ['policy-officer'])
  await person('bram', ['account-manager'])
  await person('fiona', ['fg'])
  await person('sam', ['security-officer'])
  await person('otto', ['auditor'])
  await person('bakker', ['partner'], bakery)
  await person('kapper', ['partner'], elsewhere)
})
afterAll(() => desk.close())

const page = async (who: string, path: string) => {
  const answer = await at[who]!.get(path)
  return { status: answer.status, text: await answer.text() }
}
const post = (who: string, path: string, fields: Readonly<Record<string, string>> = {}) => at[who]!.post(path, fields)
const went = (answer: Response) => {
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
/** A new covenant for the Breestraat, with its first version as a draft. */
async function begun(title: string): Promise<string> {
  const fields = { sjabloon: 'winkelstraat', titel: title, straat: 'Breestraat', begin: '2027-01-01', jaren: '2' }
  return went(await post('anna', '/balie/afspraken/beginnen', fields))
}
async function shown(title: string): Promise<string> {
  const place = await begun(title)
  went(
    await post('anna', `${place}/uitnodigen`, {
      organisatie: bakery,
      als: 'party',
      naam: 'Karin de Bakker',
      functie: 'eigenaar',
      email: 'karin@korenaar.test',
    }),
  )
  went(await post('anna', `${place}/versies/1/voorleggen`, { waarom: 'De eerste tekst.', termijn: TERM }))
  return place
}
const own = (place: string) => place.replace('/convenanten/', '/onze-afspraken/')

test('a covenant begins from a template; what is missing is told at its field', async () => {
  const wrong = await post('anna', '/balie/afspraken/beginnen', { sjabloon: 'digitale-stad', titel: 'Zorg' })
  expect(wrong.status).toBe(422)
  const said = await wrong.text()
  expect(said).toContain('Kies voor welke groep dit convenant is.')
  expect(said).toContain('Vul de eerste dag in')
  expect(said).toContain('value="Zorg"')
  const place = await begun('Een straat zonder volgers')
  const list = await page('otto', '/balie/afspraken')
  expect(list.text).toContain('Een straat zonder volgers')
  expect((await page('anna', `${place}/versies/1`)).text).toContain('Dit convenant begint op 1 januari 2027')
})

test('articles are written, moved and taken out, and two at once lose nothing', async () => {
  const place = await begun('Schrijven')
  const path = `${place}/versies/1/artikelen/duur/wijzigen`
  const open = formOf((await page('anna', path)).text, path)
  const colleague = formOf((await page('bram', path)).text, path)
  went(await post('anna', path, { ...open, titel: 'Hoelang het duurt' } as Record<string, string>))
  const clash = await post('bram', path, { ...colleague, tekst: 'Eén jaar.' } as Record<string, string>)
  expect(clash.status).toBe(409)
  const both = await clash.text()
  expect(both).toContain('Dit is intussen veranderd')
  went(await post('bram', path, formOf(both, path) as Record<string, string>))
  const now = (await page('anna', `${place}/versies/1`)).text
  expect(now).toContain('Hoelang het duurt')
  expect(now).toContain('Eén jaar.')
  const added = await post('anna', `${place}/versies/1/artikel-erbij`, {
    titel: 'Borden',
    tekst: 'De gemeente hangt borden op.\n\nDe zaak haalt ze weg als zij stopt.',
    plaats: 'gemeente',
  })
  expect(went(added)).toMatch(/#artikel-borden$/)
  went(await post('anna', `${place}/versies/1/artikelen/geschil/weg`))
  expect((await post('anna', `${place}/versies/1/artikelen/geschil/weg`)).status).toBe(409)
  const text = (await page('anna', `${place}/versies/1`)).text
  expect(text).toMatch(/Artikel 5\. Borden/)
  expect(text).not.toContain('Als wij het niet eens zijn')
})

test('what was shown is never edited: not at the desk, and not in the database', async () => {
  const place = await shown('Getoond')
  for (const act of ['artikel-erbij', 'artikelen/duur/wijzigen', 'artikelen/duur/weg'])
    expect((await post('anna', `${place}/versies/1/${act}`, { titel: 'x', tekst: 'x' })).status).toBe(409)
  const id = place.split('/').at(-1)!
  await expect(
    desk.db.updateTable('covenant_version').set({ why: 'Anders' }).where('covenant', '=', id).execute(),
  ).rejects.toThrow('this version was shown')
  await expect(
    desk.db.updateTable('covenant_version').set({ comments_until: today }).where('covenant', '=', id).execute(),
  ).rejects.toThrow('the term to comment was told')
})

test('a partner reads a covenant once it was invited and something was shown, and nobody else’s', async () => {
  const draft = await begun('Nog geheim')
  went(
    await post('anna', `${draft}/uitnodigen`, {
      organisatie: bakery,
      als: 'observer',
      naam: 'Karin',
      functie: 'eigenaar',
      email: 'karin@korenaar.test',
    }),
  )
  expect((await page('bakker', own(draft))).status).toBe(404)
  const place = await shown('Openbaar voor de bakker')
  expect((await page('bakker', own(place))).text).toContain('U kunt per artikel reageren')
  went(await post('anna', `${place}/versies`))
  expect((await page('bakker', `${own(place)}/versies/1`)).status).toBe(200)
  expect((await page('bakker', `${own(place)}/versies/2`)).status).toBe(404)
  for (const path of ['', '/versies/1', '/versies/1/artikelen/duur', '/versies/1/verschillen'])
    expect((await page('kapper', own(place) + path)).status).toBe(404)
  const tried = await post('kapper', `${own(place)}/versies/1/artikelen/duur/reactie`, { reactie: 'Ik ook' })
  expect(tried.status).toBe(404)
  expect((await page('bakker', place)).status).toBe(403)
})

test('everybody who was invited comments per article, and reads who said what and what became of it', async () => {
  const place = await shown('Reageren')
  const article = '/versies/1/artikelen/openbaar'
  const empty = await post('bakker', `${own(place)}${article}/reactie`, { reactie: '  ' })
  expect(empty.status).toBe(422)
  went(await post('bakker', `${own(place)}${article}/reactie`, { reactie: 'Mag mijn naam weg blijven?' }))
  went(await post('sam', `${place}${article}/reactie`, { reactie: 'Let op de foto’s.' }))
  expect((await post('otto', `${place}${article}/reactie`, { reactie: 'Als auditor' })).status).toBe(403)
  for (const [who, base] of [
    ['bakker', own(place)],
    ['anna', place],
  ] as const) {
    const { text } = await page(who, base + article)
    expect(text).toContain('Mag mijn naam weg blijven?')
    expect(text).toContain('bakker, functie van bakker (Bakkerij De Korenaar)')
    expect(text).toContain('sam, functie van sam')
    expect(text).toContain('Stand: nog niet beantwoord.')
  }
  const list = (await page('anna', `${place}/reacties`)).text
  const ids = [...list.matchAll(/reacties\/([0-9a-f-]{36})"/g)].map(([, id]) => id!)
  expect(ids).toHaveLength(2)
  const task = await desk.db.selectFrom('task').selectAll().where('kind', '=', 'covenant-comment').executeTakeFirst()
  expect(task).toMatchObject({ done_at: null, text: 'Beantwoord de reacties op Reageren' })
  expect((await post('anna', `${place}/reacties/${ids[0]}`, { stand: 'adopted', antwoord: '' })).status).toBe(422)
  const adopted = went(await post('anna', `${place}/reacties/${ids[0]}`, { stand: 'adopted', antwoord: 'Goed idee.' }))
  expect(adopted).toContain('/versies/2#artikel-openbaar')
  went(await post('anna', `${place}/reacties/${ids[1]}`, { stand: 'declined', antwoord: 'Dat staat in bijlage 2.' }))
  const late = await post('bram', `${place}/reacties/${ids[1]}`, {
    stand: 'answered',
    antwoord: 'Of toch',
    gelezen: '',
  })
  expect(late.status).toBe(409)
  const { text } = await page('bakker', own(place) + article)
  expect(text).toContain('Stand: overgenomen in versie 2.')
  expect(text).toContain('Antwoord van anna, functie van anna')
  expect(text).toContain('Stand: niet overgenomen.')
  const done = await desk.db.selectFrom('task').select('done_at').where('id', '=', task!.id).executeTakeFirstOrThrow()
  expect(done.done_at).not.toBeNull()
  // The next version says what became of each.
  const next = (await page('anna', `${place}/versies/2/artikelen/openbaar`)).text
  expect(next).toContain('Wat met eerdere reacties is gedaan')
  expect(next).toContain('overgenomen in versie 2')
  // A comment stays as it was written.
  await expect(
    desk.db.updateTable('covenant_comment').set({ text: 'Iets anders' }).where('id', '=', ids[0]!).execute(),
  ).rejects.toThrow('stays as it was written')
})

test('a new version waits for the term and for the answers that were promised', async () => {
  const place = await shown('Wachten')
  went(await post('bakker', `${own(place)}/versies/1/artikelen/duur/reactie`, { reactie: 'Waarom twee jaar?' }))
  went(await post('anna', `${place}/versies`))
  const early = await page('anna', `${place}/versies/2/voorleggen`)
  expect(early.status).toBe(409)
  expect(early.text).toContain('Versie 1 ligt nog voor')
})

test('differences between two versions are told word by word, also without colour', async () => {
  const place = await shown('Verschillen')
  went(await post('anna', `${place}/versies`))
  const path = `${place}/versies/2/artikelen/geschil/wijzigen`
  const form = formOf((await page('anna', path)).text, path) as Record<string, string>
  went(await post('anna', path, { ...form, tekst: form['tekst']!.replace('geen boete', 'nooit een boete') }))
  const { text } = await page('otto', `${place}/versies/2/verschillen`)
  expect(text).toContain('Er is 1 artikel of afspraak anders.')
  expect(text).toContain('<del>[geen]</del>')
  expect(text).toContain('<ins>{nooit een}</ins>')
  expect((await page('otto', `${place}/versies/2/verschillen?met=1`)).status).toBe(200)
  expect((await page('otto', `${place}/versies/2/verschillen?met=9`)).status).toBe(404)
})

test('FG and security officer give an opinion that nobody edits, and only newer ones follow', async () => {
  const place = await shown('Adviezen')
  const tasks = () =>
    desk.db
      .selectFrom('task')
      .select(['kind', 'role'])
      .where('object', '=', `covenant/${place.split('/').at(-1)}`)
      .where('done_at', 'is', null)
      .where('kind', 'like', 'covenant-opinion%')
      .orderBy('kind')
      .execute()
  expect((await tasks()).map(({ role }) => role)).toEqual(['fg', 'security-officer'])
  const path = `${place}/versies/1/advies`
  expect((await page('anna', path)).status).toBe(403)
  const form = { rol: 'fg', oordeel: 'agree-if', tekst: 'Kan, als er geen foto’s van mensen zijn.', vervangt: '' }
  const without = await post('fiona', path, form)
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Schrijf minstens één voorwaarde.')
  went(await post('fiona', path, { ...form, voorwaarden: 'Geen foto’s van mensen.\n\nNa een jaar weg.' }))
  expect(await tasks()).toEqual([{ kind: 'covenant-opinion-security-officer', role: 'security-officer' }])
  const again = formOf((await page('fiona', path)).text, path) as Record<string, string>
  expect(again['tekst']).toBe('Kan, als er geen foto’s van mensen zijn.')
  went(await post('fiona', path, { ...again, oordeel: 'agree', tekst: 'Akkoord.', voorwaarden: '' }))
  expect((await post('fiona', path, { ...again, oordeel: 'disagree', voorwaarden: '' })).status).toBe(409)
  const { text } = await page('anna', place)
  expect(text).toContain('Oordeel: akkoord.')
  expect(text).toContain('Hierna kwam een nieuwer advies.')
  expect((await page('bakker', own(place))).text).not.toContain('foto’s')
  await expect(
    desk.db.updateTable('covenant_opinion').set({ text: 'Anders' }).where('role', '=', 'fg').execute(),
  ).rejects.toThrow()
  expect((await page('sam', `${place}/versies/1/advies`)).status).toBe(200)
})

test('whom is invited once is not invited twice, and has a contact', async () => {
  const place = await shown('Uitnodigen')
  const proposed = (await page('anna', `${place}/uitnodigen`)).text
  expect(proposed).not.toContain('Bakkerij De Korenaar')
  expect((await page('anna', `${place}/uitnodigen?q=kapper`)).text).toContain('Kapper Elders')
  const fields = { organisatie: bakery, als: 'party', naam: 'K', functie: 'eigenaar', email: 'k@korenaar.test' }
  expect((await post('anna', `${place}/uitnodigen`, fields)).status).toBe(409)
  const wrong = await post('anna', `${place}/uitnodigen`, { ...fields, email: 'geen adres' })
  expect(wrong.status).toBe(422)
  const { id } = await desk.db
    .selectFrom('covenant_participant')
    .select('id')
    .where('covenant', '=', place.split('/').at(-1)!)
    .where('organisation', '=', bakery)
    .executeTakeFirstOrThrow()
  went(await post('bram', `${place}/deelnemers/${id}`, { naam: 'Joost', functie: 'bakker', email: 'j@korenaar.test' }))
  expect((await page('otto', place)).text).toContain('Joost, bakker')
})

test('every act is in the trail, without a name or an address', async () => {
  const acts = await desk.db.selectFrom('audit').select(['act', 'detail']).where('act', 'like', 'covenant.%').execute()
  expect([...new Set(acts.map(({ act }) => act))].toSorted()).toEqual([
    'covenant.article-added',
    'covenant.article-changed',
    'covenant.article-removed',
    'covenant.begun',
    'covenant.comment-answered',
    'covenant.commented',
    'covenant.contact-changed',
    'covenant.invited',
    'covenant.link-made',
    'covenant.opinion',
    'covenant.version-begun',
    'covenant.version-shown',
  ])
  expect(JSON.stringify(acts)).not.toMatch(/korenaar\.test|Karin|Joost/)
  expect(desk.faults).toEqual([])
})
