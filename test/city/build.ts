/** From the stories of the sites to what the servers serve: hosts with prepared answers, domains and machines. */
import { css, html, LEIDRAAD, redirect } from './answers.ts'
import type { Answer, Ask, Domain, Host, Site } from './model.ts'
import { addressOf, machineOf, providers } from './places.ts'
import { alarm } from './alarm.ts'
import { registry } from './registry.ts'
import { forge } from './forge.ts'
import { repository } from './repository.ts'
import type { Listener } from './servers.ts'
import { notFound } from './texts.ts'
import { aliases } from './followers.ts'
import { thirdParties } from './thirdparties.ts'

const hostedBy = (site: Site): readonly string[] =>
  site.home.alias
    ? [`${site.slug}.${site.home.provider === 'wolkdienst' ? 'eu-west.' : ''}${providers[site.home.provider].domain}`]
    : []

/** The same answer, with where Leidraad really stands; also in an address that holds a drawing. */
function standing(answer: Answer, leidraad: string): Answer {
  const body = [LEIDRAAD, encodeURIComponent(LEIDRAAD)].some((each) => answer.body.includes(each))
    ? Buffer.from(
        answer.body
          .toString()
          .replaceAll(LEIDRAAD, leidraad)
          .replaceAll(encodeURIComponent(LEIDRAAD), encodeURIComponent(leidraad)),
      )
    : answer.body
  return { ...answer, body }
}

/** The answers of a site by path, made once. */
function prepared(site: Site, leidraad: string): (ask: Ask) => Answer {
  const table = new Map<string, Answer>(Object.entries(site.files))
  table.set('/stijl.css', css(site.layout.css(site.frame), site.headers))
  for (const [path, page] of Object.entries(site.pages)) {
    table.set(
      path,
      html(site.layout.page(site.frame, page), [...site.headers, ...(page.headers ?? [])], page.status ?? 200),
    )
  }
  for (const [path, each] of table) table.set(path, standing(each, leidraad))
  const missing = {
    ...notFound(site.organisation.name),
    headers: [...notFound(site.organisation.name).headers, ...site.headers],
  }
  const thanks = html(
    site.layout.page(site.frame, {
      title: `Bedankt - ${site.organisation.name}`,
      main: '<h1>Bedankt</h1><p>Wij hebben uw bericht ontvangen.</p>',
    }),
    site.headers,
  )
  return (ask) => {
    if (site.always) return site.always
    if (ask.method === 'POST') return thanks
    return table.get(ask.path) ?? (table.has(`${ask.path}/`) ? redirect(`${ask.path}/`) : missing)
  }
}

function hostsOf(site: Site, leidraad: string): Host[] {
  const place = { address: addressOf(site.home), ipv6: site.home.ipv6 }
  const inside = prepared(site, leidraad)
  const canonical = `${site.certificate === 'none' ? 'http' : 'https'}://${site.host}/`
  const toHttps = (host: string, ask: Ask): Answer =>
    redirect(`https://${host}${ask.path}${ask.query.size > 0 ? `?${ask.query}` : ''}`)
  const other = site.host.startsWith('www.') ? site.host.slice(4) : `www.${site.host}`
  const hosts: Host[] = [
    {
      ...place,
      name: site.host,
      ...(site.six && { six: site.six }),
      cname: hostedBy(site),
      certificate: site.certificate,
      answer: (ask) => (!ask.secure && site.plain === 'redirect' ? toHttps(site.host, ask) : inside(ask)),
    },
    {
      // A careful domain goes to https on its own name first, and then to the name it prefers.
      ...place,
      name: other,
      cname: [],
      certificate: site.certificate === 'none' ? 'none' : 'good',
      answer: (ask) =>
        !ask.secure && site.plain === 'redirect' ? toHttps(other, ask) : redirect(canonical, site.headers),
    },
  ]
  for (const domain of domainsOf(site)) {
    if (!domain.mtaSts) continue
    const policy = domain.mtaSts.policy
    const file: Answer = {
      status: 200,
      headers: [['content-type', 'text/plain; charset=utf-8']],
      body: Buffer.from(policy),
    }
    hosts.push({
      name: `mta-sts.${domain.name}`,
      address: '127.60.0.80',
      ipv6: false,
      cname: [],
      certificate: 'good',
      answer: (ask) => (ask.path === '/.well-known/mta-sts.txt' ? file : notFound(domain.name)),
    })
  }
  return hosts
}

export const domainsOf = (site: Site): readonly Domain[] => [site.domain, ...site.otherDomains]

/** The site as it stands now, or after its owner worked on it. */
export const variant = (site: Site, improved: boolean): Site => (improved && site.later) || site

/** The machine that answers visitors who name no host, and the companies' own front pages. */
const companies: readonly Host[] = [...Object.values(providers).map(({ domain }) => domain), 'web1.polderhost.test']
  .filter((name) => name !== 'servicecentrum-sluisstreek.test')
  .map((name) => ({
    name,
    address: '127.20.0.200',
    ipv6: false,
    cname: [],
    certificate: 'good',
    answer: () =>
      html(
        `<!doctype html><html lang="nl"><title>${name}</title><main><h1>${name}</h1><p>Een verzonnen bedrijf in ` +
          `een verzonnen stad.</p></main></html>`,
      ),
  }))

export type Plan = {
  readonly hosts: ReadonlyMap<string, Host>
  readonly domains: readonly Domain[]
  /** Address → name of the machine. */
  readonly machines: ReadonlyMap<string, string>
  readonly listeners: readonly Listener[]
}

/**
 * Everything the servers must know to be these sites; `leidraad`: where badges on them lead to. Throws when two sites
 * contradict each other.
 */
export function planOf(sites: readonly Site[], leidraad = LEIDRAAD): Plan {
  const hosts = new Map<string, Host>()
  for (const host of [
    ...sites.flatMap((site) => hostsOf(site, leidraad)),
    ...thirdParties,
    ...aliases,
    ...companies,
    repository,
    registry,
    forge,
    alarm,
  ]) {
    if (hosts.has(host.name)) throw new Error(`two sites claim the host ${host.name}`)
    hosts.set(host.name, host)
  }
  const machines = new Map<string, string>()
  const listeners = new Map<string, Listener>()
  for (const site of sites) {
    const address = addressOf(site.home)
    machines.set(address, machineOf(site.home))
    if (site.server === 'down') continue
    const listener = { address, plainOnly: site.certificate === 'none', kind: site.server }
    const before = listeners.get(address)
    if (before && (before.plainOnly !== listener.plainOnly || before.kind !== listener.kind)) {
      throw new Error(`${site.slug} shares ${address} with a site that needs another kind of server`)
    }
    listeners.set(address, listener)
  }
  for (const { address } of hosts.values()) {
    if (!machines.has(address)) listeners.set(address, { address, plainOnly: false, kind: 'modern' })
  }
  return { hosts, domains: sites.flatMap(domainsOf), machines, listeners: [...listeners.values()] }
}

/** Names of everything that needs a certificate, with the state it must be in: `host state`. */
export const certificatesWanted = (plans: readonly Plan[]): string[] => [
  ...new Set(
    plans.flatMap((plan) =>
      [...plan.hosts.values()]
        .filter((host) => host.certificate !== 'none')
        .map((host) => `${host.name} ${host.certificate}`),
    ),
  ),
]
