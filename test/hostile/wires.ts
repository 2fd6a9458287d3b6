/** What a line does below HTTP: silence, rubbish, resets, and TLS that is none. */
import type { Socket } from 'node:net'
import { asPage, endless, page, type Fault } from './fault.ts'

const silent = () => undefined
const rubbish = (socket: Socket) => void socket.end(Buffer.from('\0\u0001rommel\u00ff'.repeat(50), 'latin1'))
/** A TLS record of an alert: fatal, internal error (RFC 8446 §6). */
const ALERT = Buffer.from([21, 3, 3, 0, 2, 2, 80])
/** The head of a record that promises more than it brings. */
const PROMISE = Buffer.from([22, 3, 3, 64, 0])
/** A record of a handshake in a version of TLS, its low byte. */
const handshake = (version: number, body: Buffer) =>
  Buffer.concat([Buffer.from([22, 3, version, body.length >> 8, body.length & 255]), body])
/** That there was no handshake before (RFC 5746 §3.6): else nobody reads on. */
const FIRST = [0, 5, 0xff, 1, 0, 1, 0]
/** A server that chooses ECDHE with RSA and AES-GCM in this version (RFC 5246 §7.4.1.3), whatever was asked. */
const chooses = (version: number) => {
  const chosen = [3, version, ...Array<number>(32).fill(7), 0, 0xc0, 0x2f, 0, ...FIRST]
  return handshake(version, Buffer.from([2, 0, 0, chosen.length, ...chosen]))
}
/** The head of a certificate of sixteen megabytes, and a piece of it. */
const LARGEST = handshake(3, Buffer.from([11, 255, 255, 255]))
const PIECE = handshake(3, Buffer.alloc(16_000, 48))
/** Does this with whoever says something first. */
const spoken = (answer: (socket: Socket) => void) => (socket: Socket) => void socket.once('data', () => answer(socket))
const ordinary = spoken((socket) => void socket.end(asPage(page(''))))

