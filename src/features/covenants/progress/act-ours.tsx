/** What an organisation hands in and says at what it promised: totals, proof, an improvement plan, an objection. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { countedFindings } from '../../../db/counted-findings.ts'
import type { Uploads } from '../../../db/uploads.ts'
import { isDate } from '../../../lib/iso-date.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { forbidden, go, missing, page, tooLate, type Asked, type Route } from '../../../web/desk/route.ts'
import { file, filled, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { onPledge } from './frame.tsx'
import { firstSteps } from './page-pledge.tsx'
import { ownPlace } from './page-ours.tsx'
import { keptProof, proofAt, PROOF_LIMIT } from './proof.tsx'
import type { House } from './rules.ts'
import { figuresOfParty, notesOf, verdictsOf, wholesNow } from './store.ts'
import { participations, type Followed, type Participation } from './terms-store.ts'
import { handIn, TotalsForm } from './totals.tsx'
import { missOf, standing, type Verdict } from './verdict-rules.ts'
import { sayTo, writeNote } from './verdict-store.ts'
import { OurPledgePage, type Wrong } from './page-our-pledge.tsx'

async function shown(
  { tx, municipality, view, who, today }: Asked<Tx>,
  house: House,
  covenant: Followed,
  pledge: PledgeTerms,
  wrong: Wrong = {},
) {
  const part = (await participations(tx, municipality.id, covenant.id)).find(({ party }) => party === who.organisation)
  if (!part) return undefined
  const verdicts = await verdictsOf(tx, municipality.id, covenant.id, pledge.id)
  const figures = await figuresOfParty(tx, municipality.id, covenant.id, part.party)
  const own = figures.filter((row) => row.pledge === pledge.id)
  return (
    <OurPledgePage
      view={view}
      covenant={covenant}
      pledge={pledge}
      part={part}
      own={own}
      whole={(await wholesNow(tx, municipality.id, covenant.id)).get(pledge.id)}
      verdict={verdictFor(verdicts, part)}
      together={standing(verdicts).find(({ whole }) => whole)}
      totals={await countedFindings(tx, municipality.id, covenant.id, [pledge.id])}
      notes={await notesOf(tx, municipality.id, covenant.id, pledge.id)}
      steps={firstSteps(
        house,
        pledge,
        own.findLast(({ to }) => to === null),
      )}
      today={today}
      {...wrong}
    />
  )
}

/** What was said of the party: of itself, or of all together where they are so few that it is said of each of them. */
export const verdictFor = (all: readonly Verdict[], { party }: Participation): Verdict | undefined => {
  const now = standing(all)
  return (
    now.find(({ whole, organisation }) => !whole && organisation === party) ??
    now.find(({ whole, objectUntil }) => whole && objectUntil !== null)
  )
}

const PLAN = { plan: text(8_000, filled('Schrijf uw verbeterplan.')) }
const OBJECTION = { bezwaar: text(4_000, filled('Schrijf wat er niet klopt.')) }
const PROOF = {
  bestand: file,
  dag: word(thatIs(isDate, 'Vul een datum in.')),
  tekst: text(2_000, filled('Schrijf wat het laat zien.')),
}
const OVER = 'U doet niet meer mee aan dit convenant. Wat er stond, blijft staan.'

