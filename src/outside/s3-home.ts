/**
 * Content in a store of objects that speaks S3, at the address that the administrator gave. It is no site that is
 * visited: this way out is not that of the visits, and theirs does not lead here (`openEgress`).
 */
import type { S3Client } from '@aws-sdk/client-s3'
import { Lacking } from '../lib/lack.ts'
import type { Home } from '../model/home.ts'
import { ASIDE } from '../vocabulary/retention.ts'

export type S3Place = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly key: string
  readonly secret: string
  /** What stands before every name in the bucket; empty, or with a slash at its end. */
  readonly prefix: string
  /** Names in one answer to a list. */
  readonly page?: number
}

/** Milliseconds: to a connection, and for the whole of an answer. */
const PATIENCE = { connectionTimeout: 3_000, requestTimeout: 30_000, throwOnRequestTimeout: true }
const ATTEMPTS = 3
/** Bytes of one object; what is larger was not written by us. */
const MOST = 64 * 1024 * 1024

type Refused = { readonly name?: string; readonly $metadata?: { readonly httpStatusCode?: number } }
const statusOf = (error: unknown) => (error as Refused).$metadata?.httpStatusCode

/** The store does not do its work: that is no fault of what we wanted to keep. */
class StoreAway extends Lacking {
  constructor({ endpoint, bucket }: S3Place, cause: unknown) {
    super('store', cause)
    const said = statusOf(cause) === undefined ? this.message : `${statusOf(cause)} ${(cause as Refused).name}`
    this.message = `de objectopslag ${new URL(endpoint).host} (bucket ${bucket}) doet het niet: ${said}`
  }
}

/** A bucket of any S3-compatible store. It opens no connection before the first use; throws Lacking when it is away. */
export function s3Home(place: S3Place): Home {
  const { bucket: Bucket, prefix } = place
  let opened: Promise<{ client: S3Client; sdk: typeof import('@aws-sdk/client-s3') }> | undefined
  const open = () =>
    (opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        endpoint: place.endpoint,
        region: place.region,
        forcePathStyle: true,
        credentials: { accessKeyId: place.key, secretAccessKey: place.secret },
        maxAttempts: ATTEMPTS,
        requestHandler: PATIENCE,
        // Whole buffers with a plain length: not every store knows the checksum trailer that is the default.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    })))
  /** Undefined for the answers that say no more than that. */
  const asked = async <T>(work: () => Promise<T>, plain: readonly number[]): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      // A bucket that is not there is told in the same number as an object that is not.
      if (plain.includes(statusOf(error) ?? 0) && (error as Refused).name !== 'NoSuchBucket') return undefined
      throw error instanceof Lacking ? error : new StoreAway(place, error)
    }
  }
  return {
    name: `${new URL(place.endpoint).host}/${Bucket}/${prefix}`,
    async put(key, bytes) {
      const { client, sdk } = await open()
      // 412: it is there.
      await asked(
        () =>
          client.send(
            new sdk.PutObjectCommand({
              Bucket,
              Key: prefix + key,
              Body: bytes,
              ContentLength: bytes.length,
              IfNoneMatch: '*',
            }),
          ),
        [412],
      )
    },
    async get(key) {
      const { client, sdk } = await open()
      return asked(async () => {
        const { Body, ContentLength } = await client.send(new sdk.GetObjectCommand({ Bucket, Key: prefix + key }))
        if ((ContentLength ?? 0) > MOST) throw new Error(`${key} is ${ContentLength} bytes`)
        return Buffer.from(await Body!.transformToByteArray())
      }, [404])
    },
    async *keys(from = '', aside = false) {
      const { client, sdk } = await open()
      const under = prefix + (aside ? ASIDE : '')
      let after: string | undefined
      do {
        const answer = (await asked(
          () =>
            client.send(
              new sdk.ListObjectsV2Command({
                Bucket,
                Prefix: under,
                MaxKeys: place.page ?? 1_000,
                ...(from !== '' && { StartAfter: under + from }),
                ContinuationToken: after,
              }),
            ),
          [],
        ))!
        for (const { Key } of answer.Contents ?? []) {
          const key = Key!.slice(under.length)
          if (aside || !key.startsWith(ASIDE)) yield key
        }
        after = answer.IsTruncated ? answer.NextContinuationToken : undefined
      } while (after !== undefined)
    },
    async at(key) {
      const { client, sdk } = await open()
      const head = new sdk.HeadObjectCommand({ Bucket, Key: prefix + key })
      return (await asked(() => client.send(head), [404]))?.LastModified
    },
    async remove(key) {
      const { client, sdk } = await open()
      await asked(() => client.send(new sdk.DeleteObjectCommand({ Bucket, Key: prefix + key })), [404])
    },
    // A store keeps what it was given whole, or nothing.
    async *drafts() {},
  }
}
