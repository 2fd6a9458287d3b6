/** What an entry of a register says, by the reason of a finding, in both languages. */

const nl = {
  /** What an entry of a register says, by the reason of the finding. */
  entry: {
    filled: (field: string, _said: string) => `In het register is “${field}” ingevuld.`,
    empty: (field: string, _said: string) => `In het register is “${field}” niet ingevuld.`,
    open: (field: string, _said: string) => `In het register is “${field}” niet ingevuld, dus dit weten wij niet.`,
    linked: (field: string, _said: string) => `Het register verwijst bij “${field}” naar waar dit te vinden is.`,
    unlinked: (field: string, _said: string) => `Het register verwijst bij “${field}” nergens naar.`,
    ended: (field: string, _said: string) => `Waar het register bij “${field}” naar verwijst, is beëindigd of weg.`,
    'not-passed': (field: string, said: string) =>
      `De datum bij “${field}” in het register is nog niet voorbij: ${said}.`,
    passed: (field: string, said: string) => `De datum bij “${field}” in het register is voorbij: ${said}.`,
    answer: (field: string, said: string) => `Bij “${field}” is in het register ingevuld: ${said}.`,
    'not-asked': (field: string, _said: string) =>
      `Door wat in het register staat bij “${field}” wordt dit hier niet gevraagd.`,
    'asked-unless': (field: string, _said: string) =>
      `Of dit hier wordt gevraagd, weten wij niet: in het register is “${field}” niet ingevuld.`,
    'no-field': (_field: string, _said: string) => 'In het register is hier geen vraag meer voor.',
    expired: (field: string, said: string) =>
      `“${field}” in het register is te lang geleden nagekeken. Het telde tot en met ${said}.`,
  },
  /** Added where a rule asks several fields. */
  entryFields: {
    all: (of: number) => `Bij alle ${of} velden waar dit naar vraagt, is het in orde.`,
    some: (good: number, of: number, lacking: string) =>
      `Bij ${good} van de ${of} velden waar dit naar vraagt, is het in orde. Nog niet bij: ${lacking}.`,
  },
}

const en: typeof nl = {
  entry: {
    filled: (field: string, _said: string) => `The register has “${field}” filled in.`,
    empty: (field: string, _said: string) => `The register does not have “${field}” filled in.`,
    open: (field: string, _said: string) => `The register does not have “${field}” filled in, so we do not know this.`,
    linked: (field: string, _said: string) => `At “${field}” the register refers to where this is found.`,
    unlinked: (field: string, _said: string) => `At “${field}” the register refers to nothing.`,
    ended: (field: string, _said: string) => `What the register refers to at “${field}” has ended or is gone.`,
    'not-passed': (field: string, said: string) =>
      `The date at “${field}” in the register has not passed yet: ${said}.`,
    passed: (field: string, said: string) => `The date at “${field}” in the register has passed: ${said}.`,
    answer: (field: string, said: string) => `At “${field}” the register says: ${said}.`,
    'not-asked': (field: string, _said: string) =>
      `Because of what the register says at “${field}” this is not asked here.`,
    'asked-unless': (field: string, _said: string) =>
      `We do not know whether this is asked here: the register does not have “${field}” filled in.`,
    'no-field': (_field: string, _said: string) => 'The register no longer asks this.',
    expired: (field: string, said: string) =>
      `“${field}” in the register was last checked too long ago. It counted until ${said}.`,
  },
  entryFields: {
    all: (of: number) => `All ${of} fields that this asks are in order.`,
    some: (good: number, of: number, lacking: string) =>
      `Of the ${of} fields that this asks, ${good} are in order. Not yet: ${lacking}.`,
  },
}

/** By language. */
export const entry = { nl, en }
