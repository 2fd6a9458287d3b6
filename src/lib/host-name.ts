/** Names of hosts as people type them. */

/** How many names one municipality can have. */
export const MOST_HOSTS = 10

/** A name people can type for a host, as the DNS knows it; undefined when it is none. */
export function hostNameOf(typed: string): string | undefined {
  const url = URL.parse(/[/\\?#@:]/.test(typed) ? '' : `http://${typed.trim().replace(/\.$/, '')}/`)
  const name = url?.hostname ?? ''
  const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/
  return name.length <= 253 && name.split('.').every((each) => label.test(each)) && !/^[\d.]+$/.test(name)
    ? name
    : undefined
}

/** Every name that was typed, one on a line or with commas, each once; or what is wrong with them, in a sentence. */
export function hostsIn(typed: string): { readonly hosts: readonly string[] } | { readonly wrong: string } {
  const each = typed.split(/[\n,]/).flatMap((line) => line.trim() || [])
  const names = each.map(hostNameOf)
  const none = names.findIndex((name) => name === undefined)
  if (none !== -1)
    return {
      wrong:
        `“${each[none]!.slice(0, 60)}” is geen naam van een webadres. ` +
        'Vul een naam in zoals digitaal.uwgemeente.nl, zonder https:// ervoor.',
    }
  if (names.includes('localhost')) return { wrong: '“localhost” is van de computer zelf. Kies een andere naam.' }
  const hosts = [...new Set(names as string[])]
  return hosts.length > MOST_HOSTS ? { wrong: `Dit zijn er meer dan ${MOST_HOSTS}. Kies er minder.` } : { hosts }
}

/** The same scheme and port at another name. */
export function at(origin: string, host: string): string {
  const url = new URL(origin)
  url.hostname = host
  return url.origin
}
