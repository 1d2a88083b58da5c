/** The same work on the bare database: the least that any order system must do. Start reading at {@link io.onhand.acceptance.bench.baseline.BaselineDatabase}. */
package io.onhand.acceptance.bench.baseline;
