/** The hack events of the demo city: what is in scope by whose consent. What was found are reports. */
import type { ConsentState } from '../vocabulary/hack.ts'

type DemoTarget = {
  readonly name: string
  readonly address: string
  readonly supplier: string
  readonly limits?: string
  readonly state: ConsentState
  readonly by?: string
}
/** By the title of the event. */
export const HACKS: Readonly<
  Record<
    string,
    {
      readonly stop: readonly [name: string, phone: string]
      readonly forbidden: string
      readonly targets: readonly DemoTarget[]
    }
  >
> = {
  'Hack Sluiswijk': {
    stop: ['Dennis Oosterhof', '099 000 02 99'],
    forbidden: 'De kassa’s in het Stadhuis\nDe telefooncentrale',
    targets: [
      {
        name: 'Afspraken bij de gemeente',
        address: 'https://afspraken.sluiswijk.test',
        supplier: 'Sluissoft',
        state: 'given',
        by: 'Marit Dekker',
      },
      {
        name: 'Open data van de stad',
        address: 'https://data.sluiswijk.test',
        supplier: 'Gemeente Sluiswijk',
        state: 'given',
        by: 'Dennis Oosterhof',
      },
      {
        name: 'Parkeren',
        address: 'https://parkeren.sluiswijk.test',
        supplier: 'ParkeerBeheer Delta',
        limits: 'Niet betalen met een kaart van een ander.',
        state: 'given',
        by: 'Yusuf Kaya',
      },
      { name: 'Zaaksysteem', address: 'https://zaken.sluiswijk.test', supplier: 'Dossierwerk', state: 'refused' },
    ],
  },
  'Hack Sluiswijk, voorjaar': {
    stop: ['Dennis Oosterhof', '099 000 02 99'],
    forbidden: '',
    targets: [
      {
        name: 'Afspraken bij de gemeente',
        address: 'https://afspraken.sluiswijk.test',
        supplier: 'Sluissoft',
        state: 'given',
        by: 'Marit Dekker',
      },
      {
        name: 'Bibliotheek: lenen',
        address: 'https://lenen.bibliotheek.test',
        supplier: 'Boekenplank',
        state: 'asked',
      },
    ],
  },
}
