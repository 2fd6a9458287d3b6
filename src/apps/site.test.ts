/** The public site from the outside: every page, every refusal, both languages, the files. */
import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { EVIDENCE, MAIL_EVIDENCE, READ_ON, SCREENSHOT, seedPublished, STORE } from '../../test/published.ts'
import { readBundle } from '../db/bundle.ts'
import { Lacking } from '../lib/lack.ts'
import { publicWords } from '../../test/public-words.ts'
import { says as cityWords } from '../public/city/messages.ts'
import { messages } from '../web/messages.ts'
import { createSite } from './site.ts'

const options = {
  today: READ_ON,
  store: STORE,
  municipality: 'voorbeeldstad',
  city: 'Voorbeeldstad aan Zee',
  origin: 'https://leidraad.voorbeeldstad.nl',
  css: 'body{}',
  assets: { 'copy.js': 'export {}' },
  contact: { email: 'digitaal@voorbeeldstad.nl', phone: '14 071', days: 10 },
}
let database: Awaited<ReturnType<typeof testDatabase>>
let site: Hono
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db, { running: true })
  site = createSite({ ...options, db: database.publicDb })
})
afterAll(() => database.close())

const bakery = '/organisaties/bakkerij-de-korenaar'
const website = `${bakery}/www.bakkerij-de-korenaar.nl`
const pages = [
  ['/', 'Hoe staat de digitale stad ervoor?'],
  ['/organisaties', '8 organisaties'],
  [bakery, 'De drie stappen die het meest helpen'],
  [website, 'Welke bedrijven krijgen gegevens als u deze site bezoekt?'],
  [`${bakery}/@bakkerij-de-korenaar.nl`, 'Er is geen e-mail verstuurd.'],
  [`${website}/VEI-11.hsts`, 'Wij zagen geen kop Strict-Transport-Security'],
  ['/normen', 'Hier staan 12 normen'],
  ['/normen/VEI-11', 'Wie voldoet?'],
  ['/normen/MEN-01', 'niet van buitenaf te meten'],
  ['/methode', 'Hoe goed is de meting zelf?'],
  ['/open-data', 'Kan ik alles hebben?'],
  ['/privacy', 'Wij zetten geen cookies'],
  ['/toegankelijkheid', 'Wat nog niet'],
] as const
const get = async (path: string, init?: RequestInit) => {
  const response = await site.request(path, init)
  return { response, text: await response.text() }
}

