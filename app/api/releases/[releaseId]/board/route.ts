import { boardTable } from '@/lib/services/board-table'
import { boardTableInput, readBoard } from '@/lib/services/read-board'
import { route } from '@/lib/web/route'

/** The board as a CSV file, or its groups by one facet. */
export const GET = route(
  boardTableInput,
  async (viewer, { facet, ...input }) => {
    const board = await readBoard(viewer, input)
    return new Response(boardTable(board, facet), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="board-${board.version}-${board.split}-${[board.match, ...(facet === undefined ? [] : [facet])].join('-').replaceAll(/[^\w.-]/g, '_')}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
  { scope: 'evaluations:read' },
)
