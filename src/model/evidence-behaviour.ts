/**
 * What scripts of a page do with its visitor: what they read, listen to and send, and what follows from visit to
 * visit.
 */
import type { Lacks } from './evidence-seen.ts'

/**
 * What a script reads by which one device differs from others: letters drawn and read back, the name of the graphics
 * card, a sound that is calculated, 50 fonts measured, an address by WebRTC, battery, list of cameras and microphones,
 * twelve different properties of browser and screen.
 */
export type DeviceRead = 'canvas' | 'webgl' | 'audio' | 'fonts' | 'webrtc' | 'battery' | 'devices' | 'system'
/** What a script listens to on the whole page: keys, what is typed, pointer, scrolling, changes of the page itself. */
export type Listening = 'keys' | 'input' | 'pointer' | 'scroll' | 'changes'

/** One script by its address, without query. `sent`: who it is from was sent something after it had read. */
export type ScriptDeeds = {
  readonly url: string
  readonly host: string
  readonly reads: readonly DeviceRead[]
  readonly listens: readonly Listening[]
  readonly sent: boolean
}

/** Where in a request something stood: in its address or headers, in what it carries, in a message over a socket. */
export type Way = 'address' | 'body' | 'socket'
/** In what shape; `pieces`: one key at a time, put together. */
export type Coding = 'plain' | 'base64' | 'hex' | 'md5' | 'sha1' | 'sha256' | 'sha512' | 'pieces'

/** A host that was sent something, by which script as far as known, without query. */
export type Heard = { readonly host: string; readonly by: string | null; readonly way: Way }
/** What was typed and went out before anything was sent. `field`: its type. */
export type TypedLeak = Heard & { readonly coding: Coding; readonly field: 'text' | 'email' | 'tel' }
/** The text of the page, or the path of the mouse, in what was sent. */
export type Upload = Heard & { readonly what: 'page-text' | 'movements' }

/**
 * A value that stayed the same from page to page and was another for another visitor. Its value is not kept.
 * `lasting`: it stays thirty days or longer. `sentTo`: other parties than its own that were sent it.
 */
export type Identifier = {
  readonly place: 'cookie' | 'local' | 'session' | 'indexeddb' | 'cache'
  readonly host: string
  readonly name: string
  readonly lasting: boolean
  readonly sentTo: readonly Heard[]
}

/**
 * A walk from the landing page on, with a recorder in every page. `typed`: how many fields got text of ours, which was
 * never sent and wiped again; null: no page with such a form could be opened. `identifiers`, `tags`: null where the
 * second visitor was not there to compare with.
 */
export type Behaviour = {
  readonly finalUrl: string
  /** Pages that were opened, the landing page first. */
  readonly pages: readonly string[]
  readonly scripts: readonly ScriptDeeds[]
  readonly uploads: readonly Upload[]
  readonly typed: { readonly fields: number; readonly leaks: readonly TypedLeak[] } | null
  readonly identifiers: readonly Identifier[] | null
  /** Files whose ETag is another for each visitor and is sent back on the next page (RFC 9110 §8.8.3). */
  readonly tags: readonly { readonly host: string; readonly url: string }[] | null
  readonly lacks: Lacks
}
