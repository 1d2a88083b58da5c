/** Answers to the orchestrator: alive, and ready to serve. */
package io.onhand.api.health;
