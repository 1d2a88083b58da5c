/**
 * Runs the connectors: takes what channels say, gives it to the core, and tells channels what may be sold. A connector
 * knows its channel's wire format; retries, pacing, circuits and tenants are the engine's.
 */
package io.onhand.routes.engine;
