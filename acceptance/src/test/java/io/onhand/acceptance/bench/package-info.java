/** What the benchmark makes of its figures. Start reading at {@link io.onhand.acceptance.bench.CheckTest}. */
package io.onhand.acceptance.bench;
