/**
 * Telling channels what they may sell: which listings are stale, what is told now, what was taken, and how long it took.
 * Always the current quantity, never history: a second change while one waits collapses into it.
 */
package io.onhand.publication;
