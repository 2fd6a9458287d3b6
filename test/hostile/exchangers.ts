/** Servers that take mail, and misbehave: before a word, in their words, and once it was agreed to encrypt. */
import type { Socket } from 'node:net'
import type { Answer } from 'dns-packet'
import type { Exchanger } from '../../src/model/evidence.ts'
import type { VerdictWord } from '../../src/model/finding.ts'
import { endless } from './fault.ts'

export type MailFault = {
  readonly name: string
  /** What may be told of its one server: never that it encrypts, nor that it cannot, unless that was established. */
  readonly must: readonly Exchanger['state'][]
  readonly talk: (socket: Socket) => void
}

/** Speaks as a mail server up to STARTTLS, and from there as told. */
const upTo = (then: (socket: Socket) => void) => (socket: Socket) => {
  socket.write('220 post.test ESMTP\r\n')
  socket.on('data', (said) => {
    const word = said.toString('latin1').toUpperCase()
    if (word.startsWith('EHLO')) socket.write('250-post.test\r\n250 STARTTLS\r\n')
    else if (word.startsWith('STARTTLS')) {
      socket.removeAllListeners('data')
      then(socket)
    }
  })
}
const greets = (then: (socket: Socket) => void) => (socket: Socket) => {
  socket.write('220 post.test ESMTP\r\n')
  socket.once('data', () => then(socket))
}

export const exchangers: readonly MailFault[] = [
  { name: 'smtp-silent', must: ['silent', 'busy'], talk: () => undefined },
  {
    name: 'smtp-flood',
    must: ['busy', 'silent'],
    talk: (socket) => endless(socket, '220-'.padEnd(2_000, 'x') + '\r\n'),
  },
  { name: 'smtp-line', must: ['busy', 'silent'], talk: (socket) => endless(socket, 'x'.repeat(65_536)) },
  {
    name: 'smtp-drip',
    must: ['busy', 'silent'],
    talk: (socket) => {
      const timer = setInterval(() => socket.write('2'), 500)
      socket.once('close', () => clearInterval(timer))
    },
  },
  { name: 'smtp-rst', must: ['busy', 'silent'], talk: (socket) => void socket.resetAndDestroy() },
  {
    name: 'smtp-inject',
    must: ['no-starttls'],
    talk: greets((socket) => void socket.write('250-post.test\r\n250 \u001b[2J<script>alert(1)</script>\0\r\n')),
  },
  {
    name: 'smtp-xss',
    must: ['no-starttls'],
    talk: (socket) => {
      socket.write('220 <img src=x onerror=alert(1)> ESMTP\r\n')
      socket.once('data', () => socket.write(`250-'"><script>alert(1)</script>\r\n250 HELP\r\n`))
    },
  },
  {
    name: 'smtp-ehlo-endless',
    must: ['busy', 'silent'],
    talk: greets((socket) => endless(socket, '250-MEER\r\n'.repeat(500))),
  },
  { name: 'starttls-silent', must: ['refused', 'busy'], talk: upTo(() => undefined) },
  {
    name: 'starttls-rubbish',
    must: ['refused', 'busy'],
    talk: upTo((socket) => void socket.write(`220 go ahead\r\n${'rommel\0'.repeat(100)}`)),
  },
  {
    name: 'starttls-flood',
    must: ['refused', 'busy'],
    talk: upTo((socket) => {
      socket.write('220 go ahead\r\n')
      endless(socket, Buffer.alloc(65_536, 22))
    }),
  },
  {
    name: 'starttls-rst',
    must: ['refused', 'busy'],
    talk: upTo((socket) => {
      socket.write('220 go ahead\r\n')
      socket.resetAndDestroy()
    }),
  },
  {
    name: 'starttls-refused',
    must: ['no-starttls', 'refused', 'busy'],
    talk: upTo((socket) => void socket.write('454 later\r\n')),
  },
]

/** By the check that must see it: what may be told of a domain whose names are the fault. */
export const mailMust: Readonly<Record<string, Readonly<Record<string, readonly VerdictWord[]>>>> = {
  // A circle and a tree of twenty are faults of SPF that any server meets (RFC 7208 §4.6.4); no record is one too.
  'spf-loop': { spf: ['unmet'] },
  'spf-tree': { spf: ['unmet'] },
  'txt-bomb': { spf: ['unmet', 'unknown'], dmarc: ['unmet', 'unknown'] },
  // Of a server inside nothing may be known.
  'mx-loopback': { spf: ['unmet'], 'mail-starttls': ['unknown', 'not-applicable'] },
}

/** Twenty names below this one, each with twenty below it; in strings of 255 characters (RFC 1035 §3.3.14). */
const tree = (name: string): string[] =>
  `v=spf1 ${Array.from({ length: 20 }, (_, at) => `include:n${at}.${name}`).join(' ')} -all`.match(/.{1,255}/g)!

/** Domains whose names are the fault; of their one server nobody is ever spoken to, or of none. */
export const mailNames: Readonly<Record<string, (name: string, type: string) => readonly Answer[]>> = {
  'mx-loopback': (name, type) => {
    if (type === 'MX')
      return [{ name, type, ttl: 60, data: { preference: 1, exchange: 'binnen.mx-loopback.post.test' } }]
    return type === 'A' && name.startsWith('binnen.') ? [{ name, type, ttl: 60, data: '127.9.9.9' }] : []
  },
  'spf-loop': (name, type) => (type === 'TXT' ? [{ name, type, ttl: 60, data: [`v=spf1 include:${name} -all`] }] : []),
  'spf-tree': (name, type) => (type === 'TXT' ? [{ name, type, ttl: 60, data: tree(name) }] : []),
  'txt-bomb': (name, type) =>
    type === 'TXT'
      ? Array.from({ length: 60 }, (_, at) => ({ name, type, ttl: 60, data: [`${at} ${'x'.repeat(240)}`] }))
      : [],
}
