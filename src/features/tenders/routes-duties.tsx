/** The duties of contracts at the desk: followed by who owns the contract, and what was seen is written down. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { handTasks } from '../../db/tasks.ts'
import { dutchTime } from '../../lib/dutch-time.ts'
import { isDate } from '../../lib/iso-date.ts'
import { UUID } from '../../lib/uuid.ts'
import type { Power } from '../../registers/power.ts'
import { allows } from '../../vocabulary/roles.ts'
import { DUTY_STEPS, type DutyStep } from '../../vocabulary/tender.ts'
import { Select } from '../../web/desk/form.tsx'
import { go, missing, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { among, filled, oneOf, readForm, text, thatIs, word } from '../../web/desk/schema.ts'
import { day } from '../../web/language.ts'
import { Notice, Text } from '../../web/parts.tsx'
import { ActPage } from './act-page.tsx'
import { noteOnProducts, tellBreach } from './breach.ts'
import { contractById, contractsOf, foundOf, measuredOf, type Contract } from './contract-store.ts'
import type { TenderDeps } from './draft.ts'
import {
  contractsWithDuties,
  DUTY_TASK,
  dutiesOf,
  dutyById,
  followers,
  handDuties,
  stepsOf,
  takeDutyStep,
  tellOwner,
  type Duty,
} from './duty-store.ts'
import { ContractsPage, DUTIES } from './page-contracts.tsx'
import { ContractPage, DutyPage } from './page-duties.tsx'
import { nextCheck, stepsFor } from './rules/duty.ts'
import { speakingOf } from './rules/measured.ts'

/** Leads from the registers of contracts and of products to what suppliers promised. */
export const dutyPowers: readonly Power[] = [
  {
    purpose: 'contract',
    list: { to: DUTIES, text: 'Plichten van contracten, uit aanbestedingen' },
    entry: { to: (id) => `${DUTIES}/${id}`, text: 'Wat de leverancier beloofde, en of het wordt nagekomen' },
  },
  {
    purpose: 'product',
    entry: { to: (id) => `${DUTIES}?product=${id}`, text: 'Beloften van de leverancier, en wat niet is nagekomen' },
  },
]

const STEP = {
  stap: word(oneOf(Object.keys(DUTY_STEPS) as [DutyStep, ...DutyStep[]], 'Kies wat u zag.')),
  dag: word(thatIs(isDate, 'Vul een datum in die bestaat.')),
  tekst: text(8_000, filled('Schrijf wat u zag, en welk bewijs er is.')),
}

/** The day on which the promise was read (YYYY-MM-DD). */
const promisedOn = ({ promisedAt }: Duty): string => dutchTime(promisedAt).date

