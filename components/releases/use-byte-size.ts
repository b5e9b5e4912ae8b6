'use client'
import { useFormatter } from 'next-intl'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes as people read it: `1.4 MB`. */
export function useByteSize(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) => {
    const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
    return format.number(bytes / 1000 ** step, { style: 'unit', unit: units[step]!, unitDisplay: 'narrow', maximumFractionDigits: step === 0 ? 0 : 1 })
  }
}
