/**
 * Work that was begun under earlier words or an earlier form, as far as it still answers what is asked: whoever goes on with it could
 * neither see nor take back the rest, which would be in their hand-in or in its way. `lost`: how many answers were taken out.
 */
export type Fitted<Draft> = { draft: Draft; lost: number }
