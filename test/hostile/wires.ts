/** What a line does below HTTP: silence, rubbish, resets, and TLS that is none. */
import type { Socket } from 'node:net'
import { asPage, endless, page, type Fault } from './fault.ts'

const silent = () => undefined
const rubbish = (socket: Socket) => void socket.end(Buffer.from('\0\u0001rommel\u00ff'.repeat(50), 'latin1'))
/** A TLS record of an alert: fatal, internal error (RFC 8446 §6). */
const ALERT = Buffer.from([21, 3, 3, 0, 2, 2, 80])
/** The head of a record that promises more than it brings. */
const PROMISE = Buffer.from([22, 3, 3, 64, 0])

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
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  {
    name: 'tls-self-signed',
    must: ['tls-failed'],
    tls: 'self-signed',
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  {
    name: 'tls-other-name',
    must: ['tls-failed'],
    tls: 'other-name',
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  {
    name: 'tls-not-yet',
    must: ['tls-failed'],
    tls: 'early',
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  // Its words are text like any other: the page is seen.
  {
    name: 'tls-cert-xss',
    must: ['seen'],
    tls: 'script',
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  {
    name: 'tls-old',
    must: ['tls-failed', 'unreachable'],
    tls: { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  {
    name: 'tls-asks-certificate',
    must: ['tls-failed', 'unreachable', 'probe-failed'],
    tls: { requestCert: true, rejectUnauthorized: true },
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  // Shaken hands, and then nothing.
  { name: 'tls-mute', must: ['timeout'], tls: {}, talk: silent },
  {
    name: 'tls-half-closed',
    must: ['tls-failed', 'unreachable', 'timeout'],
    wireOfTls: (socket) => void socket.once('data', () => socket.end(PROMISE)),
  },
  {
    name: 'alpn-lie',
    must: ['tls-failed', 'unreachable', 'probe-failed'],
    tls: { ALPNProtocols: ['h2'] },
    talk: (socket) => void socket.once('data', () => socket.end(asPage(page('')))),
  },
  { name: 'h2-silent', must: ['timeout'], tls: { ALPNProtocols: ['h2'] }, talk: silent },
  {
    name: 'h2-flood',
    must: ['unreachable', 'probe-failed', 'tls-failed', 'timeout', 'too-large'],
    tls: { ALPNProtocols: ['h2'] },
    talk: (socket) => endless(socket, Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])),
  },
]
