/**
 * Gives the page of one round when there is no connection: that page, its style and its script, and nothing else of the
 * site. With a connection the server answers, so that who must sign in does.
 */
type Lasting = Event & { waitUntil(until: Promise<unknown>): void }
type Asked = Lasting & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Told = Lasting & { readonly data: { readonly keep?: readonly string[] } }
type Worker = {
  readonly registration: { readonly scope: string }
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(kind: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(kind: 'fetch', heard: (event: Asked) => void): void
  addEventListener(kind: 'message', heard: (event: Told) => void): void
}
const worker = self as unknown as Worker
const place = new URL(worker.registration.scope).pathname
const name = `leidraad-schouw ${place}`
/** Milliseconds for a server that may be out of reach. */
const PATIENCE = 4_000

/** Only a page of ours as it was asked: nobody's page of signing in. */
const good = (answer: Response): boolean => answer.ok && !answer.redirected && answer.type === 'basic'

async function keep(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(name)
  for (const address of addresses) {
    const answer = await fetch(address, { cache: 'no-cache' })
    if (good(answer)) await cache.put(address, answer)
  }
}

async function pageOf(request: Request): Promise<Response> {
  const cache = await caches.open(name)
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), PATIENCE)
  try {
    const answer = await fetch(request, { signal: late.signal })
    if (good(answer)) await cache.put(place, answer.clone())
    if (answer.status < 500) return answer
    return (await cache.match(place)) ?? answer
  } catch (error) {
    const kept = await cache.match(place)
    if (kept) return kept
    throw error
  } finally {
    clearTimeout(timer)
  }
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  if (event.data.keep) event.waitUntil(keep(event.data.keep))
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, search, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === place && search === '') event.respondWith(pageOf(request))
    return
  }
  if (pathname.startsWith('/bestanden/') || pathname === '/app.css')
    event.respondWith(
      caches
        .open(name)
        .then((cache) => cache.match(request))
        .then((kept) => kept ?? fetch(request)),
    )
})
