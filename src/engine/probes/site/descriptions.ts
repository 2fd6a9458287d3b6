/**
 * What stands behind links to the source code and the interfaces of a site: `publiccode.yml` of a few repositories and
 * of the site itself, and OpenAPI documents. Nothing is asked of a site that links to neither.
 */
import type { Described, Led, Observed, Software } from '../../../model/evidence.ts'
import { readable } from '../../reading/acting.ts'
import { DESTINATIONS, leadingTo } from '../../reading/destinations.ts'
import { readHtml } from '../../reading/html.ts'
import { readOpenapi } from '../../reading/openapi.ts'
import { readPubliccode } from '../../reading/publiccode.ts'
import { isPage } from '../../reading/security-txt.ts'
import { describedAt, documentsIn, rawPlace } from '../../reading/source-places.ts'
import type { HostProbe } from '../host-probe.ts'
import { openFiles, type SmallFile, type SmallFiles } from './small-files.ts'

/** Repositories and interfaces that are looked at, and addresses that are tried for one interface. */
const [REPOSITORIES, INTERFACES, TRIES] = [3, 3, 6]
const NAMES = ['publiccode.yml', 'publiccode.yaml']
/** Beside it: its licence, and what shows that there is a repository at all. */
const BESIDE = ['LICENSE', 'LICENSE.md', 'README.md']
/** Bytes. Of what stands beside it only that it is there counts. */
const [PUBLICCODE, DOCUMENT, OTHER] = [200_000, 2_000_000, 500_000]
const GONE = { seen: false, why: 'gone', detail: 'no description at the usual addresses' } as const

export const descriptionsProbe: HostProbe<'descriptions'> = {
  key: 'descriptions',
  subjects: ['website'],
  async look({ subject: { address: site }, said = [], robots = '' }, { egress, signal }) {
    const files = openFiles(egress, { site, robots, signal })
    const pages = said.map((page) => ({ ...page, links: readable(page.links) }))
    const toCode = once(leadingTo(DESTINATIONS['source-code'], pages, site), ({ href }) => href)
    const toInterfaces = once(leadingTo(DESTINATIONS['open-interface'], pages, site), ({ href }) => href)
    const places = once(
      toCode.flatMap((led) => {
        const at = rawPlace(led.href)
        return at === undefined ? [] : [{ ...led, at }]
      }),
      ({ at }) => at,
    )
    const software: Software[] = toCode.length === 0 ? [] : await ownDescription(files, site)
    for (const { at, ...led } of places.slice(0, REPOSITORIES)) software.push(await repository(files, led, at))
    const described: Described[] = []
    const tried = toInterfaces
      .map((led) => ({ led, at: describedAt(led.href, site) }))
      .filter(({ at }) => at.length > 0)
      .slice(0, INTERFACES)
    for (const { led, at } of tried) described.push(await oneInterface(files, led, at, site))
    return {
      software: { found: toCode.length, looked: software },
      interfaces: { found: toInterfaces.length, looked: described },
    }
  },
}

function once<T>(all: readonly T[], by: (one: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const one of all) if (!seen.has(by(one))) seen.set(by(one), one)
  return [...seen.values()]
}

/** What stands at the root of the site itself, if anything does: a description belongs with the code, not there. */
async function ownDescription(files: SmallFiles, site: string): Promise<Software[]> {
  const href = `https://${site}/`
  const found = await publiccodeAt(files, href)
  return found.result.seen ? [{ href, said: '', page: '', files: [], ...found }] : []
}

async function repository(files: SmallFiles, led: Led, at: string): Promise<Software> {
  const found = await publiccodeAt(files, at)
  const beside: string[] = []
  for (const name of BESIDE) {
    if (beside.length > 0) break
    const file = await files.read(`${at}${name}`, OTHER)
    // Of a long file too is known that it is there.
    if (file.seen ? !isPage(file.value.text, file.value.type) : file.why === 'too-large') beside.push(name)
  }
  return { ...led, files: beside, ...found }
}

async function publiccodeAt(files: SmallFiles, at: string): Promise<Pick<Software, 'file' | 'result'>> {
  let unseen: Unseen = GONE
  for (const name of NAMES) {
    const file = `${at}${name}`
    const read = reading(await files.read(file, PUBLICCODE), ({ text, type }) =>
      isPage(text, type) ? undefined : readPubliccode(text),
    )
    if (read.seen) return { file, result: read }
    if (read.why !== 'gone') unseen = read
  }
  return { file: `${at}${NAMES[0]}`, result: unseen }
}

async function oneInterface(files: SmallFiles, led: Led, at: readonly string[], site: string): Promise<Described> {
  const left = [...at]
  let unseen: Unseen = GONE
  for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
    const url = left.shift()!
    const file = await files.read(url, DOCUMENT)
    const read = reading(file, ({ text }) => readOpenapi(text))
    if (read.seen) return { ...led, file: url, result: read }
    if (read.why !== 'gone') unseen = read
    // The page that shows an interface to people may lead to what programs read.
    if (file.seen && url === at[0] && isPage(file.value.text, file.value.type))
      left.unshift(...documentsIn(readable(readHtml(file.value.text, file.value.url, 0).links), site).slice(0, 2))
  }
  return { ...led, file: at[0]!, result: unseen }
}

type Unseen = Extract<Observed<never>, { seen: false }>

/** What a file tells; `gone` where something else stands in its place. */
function reading<T>(file: Observed<SmallFile>, read: (file: SmallFile) => T | 'too-much' | undefined): Observed<T> {
  if (!file.seen) return file
  const value = read(file.value)
  if (value === undefined) return { seen: false, why: 'gone', detail: `something else stands at ${file.value.url}` }
  if (value === 'too-much') return { seen: false, why: 'too-heavy', detail: `more than we read: ${file.value.url}` }
  return { seen: true, value }
}
