/** What follows from a commit: takes the outbox's messages and hands each kind to the feature that acts on it. */
package io.onhand.flow;
