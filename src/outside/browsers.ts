/** The browsers that visits borrow: one per visit at a time, each behind a guard of its own. */
import type { Network } from '../model/network.ts'
import { OurFault } from './our-fault.ts'
import { launchBrowser, type ScanBrowser } from './browser.ts'
import type { Egress } from './egress.ts'
import { startProxy, type Proxy } from './proxy.ts'

export type Held = { readonly browser: ScanBrowser; readonly proxy: Proxy; pages: number }
export type Browsers = {
  /** One that works. Throws OurFault when none starts. */
  take(): Promise<Held>
  /** Gives it back for the next visit. */
  leave(held: Held): void
  /** Ends it. */
  drop(held: Held): Promise<void>
  close(): Promise<void>
}

/** Pages after which a browser is replaced by a fresh one. */
const WORN = 100

/** Browsers that visits share, each behind a proxy of its own; one that showed many pages is replaced. */
export function openBrowsers(egress: Egress, network: Network | undefined): Browsers {
  const idle: Held[] = []
  const all = new Set<Held>()
  let closed = false
  const drop = async (held: Held) => {
    all.delete(held)
    await held.browser.close()
    await held.proxy.close()
  }
  const begin = async (): Promise<Held> => {
    const proxy = await startProxy(egress)
    const browser = await launchBrowser({ proxyUrl: proxy.url, ignoreCertificates: network?.ca !== undefined }).catch(
      async (error: unknown) => {
        // A proxy that stays open keeps this process from ever ending.
        await proxy.close()
        throw new OurFault(`de browser start niet: ${String(error).split('\n', 1)[0]}`, { cause: error })
      },
    )
    const held = { browser, proxy, pages: 0 }
    all.add(held)
    // Whoever asked for it was not waited for.
    if (closed) await drop(held)
    return held
  }
  return {
    async take() {
      const free = idle.pop()
      if (free && free.browser.alive() && free.pages < WORN) return free
      if (free) await drop(free)
      return begin()
    },
    leave: (held) => idle.push(held),
    drop,
    async close() {
      closed = true
      await Promise.all([...all].map(drop))
    },
  }
}
