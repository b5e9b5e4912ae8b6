import { notFound } from 'next/navigation'
import { Refusal } from '@/lib/errors'

/** A page for what does not exist, or not for this person: the two look the same. Other errors pass through. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    throw error
  }
}
