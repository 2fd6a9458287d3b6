/**
 * The repository of local regulations as the demo city knows it: what the desk has already, and what was announced
 * since.
 */
import type { CvdrRecord } from '../cvdr/answer.ts'
import { answerXml } from '../cvdr/answer.ts'
import { readDesk } from './desk/read.ts'
import type { Answer, Ask, Host } from './model.ts'

const CREATOR = 'Sluiswijk'
const HOST = 'zoekservice.sluiswijk-bestuur.test'
export const ADDRESS = `https://${HOST}/sru/Search`

/** Announced after the list of the desk was made: a newer version, and two that are new. */
const SINCE: readonly CvdrRecord[] = [
  { work: 'CVDR610004', version: 2, title: 'Marktverordening', kind: 'verordening', from: '2026-10-01' },
  { work: 'CVDR610031', version: 1, title: 'Verordening deelvervoer', kind: 'verordening', from: '2026-09-01' },
  {
    work: 'CVDR610032',
    version: 1,
    title: 'Beleidsregel sensoren in de openbare ruimte',
    kind: 'beleidsregel',
    from: '2026-11-01',
  },
]

const all = (): CvdrRecord[] => [
  ...readDesk().regulations.map(({ werk, versie, titel, soort, vanaf, tot }) => ({
    work: werk,
    version: versie,
    title: titel,
    kind: soort,
    from: vanaf,
    until: tot,
  })),
  ...SINCE,
]

let records: readonly CvdrRecord[] | undefined
function answer({ query }: Ask): Answer {
  records ??= all()
  const found = query.get('query') === `dcterms.creator="${CREATOR}"` ? records : []
  const [start, most] = [Number(query.get('startRecord') ?? 1), Number(query.get('maximumRecords') ?? 10)]
  return {
    status: 200,
    headers: [['content-type', 'text/xml; charset=utf-8']],
    body: Buffer.from(`<?xml version="1.0"?>${answerXml(found.slice(start - 1, start - 1 + most), found.length)}`),
  }
}

export const repository: Host = {
  name: HOST,
  address: '127.20.0.200',
  ipv6: false,
  cname: [],
  certificate: 'good',
  answer,
}
