/** Takes a result agreement out of a draft; what was agreed goes with a reason, which stays in the text. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { Area, Button, Buttons, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { go, page, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { Link, Text } from '../../web/parts.tsx'
import type { PledgeTerms } from '../../model/covenant.ts'
import { gone } from './act-pledge.tsx'
import { Act, onDraft, versionPlace } from './frame.tsx'
import { PledgeText } from './part-text.tsx'
import type { Covenant, Version } from './store.ts'
import { withoutPledge } from './text.ts'
import { fixedText, writeVersion } from './version-store.ts'

const WHY = {
  reden: text(1_000, filled('Deze afspraak is vastgesteld. Schrijf waarom zij vervalt.')),
  akkoord: text(500, filled('Schrijf wie ermee akkoord ging dat zij vervalt.')),
}
type Typed = { readonly [K in keyof typeof WHY]: string }

type Props = {
  readonly view: Asked<Tx>['view']
  readonly covenant: Covenant
  readonly version: Version
  readonly pledge: PledgeTerms
  /** An earlier version that was fixed promised it. */
  readonly agreed: boolean
  readonly typed?: Typed
  readonly problems?: Problems
}

function DropPage({ view, covenant, version, pledge, agreed, typed, problems = none }: Props) {
  const at = versionPlace(covenant, version.no)
  return (
    <Act
      view={view}
      covenant={covenant}
      version={version}
      title={`Haal “${pledge.title}” weg?`}
      lead="De afspraak gaat uit dit concept. In eerdere versies blijft zij staan."
      problems={problems}
    >
      <PledgeText pledge={pledge} />
      <Form view={view} action={`${at}/afspraken/${pledge.id}/weg`}>
        {agreed ? (
          <>
            <Text>Zij is vastgesteld. Dat zij vervalt, staat daarom in de nieuwe tekst, met uw reden.</Text>
            <Area
              name="reden"
              label="Waarom vervalt zij?"
              rows={3}
              maxLength={1_000}
              value={typed?.reden ?? ''}
              problems={problems}
            />
            <Field
              name="akkoord"
              label="Wie ging daarmee akkoord?"
              hint="Bijvoorbeeld: de stuurgroep, op 12 mei 2027."
              maxLength={500}
              value={typed?.akkoord ?? ''}
              problems={problems}
            />
          </>
        ) : null}
        <Buttons>
          <Button>Afspraak weghalen</Button>
          <Link to={`${at}#artikel-${pledge.id}`}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

/** The pledge of the address in this draft, and how it was agreed. */
const both = async ({ tx, municipality, params }: Asked<Tx>, covenant: Covenant, version: Version) => {
  const here = ({ id }: PledgeTerms) => id === params['article']
  const agreed = await fixedText(tx, municipality.id, covenant.id)
  return { pledge: version.text.pledges.find(here), agreed: agreed?.pledges.find(here) }
}

export const pledgeDropRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/versies/:version/afspraken/:article/weg',
    may: 'covenant.write',
    answer: onDraft('to-read', async (asked, covenant, version) => {
      const { pledge, agreed } = await both(asked, covenant, version)
      if (!pledge) return gone()
      return page(<DropPage {...{ view: asked.view, covenant, version, pledge, agreed: agreed !== undefined }} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/versies/:version/afspraken/:article/weg',
    may: 'covenant.write',
    answer: onDraft('to-change', async (asked, covenant, version) => {
      const { tx, municipality, view, sent, today } = asked
      const { pledge, agreed } = await both(asked, covenant, version)
      if (!pledge) return gone()
      const { typed, held, problems } = readForm(WHY, sent)
      if (agreed && !held) {
        const props = { view, covenant, version, pledge, agreed: true, typed, problems }
        return page(<DropPage {...props} />, 422)
      }
      const { id, title } = pledge
      const dropped = agreed && held && { id, title: agreed.title, decision: agreed.decision }
      const why = held && { on: today, why: held.reden, agreed: held.akkoord }
      const text = withoutPledge(version.text, id, dropped && why ? { ...dropped, ...why } : undefined)
      await writeVersion(tx, municipality.id, covenant.id, version.no, text)
      await record(tx, municipality.id, {
        act: 'covenant.pledge-removed',
        object: `covenant/${covenant.id}`,
        detail: { version: version.no, pledge: id, title, ...(dropped && why && { why: why.why.slice(0, 200) }) },
      })
      return go(versionPlace(covenant, version.no), `“${title}” is uit het concept gehaald.`)
    }),
  },
]
