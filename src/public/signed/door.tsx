/**
 * The public page that holds a file against what was fixed: by its hash, or by the file itself, which is never kept. It
 * says which version it is and how that stands, and nothing about what a signature is worth.
 */
import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { isHash } from '../../db/evidence.ts'
import { atom } from '../feed.ts'
import { grouped } from '../../lib/fingerprint.ts'
import { bodyReader } from '../../web/body.ts'
import { Button, Buttons, ErrorSummary, Field, FileField, none, type Problems } from '../../web/desk/form.tsx'
import { sentOf } from '../../web/desk/sent.ts'
import type { Lang } from '../../web/language.ts'
import { html, Page } from '../../web/layout.tsx'
import { Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { bytesBy, checkedBy, fixedHere, type Checked, type KnownBytes } from './store.ts'

const PATH = '/document-controleren'
const MIB = 1024 * 1024
const MOST_BYTES = 10 * MIB
const LARGEST = MOST_BYTES + 64 * 1024
const BODIES = { together: 48 * MIB, pause: 5_000, whole: 60_000, thrownAway: MIB }

export type CheckDoor = {
  readonly db: Db
  readonly origin: string
  readonly viewOf: (c: Context, lang: Lang) => Promise<View>
  readonly isOurs: (c: Context) => boolean
}

/** The form, the answer, and the feed of what was fixed, in both languages. */
export function checkDoor({ db, origin, viewOf, isOurs }: CheckDoor): Hono {
  const reading = bodyReader(BODIES)
  const app = new Hono()
  for (const lang of ['nl', 'en'] as const) {
    const base = `${lang === 'en' ? '/en' : ''}${PATH}`
    const t = says(lang)
    app.use(base, async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
    })
    const shown = async (c: Context, hash: string, problems: Problems = none, status: 200 | 413 | 422 | 503 = 200) => {
      const view = await viewOf(c, lang)
      const { id } = view.municipality
      const found = id === null || !isHash(hash) ? undefined : await checkedBy(db, id, hash)
      const bytes = id === null || !isHash(hash) || found ? undefined : await bytesBy(db, id, hash)
      const all = id === null ? [] : await fixedHere(db, id)
      return c.html(html(<CheckPage {...{ view, hash, found, bytes, all, problems }} />), status)
    }
    const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/g, '')

    app.get(base, async (c) => {
      const asked = plain(c.req.query('vingerafdruk') ?? '')
      return asked === '' || isHash(asked)
        ? shown(c, asked)
        : shown(c, asked.slice(0, 200), { vingerafdruk: t.bad }, 422)
    })
    app.post(base, async (c) => {
      const { busy, broken, tooLarge, forged } = t
      if (!isOurs(c)) return shown(c, '', { bestand: forged }, 422)
      return reading(c.req.raw, LARGEST, async (read) => {
        if (read.kind === 'busy') return shown(c, '', { bestand: busy }, 503)
        if (read.kind === 'broken') return shown(c, '', { bestand: broken }, 422)
        if (read.kind === 'too-large') return shown(c, '', { bestand: tooLarge }, 413)
        const sent = sentOf(read.fields)
        const file = sent.file('bestand')
        const typed = plain(sent.text('vingerafdruk'))
        if (file && file.size === 0) return shown(c, '', { bestand: t.empty }, 422)
        if (file && file.size > MOST_BYTES) return shown(c, '', { bestand: tooLarge }, 413)
        if (file)
          return shown(
            c,
            createHash('sha256')
              .update(new Uint8Array(await file.arrayBuffer()))
              .digest('hex'),
          )
        if (typed === '') return shown(c, '', { bestand: t.none }, 422)
        return isHash(typed) ? shown(c, typed) : shown(c, typed.slice(0, 200), { vingerafdruk: t.bad }, 422)
      })
    })
    app.get(`${base}.atom`, async (c) => {
      const view = await viewOf(c, lang)
      const { id, name } = view.municipality
      const page = `${origin}${base}`
      const text = atom({
        lang,
        url: `${page}.atom`,
        page,
        title: `${t.all}: ${name}`,
        author: name,
        entries: (id === null ? [] : await fixedHere(db, id)).map(
          ({ title, no, version, pdf, odt, json, fixedAt }) => ({
            url: `${page}?vingerafdruk=${json}`,
            title: `${t.version(no, version)}: ${title}`,
            summary: `${t.on(fixedAt)} SHA-256 pdf ${pdf}, odt ${odt}, json ${json}`,
            at: fixedAt,
            author: name,
          }),
        ),
        since: new Date('2026-01-01T00:00:00Z'),
      })
      return c.body(text, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'no-cache' })
    })
  }
  return app
}

