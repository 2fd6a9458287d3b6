/**
 * Where forms send what people fill in (AVG art. 5 lid 1 onder c and f).
 *   plain     a form with something to fill in sends it over http  
 * unmet
 *   in-url    e-mail, telephone, password, birth date, BSN or account number in the address (method GET)  
 * unmet
 *   elsewhere another party receives a form with personal fields; may be a processor with a contract  
 * partly
 *   unclear   such fields without method and target: usually a script sends them, which cannot be seen  
 * unknown
 * Trips on: `action="http://…"`. Near misses: a search form by GET, a postal code look-up by GET or at another party,
 * `type=tel` for a house number, a form to a payment service or a public body, `<form>` without attributes that a
 * script handles.
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Form, Session } from '../../model/evidence.ts'
import { isTyped, personalFields, sensitiveFields } from '../reading/personal.ts'
import { byScript, targetOf, upgrades } from '../reading/sent.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { isOutside, ownerOf, serves } from '../reading/visit.ts'

export const formTarget = defineCheck({
  id: 'form-target',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('not-applicable', 'content'),
    own: whole('met', 'content'),
    plain: shown('unmet'),
    'in-url': shown('unmet'),
    elsewhere: shown('partly'),
    unclear: 'unknown',
  },
  judge({ session }, { subject, lists }) {
    const forms = session.flatMap((page) =>
      page.value.forms
        .filter(({ fields }) => fields.some(isTyped))
        .map((form) => {
          const host = hostOf(form.action)
          const other = host !== undefined && isOutside(host, page, subject) && !serves(ownerOf(form.action, lists))
          return { form, page, host: host ?? '', fault: faultOf(form, page.value, other) }
        }),
    )
    if (forms.length === 0) return { reason: 'none' }
    const reason = (['plain', 'in-url', 'elsewhere', 'unclear'] as const).find((each) =>
      forms.some(({ fault }) => fault === each),
    )
    if (!reason) return { reason: 'own', seen: { count: new Set(forms.map(({ form }) => form.action)).size } }
    const told = forms.filter(({ fault }) => fault === reason)
    const seen = {
      count: told.length,
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      page: clip(told[0]?.page.page ?? '', 150),
      // What stands in an address is told by what should not: a postal code beside it may.
      fields: few(
        told.flatMap(({ form }) =>
          (reason === 'in-url' || reason === 'unclear' ? sensitiveFields(form) : personalFields(form)).map(
            ({ name, label }) => clip(label || name, 40),
          ),
        ),
      ),
      details: details(
        told.map(
          ({ form: { selector, method, action }, page }) =>
            `${page.page.slice(0, 100)} ${selector.slice(0, 80)} → ${method} ${action.slice(0, 100)}`,
        ),
      ),
    }
    return { reason, seen }
  },
})

function faultOf(form: Form, page: Session, other: boolean): 'plain' | 'in-url' | 'elsewhere' | 'unclear' | undefined {
  // It closes the dialog around it and goes nowhere.
  if (form.method === 'dialog') return undefined
  const target = targetOf(form.action)
  if (target === undefined) return undefined
  if (target.startsWith('http:') && !upgrades(page)) return 'plain'
  if (form.method === 'get' && sensitiveFields(form).length > 0) return byScript(form, page) ? 'unclear' : 'in-url'
  return other && personalFields(form).length > 0 ? 'elsewhere' : undefined
}
