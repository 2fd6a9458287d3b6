/** Every site of Sluiswijk, in the order of the list of organisations. */
import type { Site } from '../model.ts'
import { accountant, energie, makelaar, webwinkel } from './bedrijven.ts'
import { bibliotheek } from './bibliotheek.ts'
import { corporatie } from './corporatie.ts'
import { courant } from './courant.ts'
import { kerk, museum, theater, voetbal } from './cultuur.ts'
import { gemeente } from './gemeente.ts'
import { ggd } from './ggd.ts'
import { bakkerij, bloemist, boekhandel, cafe, fietsen, kapsalon, kleding, pizzeria } from './havenstraat.ts'
import { fysiotherapie, kaashandel, schoenmaker, viswinkel } from './kleine-winkels.ts'
import { camping, deelfiets, drukkerij, fotograaf, oranje, sportschool } from './onbereikbaar.ts'
import { muziekschool } from './muziekschool.ts'
import { servicecentrum, waterschap } from './overheid.ts'
import { basisschool, lyceum } from './scholen.ts'
import { universiteit } from './universiteit.ts'
import { ziekenhuis } from './ziekenhuis.ts'
import { huisarts, tandarts, zorggroep } from './zorg.ts'

export const allSites: readonly Site[] = [
  gemeente,
  waterschap,
  servicecentrum,
  ggd,
  ziekenhuis,
  zorggroep,
  huisarts,
  tandarts,
  universiteit,
  lyceum,
  basisschool,
  bibliotheek,
  muziekschool,
  museum,
  theater,
  corporatie,
  energie,
  accountant,
  makelaar,
  webwinkel,
  courant,
  deelfiets,
  sportschool,
  camping,
  drukkerij,
  fotograaf,
  kerk,
  oranje,
  voetbal,
  bakkerij,
  cafe,
  fietsen,
  boekhandel,
  kapsalon,
  kleding,
  pizzeria,
  bloemist,
  kaashandel,
  schoenmaker,
  viswinkel,
  fysiotherapie,
]
