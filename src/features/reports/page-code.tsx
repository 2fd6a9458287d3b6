/** Where the code of a report is typed, and what is told of it to keep. */
import { spokenCode } from '../../lib/follow-code.ts'
import { Button, Buttons, ErrorSummary, Field, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { says } from './messages.ts'

export function CodePage({ view, typed = '', problems = none }: { view: View; typed?: string; problems?: Problems }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.follow}>
      <div className="ld-opening">
        <Heading level={1}>{t.follow}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.followLead}</Text>
      </div>
      <form method="post" action={href(view, '/fout-melden/volgen')} className="ld-desk-form" noValidate>
        <Field name="code" label={t.code} hint={t.codeHint} value={typed} maxLength={60} problems={problems} />
        <Buttons>
          <Button>{t.followButton}</Button>
        </Buttons>
      </form>
      <Contact view={view} subject={t.follow} term={false} />
    </Page>
  )
}

type Kept = { readonly view: View; readonly code: string; readonly link: string; readonly mark: string }
/** The code, as it is written on paper, with where it is typed. */
export function Code({ view, code, link, mark }: Kept) {
  const t = says(view.lang)
  const where = link.replace(/[^/]+$/, 'volgen').replace(/^https?:\/\//, '')
  const phone = view.contact?.phone ?? ''
  return (
    <>
      <p className="ld-code">{spokenCode(code)}</p>
      <Text>
        {t.keepCodeText} {t.keepWhere(where)}
      </Text>
      {phone === '' ? null : <Text>{t.callUs(phone, mark)}</Text>}
      <Qr text={link} label={t.qr} />
      <Text>{t.keepLink}</Text>
    </>
  )
}
