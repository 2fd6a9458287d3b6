/** Composes a result agreement in a draft: a new one from an example or norms, or another text. */
import type { Tx } from '../../db/as.ts'
import { lastAct, record } from '../../db/audit.ts'
import type { CovenantTemplate, PledgeTerms } from '../../model/covenant.ts'
import type { Norm } from '../../model/norm.ts'
import { basisOf, changesBetween, Clash, merged, trailOf } from '../../web/desk/edit.tsx'
import { none, type Problems } from '../../web/desk/form.tsx'
import { go, overtaken, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import type { ReactNode } from 'react'
import { onDraft, versionPlace } from './frame.tsx'
import { judgedPledge, titlesOf, type Judging } from './judged-pledge.ts'
import { amendedHere } from './pledge-amended.ts'
import { PledgePage } from './page-pledge.tsx'
import { ChoosePledgePage } from './page-pledge-choose.tsx'
import { LABELS, shownBy } from './pledge-clash.ts'
import type { Input } from './pledge-form.ts'
import { inputOfExample, inputOfPledge } from './pledge-input.ts'
import { decisionOf } from './pledge-rules.ts'
import type { House } from './progress/rules.ts'
import { colleagues, partiesInvited } from './pledge-store.ts'
import { streetsOf, type Covenant, type Version } from './store.ts'
import { withPledge } from './text.ts'
import { fixedText, writeVersion } from './version-store.ts'

type Deps = House & { readonly templates: readonly CovenantTemplate[] }
type Shown = {
  readonly norms: readonly Norm[]
  readonly input: Input
  readonly id?: string
  readonly proposed?: string
  readonly agreed: boolean
  readonly careful?: string
  readonly basis?: string
  readonly clash?: ReactNode
  readonly problems?: Problems
}

async function form({ tx, municipality, view }: Asked<Tx>, covenant: Covenant, version: Version, shown: Shown) {
  const { problems, clash } = shown
  return page(
    <PledgePage
      view={view}
      covenant={covenant}
      version={version}
      staff={await colleagues(tx, municipality.id, covenant.id)}
      parties={await partiesInvited(tx, municipality.id, covenant.id)}
      streets={await streetsOf(tx, municipality.id)}
      proposed=""
      {...shown}
    />,
    clash !== undefined ? 409 : problems !== undefined && problems !== none ? 422 : undefined,
  )
}

/** The norms with these ids, in the order of the catalogue. */
const among = (norms: readonly Norm[], ids: readonly string[]) => norms.filter(({ id }) => ids.includes(id))
const examplesFor = (templates: readonly CovenantTemplate[], { template, cluster }: Covenant) =>
  (templates.find(({ id }) => id === template)?.pledges ?? []).filter(
    ({ clusters }) => clusters.length === 0 || cluster === null || clusters.includes(cluster),
  )

async function judging(
  asked: Asked<Tx>,
  house: House,
  [covenant, version]: readonly [Covenant, Version],
  norms: readonly Norm[],
  id?: string,
) {
  const { tx, municipality, today } = asked
  const fixed = await fixedText(tx, municipality.id, covenant.id)
  return {
    tx,
    municipality: municipality.id,
    covenant,
    text: version.text,
    norms,
    house,
    staff: await colleagues(tx, municipality.id, covenant.id),
    today,
    before: version.text.pledges.find((each) => each.id === id),
    agreed: fixed?.pledges.find((each) => each.id === id),
    taken: fixed?.pledges.map((each) => each.id) ?? [],
  } satisfies Judging
}

async function keep(asked: Asked<Tx>, covenant: Covenant, version: Version, pledge: PledgeTerms, detail: object) {
  const { tx, municipality } = asked
  await writeVersion(tx, municipality.id, covenant.id, version.no, withPledge(version.text, pledge))
  await record(tx, municipality.id, {
    act: 'covenant.pledge-written',
    object: `covenant/${covenant.id}`,
    detail: { version: version.no, pledge: pledge.id, ...detail },
  })
}

/** Somebody took it out meanwhile. */
export const gone = (): Reply =>
  overtaken('Deze afspraak staat niet meer in het concept. Een collega haalde haar weg. Er is niets opgeslagen.')

export const pledgeRoutes = ({ templates, ...house }: Deps): readonly Route<Tx>[] => {
  const { norms } = house
  const idsOf = (told: string) => told.split(' ').filter(Boolean)
  return [
    {
      method: 'GET',
      path: '/convenanten/:covenant/versies/:version/afspraak-erbij',
      may: 'covenant.write',
      answer: onDraft('to-read', async (asked, covenant, version) => {
        const examples = examplesFor(templates, covenant)
        const example = examples.find(({ id }) => id === asked.query.get('voorbeeld'))
        const chosen = among(norms, example?.norms ?? asked.query.getAll('norm'))
        if (chosen.length === 0) {
          const props = { view: asked.view, covenant, version, examples, norms }
          return page(<ChoosePledgePage {...props} />)
        }
        return form(asked, covenant, version, {
          norms: chosen,
          input: inputOfExample(example, asked.today),
          agreed: false,
          ...(example && { careful: example.careful }),
        })
      }),
    },
    {
      method: 'POST',
      path: '/convenanten/:covenant/versies/:version/afspraak-erbij',
      may: 'covenant.write',
      answer: onDraft('to-change', async (asked, covenant, version) => {
        const chosen = among(norms, idsOf(asked.sent.mark('normen')))
        const { input, problems, terms } = await judgedPledge(
          asked.sent,
          await judging(asked, house, [covenant, version], chosen),
        )
        if (!terms) return form(asked, covenant, version, { norms: chosen, input, problems, agreed: false })
        await keep(asked, covenant, version, terms, { title: terms.title })
        return go(
          `${versionPlace(covenant, version.no)}#artikel-${terms.id}`,
          'De afspraak staat in het concept, met de beginmeting erbij.',
        )
      }),
    },
    {
      method: 'GET',
      path: '/convenanten/:covenant/versies/:version/afspraken/:article/wijzigen',
      may: 'covenant.write',
      answer: onDraft('to-read', async (asked, covenant, version) => {
        const id = asked.params['article']!
        const { before, agreed } = await judging(asked, house, [covenant, version], [], id)
        if (!before) return gone()
        const chosen = among(norms, before.norms)
        const input = inputOfPledge(before, amendedHere(before, agreed))
        return form(asked, covenant, version, {
          id,
          norms: chosen,
          input,
          proposed: decisionOf(before, titlesOf(chosen)),
          agreed: agreed !== undefined,
          basis: basisOf(input),
        })
      }),
    },
    {
      method: 'POST',
      path: '/convenanten/:covenant/versies/:version/afspraken/:article/wijzigen',
      may: 'covenant.write',
      answer: onDraft('to-change', async (asked, covenant, version) => {
        const { tx, municipality, sent, params } = asked
        const id = params['article']!
        const there = version.text.pledges.find((each) => each.id === id)
        if (!there) return gone()
        const chosen = among(norms, there.norms)
        const against = await judging(asked, house, [covenant, version], chosen, id)
        const now = inputOfPledge(there, amendedHere(there, against.agreed))
        const { input, problems, terms } = await judgedPledge(sent, against)
        const shown = {
          id,
          norms: chosen,
          proposed: decisionOf(there, titlesOf(chosen)),
          agreed: against.agreed !== undefined,
          basis: basisOf(now),
        }
        if (sent.mark('basis') !== shown.basis) {
          const { values, taken } = merged(sent.mark('basis'), now, input)
          const parties = await partiesInvited(tx, municipality.id, covenant.id)
          const clash = {
            changes: changesBetween(now, values, shownBy(against.staff, parties, chosen)),
            labels: LABELS,
            last: await lastAct(tx, municipality.id, `covenant/${covenant.id}`),
            taken,
          }
          return form(asked, covenant, version, { ...shown, input: values, clash: <Clash {...clash} /> })
        }
        if (!terms) return form(asked, covenant, version, { ...shown, input, problems })
        await keep(
          asked,
          covenant,
          version,
          terms,
          trailOf(changesBetween(now, inputOfPledge(terms, amendedHere(terms, against.agreed)))),
        )
        return go(`${versionPlace(covenant, version.no)}#artikel-${id}`, 'De afspraak is opgeslagen.')
      }),
    },
  ]
}
