/**
 * How fast all verdicts of a study become a frozen release in every format, against COPY TO of the same rows, and how fast its
 * archive is downloaded from the web server, against a plain copy of the same file.
 */
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { verdictQuery } from '@/lib/db/exported-rows'
import { plainRecipe } from '@/lib/releases/recipe'
import { changeRelease, draftRelease } from '@/lib/services/compose-draft'
import { freezeRelease } from '@/lib/services/freeze-release'
import { workOutPreview } from '@/lib/services/preview-release'
import { taskOf } from '@/lib/tasks/registry'
import { peakAlone } from './alone-peak'
import { copyToNowhere, onOneConnection } from './copy'
import { settle } from './database'
import { median } from './percentile'
import { atMost, megabytes, round, type Result } from './result'
import { sessionCookie, type Scene } from './scene'
import type { Stages } from './stages'
import { timed } from './timed'

const title = 'Bench release'
const rounds = 3
const extraMegabytes = 150

export async function releaseSpeed(stages: Stages, items: number): Promise<Result[]> {
  const scene = await stages.scene()
  await stages.closed()
  const copied = await timed(() => onOneConnection((client) => copyToNowhere(client, verdictQuery(scene.studyId))))
  const { releaseId, jobId } = await signedRelease(scene)
  const frozen = await timed(() => peakAlone('job', scene.slug, scene.admin.personId, jobId))
  await settle()
  const down = await downloads(scene, releaseId)
  const read = await peakAlone('download', scene.slug, scene.admin.personId, releaseId)
  const [speed, plainSpeed] = [median(down.speeds), median(down.plainSpeeds)]
  const [firstByteMs, extra] = [Math.max(...down.firstByteMs), megabytes(read.beyond)]
  return [
    {
      measure: `freeze: ${items} items, every format`,
      value: round(frozen.ms / 1000),
      unit: 's',
      ratio: { value: round(frozen.ms / copied.ms), to: `COPY TO of the same rows, ${round(copied.ms / 1000)} s` },
    },
    { measure: 'freeze: peak memory', value: round(megabytes(frozen.value.bytes)), unit: 'MB' },
    { measure: 'download: archive', value: round(down.megabytes), unit: 'MB' },
    {
      measure: 'download: speed',
      value: round(speed),
      unit: 'MB/s',
      ratio: { value: round(speed / plainSpeed), to: `a plain copy of the file, ${round(plainSpeed)} MB/s` },
    },
    { measure: 'download: first byte', value: round(firstByteMs), unit: 'ms', goal: atMost(firstByteMs, 1000, '< 1 s') },
    { measure: 'download: memory beyond what was held', value: round(extra), unit: 'MB', goal: atMost(extra, extraMegabytes, '< 150 MB') },
  ]
}

async function signedRelease({ slug, admin }: Scene): Promise<{ releaseId: string; jobId: string }> {
  const { releaseId } = await draftRelease(admin, { study: slug, title })
  const recipe = { ...plainRecipe, ratios: { train: 8, validation: 1, test: 1 }, formats: taskOf('error-spans').formats.map(({ code }) => code) }
  await changeRelease(admin, { releaseId, title, public: false, notes: '', recipe })
  // An account without a password signs by typing the title.
  const print = await workOutPreview(admin, releaseId)
  return { releaseId, ...(await freezeRelease(admin, { releaseId, proof: title, meaning: 'These verdicts were made up to be measured.', print })) }
}

type Downloads = { megabytes: number; firstByteMs: number[]; speeds: number[]; plainSpeeds: number[] }

async function downloads({ admin }: Scene, releaseId: string): Promise<Downloads> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-bench-'))
  const [file, twin] = [path.join(folder, 'release.zip'), path.join(folder, 'twin.zip')]
  const cookie = `doubleread-session=${await sessionCookie(admin.personId)}`
  const found: Downloads = { megabytes: 0, firstByteMs: [], speeds: [], plainSpeeds: [] }
  try {
    for (let n = 0; n < rounds; n++) {
      const began = performance.now()
      const request = http.get(`${process.env['BASE_URL']}/api/releases/${releaseId}/zip`, { headers: { cookie } })
      const [response] = (await once(request, 'response')) as [http.IncomingMessage]
      if (response.statusCode !== 200) throw new Error(`the archive was answered with ${response.statusCode}`)
      let bytes = 0
      response.on('data', (piece: Uint8Array) => {
        if (bytes === 0) found.firstByteMs.push(performance.now() - began)
        bytes += piece.length
      })
      await pipeline(response, createWriteStream(file))
      found.megabytes = megabytes(bytes)
      found.speeds.push(found.megabytes / ((performance.now() - began) / 1000))
      const { ms } = await timed(() => copyFile(file, twin))
      found.plainSpeeds.push(found.megabytes / (ms / 1000))
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
