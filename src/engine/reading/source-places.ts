/** Where the files of a linked repository can be read as they are, and where an interface may be described. Pure. */
import { sameParty } from '../../lib/domain.ts'
import type { Led } from '../../model/evidence.ts'

type Forge = {
  readonly hosts: RegExp
  /** Where files of the default branch stand; `path`: of the repository, such as `stad/site`. */
  readonly raw: (origin: string, path: string) => string
  /** Steps of the path of a repository; absent: two. GitLab has groups within groups. */
  readonly deeper?: true
}
/** By how each writes addresses of files. What stands on another host is not guessed at. */
const FORGES: readonly Forge[] = [
  { hosts: /^(?:www\.)?github\.com$/, raw: (_, path) => `https://raw.githubusercontent.com/${path}/HEAD/` },
  { hosts: /^gitlab\./, raw: (origin, path) => `${origin}/${path}/-/raw/HEAD/`, deeper: true },
  {
    hosts: /^(?:codeberg\.org|gitea\.com|code\.overheid\.nl)$|^(?:gitea|forgejo)\./,
    raw: (origin, path) => `${origin}/${path}/raw/branch/HEAD/`,
  },
]
/** First steps of addresses that are pages of the forge itself. */
const OF_FORGE = /^(?:about|api|explore|features|groups|help|login|marketplace|orgs|search|settings|topics|users|-)$/
const STEP = /^[\w.-]{1,100}$/

/** Where files of the repository that this address is in can be read; undefined: no repository that we know to read. */
export function rawPlace(href: string): string | undefined {
  const url = URL.parse(href)
  const forge = FORGES.find(({ hosts }) => hosts.test(url?.hostname ?? ''))
  if (!url || !forge) return undefined
  const steps = url.pathname.split('/').filter((step) => step !== '')
  const until = forge.deeper ? steps.indexOf('-') : 2
  const path = steps.slice(0, until < 0 ? steps.length : until)
  path.push(...path.splice(-1).map((last) => last.replace(/\.git$/, '')))
  const whole = path.length >= 2 && path.length <= 6 && path.every((step) => STEP.test(step))
  return whole && !OF_FORGE.test(path[0]!) ? forge.raw(url.origin, path.join('/')) : undefined
}

/** Words by which a site calls the code behind a link its own. */
const OWN_CODE = new RegExp(
  [
    String.raw`\b(?:onze|our) (?:eigen |own |open )?(?:bron|source[- ]?)?(?:code|software)\b`,
    String.raw`\b(?:bron|source[- ]?)code (?:van|of) (?:deze|onze|this|our) (?:web)?site\b`,
  ].join('|'),
  'i',
)

/** Whether what was read is of this site: it stands there, the link calls it its own, or it says so itself. */
export const isOwn = ({ said, file }: Led & { readonly file: string }, of: readonly string[], site: string): boolean =>
  OWN_CODE.test(said) || [URL.parse(file)?.hostname ?? '', ...of].some((host) => sameParty(host, site))

const DOCUMENT = /\.(?:json|ya?ml)$/i
/** Pages in which an interface is shown to people. */
const SHOWN = /\/(?:docs?|documentatie|documentation|swagger(?:-ui)?|redoc|ui)?(?:\/?index\.html?)?\/?$/i
/** By the API design rules (Logius, `/core/doc-openapi`) the description stands at the base, with the version in it. */
const USUAL = ['openapi.json', 'openapi.yaml', 'v1/openapi.json']

/**
 * Addresses at which the interface behind this link may be described, the surest first. On hosts of others nothing is
 * guessed: only a link to a file is followed.
 */
export function describedAt(href: string, site: string): string[] {
  const url = URL.parse(href)
  if (!url || !/^https?:$/.test(url.protocol)) return []
  url.hash = ''
  if (DOCUMENT.test(url.pathname)) return [url.href]
  if (!sameParty(url.hostname, site)) return []
  const base = `${url.origin}${url.pathname.replace(SHOWN, '').replace(/\/$/, '')}`
  return [...new Set([url.href, ...USUAL.map((name) => `${base}/${name}`), `${url.origin}/openapi.json`])]
}

/** Links of a page to what may be the description that it shows. */
export const documentsIn = (links: readonly { readonly href: string }[], site: string): string[] =>
  links.flatMap(({ href }) => {
    const url = URL.parse(href)
    const may = url && DOCUMENT.test(url.pathname) && /openapi|swagger|api-?docs/i.test(url.pathname)
    return may && sameParty(url.hostname, site) ? [href] : []
  })
