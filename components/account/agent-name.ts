const browsers = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['Linux', 'Linux']] as const

/** A browser's own description of itself in two words people know; null where it says nothing known. Order matters: most claim to be others. */
export function agentName(agent: string): { browser: string; system: string | null } | null {
  const browser = browsers.find(([mark]) => agent.includes(mark))?.[1]
  if (!browser) return null
  return { browser, system: systems.find(([mark]) => agent.includes(mark))?.[1] ?? null }
}
