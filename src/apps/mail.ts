/**
 * Mail over SMTP, from LEIDRAAD_SMTP_URL: plain text, one recipient, encrypted on the way unless the server is this
 * machine.
 */
import { createTransport } from 'nodemailer'
import { Trouble } from '../lib/trouble.ts'
import { type Postman } from '../model/mail.ts'
import { MailDelayed, MailRefused, refusalOf } from './mail-answer.ts'

const TIMEOUT = 15_000
const ADDRESS = /^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+$/

/** What nodemailer says of an answer that was not yes. */
type Answer = {
  readonly responseCode?: number
  readonly command?: string
  readonly message: string
  readonly response?: string
}

/** Where the head of the trail is mailed; undefined when no address was configured. Throws Trouble for what is none. */
export function auditMailOf(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const to = env['LEIDRAAD_AUDIT_MAIL']
  if (!to) return undefined
  if (!ADDRESS.test(to)) throw new Trouble('LEIDRAAD_AUDIT_MAIL is geen e-mailadres')
  return to
}

/**
 * Undefined when no server was configured: messages then wait in the outbox. Throws a Dutch sentence when the
 * configuration is wrong.
 */
export function postmanOf(env: NodeJS.ProcessEnv = process.env): Postman | undefined {
  const [address, from] = [env['LEIDRAAD_SMTP_URL'], env['LEIDRAAD_MAIL_FROM']]
  if (!address) return undefined
  if (!from) throw new Trouble('LEIDRAAD_MAIL_FROM ontbreekt: het adres waar mail van komt')
  const url = new URL(address)
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    throw new Trouble('LEIDRAAD_SMTP_URL begint met smtp:// of smtps://')
  const secure = url.protocol === 'smtps:'
  const local = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname)
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: local && !secure,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, subject, text, unsubscribe }) {
      // One address, and no way to begin another header.
      if (!ADDRESS.test(to)) throw new MailRefused('dit is geen e-mailadres', 'address')
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: subject.replaceAll(/[\r\n]+/g, ' '),
          text,
          messageId: `<${id}@${from.replace(/^.*@|>.*$/g, '')}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe === null
              ? {}
              : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          },
        })
      } catch (error) {
        // Only what is said of this recipient or this message is final; a refused sign-in or sender is ours to repair.
        const { responseCode: code, command, message, response } = error as Answer
        if (code === undefined || (command !== 'RCPT TO' && command !== 'DATA')) throw error
        if (code >= 500) throw new MailRefused(message, refusalOf(code, response ?? message), { cause: error })
        throw new MailDelayed(message, { cause: error })
      }
    },
  }
}
