/** Who is client or supplier: the relation that TLP:AMBER asks for. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { go, missing, notYet, page, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { CLIENT } from './fields.ts'
import type { A } from './here.tsx'
import { contractsIn } from './match-store.ts'
import { ClientsPage } from './page-clients.tsx'
import { PLACE } from './page-list.tsx'
import { addClient, clientsIn, endClient, organisationsIn } from './receivers-store.ts'
import type { WarningDeps } from './shown.ts'

const BACK = `${PLACE}/relaties`

async function clientsPage({ tx, municipality: { id }, view }: A, { registers }: WarningDeps, problems?: Problems) {
  return (
    <ClientsPage
      view={view}
      clients={await clientsIn(tx, id)}
      organisations={await organisationsIn(tx, id)}
      contracts={await contractsIn(tx, id, registers)}
      {...(problems === undefined ? {} : { problems })}
    />
  )
}

export const clientRoutes = (deps: WarningDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/waarschuwingen/relaties',
    may: 'warning.write',
    answer: async (asked) => page(await clientsPage(asked, deps)),
  },
  {
    method: 'POST',
    path: '/waarschuwingen/relaties',
    may: 'warning.write',
    answer: async (asked) => {
      const { tx, municipality, sent, who } = asked
      const contracts = await contractsIn(tx, municipality.id, deps.registers)
      if (contracts.length === 0) return notYet('Zet eerst het contract in het register.')
      const { held, problems } = readForm(CLIENT, sent)
      if (!held) return page(await clientsPage(asked, deps, problems), 422)
      const contract = contracts.find(({ id }) => id === held.contract)
      const there = (await organisationsIn(tx, municipality.id)).some(({ id }) => id === held.organisatie)
      if (!contract || !there) {
        const wrong = contract ? { organisatie: 'Kies een organisatie.' } : { contract: 'Kies een contract.' }
        return page(await clientsPage(asked, deps, wrong), 422)
      }
      const has = (await clientsIn(tx, municipality.id)).some(
        ({ organisation, contract: of }) => organisation === held.organisatie && of === contract.title,
      )
      if (has) return page(await clientsPage(asked, deps, { contract: 'Deze relatie staat er al.' }), 422)
      const client = {
        organisation: held.organisatie,
        contract: contract.id,
        contractName: contract.title.slice(0, 200),
      }
      const id = await addClient(tx, municipality.id, who.id, client)
      const detail = { organisation: held.organisatie, contract: contract.id }
      await record(tx, municipality.id, { act: 'warning.client-added', object: `warning-client/${id}`, detail })
      return go(BACK, 'De relatie is vastgelegd.')
    },
  },
  {
    method: 'POST',
    path: '/waarschuwingen/relaties/:client/eindigen',
    may: 'warning.write',
    answer: async ({ tx, municipality, params, who }) => {
      const { numUpdatedRows } = await endClient(tx, municipality.id, params['client']!, who.id)
      if (numUpdatedRows === 0n) return missing
      const object = `warning-client/${params['client']}`
      await record(tx, municipality.id, { act: 'warning.client-ended', object, detail: {} })
      return go(BACK, 'De relatie is beëindigd. Wat TLP:AMBER is, gaat niet meer naar deze organisatie.')
    },
  },
]
