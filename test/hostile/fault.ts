/** A site that misbehaves in one way, and what a measurement must make of it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import type { Unseen } from '../../src/model/evidence.ts'

/** `seen`: the landing page was seen whole; `partial`: seen, and told that not all of it was. Else the reason. */
export type Outcome = 'seen' | 'partial' | Unseen

/** What is the matter with a certificate; `script`: it names itself in markup. */
export type Certified =
  | 'expired'
  | 'early'
  | 'self-signed'
  | 'other-name'
  | 'script'
  | 'other-authority'
  | 'signed-by-site'
  | 'widest-name'
  | 'many-names'

/** Where traps lie: addresses that may not be reached, and where a packet that goes past the proxy would arrive. */
export type Traps = { readonly http: number; readonly udp: number; readonly address: string }

export type Handler = (request: IncomingMessage, response: ServerResponse, traps: Traps) => void

export type Fault = {
  /** Its name under `.test`; `kinds.ts` lists them. */
  readonly name: string
  /** What may come of it. More than one where it depends on the moment, and each is right. */
  readonly must: readonly Outcome[]
  /** A rule of axe that the page breaks: seen, it must be found, whatever the page makes of itself. */
  readonly barrier?: string
  /** What only who was taken in brings home. */
  readonly never?: string
} & (
  | { readonly html: string | ((traps: Traps) => string); readonly headers?: Readonly<Record<string, string>> }
  | { readonly answer: Handler }
  /** Once the request was read: what goes over the line, byte for byte. */
  | { readonly line: (socket: Socket) => void }
  /** Before anybody said a word, on the port of http. */
  | { readonly wire: (socket: Socket) => void }
  /** The same on the port of https, with nobody behind http. */
  | { readonly wireOfTls: (socket: Socket) => void }
  | { readonly tls: TlsOptions | Certified; readonly talk: (socket: Socket) => void }
  /** Its name is the fault, as `names.ts` answers for it. */
  | { readonly named: true; readonly html: string }
)

const WORDS = 'Welkom bij het dorp. Hier leest u wat er te doen is, en waar u terechtkunt met een vraag.'

/** An ordinary page with one thing in it that is not. */
export const page = (inside: string, head = ''): string =>
  `<!doctype html><html lang="nl"><head><title>Dorp</title>${head}</head><body><h1>Dorp</h1>` +
  `<p>${WORDS}</p>${inside}</body></html>`

/** A question, a form and ways on, so that each walk has something to do; what is sent falls into a trap. */
const WAYS =
  `<a href="/contact">Contact</a> <a href="/privacy">Privacyverklaring</a> <a href="/stuk.pdf">Jaarverslag</a>` +
  `<form action="/verzonden" method="post"><label>E-mail <input name="email" type="email"></label></form>` +
  `<div id="vraag" role="dialog" aria-label="Cookies" style="position:fixed;inset:auto 0 0 0;background:#fff">` +
  `<p>Wij gebruiken cookies om u te volgen. Vindt u dat goed?</p>` +
  `<button onclick="vraag.remove()">Alles accepteren</button>` +
  `<button onclick="vraag.remove()">Alles weigeren</button></div>`

/** A page as it is, with ways on. */
export const withWays = (html: string): string => html.replace('<h1>', `${WAYS}<h1>`)

export const script = (text: string): string => page(`<script>${text}</script>`)

/** Answers with these bytes as an ordinary page would come. */
export const asPage = (body: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
  `connection: close\r\n\r\n${body}`

/** Writes the same again and again until the other side has had enough. */
export function endless(to: NodeJS.WritableStream & { destroyed?: boolean }, piece: string | Buffer): void {
  const more = () => {
    while (!to.destroyed && to.write(piece));
  }
  to.on('drain', more)
  to.on('error', () => undefined)
  more()
}