export const wires: readonly Fault[] = [
  { name: 'tcp-silent', must: ['timeout'], wire: silent },
  { name: 'tcp-empty', must: ['unreachable', 'probe-failed', 'empty'], wire: (socket) => void socket.end() },
  { name: 'tcp-rst', must: ['unreachable', 'probe-failed'], wire: (socket) => void socket.resetAndDestroy() },
  { name: 'tcp-garbage', must: ['unreachable', 'probe-failed', 'not-html'], wire: rubbish },
  { name: 'tls-silent', must: ['timeout'], wireOfTls: silent },
  {
    name: 'tls-rst',
    must: ['tls-failed', 'unreachable'],
    wireOfTls: (socket) => void socket.once('data', () => socket.resetAndDestroy()),
  },
  {
    name: 'tls-garbage',
    must: ['tls-failed', 'unreachable'],
    wireOfTls: (socket) => void socket.once('data', () => rubbish(socket)),
  },
  {
    name: 'tls-alert',
    must: ['tls-failed', 'unreachable'],
    wireOfTls: (socket) => void socket.once('data', () => socket.end(ALERT)),
  },
  {
    name: 'tls-drip',
    must: ['timeout', 'tls-failed'],
    wireOfTls: (socket) => {
      socket.write(PROMISE)
      const timer = setInterval(() => socket.write('\u0002'), 300)
      socket.once('close', () => clearInterval(timer))
    },
  },
  {
    name: 'tls-flood',
    must: ['timeout', 'tls-failed', 'unreachable'],
    wireOfTls: (socket) => endless(socket, Buffer.alloc(65_536, 22)),
  },
  {
    name: 'tls-expired',
    must: ['tls-failed'],
    tls: 'expired',
    talk: ordinary,
  },
  {
    name: 'tls-self-signed',
    must: ['tls-failed'],
    tls: 'self-signed',
    talk: ordinary,
  },
  {
    name: 'tls-other-name',
    must: ['tls-failed'],
    tls: 'other-name',
    talk: ordinary,
  },
  {
    name: 'tls-not-yet',
    must: ['tls-failed'],
    tls: 'early',
    talk: ordinary,
  },
  // Its words are text like any other: the page is seen.
  {
    name: 'tls-cert-xss',
    must: ['seen'],
    tls: 'script',
    talk: ordinary,
  },
  {
    name: 'tls-old',
    must: ['tls-failed', 'unreachable'],
    tls: { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    talk: ordinary,
  },
  {
    name: 'tls-asks-certificate',
    must: ['tls-failed', 'unreachable', 'probe-failed'],
    tls: { requestCert: true, rejectUnauthorized: true },
    talk: ordinary,
  },
  // Shaken hands, and then nothing.
  { name: 'tls-mute', must: ['timeout'], tls: {}, talk: silent },
  {
    name: 'tls-half-closed',
    must: ['tls-failed', 'unreachable', 'timeout'],
    wireOfTls: (socket) => void socket.once('data', () => socket.end(PROMISE)),
  },
  // Plain words where nobody understands them.
  {
    name: 'tls-plain',
    must: ['tls-failed', 'unreachable'],
    wireOfTls: spoken((socket) => void socket.end(asPage(page('')))),
  },
  { name: 'tls-ssl3', must: ['tls-failed', 'unreachable'], wireOfTls: spoken((socket) => void socket.end(chooses(0))) },
  {
    name: 'tls-endless-certificate',
    must: ['tls-failed', 'unreachable', 'timeout'],
    wireOfTls: spoken((socket) => {
      socket.write(Buffer.concat([chooses(3), LARGEST]))
      endless(socket, PIECE)
    }),
  },
  {
    name: 'tls-empty-records',
    must: ['tls-failed', 'unreachable', 'timeout'],
    wireOfTls: (socket) => endless(socket, Buffer.alloc(5_000, Buffer.from([22, 3, 3, 0, 0]))),
  },
  {
    name: 'tls-warnings',
    must: ['tls-failed', 'unreachable', 'timeout'],
    // Somebody cancelled, again and again (RFC 8446 §6.1).
    wireOfTls: spoken((socket) => endless(socket, Buffer.alloc(7_000, Buffer.from([21, 3, 3, 0, 2, 1, 90])))),
  },
  { name: 'tls-other-authority', must: ['tls-failed'], tls: 'other-authority', talk: ordinary },
  // Signed by a site that is no authority, though an authority vouches for it (RFC 5280 §6.1.4).
  { name: 'tls-signed-by-site', must: ['tls-failed'], tls: 'signed-by-site', talk: ordinary },
  // Names every site there is below `.test`.
  { name: 'tls-widest-name', must: ['tls-failed'], tls: 'widest-name', talk: ordinary },
  { name: 'tls-many-names', must: ['seen'], tls: 'many-names', talk: ordinary },
  {
    name: 'tls-nothing-shared',
    must: ['tls-failed', 'unreachable'],
    tls: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-CCM8' },
    talk: ordinary,
  },
  {
    name: 'tls-closes',
    must: ['unreachable', 'probe-failed', 'empty', 'tls-failed'],
    tls: {},
    talk: (socket) => void socket.end(),
  },
  {
    name: 'tls-breaks-off',
    must: ['partial'],
    tls: {},
    talk: spoken((socket) => {
      const whole = asPage(page('<p>En dan nog dit.</p>'.repeat(500)))
      socket.write(whole.slice(0, whole.length / 2), () => setTimeout(() => socket.destroy(), 200))
    }),
  },
  { name: 'tls-garbage-inside', must: ['unreachable', 'probe-failed', 'not-html'], tls: {}, talk: spoken(rubbish) },
  {
    name: 'tls-headers-without-end',
    must: ['unreachable', 'probe-failed', 'http-error', 'too-large', 'timeout'],
    tls: {},
    talk: spoken((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      endless(socket, 'x-nog: een\r\n'.repeat(1_000))
    }),
  },
  {
    name: 'alpn-lie',
    must: ['tls-failed', 'unreachable', 'probe-failed'],
    tls: { ALPNProtocols: ['h2'] },
    talk: ordinary,
  },
  { name: 'h2-silent', must: ['timeout'], tls: { ALPNProtocols: ['h2'] }, talk: silent },
  {
    name: 'h2-flood',
    must: ['unreachable', 'probe-failed', 'tls-failed', 'timeout', 'too-large'],
    tls: { ALPNProtocols: ['h2'] },
    talk: (socket) => endless(socket, Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])),
  },
]
