/** What is chosen of the group of an organisation: by itself, and by the municipality. */
import { text, thatIs, word, type Across } from '../../web/desk/schema.ts'
import { CLUSTER_NAMES } from '../../vocabulary/group.ts'

export const GROUP = {
  groep: word(thatIs((cluster) => Object.hasOwn(CLUSTER_NAMES, cluster), 'Kies een groep.')),
  reden: text(1_000),
}
/** Who chooses another group than this one says why. */
export const saysWhy = (cluster: string | null, says: string): Across<typeof GROUP> => ({
  field: 'reden',
  holds: ({ groep, reden }) => groep === cluster || reden !== '',
  says,
})
