/** The organisation that an address names, or nothing is there. */
import type { Context } from 'hono'
import { refuse } from '../../web/refuse.ts'
import { readOrganisation } from './store.ts'
import type { At } from '../standing.ts'

const SLUG = /^[a-z0-9][a-z0-9-]{0,199}$/

/** As it stood in a publication. */
export async function organisationOf(at: At, c: Context) {
  const slug = c.req.param('slug') ?? ''
  if (!SLUG.test(slug)) refuse('organisation')
  return (await readOrganisation(at, slug)) ?? refuse('organisation')
}
