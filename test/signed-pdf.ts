/** A small PDF and a signed copy of it, made by hand: a certificate and a signature of our own (RFC 5652, RFC 5280). */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Milliseconds for the package to come. */
const INSTALL = 100_000

/** Installs pdfsig where that may. Why not, when it could not be; undefined when it is there. */
export async function installPdfsig(): Promise<string | undefined> {
  if (
    await run('sh', ['-c', 'command -v pdfsig']).then(
      () => true,
      () => false,
    )
  )
    return undefined
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Debian'
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words: string[]) => run('apt-get', ['-qq', '-y', ...words], { env, timeout: INSTALL })
  const install = () => apt('install', '--no-install-recommends', 'poppler-utils')
  try {
    await install().catch(async () => {
      await apt('update')
      await install()
    })
    return undefined
  } catch (error) {
    return `apt-get install poppler-utils: ${String((error as Error).message).slice(0, 200)}`
  }
}

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const size = body.length
  const length =
    size < 128
      ? Buffer.from([size])
      : size < 256
        ? Buffer.from([0x81, size])
        : Buffer.from([0x82, size >> 8, size & 255])
  return Buffer.concat([Buffer.from([tag]), length, body])
}
const seq = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const set = (...parts: readonly Buffer[]) => der(0x31, ...parts)
const int = (bytes: Buffer) => der(0x02, bytes[0]! > 127 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
const octets = (bytes: Buffer) => der(0x04, bytes)
const oid = (text: string): Buffer => {
  const [one, two, ...rest] = text.split('.').map(Number)
  const bytes = rest.flatMap((value) => {
    const parts = [value & 127]
    for (let left = value >> 7; left > 0; left >>= 7) parts.unshift((left & 127) | 128)
    return parts
  })
  return der(0x06, Buffer.from([one! * 40 + two!, ...bytes]))
}
const NULL = der(0x05)
const SHA256 = seq(oid('2.16.840.1.101.3.4.2.1'), NULL)
const ALGORITHMS = {
  rsa: seq(oid('1.2.840.113549.1.1.11'), NULL),
  ec: seq(oid('1.2.840.10045.4.3.2')),
} as const
export type Kind = keyof typeof ALGORITHMS

function signerOf(kind: Kind, name: string) {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const sign = (bytes: Buffer) =>
    createSign('sha256')
      .update(bytes)
      .sign(privateKey as KeyObject)
  const called = seq(set(seq(oid('2.5.4.3'), der(0x0c, Buffer.from(name)))))
  const serial = int(Buffer.concat([Buffer.from([1]), randomBytes(7)]))
  const time = (text: string) => der(0x17, Buffer.from(text))
  const body = seq(
    der(0xa0, int(Buffer.from([2]))),
    serial,
    ALGORITHMS[kind],
    called,
    seq(time('250101000000Z'), time('450101000000Z')),
    called,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const certificate = seq(body, ALGORITHMS[kind], der(0x03, Buffer.from([0]), sign(body)))
  return { certificate, issuer: seq(called, serial), sign }
}

/** The detached signature over these bytes. */
function cms(kind: Kind, name: string, content: Buffer): Buffer {
  const { certificate, issuer, sign } = signerOf(kind, name)
  const attributes = [
    seq(oid('1.2.840.113549.1.9.3'), set(oid('1.2.840.113549.1.7.1'))),
    seq(oid('1.2.840.113549.1.9.4'), set(octets(createHash('sha256').update(content).digest()))),
  ]
  const encryption = kind === 'rsa' ? seq(oid('1.2.840.113549.1.1.1'), NULL) : ALGORITHMS.ec
  const one = Buffer.from([1])
  const info = seq(int(one), issuer, SHA256, der(0xa0, ...attributes), encryption, octets(sign(set(...attributes))))
  return seq(
    oid('1.2.840.113549.1.7.2'),
    der(0xa0, seq(int(one), set(SHA256), seq(oid('1.2.840.113549.1.7.1')), der(0xa0, certificate), set(info))),
  )
}

const entry = (at: number): string => `${String(at).padStart(10, '0')} 00000 n \n`

/** A PDF of one empty page. */
export function plainPdf(): Buffer {
  let text = '%PDF-1.7\n'
  const places = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ].map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const at = text.length
  text +=
    `xref\n0 4\n0000000000 65535 f \n${places.map(entry).join('')}` +
    `trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const ROOM = 16_000
/** A signed copy: it begins with the bytes of the original, and adds to them. */
export function signedPdf(original: Buffer, kind: Kind = 'rsa', name = 'Bep de Tester'): Buffer {
  const from = original.length
  const before = original.toString('latin1').match(/startxref\n(\d+)/)![1]!
  let text = ''
  const places = new Map<number, number>()
  const put = (no: number, body: string) => {
    places.set(no, from + text.length)
    text += `${no} 0 obj\n${body}\nendobj\n`
  }
  put(1, '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>')
  put(4, '<</Type/Annot/Subtype/Widget/FT/Sig/T(Sig1)/V 5 0 R/Rect[0 0 0 0]/P 3 0 R/F 132>>')
  const range = '/ByteRange[0 1111111111 2222222222 3333333333]'
  put(
    5,
    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached${range}/M(D:20261128120000Z)` +
      `/Contents<${'0'.repeat(ROOM)}>>>`,
  )
  const at = from + text.length
  text +=
    `xref\n1 1\n${entry(places.get(1)!)}4 2\n${entry(places.get(4)!)}${entry(places.get(5)!)}` +
    `trailer\n<</Size 6/Root 1 0 R/Prev ${before}>>\nstartxref\n${at}\n%%EOF\n`
  const open = from + text.indexOf('/Contents<') + '/Contents'.length
  const close = open + ROOM + 2
  const total = from + text.length
  const told = `/ByteRange[0 ${open} ${close} ${total - close}]`.padEnd(range.length)
  const whole = Buffer.concat([original, Buffer.from(text.replace(range, told), 'latin1')])
  const signature = cms(kind, name, Buffer.concat([whole.subarray(0, open), whole.subarray(close)])).toString('hex')
  whole.write(signature.padEnd(ROOM, '0'), open + 1, 'latin1')
  return whole
}
