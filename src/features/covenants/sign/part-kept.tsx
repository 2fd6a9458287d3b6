/** What a party signed, version by version, and its receipts, to fetch by its link. */
import { grouped } from '../../../lib/fingerprint.ts'
import { Link, List, Section } from '../../../web/parts.tsx'
import type { View } from '../../../web/view.ts'
import type { Kept } from './door-store.ts'
import { says } from './messages.ts'

/** `version`: which stands on the page already, with its files. */
export function KeptParts({ view, here, kept, version }: { view: View; here: string; kept: Kept; version?: number }) {
  const t = says(view.lang)
  const files = kept.files.filter((one) => one.version !== version)
  return (
    <>
      {files.length === 0 ? null : (
        <Section id="getekend" title={t.signedFiles}>
          <List
            items={files.flatMap((one) =>
              (['pdf', 'odt', 'json'] as const).map((form) => ({
                key: `${one.version}-${form}`,
                body: (
                  <>
                    <Link to={`${here}/convenant-${one.version}.${form}`}>
                      {t.signedFile(one.version)}: {t.files[form]}
                    </Link>
                    <span className="ld-block ld-small ld-address">{grouped(one[form])}</span>
                  </>
                ),
              })),
            )}
          />
        </Section>
      )}
      {kept.receipts.length === 0 ? null : (
        <Section id="bewijzen" title={t.receipts}>
          <List
            items={kept.receipts.map(({ version: of, no, hash }) => ({
              key: `${of}-${no}`,
              body: (
                <>
                  <Link to={`${here}/bewijs-${of}-${no}.json`}>{t.receipt(no, of)}</Link>
                  <span className="ld-block ld-small ld-address">{grouped(hash)}</span>
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  )
}
