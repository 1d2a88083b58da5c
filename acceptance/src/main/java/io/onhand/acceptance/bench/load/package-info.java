/** Load that costs the machine little, and what came of it: closed or open, over HTTP or straight to the database. Start reading at {@link io.onhand.acceptance.bench.load.ClosedLoad}. */
package io.onhand.acceptance.bench.load;
