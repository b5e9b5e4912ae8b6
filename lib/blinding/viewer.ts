/** Who is looking: one signed-in person, with the roles they hold. Everything that is shown is shown to a Viewer. */
export type Role = 'reader' | 'adjudicator' | 'admin' | 'researcher'

export type Viewer = {
  readonly personId: string
  /** Instance owner: founds studies, manages people; sees no study's items by that alone. */
  readonly owner: boolean
  /** Roles by study id. */
  readonly roles: Readonly<Record<string, readonly Role[]>>
}

export const holdsRole = (viewer: Viewer, studyId: string, role: Role): boolean =>
  viewer.roles[studyId]?.includes(role) ?? false

/** The studies in which the viewer holds a role, in the order the roles were given. */
export const studiesAs = (viewer: Viewer, role: Role): string[] =>
  Object.keys(viewer.roles).filter((studyId) => holdsRole(viewer, studyId, role))
