/** Which networks an address stands for, when what comes from them is counted. */

/** Budgets of all who cannot be told apart together, and of all networks of one place, as times that of one address. */
const TOGETHER = 5
const OF_PLACE = 4

/**
 * The networks that an address counts for, each with how many times the budget of one address it has. A provider hands
 * a place up to a /48 (RIPE-690), 65,536 networks: one who has those gets no further than four homes do. Who comes from
 * nowhere that we can tell counts too, together with all others of whom that is so.
 */
export function networksOf(address: string | undefined): readonly { readonly name: string; readonly times: number }[] {
  if (address === undefined) return [{ name: 'unknown', times: TOGETHER }]
  const own = { name: address, times: 1 }
  const [, place] = /^((?:[0-9a-f]+:){3})[0-9a-f]+::\/64$/.exec(address) ?? []
  return place === undefined ? [own] : [own, { name: `${place}:/48`, times: OF_PLACE }]
}
