/** What of a site stands in files and in the environment: style sheets, scripts, the theme, and where it is reached. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprint } from '../lib/fingerprint.ts'
import { DESK_POLICY } from '../web/headers.ts'
import { tileTrouble, type Tiles } from '../web/map/tiles.ts'
import type { Look, Reached } from '../web/view.ts'
import { Usage } from './command.ts'

export type SiteFiles = {
  /** The style sheet, built from src/web/app.css. */
  readonly css: string
  /** Browser modules by file name, built from src/web/client. */
  readonly assets: Readonly<Record<string, string>>
  /** A municipality's own theme: one more style sheet. */
  readonly theme?: string | undefined
  /** Its own sign, as PNG. */
  readonly logo?: Uint8Array<ArrayBuffer> | undefined
  /** Where people write when something is not right. */
  readonly contact?: Reached | undefined
  /** Pictures of a map service below the public maps. */
  readonly tiles?: Tiles | undefined
}

/** Within how many working days a report is answered, when the municipality did not say. */
export const ANSWERED = 10

function reached(env: NodeJS.ProcessEnv): Reached | undefined {
  const email = env['LEIDRAAD_CONTACT_EMAIL']
  if (!email) return undefined
  const days = Number(env['LEIDRAAD_CONTACT_DAYS'])
  return { email, phone: env['LEIDRAAD_CONTACT_PHONE'] ?? '', days: days >= 1 ? Math.floor(days) : ANSWERED }
}

/** Throws Usage when what is set is no address of tiles, or nobody is named as their source. */
function tilesIn(env: NodeJS.ProcessEnv): Tiles | undefined {
  const address = env['LEIDRAAD_KAART_TEGELS']
  if (!address) return undefined
  const source = env['LEIDRAAD_KAART_BRON'] ?? ''
  const trouble = tileTrouble(address) ?? (source === '' ? 'stel ook LEIDRAAD_KAART_BRON in' : undefined)
  if (trouble !== undefined) throw new Usage(`LEIDRAAD_KAART_TEGELS: ${trouble}`)
  return { address, source }
}

/** Reads what the build made, and the theme and contact address of this installation. */
export function siteFiles(dist: string, env: NodeJS.ProcessEnv = process.env): SiteFiles {
  const client = path.join(dist, 'client')
  const names = existsSync(client) ? readdirSync(client).filter((name) => name.endsWith('.js')) : []
  return {
    css: readFileSync(path.join(dist, 'app.css'), 'utf8'),
    assets: Object.fromEntries(names.map((name) => [name, readFileSync(path.join(client, name), 'utf8')])),
    theme: env['LEIDRAAD_THEME'] ? readFileSync(env['LEIDRAAD_THEME'], 'utf8') : undefined,
    contact: reached(env),
    tiles: tilesIn(env),
  }
}

/** NL Design System themes hang on a class; ours is always there, theirs is found in their own file. */
const themeClass = (css: string | undefined): string => /\.([a-z0-9-]{1,60}-theme)\b/.exec(css ?? '')?.[1] ?? ''

/** Where a municipality's own sign is found. */
export const LOGO = '/gemeente.png'
/** Larger than all the others together: a page with a map asks for it itself. */
const MAP_SCRIPT = 'map.js'
/** Of a round on a phone: its page asks for them itself. */
const INSPECTION = { script: 'inspection.js', worker: 'inspection-worker.js' }
const APART = [MAP_SCRIPT, ...Object.values(INSPECTION)]

/** Where the style sheets and scripts of this installation are found. */
export function lookOf({ css, assets, theme, logo }: Pick<SiteFiles, 'css' | 'assets' | 'theme' | 'logo'>): Look {
  const at = (name: string) => `/bestanden/${name}?v=${fingerprint(assets[name]!)}`
  return {
    css: `/app.css?v=${fingerprint(css)}`,
    theme: theme === undefined ? undefined : `/thema.css?v=${fingerprint(theme)}`,
    themeClass: themeClass(theme),
    logo: logo === undefined ? undefined : `${LOGO}?v=${fingerprint(Buffer.from(logo).toString('base64'))}`,
    scripts: Object.keys(assets)
      .filter((name) => !APART.includes(name))
      .map(at),
    mapScript: assets[MAP_SCRIPT] === undefined ? undefined : at(MAP_SCRIPT),
    inspection:
      assets[INSPECTION.script] === undefined || assets[INSPECTION.worker] === undefined
        ? undefined
        : { script: at(INSPECTION.script), worker: at(INSPECTION.worker) },
  }
}

/** Where the worker of a round may stand between a page and us, and what it may ask: nowhere else. */
export const workerHeaders = (name: string): Readonly<Record<string, string>> =>
  name === INSPECTION.worker
    ? { 'Service-Worker-Allowed': '/balie/schouw/', 'Content-Security-Policy': DESK_POLICY }
    : {}
