import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { currentPreferences } from '@/lib/auth/current-preferences'
import { locales } from '@/lib/locale'
import { preferenceCookies } from '@/lib/preferences'
import { chooseLocale } from './choose-locale'
import { isTimeZone } from './is-time-zone'

/** The language, the words, the clock and the time zone of one request. */
export default getRequestConfig(async ({ locale: asked }) => {
  const jar = await cookies()
  const chosen = (await currentPreferences()).locale ?? jar.get(preferenceCookies.locale)?.value
  const locale =
    locales.find((known) => known === asked) ?? chooseLocale(chosen, (await headers()).get('accept-language'))
  const timeZone = jar.get(preferenceCookies.timeZone)?.value
  const messages =
    locale === 'zh-CN' ? (await import('@/lib/messages/zh-cn')).zhCn : (await import('@/lib/messages/en')).en
  return { locale, messages, now: new Date(), timeZone: isTimeZone(timeZone) ? timeZone : 'UTC' }
})
