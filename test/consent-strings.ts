/** Test support: strings of IAB Europe's framework (TCF v2), written by its own library. */
import { GVL, TCModel, TCString } from '@iabtcf/core'

/** A list of partners, of which only those named are on it. */
const LIST = {
  gvlSpecificationVersion: 3,
  vendorListVersion: 48,
  tcfPolicyVersion: 4,
  lastUpdated: '2026-11-01T00:00:00Z',
  purposes: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((id) => [id, { id }])),
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
}

/** A string with these purposes and partners; nothing of them is a no to all. */
export function writtenString({
  purposes = [],
  partners = [],
  claimed = [],
}: {
  readonly purposes?: readonly number[]
  readonly partners?: readonly number[]
  readonly claimed?: readonly number[]
}): string {
  const vendors = Object.fromEntries(
    partners.map((id) => [
      id,
      {
        id,
        name: `${id}`,
        purposes: [1],
        legIntPurposes: [1],
        flexiblePurposes: [],
        specialPurposes: [],
        features: [],
        specialFeatures: [],
      },
    ]),
  )
  const model = new TCModel(new GVL({ ...LIST, vendors } as never))
  Object.assign(model, { cmpId: 31, cmpVersion: 1, consentScreen: 1, consentLanguage: 'NL', isServiceSpecific: true })
  model.purposeConsents.set([...purposes])
  model.vendorConsents.set([...partners])
  model.purposeLegitimateInterests.set([...claimed])
  return TCString.encode(model)
}