test('the site tells where to report a weakness, when it knows', async () => {
  const told = await site.request('/.well-known/security.txt')
  expect(told.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(await told.text()).toMatch(/^Contact: mailto:digitaal@voorbeeldstad\.nl\nExpires: \d{4}-/)
  expect(
    (await createSite({ ...options, contact: undefined, db: database.publicDb }).request('/.well-known/security.txt'))
      .status,
  ).toBe(404)
})

describe('pages', () => {
  test.each(pages)('%s answers its question', async (path, sentence) => {
    const { response, text } = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(text).toContain(sentence)
    expect(text).toContain('<html lang="nl"')
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text).not.toMatch(/ style="|<style| on[a-z]+="|undefined|\[object Object\]|NaN|Invalid Date/)
  })

  test('the city tells who published, what could not be seen and why, and how a running measurement goes', async () => {
    const { text } = await get('/')
    expect(text.replaceAll(/<\/?span[^>]*>/g, '')).toContain(
      'Gepubliceerd op 23 november 2026 door Anna de Vries, beleidsadviseur digitale zaken.',
    )
    expect(text).toContain('1 keer: de site liet onze meting niet toe')
    expect(text).toContain('43 van 120 adressen zijn bezocht. Bij 3 daarvan lukte het bezoek niet.')
    expect(text).toContain('href="/organisaties/museum-de-sleutel"')
    expect(text).toContain('doordat een norm of een lijst veranderde, niet de organisatie')
    expect(text).toContain('Niet van buitenaf te meten: Menselijke maat en grondrechten')
  })

  test('the three steps are the heaviest gaps, each with a link to what was seen', async () => {
    const { text } = await get(bakery)
    const steps = [...text.matchAll(/href="([^"]+)">Lees wat wij zagen/g)].map((match) => match[1])
    expect(steps).toEqual([
      `${website}/PRV-02.trackers-before-consent`,
      `${website}/TOE-03.axe-1.4.3`,
      `${bakery}/@bakkerij-de-korenaar.nl/VEI-14.dmarc`,
    ])
  })

  test(
    'an organisation that had us blocked has no figure and no steps against it, but a mail domain that ' + 'was seen',
    async () => {
      const { text } = await get('/organisaties/fietsenwinkel-spaak')
      expect(text).toContain('te weinig gemeten')
      expect(text).toContain('De stap die het meest helpt')
      expect(text).not.toContain('<script>alert')
      expect((await get('/organisaties/fietsenwinkel-spaak/www.fietsenwinkel-spaak.nl')).text).toContain(
        'Wij konden niets zien: de site liet onze meting niet toe.',
      )
    },
  )

  test(
    'a finding tells norm, repair, limits and how to object; a law for public bodies is not law for a ' + 'bakery',
    async () => {
      const { text } = await get(`${website}/VEI-11.hsts`)
      expect(text).toContain('Voor Bakkerij De Korenaar is dit een advies. De wet vraagt het van overheden.')
      expect(text).toContain('&lt;b onclick=alert(1)&gt;letterlijk&lt;/b&gt;')
      expect(text).toContain('mailto:digitaal@voorbeeldstad.nl?subject=')
      expect(text).toContain('Wat dit niet bewijst')
      expect(text).toContain(`/bewijs/${EVIDENCE}`)
      expect(
        (await get('/organisaties/gemeente-voorbeeldstad/www.gemeente-voorbeeldstad.nl/VEI-11.hsts')).text,
      ).not.toContain('is dit een advies')
    },
  )

  test('the evidence of an address goes along whole, with what is said of it', async () => {
    expect((await get(website)).text).toContain(`/bewijs/${EVIDENCE}.zip`)
    const response = await site.request(`/bewijs/${EVIDENCE}.zip`)
    expect(response.headers.get('content-type')).toBe('application/zip')
    const { said, evidence } = readBundle(new Uint8Array(await response.arrayBuffer()))
    expect(evidence.subject.kind).toBe('website')
    expect(said).toMatchObject({ subject: { kind: 'website' }, catalogue: expect.stringContaining('-') })
    expect(said.findings.length).toBeGreaterThan(3)
    expect(said.findings.every(({ strength, at }) => strength === 'measured' && at.endsWith('Z'))).toBe(true)
  })

  test('what a program tests for accessibility speaks of barriers, never of conformity', async () => {
    const { text } = await get(`${website}/TOE-03.axe-1.4.3`)
    expect(text).toContain('belemmeringen')
    expect(text).not.toMatch(/voldoet niet<|voldoet aan WCAG/)
  })

  test('an earlier publication is read on every page, with a notice and without losing it in links', async () => {
    const { text } = await get(`${bakery}?publicatie=1`)
    expect(text).toContain('U leest publicatie 1 van 1 oktober 2026.')
    expect(text).toContain(`href="${website}?publicatie=1"`)
    expect(text).toContain('Er is nog maar één publicatie.')
    expect((await get(`${website}/PRV-05.privacy-statement-found?publicatie=1`)).text).toContain(
      'Wij vonden geen link naar een privacyverklaring',
    )
    expect((await get(`${website}/PRV-05.privacy-statement-found`)).text).toContain('Wij vonden een privacyverklaring')
  })

  test('a histogram stands in for dots when there are too many organisations', async () => {
    const other = await testDatabase()
    try {
      await seedPublished(other.db, { dots: false, provisional: true })
      const site = createSite({ ...options, db: other.publicDb })
      const text = await (await site.request('/')).text()
      expect(text).toContain(cityWords('nl').histogramLegend)
      expect(text).toContain(messages.nl.provisionalText)
      // Where no score stands, that of the measurement is nothing to be told.
      for (const path of ['/registers', '/toetsen', '/privacy'])
        expect(await (await site.request(path)).text(), path).not.toContain(messages.nl.provisionalText)
      expect(text).not.toContain('class="ld-dot"')
    } finally {
      await other.close()
    }
  })

  test('before the first publication every page says so calmly', async () => {
    const empty = await testDatabase()
    try {
      const bare = createSite({ ...options, db: empty.publicDb })
      for (const path of ['/', '/organisaties', '/normen', bakery, '/methode', '/open-data', '/en']) {
        const response = await bare.request(path)
        expect(response.status, path).toBe(200)
      }
      expect(await (await bare.request('/')).text()).toMatch(/Voorbeeldstad aan Zee[\s\S]*Er is nog niets gepubliceerd/)
      expect((await bare.request('/api/v1/organisaties')).status).toBe(404)
      expect(await (await bare.request('/api/v1/publicaties')).json()).toEqual({ resultaten: [] })
    } finally {
      await empty.close()
    }
  })
})

