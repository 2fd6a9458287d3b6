/** CSAF files for tests: a document that is in order, a key that signs, and a source on loopback. */
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMessage, generateKey, readKey, readPrivateKey, sign } from 'openpgp'

export const NAMESPACE = 'https://alarm.test'

type Wanted = {
  readonly id?: string
  readonly version?: string
  readonly title?: string
  readonly category?: string
  readonly status?: string
  readonly distribution?: unknown
  readonly notes?: readonly unknown[]
  readonly severity?: string
  readonly namespace?: string
}

/** An advisory with a product, as others give them out; what is asked for stands in it. */
export const advisory = ({
  id = 'ALARM-2026-0001',
  version = '1',
  title = 'Gat in een kassa',
  category = 'csaf_base',
  status = 'final',
  distribution,
  notes = [],
  severity,
  namespace = NAMESPACE,
}: Wanted = {}) => {
  const revisions = /^\d+$/.test(version) ? Number(version) : 0
  return {
    document: {
      category,
      csaf_version: '2.0',
      title,
      ...(distribution === undefined ? {} : { distribution }),
      ...(severity === undefined ? {} : { aggregate_severity: { text: severity } }),
      notes: [{ category: 'summary', title: 'Feiten', text: 'In de **kassa** zit een gat.' }, ...notes],
      publisher: { category: 'coordinator', name: 'Alarm', namespace },
      references: [{ category: 'external', summary: 'Meer', url: 'https://alarm.test/meer' }],
      tracking: {
        id,
        status,
        version,
        initial_release_date: '2026-11-01T10:00:00.000Z',
        current_release_date: '2026-11-02T10:00:00.000Z',
        revision_history: (revisions === 0 ? [version] : Array.from({ length: revisions }, (_, at) => `${at + 1}`)).map(
          (number, at, all) => ({
            number,
            date: at === all.length - 1 ? '2026-11-02T10:00:00.000Z' : '2026-11-01T10:00:00.000Z',
            summary: 'versie',
          }),
        ),
      },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Kassamaker',
          branches: [
            {
              category: 'product_name',
              name: 'Kassa 7',
              branches: [
                {
                  category: 'product_version_range',
                  name: 'tot en met 7.1',
                  product: { product_id: 'P1', name: 'Kassamaker Kassa 7 tot en met 7.1' },
                },
              ],
            },
          ],
        },
      ],
    },
  }
}

/** That an advisory is withdrawn, as CSAF 2.1 says it. */
export const withdrawn = ({ id, version }: { readonly id: string; readonly version: string }) => {
  const { document } = advisory({ id, version, distribution: { tlp: { label: 'CLEAR' } } })
  return {
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: {
      ...document,
      category: 'csaf_withdrawn',
      csaf_version: '2.1',
      lang: 'en',
      notes: [{ category: 'description', title: 'Reasoning for Withdrawal', text: 'Het was een vergissing.' }],
    },
  }
}

export type Signer = Awaited<ReturnType<typeof newSigner>>
/** A key of its own, and what it signs. */
export async function newSigner() {
  const { privateKey, publicKey } = await generateKey({
    type: 'curve25519',
    userIDs: [{ name: 'Alarm', email: 'alarm@alarm.test' }],
    format: 'armored',
  })
  const fingerprint = (await readKey({ armoredKey: publicKey })).getFingerprint()
  return {
    publicKey,
    fingerprint,
    sign: async (text: string): Promise<string> =>
      (await sign({
        message: await createMessage({ binary: Buffer.from(text) }),
        signingKeys: await readPrivateKey({ armoredKey: privateKey }),
        detached: true,
      })) as string,
  }
}

export const sha = (kind: 'sha256' | 'sha512', text: string): string => createHash(kind).update(text).digest('hex')

/** A source on loopback under `alarm.test`: its files can be changed while it stands. */
export async function startSource(signer: Signer) {
  const files = new Map<string, string>()
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    const body = files.get(`${request.headers.host}${request.url}`)
    response.writeHead(body === undefined ? 404 : 200).end(body ?? '')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = 'http://alarm.test'
  const metadata = (distributions: readonly unknown[]) =>
    JSON.stringify({
      role: 'csaf_trusted_provider',
      publisher: { category: 'coordinator', name: 'Alarm', namespace: NAMESPACE },
      public_openpgp_keys: [{ fingerprint: signer.fingerprint, url: `${base}/sleutel.asc` }],
      distributions,
    })
  files.set('alarm.test/sleutel.asc', signer.publicKey)
  return {
    port: (server.address() as AddressInfo).port,
    files,
    asked,
    base,
    metadata,
    /** Puts a file there with hash and signature beside it. */
    async put(path: string, document: unknown): Promise<string> {
      const text = JSON.stringify(document)
      files.set(`alarm.test${path}`, text)
      files.set(`alarm.test${path}.sha256`, `${sha('sha256', text)}  x.json\n`)
      files.set(`alarm.test${path}.asc`, await signer.sign(text))
      return text
    },
    rolie: (entries: readonly { readonly path: string; readonly updated: string }[]) =>
      JSON.stringify({
        feed: {
          entry: entries.map(({ path, updated }) => ({
            updated,
            content: { src: base + path },
            link: [
              { rel: 'hash', href: `${base}${path}.sha256` },
              { rel: 'signature', href: `${base}${path}.asc` },
            ],
          })),
        },
      }),
    close: () => new Promise<void>((done) => void server.close(() => done())),
  }
}
