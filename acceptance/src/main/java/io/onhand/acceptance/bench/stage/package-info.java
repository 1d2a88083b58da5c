/** What a benchmark needs before it can measure, made once and found again. Start reading at {@link io.onhand.acceptance.bench.stage.Stage}. */
package io.onhand.acceptance.bench.stage;
