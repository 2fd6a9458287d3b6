/** Lays a version before everybody who was invited, with what changed and why; and begins the next one as its copy. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import { daysAfter, isDate } from '../../lib/iso-date.ts'
import { COVENANT_OPINION_ROLES } from '../../vocabulary/covenant.ts'
import { Area, Button, Buttons, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { go, notYet, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text, thatIs, word } from '../../web/desk/schema.ts'
import { day } from '../../web/language.ts'
import { Link, Text } from '../../web/parts.tsx'
import { Act, onCovenant, onDraft, placeOf, versionPlace } from './frame.tsx'
import { opinionTask } from './opinion-store.ts'
import type { Covenant, Version } from './store.ts'
import { nextVersion, showVersion } from './version-store.ts'
import { whyNotShown } from './rules.ts'
import { mailed, mailLinks } from './sign/invite.ts'

const fieldsOf = (today: string) => ({
  waarom: text(4_000, filled('Schrijf wat er in deze versie staat of anders is, en waarom.')),
  termijn: word(
    thatIs((typed) => isDate(typed) && typed > today && typed <= daysAfter(today, 366), 'Kies een dag na vandaag.'),
  ),
})

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  readonly typed: { readonly waarom: string; readonly termijn: string }
  readonly problems?: Problems
}

function ShowPage({ view, covenant, version, typed, problems = none }: Props) {
  const at = versionPlace(covenant, version.no)
  return (
    <Act
      view={view}
      covenant={covenant}
      version={version}
      title={`Leg versie ${version.no} voor`}
      lead="Iedereen die is uitgenodigd, kan haar lezen en per artikel reageren."
      problems={problems}
    >
      <Text>
        Wat u voorlegt, verandert niet meer. Wilt u later iets aanpassen, dan begint u een nieuwe versie. De FG en de
        informatiebeveiliger krijgen nu de vraag om advies. Elke contactpersoon krijgt een eigen link om te lezen.
      </Text>
      {version.no === 1 ? null : (
        <Text>
          <Link to={`${at}/verschillen`}>Bekijk eerst wat er anders is dan in versie {version.no - 1}</Link>
        </Text>
      )}
      <Form view={view} action={`${at}/voorleggen`}>
        <Area
          name="waarom"
          label={version.no === 1 ? 'Wat leest u hier, en wat vraagt u?' : 'Wat is er anders, en waarom?'}
          hint="Dit staat boven de tekst en blijft erbij staan."
          value={typed.waarom}
          rows={5}
          maxLength={4_000}
          problems={problems}
        />
        <Field
          name="termijn"
          label="Reageren kan tot en met"
          type="date"
          hint="Drie weken is gewoon. Verkorten kan later niet."
          value={typed.termijn}
          problems={problems}
        />
        <Buttons>
          <Button>Versie voorleggen</Button>
          <Link to={at}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

export const showRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/versies/:version/voorleggen',
    may: 'covenant.write',
    answer: onDraft('to-read', async ({ view, today }, covenant, version) => {
      const why = whyNotShown(covenant, version.text, today)
      if (why !== undefined) return notYet(why)
      const typed = { waarom: '', termijn: daysAfter(today, 21) }
      return page(<ShowPage view={view} covenant={covenant} version={version} typed={typed} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/versies/:version/voorleggen',
    may: 'covenant.write',
    answer: onDraft('to-change', async (asked, covenant, version) => {
      const { tx, municipality, view, who, sent, today } = asked
      const why = whyNotShown(covenant, version.text, today)
      if (why !== undefined) return notYet(why)
      const { typed, held, problems } = readForm(fieldsOf(today), sent)
      if (!held) {
        const props = { view, covenant, version, typed, problems }
        return page(<ShowPage {...props} />, 422)
      }
      await showVersion(tx, municipality.id, covenant.id, version.no, {
        by: who.id,
        why: held.waarom,
        until: held.termijn,
      })
      await closeTasks(tx, municipality.id, `covenant/${covenant.id}`, COVENANT_OPINION_ROLES.map(opinionTask))
      for (const role of COVENANT_OPINION_ROLES)
        await openTask(tx, municipality.id, {
          kind: opinionTask(role),
          object: `covenant/${covenant.id}`,
          whom: { role },
          text: `Geef advies over versie ${version.no} van ${covenant.title}`,
          path: `${versionPlace(covenant, version.no)}/advies`,
          dueOn: held.termijn,
        })
      await record(tx, municipality.id, {
        act: 'covenant.version-shown',
        object: `covenant/${covenant.id}`,
        detail: { version: version.no, until: held.termijn },
      })
      const stands = `Versie ${version.no} ligt voor tot en met ${day('nl', held.termijn)}.`
      if (covenant.invited === 0) return go(placeOf(covenant), stands)
      const count = await mailLinks(asked, covenant.id, { final: false })
      return go(`${placeOf(covenant)}${count === 0 ? '/deelnemers' : ''}`, `${stands} ${mailed(count)}`)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/versies',
    may: 'covenant.write',
    answer: onCovenant('to-change', async ({ tx, municipality, who }, covenant) => {
      if (covenant.draft !== undefined)
        return go(versionPlace(covenant, covenant.draft), `Versie ${covenant.draft} wordt al geschreven.`)
      if (covenant.state === 'ended' || covenant.state === 'dropped')
        return notYet('Dit convenant is voorbij. Begin een nieuw convenant.')
      const no = await nextVersion(tx, municipality.id, covenant.id, who.id)
      await record(tx, municipality.id, {
        act: 'covenant.version-begun',
        object: `covenant/${covenant.id}`,
        detail: { version: no },
      })
      return go(versionPlace(covenant, no), `Versie ${no} is begonnen als kopie van versie ${no - 1}.`)
    }),
  },
]
