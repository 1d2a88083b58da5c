/** What follows from a commit: takes the outbox's messages and hands each kind to the feature that acts on it. And the hourly sweep. */
package io.onhand.flow;