function CheckPage({
  view,
  hash,
  found,
  bytes,
  all,
  problems,
}: {
  view: View
  hash: string
  found: Checked | undefined
  bytes: KnownBytes | undefined
  all: readonly Checked[]
  problems: Problems
}) {
  const t = says(view.lang)
  const here = href(view, PATH)
  return (
    <Page view={view} title={t.title} crumbs={[{ name: t.title, to: here }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        {isHash(hash) ? <Answer {...{ view, hash, found, bytes }} /> : <Text lead>{t.lead}</Text>}
      </div>
      <form
        method="post"
        action={here}
        className="ld-desk-form"
        encType="multipart/form-data"
        noValidate
        data-check={t.local}
        data-empty={t.empty}
        data-large={t.tooLarge}
        data-most={MOST_BYTES}
      >
        <FileField name="bestand" label={t.file} hint={t.fileHint} problems={problems} />
        <Field
          name="vingerafdruk"
          label={t.hash}
          hint={t.hashHint}
          value={found || bytes ? '' : hash}
          maxLength={200}
          problems={problems}
        />
        <Text>{t.local}</Text>
        <Buttons>
          <Button>{t.button}</Button>
        </Buttons>
      </form>
      <Section id="alles" title={t.all}>
        {all.length === 0 ? (
          <Text>{t.allEmpty}</Text>
        ) : (
          <>
            <Table
              id="vastgesteld"
              caption={t.all}
              hideCaption
              stacked
              columns={[{ head: t.columns.what }, { head: t.columns.state }, { head: t.columns.hash }]}
              rows={all.map(({ no, version, title, state, pdf }) => ({
                key: `${no}-${version}`,
                cells: [
                  <span key="what" lang="nl">
                    {`${title} (${no}, versie ${version})`}
                  </span>,
                  t.states[state],
                  <code key="hash" className="nl-code ld-address">
                    {grouped(pdf)}
                  </code>,
                ],
              }))}
            />
            <Text>
              <Link to={`${here}.atom`}>{t.feed}</Link>
            </Text>
          </>
        )}
      </Section>
    </Page>
  )
}

function Answer({
  view,
  hash,
  found,
  bytes,
}: {
  view: View
  hash: string
  found: Checked | undefined
  bytes: KnownBytes | undefined
}) {
  const t = says(view.lang)
  if (bytes)
    return (
      <Notice title={t.known}>
        <Text>
          {bytes.what === 'receipt'
            ? t.receipt(bytes.receipt ?? 1, bytes.title, bytes.no, bytes.version)
            : t.signedCopy(bytes.title, bytes.no, bytes.version)}
        </Text>
        <Text>
          {bytes.what === 'receipt' ? t.receiptOn(bytes.on) : bytes.stands ? t.acceptedOn(bytes.on) : t.lapsedCopy}
        </Text>
        <Text>{t.no}</Text>
      </Notice>
    )
  if (!found)
    return (
      <Notice title={t.unknown}>
        <Text>{t.unknownText}</Text>
        <p className="ld-address ld-small">{grouped(hash)}</p>
      </Notice>
    )
  const form = (['pdf', 'odt', 'json'] as const).find((each) => found[each] === hash)!
  return (
    <Notice title={t.known}>
      <Text>{t.knownText(found.title, found.no, found.version, t.files[form])}</Text>
      <Text>
        {t.on(found.fixedAt)} {t.state[found.state]} {t.signed(found.signed)}
      </Text>
      {found.named.length === 0 ? null : <Text>{t.named(found.named)}</Text>}
      <Text>{t.no}</Text>
    </Notice>
  )
}