export function dutyRoutes({ registers, catalogue }: TenderDeps): readonly Route<Tx>[] {
  const atContract =
    (work: (asked: Asked<Tx>, contract: Contract, duties: readonly Duty[]) => Promise<Reply>) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const { tx, municipality, params } = asked
      const contract = await contractById(tx, municipality.id, registers, params['contract']!)
      const duties = contract ? await dutiesOf(tx, municipality.id, contract.id) : []
      return contract && duties.length > 0 ? work(asked, contract, duties) : missing
    }
  const atDuty = (
    why: 'to-read' | 'to-change',
    work: (asked: Asked<Tx>, contract: Contract, duty: Duty) => Promise<Reply>,
  ) =>
    atContract(async (asked, contract) => {
      const duty = await dutyById(asked.tx, asked.municipality.id, asked.params['duty']!, why)
      return duty && duty.contract === contract.id ? work(asked, contract, duty) : missing
    })
  const measured = (tx: Tx, city: string, contract: Contract, duties: readonly Duty[], today: string) => {
    const norms = catalogue.norms.filter(({ id }) => duties.some(({ norm }) => norm === id))
    return measuredOf(tx, city, contract, norms, today)
  }
  const shown = async (
    { tx, municipality, view, today, who }: Asked<Tx>,
    contract: Contract,
    duty: Duty,
    more: { typed?: Record<string, string>; problems?: Record<string, string>; clash?: React.ReactNode } = {},
  ) => (
    <DutyPage
      {...{ view, contract, duty, today, ...more }}
      steps={await stepsOf(tx, municipality.id, [duty.id])}
      findings={await foundOf(tx, municipality.id, contract, [duty.norm])}
      measured={speakingOf(duty, await measured(tx, municipality.id, contract, [duty], today))}
      mayFollow={allows(who.roles, 'duty.follow')}
    />
  )

  return [
    {
      method: 'GET',
      path: '/contractplichten',
      may: 'tender.read',
      answer: async ({ tx, municipality, view, query }) => {
        const product = query.get('product') ?? ''
        const only = UUID.test(product) ? await contractsOf(tx, municipality.id, registers, product) : undefined
        const all = (await contractsWithDuties(tx, municipality.id)).filter(
          ({ contract }) => only === undefined || only.includes(contract),
        )
        const rows = []
        for (const each of all) {
          const contract = await contractById(tx, municipality.id, registers, each.contract)
          rows.push({ ...each, title: contract?.title ?? 'Een contract dat u niet kunt lezen' })
        }
        return page(<ContractsPage view={view} rows={rows} />)
      },
    },
    {
      method: 'GET',
      path: '/contractplichten/:contract',
      may: 'tender.read',
      answer: atContract(async ({ tx, municipality, view, today, who }, contract, duties) => {
        const findings = await foundOf(tx, municipality.id, contract, [...new Set(duties.map(({ norm }) => norm))])
        const steps = await stepsOf(
          tx,
          municipality.id,
          duties.map(({ id }) => id),
        )
        const mayFollow = allows(who.roles, 'duty.follow')
        const there = await measured(tx, municipality.id, contract, duties, today)
        return page(
          <ContractPage {...{ view, contract, duties, findings, steps, today, mayFollow }} measured={there} />,
        )
      }),
    },
    ...(['GET', 'POST'] as const).map((method): Route<Tx> => ({
      method,
      path: '/contractplichten/:contract/eigenaar',
      may: 'duty.follow',
      answer: atContract(async ({ tx, municipality, view, sent }, contract, duties) => {
        const people = await followers(tx, municipality.id)
        const fields = { eigenaar: word(among(people, 'Kies wie het contract volgt.')) }
        const read = method === 'POST' ? readForm(fields, sent) : undefined
        if (read?.held) {
          const to = read.held.eigenaar.id
          const objects = await handDuties(tx, municipality.id, contract.id, to)
          await handTasks(tx, municipality.id, { objects, to })
          await record(tx, municipality.id, { act: 'duty.owner', object: `entry/${contract.id}`, detail: { to } })
          return go(`${DUTIES}/${contract.id}`, `${read.held.eigenaar.name} volgt nu dit contract.`)
        }
        const problems = read?.problems ?? {}
        return page(
          <ActPage
            {...{ view, problems }}
            title="Geef de plichten aan een ander"
            lead={`Wie volgt het contract “${contract.title}”? De open taken gaan mee.`}
            crumbs={[{ name: contract.title, to: `${DUTIES}/${contract.id}` }]}
            action={`${DUTIES}/${contract.id}/eigenaar`}
            button="Overdragen"
          >
            <Select
              name="eigenaar"
              label="Nieuwe eigenaar"
              empty="Kies een persoon"
              value={read?.typed.eigenaar ?? duties[0]!.owner}
              options={people.map(({ id, name, function: what }) => ({ value: id, label: `${name}, ${what}` }))}
              problems={problems}
            />
          </ActPage>,
          read ? 422 : undefined,
        )
      }),
    })),
    {
      method: 'GET',
      path: '/contractplichten/:contract/:duty',
      may: 'tender.read',
      answer: atDuty('to-read', async (asked, contract, duty) => page(await shown(asked, contract, duty))),
    },
    {
      method: 'POST',
      path: '/contractplichten/:contract/:duty',
      may: 'duty.follow',
      answer: atDuty('to-change', async (asked, contract, duty) => {
        const { tx, municipality, who, sent, today } = asked
        const read = readForm(STEP, sent, [
          {
            field: 'stap',
            holds: ({ stap }) => stepsFor(duty.state, duty.exit).includes(stap as DutyStep),
            says: 'Dit kan nu niet bij deze plicht. Kies een andere uitkomst.',
          },
          { field: 'dag', holds: ({ dag }) => dag <= today, says: 'Deze dag moet nog komen.' },
          {
            field: 'dag',
            holds: ({ dag }) => dag >= promisedOn(duty),
            says: `De belofte is van ${day('nl', promisedOn(duty))}. Kies die dag of een latere.`,
          },
        ])
        const steps = await stepsOf(tx, municipality.id, [duty.id])
        if (sent.mark('gezien') !== String(steps.length)) {
          const clash = (
            <Notice title="Dit is intussen veranderd">
              <Text>Er is intussen iets vastgelegd. Kijk bij het verloop. Wat u typte, staat hieronder nog.</Text>
            </Notice>
          )
          return page(await shown(asked, contract, duty, { typed: read.typed, clash }), 409)
        }
        if (!read.held)
          return page(await shown(asked, contract, duty, { typed: read.typed, problems: read.problems }), 422)
        const { stap: step, dag: seenOn, tekst } = read.held
        const nextOn = nextCheck(step, seenOn, duty.months)
        await takeDutyStep(tx, municipality.id, duty, { step, seenOn, text: tekst, nextOn, by: who.id })
        const seen = { on: seenOn, said: tekst }
        if (step === 'breach') {
          await noteOnProducts(asked, catalogue.norms, { contract, duty, seen, verdict: 'unmet' })
          await tellOwner(tx, municipality.id, { ...duty, nextOn }, DUTY_TASK)
          await tellBreach(asked, { contract, duty, seen })
        }
        if (step === 'repaired') await noteOnProducts(asked, catalogue.norms, { contract, duty, seen, verdict: 'met' })
        await record(tx, municipality.id, {
          act: 'duty.step',
          object: `entry/${contract.id}`,
          detail: { duty: duty.id, step, products: step === 'breach' ? contract.products : [] },
        })
        // What was established stands in the history of each product, whatever the norm is about.
        for (const product of step === 'breach' || step === 'repaired' ? contract.products : [])
          await record(tx, municipality.id, {
            act: 'duty.step',
            object: `entry/${product}`,
            detail: { duty: duty.id, step, contract: contract.id },
          })
        return go(`${DUTIES}/${contract.id}/${duty.id}`, 'Het staat bij het verloop.')
      }),
    },
  ]
}
