/** The label of a warning and what it asks of who reads it: they stand together wherever a warning stands. */
import { tlpMeans, tlpName, type Tlp } from '../../vocabulary/tlp.ts'

/** The mark alone, for a row of a list that says elsewhere what labels mean. */
export const TlpMark = ({ label }: { label: Tlp | null }) => (
  <span className={`ld-tlp ld-tlp--${(label ?? 'none').replace('+', '-').toLowerCase()}`}>{tlpName(label)}</span>
)

/** The mark with its sentence. */
export const TlpBanner = ({ label, lang = 'nl' }: { label: Tlp | null; lang?: 'nl' | 'en' }) => (
  <p className="ld-tlp-banner">
    <TlpMark label={label} /> <span>{tlpMeans(label, lang)}</span>
  </p>
)
