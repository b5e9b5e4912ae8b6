/** Pictures of guidelines. Row security shows them to the members of their study, and lets its admins add them. */
import type { Tx } from './transaction'

export type PictureFile = { mediaType: string; bytes: Uint8Array }

export async function insertPicture(tx: Tx, picture: PictureFile & { studyId: string; name: string }): Promise<string> {
  const { studyId, name, mediaType, bytes } = picture
  const row = await tx.picture.create({ data: { studyId, name, mediaType, bytes: new Uint8Array(bytes) }, select: { id: true } })
  return row.id
}

export async function pictureById(tx: Tx, id: string): Promise<PictureFile | null> {
  return tx.picture.findUnique({ where: { id }, select: { mediaType: true, bytes: true } })
}

export async function picturesIn(tx: Tx, studyId: string): Promise<number> {
  return tx.picture.count({ where: { studyId } })
}