export const ourPledgeRoutes = (house: House, uploads: Uploads): readonly Route<Tx>[] => {
  const path = '/onze-afspraken/:covenant/afspraken/:pledge'
  const may = 'covenant.own'
  const post = (
    what: string,
    act: (
      asked: Asked<Tx>,
      covenant: Followed,
      pledge: PledgeTerms,
      part: Participation,
    ) => Promise<Wrong | string | ReturnType<typeof go>>,
    limit?: number,
  ): Route<Tx> => ({
    method: 'POST',
    path: `${path}/${what}`,
    may,
    ...(limit === undefined ? {} : { limit }),
    answer: onPledge(async (asked, covenant, pledge) => {
      const all = await participations(asked.tx, asked.municipality.id, covenant.id)
      const part = all.find(({ party }) => party === asked.who.organisation)
      if (!part) return missing
      if (part.way.length === 0 || part.way.at(-1)!.is === 'left') return forbidden(OVER)
      const came = await act(asked, covenant, pledge, part)
      if (typeof came === 'string') return go(ownPlace(covenant, pledge), came)
      if ('kind' in came) return came
      const body = await shown(asked, house, covenant, pledge, came)
      return body ? page(body, 422) : missing
    }),
  })
  /** Says something to the verdict on the own organisation; the clock puts it on somebody's list. */
  const say =
    (kind: 'plan' | 'objection', told: string) =>
    async (
      { tx, municipality, who, sent, today }: Asked<Tx>,
      covenant: Followed,
      pledge: PledgeTerms,
      part: Participation,
    ) => {
      const verdict = verdictFor(await verdictsOf(tx, municipality.id, covenant.id, pledge.id), part)
      const miss = verdict && missOf(verdict, today)
      if (!verdict || !miss) return tooLate('Er is geen oordeel waarop u nu kunt reageren.')
      if (kind === 'plan' && verdict.whole) return tooLate('Het plan voor allen samen maakt de gemeente.')
      if (kind === 'objection' && !miss.mayObject) return tooLate('De termijn voor bezwaar is voorbij.')
      // The objection was right: the verifier looks again, and until then no plan is asked.
      if (kind === 'plan' && miss.objection === 'upheld')
        return tooLate('Uw bezwaar is gegrond. De toetser kijkt opnieuw; een verbeterplan is nu niet nodig.')
      if (kind === 'plan' && (miss.plan === 'accepted' || miss.plan === 'handed-in'))
        return tooLate('Uw verbeterplan is al ingeleverd.')
      const form = kind === 'plan' ? readForm(PLAN, sent) : readForm(OBJECTION, sent)
      if (!form.held) return { problems: form.problems, typed: form.typed as Record<string, string> }
      const [words] = Object.values(form.held)
      await sayTo(tx, municipality.id, who.id, { verdict: verdict.id, kind, organisation: part.party, text: words! })
      await record(tx, municipality.id, {
        act: kind === 'plan' ? 'pledge.plan-given' : 'pledge.objected',
        object: `covenant/${covenant.id}`,
        detail: { pledge: pledge.id },
      })
      return told
    }
  return [
    {
      method: 'GET',
      path,
      may,
      answer: onPledge(async (asked, covenant, pledge) => {
        const body = await shown(asked, house, covenant, pledge)
        return body ? page(body) : missing
      }),
    },
    post('aantallen', async (asked, covenant, pledge, part) => {
      if (pledge.method !== 'counts') return tooLate('Deze afspraak volgt bevindingen. Aantallen zijn niet nodig.')
      const came = await handIn(asked, covenant, pledge, part.party)
      if (came === 'kept') return 'De aantallen zijn ingeleverd. De toetser kijkt ze na.'
      if ('reply' in came) return came.reply as ReturnType<typeof go>
      const action = `${ownPlace(covenant, pledge)}/aantallen`
      return {
        problems: came.wrong.problems,
        form: <TotalsForm view={asked.view} action={action} pledge={pledge} {...came.wrong} />,
      }
    }),
    post(
      'bewijs',
      async (asked, covenant, pledge, part) => {
        const { tx, municipality, who, sent, today } = asked
        const { typed: given, held, problems } = readForm(PROOF, sent)
        const { bestand, ...typed } = given
        const wrong: Record<string, string> = {
          ...problems,
          ...(typed.dag > today ? { dag: 'Deze dag is nog niet geweest.' } : {}),
        }
        if (!held || Object.keys(wrong).length > 0) return { problems: wrong, typed }
        const kept = await keptProof(asked, uploads, bestand)
        if ('problem' in kept) return { problems: { bestand: kept.problem }, typed }
        await writeNote(tx, municipality.id, who.id, {
          covenant: covenant.id,
          pledge: pledge.id,
          kind: 'proof',
          organisation: part.party,
          on: held.dag,
          text: held.tekst,
          upload: kept.upload,
        })
        await record(tx, municipality.id, {
          act: 'pledge.noted',
          object: `covenant/${covenant.id}`,
          detail: { pledge: pledge.id, kind: 'proof' },
        })
        return 'Uw bewijs staat bij de afspraak.'
      },
      PROOF_LIMIT,
    ),
    { method: 'GET', path: `${path}/bewijs/:upload`, may, answer: onPledge(proofAt(uploads)) },
    post('plan', say('plan', 'Uw verbeterplan is ingeleverd.')),
    post('bezwaar', say('objection', 'Uw bezwaar is ontvangen. U krijgt antwoord.')),
  ]
}