describe('searching', () => {
  test.each([
    ['q=korenaar', ['bakkerij-de-korenaar']],
    ['q=CAFE', ['cafe-het-anker']],
    ['q=www.museum', ['museum-de-sleutel']],
    ['soort=winkel', ['bakkerij-de-korenaar', 'fietsenwinkel-spaak']],
    ['straat=Nieuwe+Rijn&soort=bibliotheek', ['bibliotheek-de-boog']],
    ['q=100%25', []],
    ['q=_', []],
    ['q=bestaatniet', []],
  ])('%s finds what it names and nothing else', async (query, slugs) => {
    const { text } = await get(`/organisaties?${query}`)
    expect(
      new Set([...text.matchAll(/<a class="nl-link" href="\/organisaties\/([a-z-]+)"/g)].map((match) => match[1])),
    ).toEqual(new Set(slugs))
    if (slugs.length === 0) expect(text).toContain('Er is geen organisatie die hierbij past.')
  })

  test('sorting by a theme puts those without a figure last', async () => {
    const order = async (sort: string) =>
      [
        ...(await get(`/organisaties?thema=PRV&sorteer=${sort}`)).text.matchAll(
          /nl-link" href="\/organisaties\/([a-z-]+)"/g,
        ),
      ].map((match) => match[1])
    const [high, low] = [await order('hoog'), await order('laag')]
    expect(high.at(-1)).toBe('fietsenwinkel-spaak')
    expect(low.at(-1)).toBe('fietsenwinkel-spaak')
    expect(high[0]).toBe('bibliotheek-de-boog')
    expect(low[0]).not.toBe('bibliotheek-de-boog')
  })
})

