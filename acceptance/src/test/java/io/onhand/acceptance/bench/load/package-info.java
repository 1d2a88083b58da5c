/** Whether the load generator says what it means. Start reading at {@link io.onhand.acceptance.bench.load.WireTest}. */
package io.onhand.acceptance.bench.load;
