import { boardTable } from '@/lib/services/board-table'
import { boardInput, readBoard } from '@/lib/services/read-board'
import { route } from '@/lib/web/route'

/** The board as a CSV file. */
export const GET = route(
  boardInput,
  async (viewer, input) => {
    const board = await readBoard(viewer, input)
    return new Response(boardTable(board), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="board-${board.version}-${board.split}-${board.match.replaceAll(/[^\w.-]/g, '_')}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
  { scope: 'evaluations:read' },
)