describe('refusals', () => {
  test.each([
    ['/bestaat-niet', 404, 'Deze pagina is er niet'],
    ['/organisaties/onbekend', 404, 'Deze organisatie kennen wij niet'],
    ['/organisaties/%00', 404, 'Deze pagina is er niet'],
    ['/en/convenanten/2/volgen?afspraak=%00', 400, 'This search does not work'],
    ['/organisaties/%zz', 404, 'Deze organisatie kennen wij niet'],
    [`${bakery}/www.ander.nl`, 404, 'Dit adres kennen wij niet'],
    [`${website}/VEI-99.niets`, 404, 'Deze bevinding is er niet'],
    ['/normen/XXX-1', 404, 'Deze norm kennen wij niet'],
    ['/?publicatie=9', 404, 'Deze publicatie is er niet'],
    ['/?publicatie=een', 400, 'Deze zoekopdracht werkt niet'],
    ['/organisaties?pagina=0', 400, 'Deze zoekopdracht werkt niet'],
    ['/organisaties?pagina=x', 400, 'Deze zoekopdracht werkt niet'],
    ['/organisaties?sorteer=prijs', 400, 'Deze zoekopdracht werkt niet'],
    ['/organisaties?thema=XYZ', 400, 'Deze zoekopdracht werkt niet'],
    ['/organisaties?q=%00', 400, 'Deze zoekopdracht werkt niet'],
    [`/organisaties?q=${'a'.repeat(101)}`, 400, 'Deze zoekopdracht werkt niet'],
    [`/bewijs/${'0'.repeat(64)}`, 404, 'Dit bestand is er niet'],
    ['/bewijs/..%2f..%2fetc', 404, 'Dit bestand is er niet'],
    [`/bewijs/${'0'.repeat(64)}.zip`, 404, 'Dit bestand is er niet'],
    [`/bewijs/${SCREENSHOT}.zip`, 404, 'Dit bestand is er niet'],
    [`/bewijs/${EVIDENCE}.tar`, 404, 'Dit bestand is er niet'],
    [`/beeld/${EVIDENCE}`, 404, 'Dit bestand is er niet'],
    [`/bewijs/${SCREENSHOT}`, 404, 'Dit bestand is er niet'],
    ['/en/organisaties/onbekend', 404, 'We do not know this organisation'],
  ])('%s is refused with %i in plain words', async (path, status, title) => {
    const { response, text } = await get(path)
    expect(response.status).toBe(status)
    expect(text).toContain(title)
    expect(/<title>(.*?)<\/title>/.exec(text)![1]).toContain('Voorbeeldstad aan Zee')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('nothing can be sent', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const { response, text } = await get('/organisaties', { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('GET, HEAD')
      expect(text).toContain('Dat kan hier niet')
    }
    expect((await site.request('/', { method: 'HEAD' })).status).toBe(200)
  })

  test('when the database is gone the reader gets a plain page and the error is reported', async () => {
    const gone = await testDatabase()
    const reported: unknown[] = []
    const broken = createSite({ ...options, db: gone.publicDb, report: (error) => reported.push(error) })
    await gone.close()
    const response = await broken.request('/organisaties')
    expect(response.status).toBe(500)
    expect(await response.text()).toContain('Er ging bij ons iets mis')
    expect(reported).toHaveLength(1)
    expect(await (await broken.request('/api/v1/normen')).json()).toMatchObject({
      status: 500,
      instance: '/api/v1/normen',
    })
  })

  test('a slash too many is forgiven on pages, a mail domain without its @ is found', async () => {
    const slash = await site.request('/organisaties/?q=a')
    expect([slash.status, slash.headers.get('location')]).toEqual([301, '/organisaties?q=a'])
    const mail = await site.request(`${bakery}/bakkerij-de-korenaar.nl`)
    expect([mail.status, mail.headers.get('location')]).toEqual([302, `${bakery}/@bakkerij-de-korenaar.nl`])
  })
})

describe('safety', () => {
  const all = [
    ...pages.map(([path]) => path),
    '/app.css',
    '/beeldmerk.svg',
    '/api/v1/organisaties',
    '/api/v1/openapi.json',
    '/open-data/normen.csv',
    `/bewijs/${EVIDENCE}`,
    `/beeld/${SCREENSHOT}`,
    '/niets',
    '/api/v1/niets',
    '/?publicatie=x',
  ]
  test.each(all)('%s carries the headers, allows nothing inline and sets no cookie', async (path) => {
    const { headers, status } = await site.request(path)
    expect(status).toBe(/niets|=x/.test(path) ? (path.includes('niets') ? 404 : 400) : 200)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).not.toMatch(/unsafe|\*|http:|https:|data:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('a page that did not change is not sent again', async () => {
    const first = await site.request('/normen')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).not.toBe('')
    expect((await site.request('/normen', { headers: { 'if-none-match': tag } })).status).toBe(304)
    expect((await site.request('/methode', { headers: { 'if-none-match': tag } })).status).toBe(200)
  })

  test('evidence is unpacked to a download, pictures are only pictures', async () => {
    for (const hash of [EVIDENCE, MAIL_EVIDENCE]) {
      const { response, text } = await get(`/bewijs/${hash}`)
      expect(JSON.parse(text)).toMatchObject({ format: 1 })
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    }
    const { response } = await get(`/beeld/${SCREENSHOT}`)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('etag')).toBe(`"${SCREENSHOT}"`)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })
})

test('of what is kept only what is published is given out; what is published and not there is our fault', async () => {
  const secret = await STORE.put('image/jpeg', Buffer.from('niet openbaar'))
  for (const path of [`/beeld/${secret}`, `/bewijs/${secret}`]) expect((await site.request(path)).status).toBe(404)
  const gone = 'e'.repeat(64)
  await database.db.insertInto('published.file').values({ hash: gone, media: 'image/jpeg' }).execute()
  // A file that another municipality published, or nobody by now, is none of ours.
  expect((await site.request(`/beeld/${gone}`)).status).toBe(404)
  const shown = (from: string, to: string) =>
    database.db.updateTable('published.subject_visit').set({ screenshot: to }).where('screenshot', '=', from).execute()
  await shown(SCREENSHOT, gone)
  const reported: unknown[] = []
  const telling = createSite({ ...options, db: database.publicDb, report: (error) => reported.push(error) })
  expect((await telling.request(`/beeld/${gone}`)).status).toBe(500)
  expect(String(reported[0])).toContain(`${gone} staat niet in de opslag`)
  await shown(gone, SCREENSHOT)
})

test('where files stand does not answer: the file says so, and the rest of the site works', async () => {
  const coded = Object.assign(new Error('EACCES'), { code: 'EACCES' })
  for (const error of [new Lacking('store', 'refused'), coded]) {
    const reported: unknown[] = []
    const away = createSite({
      ...options,
      db: database.publicDb,
      store: { file: () => Promise.reject(error) },
      report: (told) => reported.push(told),
    })
    for (const path of [`/beeld/${SCREENSHOT}`, `/bewijs/${EVIDENCE}`, `/bewijs/${EVIDENCE}.zip`]) {
      const answer = await away.request(path)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store'])
      expect(await answer.text()).toContain('Dit bestand is nu niet te openen')
    }
    expect(reported).toHaveLength(3)
    for (const path of ['/', '/en/organisaties']) expect((await away.request(path)).status).toBe(200)
    expect((await away.request(`/beeld/${'0'.repeat(64)}`)).status).toBe(404)
  }
})

describe('English', () => {
  test.each(pages)('%s exists under /en, and no sentence of the site is left in Dutch', async (path) => {
    const { response, text } = await get(path === '/' ? '/en' : `/en${path}`)
    expect(response.status).toBe(200)
    expect(text).toContain('<html lang="en"')
    // Everything marked as Dutch goes; then no Dutch sentence of ours may remain.
    const visible = text
      .replaceAll(/<(p|span|li|a|dd|code)[^>]* lang="nl"[^>]*>.*?<\/\1>/gs, '')
      .replaceAll(/<[^>]+>/g, '\n')
      .replaceAll('&#x27;', "'")
    // A name is the same in both.
    const same = new Set(sentencesOf(await publicWords('en')))
    for (const sentence of sentencesOf(await publicWords('nl')).filter((each) => !same.has(each)))
      expect(visible, sentence).not.toContain(sentence)
    expect(visible).not.toMatch(/\b(de|het|een|wij|niet|voor|van de|zagen)\b \w+ \b(de|het|een|wij|niet|voor|van)\b/)
  })

  test('the language switch keeps the page and its query, and links stay in the language', async () => {
    expect((await get(`${bakery}?publicatie=1`)).text).toContain(`href="/en${bakery}?publicatie=1"`)
    expect((await get(`/en${bakery}`)).text).toContain(`href="${bakery}"`)
    expect((await get('/en/organisaties')).text).toContain('href="/en/organisaties/museum-de-sleutel"')
    expect((await get(`/en${website}/VEI-11.hsts`)).text).toContain('This text exists in Dutch only.')
  })
})

/** Plain sentences of at least three words, at any depth. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').length >= 3 ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(sentencesOf) : []
}

describe('files', () => {
  test('CSV opens in a spreadsheet without running anything', async () => {
    const response = await site.request('/open-data/organisaties.csv')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(8)
    expect(rows.find((row) => row['slug'] === 'stichting-buurtkracht')?.['naam']).toBe(
      '\'=HYPERLINK("http://kwaad.voorbeeld.nl")',
    )
    expect(rows.find((row) => row['slug'] === 'fietsenwinkel-spaak')?.['score_PRV']).toBe('')
    expect(Number(rows.find((row) => row['slug'] === 'gemeente-voorbeeldstad')?.['score_VEI'])).toBe(1)
  })

  test('each column of a file holds what the API calls by that name', async () => {
    const rows = async (name: string) =>
      parse(await (await site.request(`/open-data/${name}.csv`)).text(), { bom: true, columns: true }) as Record<
        string,
        string
      >[]
    const api = async (path: string) => (await (await site.request(`/api/v1/${path}`)).json()).resultaten
    const text = (value: unknown) =>
      value === null ? '' : value === true ? 'ja' : value === false ? 'nee' : String(value)
    const [bakeryRow] = (await rows('organisaties')).filter(({ slug }) => slug === 'bakkerij-de-korenaar')
    const [one] = (await api('organisaties')).filter(({ slug }: { slug: string }) => slug === 'bakkerij-de-korenaar')
    expect(bakeryRow).toMatchObject({
      slug: 'bakkerij-de-korenaar',
      naam: 'Bakkerij De Korenaar',
      soort: 'winkel',
      grootte: 'small',
      straat: 'Haarlemmerstraat',
      overheid: 'nee',
      ...Object.fromEntries(
        (one.themas as { thema: string; score: number | null; gezien: number | null }[]).flatMap(
          ({ thema, score, gezien }) => [
            [`score_${thema}`, text(score)],
            [`gezien_${thema}`, text(gezien)],
          ],
        ),
      ),
    })
    const findings = new Map((await rows('bevindingen')).map((row) => [`${row['adres']} ${row['criterium']}`, row]))
    for (const finding of await api('bevindingen'))
      expect(findings.get(`${finding.adres} ${finding.criterium}`)).toMatchObject({
        organisatie: finding.organisatie,
        soort_adres: finding.soortAdres,
        norm: finding.norm,
        thema: finding.thema,
        oordeel: finding.oordeel,
        wat_wij_zagen: finding.watWijZagen,
        sterkte: finding.sterkte,
        gemeten_op: text(finding.gemetenOp),
        sinds_publicatie: String(finding.sindsPublicatie),
        oorzaak: finding.oorzaak,
        gewicht: text(finding.gewicht),
      })
    expect((await rows('normen')).find(({ norm }) => norm === 'PRV-03')).toMatchObject({
      thema: 'PRV',
      naam: 'Weinig andere partijen',
      wat_wordt_gevraagd: 'Een bezoek aan een site blijft zoveel mogelijk tussen de bezoeker en de site.',
      status: 'afspraak',
      criterium: 'PRV-03.third-party-hosts',
      vastgesteld_door: 'meting',
      gewicht: '2',
      voldoet: '4',
      deels: '3',
      voldoet_niet: '0',
      onbekend: '1',
      niet_van_toepassing: '0',
    })
  })

  test('findings and norms come whole, and as they were', async () => {
    const read = async (path: string) =>
      parse(await (await site.request(path)).text(), { bom: true, columns: true }) as Record<string, string>[]
    expect(await read('/open-data/bevindingen.csv')).toHaveLength(80)
    const before = await read('/open-data/bevindingen.csv?publicatie=1')
    expect(before).toHaveLength(80)
    expect(
      before.find((row) => row['organisatie'] === 'bakkerij-de-korenaar' && row['norm'] === 'PRV-05')?.['oordeel'],
    ).toBe('voldoet-niet')
    expect(await read('/open-data/normen.csv')).toHaveLength(12)
  })
})
