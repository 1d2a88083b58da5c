/** Figures as pictures for the documentation. Start reading at {@link io.onhand.acceptance.bench.chart.Bars}. */
package io.onhand.acceptance.bench.chart;
