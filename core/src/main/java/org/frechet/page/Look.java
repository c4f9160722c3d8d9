package org.frechet.page;

import org.frechet.print.Typography;

/// What a reader may choose about a page.
///
/// @param typography the signs on which books differ
/// @param shapes whether each line tells the shape of its right side
public record Look(Typography typography, boolean shapes) {
  public static final Look DEFAULT = new Look(Typography.DEFAULT, false);
}
