/** Listening on a port, and whether somebody listens there. */
import { serve, type ServerType } from '@hono/node-server'
import { Usage } from '../command.ts'
import { bracketed } from '../reach.ts'

/** Who takes longer than this to ask is cut off, in milliseconds; a body has bounds of its own (`web/body.ts`). */
const SLOW = { headersTimeout: 15_000, requestTimeout: 200_000 }

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/**
 * Listens on the port asked for, or on 3000 or the first free one after it.
 */
export async function listen(
  make: (url: string, port: number) => Fetch,
  asked: string | undefined,
  hostname: string,
): Promise<{ server: ServerType; url: string }> {
  const wanted = asked ?? process.env['PORT']
  if (wanted !== undefined && (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535))
    throw new Usage(`poort "${wanted}" is geen getal van 0 tot en met 65535`)
  for (let port = Number(wanted ?? 3000); ; port++) {
    const url = `http://${bracketed(hostname)}:${port}`
    try {
      const server = await new Promise<ServerType>((resolve, reject) => {
        const starting = serve({ fetch: make(url, port), port, hostname, serverOptions: SLOW }, () => resolve(starting))
        starting.maxConnections = 2_000
        starting.once('error', reject)
      })
      return { server, url }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      if (wanted !== undefined || port > 3100) throw new Usage(`poort ${port} is al in gebruik`, { cause: error })
    }
  }
}

/** Whether it is there: a process number that was left behind may have gone to another program since. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    (error: Error) => error.name === 'TimeoutError',
  )
}
