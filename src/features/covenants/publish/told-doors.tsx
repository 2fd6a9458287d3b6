/** Where a party reads what will stand there under its name, objects, or has its name taken away. In Dutch. */
import { Hono } from 'hono'
import { tooLong } from '../../../lib/too-long.ts'
import { LONGEST_REMARK } from '../../../vocabulary/covenant.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import { Area, Button, Buttons, ErrorSummary, none } from '../../../web/desk/form.tsx'
import { doorReader, unreadStatus } from '../../../web/door.ts'
import { day } from '../../../web/language.ts'
import { Page } from '../../../web/layout.tsx'
import { Heading, Section, Text } from '../../../web/parts.tsx'
import type { View } from '../../../web/view.ts'
import { opened, shown, theirs, type CovenantDoors, type Problems } from './door-parts.tsx'
import { objectTo, toldAt, unname, type OwnTold } from './door-store.ts'
import { says } from './messages.ts'

const TITLE = 'Wat er openbaar komt'

function standing({ named, objection, answer, goesOn, open, until }: OwnTold): string {
  if (!named) return 'Uw naam staat er niet en komt er niet.'
  if (objection !== '' && answer === '')
    return 'U had bezwaar. Wij antwoorden eerst; tot die tijd staat uw naam er niet.'
  if (goesOn === false) return 'Na uw bezwaar komt uw naam er niet.'
  if (open) return `U kunt reageren tot en met ${day('nl', until)}. Tot die tijd staat uw naam er niet.`
  return `De termijn was ${day('nl', until)}. Uw naam mag er staan.`
}

function ToldPage({
  view,
  told,
  here,
  words = '',
  problems = none,
}: {
  view: View
  told: OwnTold
  here: string
  words?: string
  problems?: Problems
}) {
  return (
    <Page view={view} title={TITLE} crumbs={[{ name: TITLE, to: here }]}>
      <div className="ld-opening">
        <p className="ld-kicker">{told.party}</p>
        <Heading level={1}>{TITLE}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{standing(told)}</Text>
      </div>
      <Section id="tekst" title="Dit komt er te staan">
        <Text>{told.shows}</Text>
      </Section>
      {told.objection === '' ? null : (
        <Section id="bezwaar" title="Uw bezwaar">
          <Text>{told.objection}</Text>
          {told.answer === '' ? null : (
            <>
              <Heading level={3}>Het antwoord</Heading>
              <Text>{told.answer}</Text>
              <Text>Van: {told.function}.</Text>
            </>
          )}
        </Section>
      )}
      {told.open && told.objection === '' && told.named ? (
        <Section id="reageren" title="Klopt dit niet?">
          <form method="post" action={here} className="ld-desk-form" noValidate>
            <Area
              name="bezwaar"
              label="Wat moet er anders, en waarom?"
              value={words}
              rows={6}
              maxLength={LONGEST_REMARK}
              problems={problems}
            />
            <Buttons>
              <Button>Verstuur mijn bezwaar</Button>
            </Buttons>
          </form>
        </Section>
      ) : null}
      {told.named ? (
        <Section id="zonder-naam" title="Liever niet genoemd">
          <Text>
            Uw naam gaat meteen weg, ook uit eerdere versies. De cijfers van alle partijen samen blijven staan.
          </Text>
          <form method="post" action={`${here}/zonder-naam`}>
            <Button kind="secondary">Noem ons niet</Button>
          </form>
        </Section>
      ) : null}
    </Page>
  )
}

/** Behind the link of a party. */
export function toldDoors(doors: CovenantDoors): Hono {
  const { db } = doors
  const app = new Hono()
  const bodyOf = doorReader()
  const find = (municipality: string, hash: string) => toldAt(db, municipality, hash)
  const at = (secret: string) => `/weerwoord/${secret}`

  app.get('/weerwoord/:secret', async (c) => {
    const there = await opened(c, 'nl', doors, find)
    return there.dead ?? shown(c, <ToldPage view={there.view} told={there.found} here={at(there.secret)} />)
  })
  app.post('/weerwoord/:secret', async (c) => {
    const there = await opened(c, 'nl', doors, find)
    if (there.dead) return there.dead
    const no = await theirs(c, 'nl', doors)
    if (no) return no
    const read = await bodyOf(c)
    const why = unreadStatus(read)
    const words = sentOf('fields' in read ? read.fields : {}).text('bezwaar')
    const again = (problems: Problems, code: 400 | 413 | 422 | 503) =>
      shown(c, <ToldPage view={there.view} told={there.found} here={at(there.secret)} {...{ words, problems }} />, code)
    if (why) return again({ '': says('nl')[why.says] }, why.status)
    if (words === '') return again({ bezwaar: 'Schrijf op wat er anders moet.' }, 422)
    if (words.length > LONGEST_REMARK) return again({ bezwaar: tooLong(words.length, LONGEST_REMARK) }, 422)
    const done = await objectTo(
      db,
      there.municipality,
      there.hash,
      words,
      `Beantwoord het bezwaar van ${there.found.party} tegen openbaar maken`.slice(0, 700),
    )
    if (done === 'done') return c.redirect(at(there.secret), 303)
    return again({ '': done === 'twice' ? 'U stuurde al een bezwaar.' : 'De termijn om te reageren is voorbij.' }, 422)
  })
  app.post('/weerwoord/:secret/zonder-naam', async (c) => {
    const there = await opened(c, 'nl', doors, find)
    if (there.dead) return there.dead
    const no = await theirs(c, 'nl', doors)
    if (no) return no
    await unname(db, there.municipality, there.hash)
    return c.redirect(at(there.secret), 303)
  })
  return app
}
