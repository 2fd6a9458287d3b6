/** Runs one probe of a host in bounded time; whatever it meets becomes a record. */
import { clean } from '../lib/clean.ts'
import type { HostKey, HostRecord } from '../model/evidence.ts'
import type { HostTarget } from './probes/host-probe.ts'
import { hostProbes } from './probes/host-probes.ts'
import type { Egress } from '../outside/egress.ts'
import { NotSeen } from '../outside/not-seen.ts'

const PATIENCE = 60_000

/** The record of one probe: what it saw, or why it could not. Never throws, never takes longer than the probe may. */
export async function gatherHost(
  key: HostKey,
  target: HostTarget,
  tools: { readonly egress: Egress; readonly signal: AbortSignal },
): Promise<HostRecord> {
  const at = new Date().toISOString()
  const ended = new AbortController()
  const patience = hostProbes[key].patience ?? PATIENCE
  let timer: NodeJS.Timeout | undefined
  let stop = () => {}
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotSeen('timeout', `not done within ${patience / 1_000} s`)), patience)
    // A probe should heed the signal itself; that it may hang is what this is for.
    stop = () => reject(whyEnded(tools.signal))
    tools.signal.addEventListener('abort', stop, { once: true })
  })
  try {
    if (tools.signal.aborted) throw whyEnded(tools.signal)
    const looking = hostProbes[key].look(target, {
      egress: tools.egress,
      signal: AbortSignal.any([tools.signal, ended.signal]),
    })
    return { probe: key, at, result: { seen: true, value: await Promise.race([looking, late]) } } as HostRecord
  } catch (error) {
    const [why, detail] =
      error instanceof NotSeen ? ([error.why, error.message] as const) : ['probe-failed' as const, String(error)]
    return { probe: key, at, result: { seen: false, why, detail: clean(detail, 500) } }
  } finally {
    clearTimeout(timer)
    tools.signal.removeEventListener('abort', stop)
    ended.abort()
  }
}

const whyEnded = ({ reason }: AbortSignal): NotSeen =>
  reason instanceof NotSeen ? reason : new NotSeen('timeout', 'the visit was ended')
