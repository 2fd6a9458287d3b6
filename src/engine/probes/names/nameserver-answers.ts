/**
 * What each name server of a zone answers itself, beside each other: whether it serves the zone, and which edition of
 * it (RFC 1912 §2.8, RFC 2182 §3).
 */
import type { Dns, ServerAnswer } from '../../../model/evidence.ts'
import type { Egress } from '../../../outside/egress.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { pause } from '../../../outside/within.ts'

const SERVERS = 10
/** A change travels from one server to the others: what differs is asked once more after this many milliseconds. */
const SETTLES = 4_000

/** One answer per server and family of addresses; what differs was asked twice. */
export async function serversOf(
  egress: Egress,
  zone: string,
  ns: Dns['ns'],
  settles: number = SETTLES,
): Promise<ServerAnswer[]> {
  const asked = ns
    .slice(0, SERVERS)
    .flatMap(({ host, a, aaaa }) => [...a.slice(0, 1), ...aaaa.slice(0, 1)].map((address) => ({ host, address })))
  const round = () => Promise.all(asked.map(({ host, address }) => answerOf(egress, zone, host, address)))
  const first = await round()
  if (!differ(first)) return believed(first)
  await pause(settles)
  const second = await round()
  // Once is enough to have been seen serving.
  const last = second.map((each, at) => (each.said === 'silent' ? first[at]! : each))
  return believed(moving(first, second) ? last.map(withoutSerial) : last)
}

/**
 * Whether the editions differ only as they go on all the time, such as with each question: by the second look every
 * server was past what any had at the first. Which is then the newest nobody can tell.
 */
function moving(first: readonly ServerAnswer[], second: readonly ServerAnswer[]): boolean {
  const past = (one: number, other: number) => one === other || (one - other) >>> 0 < HALF
  const [before, after] = [serials(first), [...serials(second)]]
  return after.length > 1 && after.every((each) => [...before].every((old) => past(each, old)))
}

const withoutSerial = (each: ServerAnswer): ServerAnswer =>
  each.said === 'serves' ? { host: each.host, address: each.address, said: each.said } : each

/** Serials go round; one is past another when it lies less than half of the way ahead (RFC 1982 §3.2). */
const HALF = 2 ** 31

const serials = (answers: readonly ServerAnswer[]) => new Set(answers.flatMap(({ serial }) => serial ?? []))
const differ = (answers: readonly ServerAnswer[]) =>
  serials(answers).size > 1 || answers.some(({ said }) => said === 'lame' || said === 'silent')

/**
 * Without one that serves in a family of addresses, it is the way out of that family that does not lead to them:
 * something in between answers for all, or lets nothing through. Our network may send on IPv4 and leave IPv6 alone.
 */
function believed(answers: readonly ServerAnswer[]): ServerAnswer[] {
  const isSix = ({ address }: ServerAnswer) => address.includes(':')
  const served = new Set(answers.filter(({ said }) => said === 'serves').map(isSix))
  return answers.map((each): ServerAnswer =>
    served.has(isSix(each)) ? each : { host: each.host, address: each.address, said: 'untried' },
  )
}

async function answerOf(egress: Egress, zone: string, host: string, address: string): Promise<ServerAnswer> {
  try {
    const { rcode, authoritative, answers } = await egress.nameServer(address).ask(zone, 'SOA')
    const [soa] = answers.flatMap((answer) => (answer.type === 'SOA' ? [answer.data] : []))
    if (rcode !== 'NOERROR' || !authoritative || soa === undefined)
      return { host, address, said: 'lame', code: rcode === 'NOERROR' ? 'NOT AUTHORITATIVE' : rcode }
    return { host, address, said: 'serves', ...(soa.serial !== undefined && { serial: soa.serial }) }
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    return { host, address, said: error.why === 'refused-address' ? 'untried' : 'silent' }
  }
}
