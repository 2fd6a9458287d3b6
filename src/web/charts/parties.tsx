/** Who hears of a visit: lines from the site to hosts, from hosts to companies, from companies to countries. */

export type Route = {
  readonly host: string
  readonly company: string
  readonly country: string
  readonly outside: boolean
  readonly tracker: boolean
}

const ROW = 36
const COLUMNS = [4, 350, 650] as const
/** Where the line under a host, and under a company, bends away. */
const ENDS = [270, 570] as const
/** Names stand on their line, this far above it. */
const DROP = 7
const WIDTH = 800

type Node = { readonly name: string; readonly y: number }

/** Names in order of first appearance, each at the mean height of what leads to it but never closer than a row. */
function place(names: readonly { readonly name: string; readonly y: number }[]): ReadonlyMap<string, Node> {
  const sums = new Map<string, { total: number; count: number }>()
  for (const { name, y } of names) {
    const sum = sums.get(name) ?? { total: 0, count: 0 }
    sums.set(name, { total: sum.total + y, count: sum.count + 1 })
  }
  const nodes = new Map<string, Node>()
  let floor = 0
  for (const [name, { total, count }] of [...sums].toSorted(
    (a, b) => a[1].total / a[1].count - b[1].total / b[1].count,
  )) {
    const y = Math.max(floor, total / count)
    nodes.set(name, { name, y })
    floor = y + ROW
  }
  return nodes
}

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

function curve(x1: number, y1: number, x2: number, y2: number, move = false): string {
  const middle = (x1 + x2) / 2
  return (
    `${move ? `M${x1} ${y1.toFixed(1)} ` : ''}C${middle} ${y1.toFixed(1)} ${middle} ${y2.toFixed(1)} ${x2} ` +
    `${y2.toFixed(1)}`
  )
}

export function Parties({
  id,
  title,
  description,
  routes,
  heads,
}: {
  id: string
  title: string
  description: string
  routes: readonly Route[]
  heads: readonly [string, string, string]
}) {
  const sorted = routes.toSorted(
    (a, b) => a.country.localeCompare(b.country) || a.company.localeCompare(b.company) || a.host.localeCompare(b.host),
  )
  const hosts = sorted.map((route, index) => ({ route, y: 52 + index * ROW }))
  const companies = place(hosts.map(({ route, y }) => ({ name: route.company, y })))
  const countries = place(
    [...new Set(sorted.map((route) => route.company))].flatMap((company) =>
      [...new Set(sorted.filter((route) => route.company === company).map((route) => route.country))].map((name) => ({
        name,
        y: companies.get(company)?.y ?? 0,
      })),
    ),
  )
  const lowest = Math.max(
    ...hosts.map((each) => each.y),
    ...[...companies.values(), ...countries.values()].map((each) => each.y),
  )
  const links = new Map(hosts.map(({ route }) => [`${route.company} ${route.country}`, route]))
  return (
    <svg className="ld-parties" viewBox={`0 0 ${WIDTH} ${lowest + 20}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {heads.map((head, index) => (
        <text key={head} className="ld-parties__head" x={COLUMNS[index]} y="18">
          {head}
        </text>
      ))}
      {hosts.map(({ route, y }) => {
        const to = companies.get(route.company)?.y ?? 0
        return (
          <path
            key={route.host}
            className={line(route)}
            d={`M${COLUMNS[0]} ${y + DROP} H${ENDS[0]} ${curve(ENDS[0], y + DROP, COLUMNS[1], to + DROP)} H${ENDS[1]}`}
          />
        )
      })}
      {[...links].map(([key, route]) => {
        const [from, to] = [companies.get(route.company)?.y ?? 0, countries.get(route.country)?.y ?? 0]
        return (
          <path
            key={key}
            className={line(route)}
            d={`${curve(ENDS[1], from + DROP, COLUMNS[2], to + DROP, true)} H${WIDTH - 4}`}
          />
        )
      })}
      {hosts.map(({ route, y }) => (
        <text key={route.host} x={COLUMNS[0]} y={y} className={route.tracker ? 'ld-strong' : undefined}>
          {short(route.host, 36)}
        </text>
      ))}
      {[...companies.values()].map((node) => (
        <text key={node.name} x={COLUMNS[1] + 4} y={node.y}>
          {short(node.name, 28)}
        </text>
      ))}
      {[...countries.values()].map((node) => (
        <text key={node.name} x={COLUMNS[2] + 4} y={node.y}>
          {short(node.name, 20)}
        </text>
      ))}
    </svg>
  )
}

const line = (route: Route): string => (route.outside ? 'ld-flow ld-flow--outside' : 'ld-flow')
