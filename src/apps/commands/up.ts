/**
 * `npm start`: the database, the site and a worker; on an empty database the demo city, measured and published while
 * you watch.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { keepQuestionnaires } from '../../db/forms.ts'
import { readNetwork } from '../../outside/network-file.ts'
import { standsApart } from '../../db/walls.ts'
import { keepSought } from '../../db/sought.ts'
import { keepAccess } from '../../registers/access-store.ts'
import { soughtIn } from '../../public/search/files.ts'
import { ensureMunicipality, keepSite, municipalities } from '../../db/municipality.ts'
import { firstAdministrator } from '../../features/people/links-store.ts'
import { at } from '../../lib/host-name.ts'
import { workLater } from '../../lib/in-turn.ts'
import { slug } from '../../lib/slug.ts'
import { postmanOf } from '../mail.ts'
import { identityProviderOf } from '../oidc.ts'
import { isStop, text, type Call, type Command } from '../command.ts'
import { DEMO, DEMO_CONTACT, measureDemo, measureNeighbour } from './up-demo.ts'
import { fillDemo } from './up-fill.ts'
import { startDemoCity, type DemoCity } from '../../demo/city.ts'
import { beginNeighbour, fillNeighbour, NEIGHBOUR } from '../../demo/neighbour.ts'
import { isDemo, namesOf, reachOf, unanswered, warningOf } from '../reach.ts'
import { allRunning, leaveWord } from '../place.ts'
import { readyWatch } from '../ready.ts'
import { loadRules } from '../rules.ts'
import { namedAmong, namedIn, networkFileOf, openInstallation } from '../session.ts'
import { deskDeps } from '../desk-deps.ts'
import { hostedSites } from '../hosted.ts'
import { siteFiles } from '../site-files.ts'
import { fault, say, warn } from '../terminal.ts'
import { timers } from '../timers.ts'
import { listen, answers } from './up-listen.ts'
import { aloneIn } from '../alone.ts'
import { startClock, startWorker } from './up-beside.ts'

export const up: Command = {
  name: 'up',
  words: '',
  answers: false,
  summary: 'Start de site en een werker; op een lege database ook de demostad',
  help:
    'Dit is wat npm start doet. De site is te openen zodra het adres er staat en vult zich terwijl er wordt ' +
    'gemeten.',
  options: {
    empty: { type: 'boolean', help: 'begin zonder demostad' },
    gemeente: { type: 'string', value: 'NAAM', help: 'naam van uw gemeente' },
    port: { type: 'string', value: 'POORT', help: 'poort van de site (3000, of de eerste vrije daarna)' },
    network: { type: 'string', value: 'BESTAND', help: 'netwerkbestand dat een proefstad openzet' },
  },
  async run(call) {
    const asked = namedIn(call.options)
    const already = allRunning(call.place).find(
      ({ municipality }) => asked === undefined || municipality === slug(asked) || municipality === asked,
    )
    if (already && (await answers(already.url))) {
      say(
        `Leidraad draait al op ${already.url} (proces ${already.pid}, sinds ` +
          `${new Date(already.since).toLocaleString('nl-NL')}).\nStop het met Ctrl-C in dat venster, of met: kill ` +
          `${already.pid}`,
      )
      return 0
    }
    mkdirSync(call.place.data, { recursive: true })
    const put = [] as (() => Promise<unknown> | void)[]
    try {
      await start(call, (away) => put.push(away))
      return 0
    } catch (error) {
      // Being stopped is how it ends.
      if (isStop(error)) return 0
      throw error
    } finally {
      // What cannot be put away does not keep the rest from it.
      for (const away of put.toReversed()) {
        try {
          await away()
        } catch (error) {
          fault('', error)
        }
      }
    }
  },
}

async function start(call: Call, later: (away: () => Promise<unknown> | void) => void): Promise<void> {
  const { place, signal } = call
  const reach = reachOf(process.env)
  signal.addEventListener('abort', () => say('\nLeidraad stopt …'))
  const { database, store, home } = await openInstallation(place, signal)
  later(() => database.close())
  signal.throwIfAborted()
  const named = namedIn(call.options)
  const there = await municipalities(database.db)
  const withDemo = isDemo({
    env: process.env,
    reach,
    named,
    empty: call.options['empty'] === true,
    there: there.map(({ name }) => name),
    demo: [DEMO, NEIGHBOUR],
  })
  const municipality =
    there.length > 0 && named !== undefined
      ? namedAmong(there, named)
      : await ensureMunicipality(database.db, named ?? (withDemo ? DEMO : (there[0]?.name ?? 'Onze gemeente')))
  let city: DemoCity | undefined
  if (withDemo) {
    city = await startDemoCity(place)
    later(() => city!.close())
    signal.throwIfAborted()
  }
  const network = city?.networkFile ?? networkFileOf(call) ?? null
  const deps = deskDeps(place)
  await keepQuestionnaires(database.db, deps.questionnaires)
  await keepAccess(database.db, deps.registers)
  await keepSought(database.db, soughtIn({ ...deps, kinds: deps.requestKinds }))
  // In the demo no mail leaves: what would be sent is shown on screen.
  const postman = withDemo ? undefined : postmanOf()
  const files = siteFiles(path.join(place.program, 'dist'))
  const house = await database.house()
  if (!(await standsApart(house.site)))
    warn(
      'Let op: de site meldt zich bij de database aan als eigenaar. Geef haar een eigen login: ' +
        'LEIDRAAD_SITE_DATABASE_URL (docs/gids/beheerder.md).',
    )
  const provider = identityProviderOf()
  if (withDemo) await beginNeighbour(database.db)
  const everybody = await municipalities(database.db)
  let worker: ReturnType<typeof startWorker> | undefined
  let clock: ReturnType<typeof startClock> | undefined
  const lacks = () => worker?.lack() ?? clock?.lack() ?? null
  const ready = readyWatch({ ...house, home, lacks })
  const afterwards = workLater(200, (error) => fault('Na het antwoord:', error))
  later(() => afterwards.idle())
  const { server, url } = await listen(
    (own, port) => {
      const answer = hostedSites({
        own: municipality,
        origin: reach.origin ?? own,
        isUs: namesOf(reach, port),
        isHere: namesOf(reach, port, { strict: true }),
        there: everybody,
        house,
        store,
        db: database.db,
        files: { ...files, contact: files.contact ?? (withDemo ? DEMO_CONTACT : undefined) },
        deps,
        demo: withDemo,
        mails: withDemo || postman !== undefined,
        later: afterwards,
        proxies: (process.env['LEIDRAAD_PROXY'] ?? '').split(',').map((each) => each.trim()),
        provider,
      })
      return (request, env) => (new URL(request.url).pathname === '/ready' ? ready() : answer(request, env))
    },
    text(call.options, 'port'),
    reach.host,
  )
  later(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  )
  // Before it is told: who reads the address may start a command that looks for us.
  later(leaveWord(place, { url, network, municipality: municipality.slug }))
  const origin = reach.origin ?? url
  await city?.leadTo(origin)
  const sites = everybody.filter(({ id, hosts }) => id === municipality.id || hosts.length > 0)
  for (const { id, name, slug: key, hosts } of sites) {
    const site = hosts.length > 0 ? at(origin, hosts[0]!) : origin
    await keepSite(database.db, id, site)
    say(`Leidraad voor ${name}: ${id === municipality.id ? url : site}`)
    const first = withDemo ? undefined : await firstAdministrator(database.db, id, key)
    if (first !== undefined)
      say(`Er is nog geen beheerder. Begin hier (één keer, binnen een dag): ${site}/balie/link/${first}`)
  }
  for (const warning of [warningOf(reach), unanswered(reach, process.env)]) if (warning !== undefined) warn(warning)
  const alone = aloneIn(place, network ?? undefined)
  const tick = () => {
    const ticking = startClock(
      house.door,
      { timers: timers(deps), postman, alone, origin },
      path.join(place.data, 'uploads'),
    )
    clock = ticking
    later(() => ticking.stop())
  }
  if (!city) tick()
  const started = startWorker(place, network)
  worker = started
  later(() => started.stop())
  if (city && !signal.aborted) {
    const open = { database, store, municipality }
    await fillNeighbour({ db: database.db, neighbour: city.neighbour, ...deps, signal })
    const rules = await loadRules(place, readNetwork(city.networkFile))
    await fillDemo(open, rules, city, signal, url, deps)
    tick()
    await measureDemo(open, place, rules, city, signal, url, deps)
    const neighbour = await ensureMunicipality(database.db, NEIGHBOUR)
    await measureNeighbour({ ...open, municipality: neighbour }, place, rules, city, signal)
  }
  if (!signal.aborted) say('Stoppen: Ctrl-C')
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve())
  })
}
