/** An answer of the national repository of local regulations, in the shape of the real one (SRU 1.2). */

export type CvdrRecord = {
  readonly work: string
  readonly version: number
  readonly title: string
  readonly kind: string
  readonly from: string
  readonly until?: string | undefined
  readonly subjects?: readonly string[]
  readonly issued?: string
}
/** How it may differ. */
type Shape = { readonly prefixes: boolean; readonly named: boolean }

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function recordXml(
  { work, version, title, kind, from, until, subjects = [], issued }: CvdrRecord,
  { prefixes, named }: Shape,
): string {
  const [p, s] = prefixes ? ['dcterms:', 'overheidrg:'] : ['', '']
  return `<record><recordData><gzd><originalData><overheidrg:meta><owmskern>${named ? `<${p}identifier>${work}_${version}</${p}identifier>` : ''}<${p}title>${escape(title)}</${p}title><${p}type scheme="overheid:Informatietype">${kind}</${p}type>
<${p}creator scheme="overheid:Gemeente">Sluiswijk</${p}creator><${p}modified>${from}</${p}modified></owmskern><owmsmantel>${subjects.map((subject) => `<${p}subject scheme="overheidop:Rubriek">${subject}</${p}subject>`).join('')}${issued ? `<${p}issued>${issued}</${p}issued>` : ''}</owmsmantel><cvdripm><${s}inwerkingtredingDatum>${from}</${s}inwerkingtredingDatum>${until ? `<${s}uitwerkingtredingDatum>${until}</${s}uitwerkingtredingDatum>` : ''}</cvdripm></overheidrg:meta></originalData></gzd></recordData></record>`
}

/** One page of records, of `total`. */
export const answerXml = (
  page: readonly CvdrRecord[],
  total: number,
  shape: Shape = { prefixes: true, named: true },
): string =>
  `<searchRetrieveResponse ` +
  `xmlns="http://www.loc.gov/zing/srw/"><version>1.2</version><numberOfRecords>${total}</numberOfReco` +
  `rds><records>${page.map((record) => recordXml(record, shape)).join('')}</records></searchRetrieveR` +
  'esponse>'
