/** Reading a warning in at the desk: from its files, each looked at before the next. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advisory, newSigner, sha, type Signer } from '../../../test/csaf/documents.ts'
import { addPerson, testDeps, testDesk, type TestDesk, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'

let desk: TestDesk
let signer: Signer
let [at, other]: Visitor[] = []
beforeAll(async () => {
  signer = await newSigner()
  desk = await testDesk(deskRoutes(testDeps()))
  at = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['security-officer'], 'Sam'))
  other = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['adviser'], 'Ada'))
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const file = (text: string, name: string) => new File([text], name)
const read = (text: string, more: Record<string, string | File> = {}) =>
  at!.post('/balie/waarschuwingen/inlezen', { bestand: file(text, 'a.json'), ...more })
const all = () => desk.db.selectFrom('warning').select(['id', 'label', 'state', 'tracking', 'source']).execute()

test('what is not in order is told at its field, and nothing comes in', async () => {
  const good = JSON.stringify(advisory())
  const signature = file(await signer.sign(good), 'a.asc')
  const key = file(signer.publicKey, 'k.asc')
  const wrongs = [
    [{}, 'geen json', 'Dit bestand is niet te lezen: het is geen JSON.'],
    [{ controlegetal: file(sha('sha256', 'anders'), 'a.sha256') }, good, 'het controlegetal klopt niet'],
    [{ controlegetal: file('niets', 'a.sha256') }, good, 'Hier staat geen controlegetal in.'],
    [{ controlegetal: file(`${'0'.repeat(65)}  a.json`, 'a.sha256') }, good, 'Hier staat geen controlegetal in.'],
    [{ controlegetal: file(`x${' '.repeat(70_000)}`, 'a.sha256') }, good, 'Hier staat geen controlegetal in.'],
    [{ vingerafdruk: 'zz' }, good, 'Een vingerafdruk is veertig tekens'],
    [{ vingerafdruk: signer.fingerprint }, good, 'Kies ook de handtekening'],
    [{ sleutel: key }, good, 'Kies ook de handtekening'],
    [{}, '[1]', 'Dit is geen CSAF-bestand.'],
    [{}, JSON.stringify({ document: { csaf_version: '2.1' } }), 'Dit is CSAF 2.1. Wij lezen CSAF 2.0.'],
    [{ handtekening: signature }, good, 'Kies ook de sleutel'],
    [{ handtekening: signature, sleutel: key }, good, 'Vul ook de vingerafdruk'],
    [{ handtekening: signature, sleutel: key, vingerafdruk: 'a'.repeat(40) }, good, 'een andere dan is afgesproken'],
    [
      { handtekening: signature, sleutel: key, vingerafdruk: signer.fingerprint },
      JSON.stringify(advisory({ title: 'Veranderd' })),
      'De handtekening onder het bestand klopt niet.',
    ],
    [{}, JSON.stringify(advisory({ status: 'draft' })), 'Dit is een concept'],
    [{}, JSON.stringify(advisory({ distribution: { tlp: { label: 'CLEAR' } } })), 'houdt zich niet aan CSAF 2.0'],
  ] as const
  for (const [more, text, said] of wrongs) {
    const answer = await read(text, more)
    expect(answer.status, said).toBe(422)
    expect(await answer.text()).toContain(said)
  }
  const unknown = { ...advisory(), vulnerabilities: [{ product_status: { known_affected: ['P9'] } }] }
  const page = await (await read(JSON.stringify(unknown))).text()
  const place = '/vulnerabilities/0/product_status/known_affected/0'
  expect(page).toContain(`Het bestand noemt een product dat niet in zijn lijst van producten staat (${place}).`)
  expect(page).toContain('regel 6.1.1 van CSAF')
  expect(page).toContain('definition of product id missing')
  expect((await at!.post('/balie/waarschuwingen/inlezen', {})).status).toBe(422)
  expect(await all()).toEqual([])
}, 300_000)

test('a file in order comes in closed, a person chooses its label, and who may not see it does not', async () => {
  const text = JSON.stringify(
    advisory({ notes: [{ category: 'description', text: '<b>vet</b> [hier](https://x.test)' }] }),
  )
  const answer = await read(text, {
    controlegetal: file(`${sha('sha512', text)}  a.json`, 'a.sha512'),
    handtekening: file(await signer.sign(text), 'a.asc'),
    sleutel: file(signer.publicKey, 'k.asc'),
    vingerafdruk: signer.fingerprint,
  })
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location')!
  expect(await all()).toMatchObject([{ label: null, state: 'open', source: 'file' }])
  const page = await (await at!.get(path)).text()
  expect(page).toContain('kwam zonder label binnen')
  expect(page).toContain('handtekening klopt')
  expect(page).toContain('&lt;b&gt;vet&lt;/b&gt; hier (https://x.test)')
  expect(page).not.toContain('href="https://x.test"')
  expect((await other!.get(path)).status).toBe(404)
  expect((await at!.post(`${path}/sturen`, { tot: '2027-01-01' })).status).toBe(409)
  expect((await at!.post(`${path}/personen`, { persoon: 'x' })).status).toBe(409)
  expect((await at!.get(`${path}/csaf`)).status).toBe(404)
  const leave = { toestemming_van: 'Sam', toestemming_op: '2026-11-01', gezegd: 'De bron belde: dit mag rond.' }
  expect((await at!.post(`${path}/label`, { label: 'GREEN', ...leave })).status).toBe(303)
  expect(await all()).toMatchObject([{ label: 'GREEN' }])
  // The same file once more is known.
  const known = await read(text)
  expect(known.headers.get('location')).toBe(path)
  expect(decodeURIComponent(known.headers.get('set-cookie')!)).toContain(
    'stond er al. Het bestand is precies hetzelfde.',
  )
  const proven = await read(text, { controlegetal: file(sha('sha256', text), 'a.sha256') })
  expect(decodeURIComponent(proven.headers.get('set-cookie')!)).toContain('hetzelfde. Het controlegetal klopt.')
  const otherwise = await read(`${text}\n`, { controlegetal: file(sha('sha256', `${text}\n`), 'a.sha256') })
  expect(decodeURIComponent(otherwise.headers.get('set-cookie')!)).toContain('een ander dan wat er staat')
  expect(await desk.db.selectFrom('warning_version').select('no').execute()).toEqual([{ no: 1 }])
}, 180_000)

test('what came with nothing to hold it against says so, and what came with one of the two says which', async () => {
  const given = async (id: string, more: (text: string) => Promise<Record<string, string | File>>) => {
    const text = JSON.stringify(advisory({ id }))
    const answer = await read(text, await more(text))
    expect(answer.status).toBe(303)
    return decodeURIComponent(answer.headers.get('set-cookie')!)
  }
  const bare = await given('zonder-iets', async () => ({}))
  expect(bare).toContain('zonder controlegetal en zonder handtekening')
  const hashed = await given('met-getal', async (text) => ({
    controlegetal: file(sha('sha256', text), 'a.sha256'),
  }))
  expect(hashed).toContain('Het kwam zonder handtekening. Het controlegetal klopt.')
}, 180_000)
