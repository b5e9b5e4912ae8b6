'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ComponentProps } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { TextInput } from '@/components/ui/text-input'

/** A password that its owner may look at; pasting and password managers are welcome. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const t = useTranslations('sign-in')
  const [shown, setShown] = useState(false)
  return (
    <span className="relative block">
      <TextInput {...props} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" className="pe-11" />
      <span className="absolute inset-y-0 end-0.5 flex items-center">
        <IconButton
          size="small"
          label={t(shown ? 'hidePassword' : 'showPassword')}
          icon={shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          onClick={() => setShown(!shown)}
        />
      </span>
    </span>
  )
}
