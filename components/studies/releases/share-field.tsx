import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

/** A part of a proportion, such as 8 of 8 : 1 : 1. */
export function ShareField({ label, value, onChange }: { label: string; value: number; onChange: (share: number) => void }) {
  return (
    <Field label={label}>
      {(wires) => <TextInput {...wires} type="number" min={0} step="any" value={value} onChange={(event) => onChange(Number(event.target.value))} />}
    </Field>
  )
}
