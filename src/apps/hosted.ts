/**
 * The public site and the desk of each municipality that this process serves: made when somebody first asks for it at a
 * host, and anew when hosts, names or contacts change.
 */
import type { Hono } from 'hono'
import type { Db, House } from '../db/connect.ts'
import { chosenLook } from '../db/look.ts'
import { markReader } from '../db/marks.ts'
import { keepSite, type Municipality } from '../db/municipality.ts'
import { countedAt } from '../features/people/counted.ts'
import { doors } from '../features/people/doors.tsx'
import type { Later } from '../lib/in-turn.ts'
import type { IdentityProvider } from '../model/identity.ts'
import { accentTheme } from '../web/accent.ts'
import { addressFrom } from '../web/address.ts'
import { sentFrom } from '../web/body.ts'
import type { Reached } from '../web/view.ts'
import { cookiesFor, ownPath } from './desk-guards.ts'
import { createDesk } from './desk.ts'
import { deskRoutes, type DeskDeps } from './desk-routes.ts'
import { knownMunicipalities, nobodyHere, servedAt, type Listed, type Served, type Start } from './hosts.ts'
import { keptAnswers } from './site-kept.ts'
import { createSite, type SiteOptions } from './site.ts'
import { ANSWERED, lookOf, type SiteFiles } from './site-files.ts'

export type Hosted = Start & {
  /** The municipalities there were when this process began. */
  readonly there: readonly Municipality[]
  /** Where evidence and files stand. */
  readonly store: SiteOptions['store']
  readonly house: Pick<House, 'publicDb' | 'site' | 'door'>
  /** As owner: to remember at which address a municipality can be reached. */
  readonly db: Db
  /** The theme and the address in it are of the municipality that this process was started for. */
  readonly files: SiteFiles
  readonly deps: DeskDeps
  readonly demo: boolean
  readonly mails: boolean
  readonly later: Later
  readonly proxies: readonly string[]
  /** Vouches for the people of the municipality that this process was started for, and for nobody else's. */
  readonly provider: IdentityProvider | undefined
}

type Pages = { readonly site: Hono; readonly desk: Hono }
type Fetch = (request: Request, env: unknown) => Promise<Response>

/** Answers every request with the site or the desk of the municipality whose name it was sent to. */
export function hostedSites(options: Hosted): Fetch {
  const { house, there: first, own, files } = options
  const known = knownMunicipalities(house.door, first)
  // What is kept of all of them together has one bound.
  const shared = { kept: keptAnswers(), marks: markReader(house.publicDb) }
  let list: readonly Listed[] = first
  let made = new Map<string, Promise<Pages>>()

  /** How people reach it: as it says itself; of the one this process was started for, the settings go first. */
  const reachedOf = ({ municipality, hosted }: Served): Reached | undefined => {
    const told = municipality.contact ?? { email: '', phone: '' }
    const set = !hosted || municipality.id === own.id ? files.contact : undefined
    const email = set?.email ?? told.email
    if (email === '') return undefined
    return { ...told, email, phone: set?.phone || told.phone, days: set?.days ?? ANSWERED }
  }
  const make = async (served: Served): Promise<Pages> => {
    const { municipality, hosted, origin } = served
    if (hosted && municipality.site !== origin) await keepSite(options.db, municipality.id, origin)
    const looks = await looksOf(options, municipality.id)
    return pagesOf(options, served, { ...files, ...looks, contact: reachedOf(served) }, shared)
  }
  const pagesAt = (served: Served): Promise<Pages> => {
    const key = JSON.stringify([served.municipality.id, served.origin, served.asked])
    const ready = made.get(key) ?? make(served)
    made.set(key, ready)
    ready.catch(() => made.delete(key)) // who waits for it hears why
    return ready
  }
  return async (request, env) => {
    const now = await known()
    if (now !== list) {
      // Only what changed is made anew: the list is the same object as long as it says the same.
      ;[list, made] = [now, new Map()]
    }
    const served = servedAt(now, options, request.headers.get('host'))
    if (!served) return nobodyHere(now, options)
    sentFrom(request, addressFrom(request, env, options.proxies))
    const { site, desk } = await pagesAt(served)
    return /^\/balie(\/|$)/.test(new URL(request.url).pathname) ? desk.fetch(request, env) : site.fetch(request, env)
  }
}

/** The theme in a file is of the municipality that this process was started for; what each chose itself is on top. */
async function looksOf({ house, own, files }: Hosted, id: string): Promise<Pick<SiteFiles, 'theme' | 'logo'>> {
  const { accent, logo } = await chosenLook(house.door, id)
  const themes = [id === own.id ? files.theme : undefined, accent === null ? undefined : accentTheme(accent)]
  const theme = themes.filter((each) => each !== undefined).join('\n')
  return {
    theme: theme === '' ? undefined : theme,
    logo: logo === null ? undefined : new Uint8Array(Buffer.from(logo, 'base64')),
  }
}

function pagesOf(
  { house, store, deps, own, demo, mails, later, proxies, provider }: Hosted,
  { municipality, hosted, origin, asked }: Served,
  files: Hosted['files'],
  shared: Pick<SiteOptions, 'kept' | 'marks'>,
): Pages {
  const { key } = deps
  const site = createSite({
    ...files,
    ...shared,
    db: house.publicDb,
    store,
    municipality: municipality.slug,
    city: municipality.name,
    origin,
    asked,
    registers: deps.registers,
    lessons: deps.lessons,
    requirements: deps.requirements.requirements,
    kinds: deps.requestKinds,
    exercises: deps.exercises,
    requests: { key, counted: countedAt(house.door, key, proxies), remake: deps.remake },
    reports: { key, counted: countedAt(house.door, key, proxies) },
    owners: {
      catalogue: deps.catalogue,
      questionnaires: deps.questionnaires,
      counted: countedAt(house.door, key, proxies),
    },
    signing: {
      key,
      counted: countedAt(house.door, key, proxies),
      files: deps.files,
      mails: mails || demo,
      readFile: deps.readFile,
    },
  })
  const both = {
    look: lookOf(files),
    origin: asked,
    city: municipality.name,
    only: hosted ? municipality.id : undefined,
    demo,
    key,
  }
  const desk = createDesk({
    ...both,
    mails,
    db: house.site,
    door: house.door,
    routes: deskRoutes(deps),
    doors: doors({
      ...both,
      db: house.door,
      municipality: municipality.slug,
      later,
      proxies,
      cookies: cookiesFor(asked),
      ownPath,
      provider: !hosted || municipality.id === own.id ? provider : undefined,
    }),
  })
  return { site, desk }
}
