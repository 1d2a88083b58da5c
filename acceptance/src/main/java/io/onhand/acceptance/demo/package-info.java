/** The main job, played against the running product: one order, ten channels. Start reading at {@link io.onhand.acceptance.demo.MainJob}. */
package io.onhand.acceptance.demo;
