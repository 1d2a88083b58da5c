/** How fast the product is, as ratios to the same work on the bare database, measured in the same run. Start reading at {@link io.onhand.acceptance.bench.Bench}. */
package io.onhand.acceptance.bench;
