package org.frechet.numeric;

import java.util.List;

/// Assembly of a matrix from rows of blocks: each block is a rearrangement into the whole, and the
/// whole is their sum.
final class BlockGrid {
  private BlockGrid() {}

  static Mat assemble(List<? extends List<? extends Mat>> grid) {
    if (grid.isEmpty() || grid.getFirst().isEmpty()) {
      throw new IllegalArgumentException("a block matrix has at least one block");
    }
    int width = width(grid.getFirst());
    int height = 0;
    for (List<? extends Mat> row : grid) {
      if (width(row) != width) {
        throw new IllegalArgumentException(
            "rows of blocks are " + width + " and " + width(row) + " wide");
      }
      height += row.isEmpty() ? 0 : row.getFirst().rows;
    }
    Mat whole = grid.getFirst().getFirst().zeros(height, width);
    int top = 0;
    for (List<? extends Mat> row : grid) {
      int left = 0;
      for (Mat block : row) {
        whole = whole.plus(placed(block, height, width, top, left));
        left += block.cols;
      }
      top += row.isEmpty() ? 0 : row.getFirst().rows;
    }
    return whole;
  }

  private static int width(List<? extends Mat> row) {
    int width = 0;
    for (Mat block : row) {
      if (block.rows != row.getFirst().rows) {
        throw new IllegalArgumentException(
            "one row of blocks holds " + Shapes.of(row.getFirst()) + " and " + Shapes.of(block));
      }
      width += block.cols;
    }
    return width;
  }

  private static Mat placed(Mat block, int height, int width, int top, int left) {
    int bottom = top + block.rows;
    int right = left + block.cols;
    return block.gather(
        height,
        width,
        (i, j) ->
            i >= top && i < bottom && j >= left && j < right
                ? i - top + (j - left) * block.rows
                : IndexMap.ZERO);
  }
}
